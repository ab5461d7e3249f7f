"""What is asked before a list is published that no village should have, through the page and real files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from app.composition.intake import read_roster
from app.hub.accounts import add_account
from app.hub.district import open_district
from app.hub.doubts import FEWEST
from app.hub.local import LocalHub
from app.hub.publish import current_roster
from app.hub.roles import ADMIN
from tests.hub.browsing import PASSWORD
from tests.hub.test_roles import Person
from tests.postgres import NewDatabase
from tests.sync.laptop import VILLAGE

MONTH, BEFORE, NEXT, AFTER, AHEAD = "2026-11", "2026-09", "2026-12", "2027-01", "2062-11"
LAST, FIRST = datetime(2026, 11, 30, 15, 59, tzinfo=UTC), datetime(2026, 11, 30, 16, 0, tzinfo=UTC)
"""A minute before midnight in the district, and midnight: in UTC both are still November."""


class Desk:
    """An admin who publishes lists."""

    def __init__(self, hub: LocalHub) -> None:
        self._hub = hub
        self._admin = Person(hub, "sari")
        self.told = ""

    def publish(self, families: range, month: str = MONTH, **ticked: str) -> bool:
        """Send a list of these families; whether it was published."""
        rows = [f"73080308112{n:05},73080371125{n:05},ORANG {n},1953-12-31,Kepala Keluarga,001,001" for n in families]
        sheet = "\n".join(["No KK,NIK,Nama,Tanggal Lahir,Hubungan,RT,RW", *rows])
        answer = self._admin.upload("/daftar", sheet.encode(), village=VILLAGE, month=month, **ticked)
        assert answer.status_code in (200, 422)
        self.told = unescape(answer.text)
        return answer.status_code == 200

    def ticks(self) -> dict[str, str]:
        """What the page offers to be ticked, and what was ticked before."""
        found = re.findall(r'type="(?:checkbox|hidden)" name="(list_\w+)" value="(\w+)"', self.told)
        return dict(found)

    def listed(self) -> int:
        """Families of the village's list."""
        with self._hub.district.database.read() as connection:
            held = current_roster(connection, VILLAGE)
        return len(held.families) if held else 0

    def month(self) -> str:
        """The month that the page proposes."""
        found = re.search(r'name="month"[^>]* value="([\d-]+)"', self._admin.get("/daftar").text)
        return found.group(1) if found else ""


@pytest.fixture
def now(request: pytest.FixtureRequest) -> datetime:
    """What the district's clock says, in November 2026 unless a test says otherwise."""
    return getattr(request, "param", datetime(2026, 11, 28, tzinfo=UTC))


@pytest.fixture
def desk(tmp_path: Path, new_database: NewDatabase, now: datetime) -> Iterator[Desk]:
    """A district where a list of November is out."""
    at_ms = int(now.timestamp() * 1000)
    district = open_district(tmp_path / "hub", "Kabupaten Latihan", now_ms=lambda: at_ms, database=new_database())
    hub = LocalHub(tmp_path / "hub", read_list=read_roster, district=district)
    hub.start()
    add_account(hub.district, "sari", "Sari", PASSWORD, [ADMIN])
    found = Desk(hub)
    assert found.publish(range(30))
    yield found
    hub.close()


def test_a_list_of_this_month_and_of_the_next_is_published_without_a_question(desk: Desk) -> None:
    assert desk.publish(range(16))
    assert desk.publish(range(17), NEXT)
    assert desk.ticks() == {}
    assert desk.listed() == 17


@pytest.mark.parametrize(("now", "month", "next_month"), [(LAST, MONTH, NEXT), (FIRST, NEXT, AFTER)], indirect=["now"])
def test_a_month_begins_when_it_begins_in_the_district(desk: Desk, month: str, next_month: str) -> None:
    assert desk.month() == month
    assert desk.publish(range(31), next_month)
    assert desk.ticks() == {}
    assert desk.publish(range(32), AFTER) == (next_month == AFTER)


@pytest.mark.parametrize(
    ("families", "month", "code", "said"),
    [
        (range(29), BEFORE, "list_older", "untuk bulan 2026-09, padahal yang sudah terbit untuk bulan 2026-11"),
        (range(29), AHEAD, "list_month_ahead", "Bulan 2062-11 masih jauh"),
        (range(1000, 1030), MONTH, "list_of_others", "Dari 30 keluarga dalam daftar sekarang, hanya 0 ada"),
        (range(14), MONTH, "list_of_others", "Dari 30 keluarga dalam daftar sekarang, hanya 14 ada"),
    ],
)
def test_what_is_hardly_meant_is_asked_about_and_published_when_it_is(
    desk: Desk, families: range, month: str, code: str, said: str
) -> None:
    assert not desk.publish(families, month)
    assert said in desk.told
    assert f'value="{month}"' in desk.told
    assert f'value="{VILLAGE}"' in desk.told
    assert desk.listed() == 30
    ticks = desk.ticks()
    assert list(ticks) == [code]
    assert desk.publish(families, month, **ticks)
    assert desk.listed() == len(families)


def test_each_doubt_is_asked_about_and_for_that_very_file(desk: Desk) -> None:
    others = range(1000, 1030)
    assert not desk.publish(others, BEFORE)
    first = desk.ticks()
    assert not desk.publish(others, BEFORE, **first)
    both = desk.ticks()
    assert set(both) == {"list_older", "list_of_others"}
    assert not desk.publish(range(1000, 1031), BEFORE, **both)
    assert desk.listed() == 30
    assert desk.publish(others, BEFORE, **both)


def test_in_a_small_list_nobody_counts_who_is_gone(desk: Desk) -> None:
    assert desk.publish(range(FEWEST - 1))
    assert desk.publish(range(1000, 1001))
