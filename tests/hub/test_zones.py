"""A district lives by the clock of its province."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from app.hub.accounts import set_password
from app.hub.district import open_district
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.pages.frame import COOKIE
from app.hub.roles import ADMIN
from app.hub.verifiers import sign_in
from app.hub.words import month_of, say_due, say_time
from app.hub.zones import WIB, WIT, WITA, Zone, living_by, zone, zone_of
from app.shelf.calendars import shipped_calendars
from app.shelf.regions import load_regions
from tests.hub.browsing import PASSWORD
from tests.postgres import NewDatabase


def ms(moment: str) -> int:
    """Of a moment in UTC."""
    return int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp() * 1000)


def test_every_province_has_the_zone_of_its_clocks() -> None:
    found: dict[str, set[int]] = {"WIB": set(), "WITA": set(), "WIT": set()}
    for province in load_regions().children():
        found[zone_of(province.code).name].add(int(province.code))
    assert found == {
        "WIB": {*range(11, 20), 21, *range(31, 37), 61, 62},
        "WITA": {51, 52, 53, 63, 64, 65, *range(71, 77)},
        "WIT": {81, 82, *range(91, 97)},
    }


@pytest.mark.parametrize(
    ("here", "due", "clock"),
    [
        (WIB, "8 Desember 2026", "24 November 2026 pukul 23.30 WIB"),
        (WITA, "9 Desember 2026", "25 November 2026 pukul 00.30 WITA"),
        (WIT, "9 Desember 2026", "25 November 2026 pukul 01.30 WIT"),
    ],
    ids=("wib", "wita", "wit"),
)
def test_an_objection_of_the_late_evening_is_due_as_in_its_village(here: Zone, due: str, clock: str) -> None:
    filed = ms("2026-11-24T16:30")
    with living_by(here):
        assert due in say_due(shipped_calendars()["default"], filed, filed)
        assert say_time(filed) == clock
    assert zone() is WITA


def test_a_month_begins_with_the_district_s_own_midnight() -> None:
    moment = ms("2026-11-30T15:30")
    for here, month in ((WIB, "2026-11"), (WITA, "2026-11"), (WIT, "2026-12")):
        with living_by(here):
            assert month_of(moment) == month


@pytest.fixture
def hub(tmp_path: Path, new_database: NewDatabase) -> Iterator[LocalHub]:
    """A running district that has no village yet."""
    found = LocalHub(tmp_path / "hub", database=new_database())
    found.start()
    set_password(found.district, "rahma", "Rahma", PASSWORD, [ADMIN])
    yield found
    found.close()


@pytest.mark.both_stores
def test_pages_go_by_the_clock_of_the_first_village_from_the_moment_there_is_one(hub: LocalHub) -> None:
    token = sign_in(hub.district, "rahma", PASSWORD, "here")

    def page() -> str:
        return requests.get(f"{hub.url}/laptop", cookies={COOKIE: token}, timeout=60).text

    page()
    assert hub.district.zone.known is None
    make_code(hub.district, "9471012001", "", "operator", "Siti")
    assert " WIT</span>" in page()
    again = open_district(hub.district.folder)  # as another process, or a command
    assert again.zone.find() is WIT
    again.close()
