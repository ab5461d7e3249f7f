"""An administrator sets the month's windows for all villages; laptops go by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium import webdriver

from app.domain.calendar import Calendar, days_of
from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.hub.calendar import current
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.set_calendar import set_calendar
from app.shelf.calendars import shipped_calendars
from app.storage.reading import SqlReading
from tests.hub.browsing import Page
from tests.postgres import NewDatabase
from tests.sync.laptop import Laptop, Wall

GENERAL = days_of(shipped_calendars()["default"])


@pytest.fixture
def page(browser: webdriver.Chrome, district: LocalHub) -> Page:
    """The district's pages."""
    return Page(browser, district.url)


def calendar_of(laptop: Laptop) -> Calendar:
    """The windows as the laptop shows them."""
    return SqlReading(laptop.database, Wall()).calendar()


def test_an_administrator_sets_the_windows_and_the_laptop_goes_by_them(page: Page, laptop: Laptop) -> None:
    assert not calendar_of(laptop).told
    page.sign_in()
    page.press("Jadwal")
    assert "Kabupaten belum menetapkan jadwal." in page.text
    page.fill("input.last", "9")
    page.fill("pull.first", "")
    page.fill("pull.last", "")
    page.fill("objection_days", "10")
    page.snap("jadwal")
    page.press("Simpan dan beri tahu semua desa")
    assert "Jadwal berlaku untuk 1 desa." in page.text
    laptop.exchange()

    found = calendar_of(laptop)
    assert found.told
    assert found.objection_days == 10
    assert {one.code: (one.first, one.last) for one in found.windows} == {
        "input": (1, 9),
        "meeting": (1, 14),
        "cut_off": (1, 17),
    }


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("input.first", "20", "tanggal awal tidak setelah tanggal akhir"),
        ("meeting.last", "32", "Tanggal awal dan akhir harus 1 sampai 31"),
        ("meeting.last", "x", "Tanggal ditulis dengan angka saja"),
        ("objection_days", "0", "paling sedikit 1 hari"),
    ],
)
def test_days_that_make_no_sense_are_refused_and_stay_in_the_form(
    page: Page, district: LocalHub, field: str, typed: str, said: str
) -> None:
    page.sign_in()
    page.go("/jadwal")
    page.fill(field, typed)
    page.press("Simpan dan beri tahu semua desa")
    assert said in page.text
    assert page.all(f"[name='{field}']")[0].get_attribute("value") == typed
    with district.district.database.read() as connection:
        assert not current(connection).told


def test_a_village_that_comes_later_is_told_as_well(tmp_path: Path, new_database: NewDatabase) -> None:
    hub = LocalHub(tmp_path / "hub", database=new_database())
    hub.start()
    make_code(hub.district, "7308032099", "Desa Lain", "operator", "Siti")
    set_calendar(hub.district, {**GENERAL, "input.last": 8}, by=PersonId("rahma0000001"), name="Rahma")
    laptop = Laptop.open(tmp_path / "laptop")
    laptop.enrol(hub)
    laptop.exchange()

    assert next(one.last for one in calendar_of(laptop).windows if one.code == "input") == 8
    laptop.close()
    hub.close()


def test_the_same_days_are_not_told_twice(district: LocalHub) -> None:
    days = {**GENERAL, "objection_days": 12}
    assert set_calendar(district.district, days, by=PersonId("rahma0000001"), name="Rahma") == 1
    with pytest.raises(Refused) as caught:
        set_calendar(district.district, days, by=PersonId("rahma0000001"), name="Rahma")
    assert caught.value.code == "calendar_unchanged"


def test_without_a_village_there_is_nobody_to_tell(tmp_path: Path) -> None:
    hub = LocalHub(tmp_path / "empty", name="Kabupaten Baru")
    with pytest.raises(Refused) as caught:
        set_calendar(hub.district, GENERAL, by=PersonId("rahma0000001"), name="Rahma")
    assert caught.value.code == "hub_no_villages"
    hub.close()
