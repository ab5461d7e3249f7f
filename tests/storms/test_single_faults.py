"""After a single fault, on whatever road, two attempts by that road are enough."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.postgres import NewDatabase
from tests.storms import accidents, office, roads
from tests.storms.calm import carry, check, settle_down
from tests.storms.roads import exchange, meet, write_stick
from tests.storms.schedules import Deed
from tests.storms.work import work
from tests.storms.world import OFFLINE, World

LINE, WIFI = 0, 1

ON_THE_LINE = [
    (roads.exchange_cut, 3, 7),
    (roads.exchange_cut, 9, 1),
    (roads.exchange_cut, 40, 0),
    (roads.exchange_cut, 40, 2),
    (roads.exchange_killed, 0, 0),
    (roads.exchange_killed, 0, 1),
    (roads.exchange_killed, 1, 0),
    (roads.exchange_killed, 1, 1),
    (accidents.killed, 0, 0),
    (accidents.clone, 0, 0),
    (accidents.restore_laptop, 0, 0),
    (accidents.restore_hub, 0, 0),
    (accidents.clock, 0, 1),
    (accidents.clock, 4, 1),
    (office.revoke_one_person, 0, 0),
]
IN_THE_ROOM = [
    (roads.meet_cut, 1, 0),
    (roads.meet_cut, 11, 0),
    (roads.meet_cut, 31, 0),
    (roads.meet_cut, 3, 4),
    (roads.meet_cut, 33, 30),
    (roads.meet_killed, 0, 0),
    (roads.meet_killed, 0, 6),
    (roads.meet_killed, 0, 12),
    (accidents.killed, 0, 0),
    (accidents.clone, 0, 0),
    (accidents.clock, 0, 1),
    (accidents.clock, 4, 1),
    (office.revoke_one_person, 0, 0),
]
BY_STICK = [
    (roads.write_stick, 0, 0),  # and it was lost
    (roads.stick_torn, 0, 20),
    (roads.stick_torn, 0, 40),
    (roads.stick_killed, 1, 2),
    (roads.stick_killed, 1, 12),
    (roads.stick_killed, 0, 1),
    (roads.stick_killed, 0, 9),
    (accidents.killed, 0, 0),
    (accidents.clone, 0, 0),
    (accidents.restore_laptop, 0, 0),
    (accidents.restore_hub, 0, 0),
    (accidents.clock, 0, 1),
    (accidents.clock, 4, 1),
    (office.revoke_one_person, 0, 0),
]


def named(fault: object) -> str:
    return getattr(fault, "__name__", str(fault))


def work_before(village: World, who: int) -> None:
    """All know of each other's work, there are backups of yesterday, and `who` has done something since."""
    for one in (LINE, WIFI):
        work(village, one, 1, 5)
        exchange(village, one, 0, 0)
    work(village, OFFLINE, 1, 5)
    for one in (LINE, WIFI, OFFLINE):
        carry(village, one)
    write_stick(village, LINE, 1, 0)
    accidents.copy(village, who, 0, 0)
    accidents.copy_hub(village, who, 0, 0)
    work(village, who, 1, 5)
    carry(village, who)
    work(village, who, 2, 5)


@dataclass
class OneFault:
    """A village, and how one fault of the table befalls one of its laptops."""

    path: Path
    new_database: NewDatabase

    @contextmanager
    def befalls(self, who: int, fault: Deed, what: int, much: int, *also: int) -> Iterator[World]:
        """Work, the fault, whatever is tried then; and after that all is calm and the same everywhere. The laptops of
        `also` have work of their own, too."""
        with World.begun(self.path, new_database=self.new_database) as village:
            work_before(village, who)
            for one in also:
                work(village, one, 0, 5)
            fault(village, who, what, much)
            yield village
            settle_down(village)
            check(village)


@pytest.fixture
def one_fault(tmp_path: Path, new_database: NewDatabase) -> OneFault:
    return OneFault(tmp_path, new_database)


@pytest.mark.parametrize(("fault", "what", "much"), ON_THE_LINE, ids=named)
def test_on_the_line(fault: Deed, what: int, much: int, one_fault: OneFault) -> None:
    with one_fault.befalls(LINE, fault, what, much) as village:
        laptop = village.laptops[LINE]
        laptop.exchange(village.url)
        second = laptop.exchange(village.url)
        assert second.photos_left == 0
        third = laptop.exchange(village.url)
        assert (third.sent_entries, third.received_entries) == (0, 0)


@pytest.mark.parametrize(("fault", "what", "much"), IN_THE_ROOM, ids=named)
def test_in_the_village_s_wifi(fault: Deed, what: int, much: int, one_fault: OneFault) -> None:
    with one_fault.befalls(WIFI, fault, what, much, OFFLINE) as village:
        for _ in range(2):
            meet(village, WIFI, OFFLINE - WIFI - 1, 1)
        one, other = village.laptops[WIFI], village.laptops[OFFLINE]
        assert one.store.vector() == other.store.vector()


@pytest.mark.parametrize(("fault", "what", "much"), BY_STICK, ids=named)
def test_by_stick(fault: Deed, what: int, much: int, one_fault: OneFault) -> None:
    with one_fault.befalls(OFFLINE, fault, what, much) as village:
        for _ in range(2):
            carry(village, OFFLINE)
        assert carry(village, OFFLINE) == 0
