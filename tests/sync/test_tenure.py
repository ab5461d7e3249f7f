"""A certificate ends by the district's time, alike for all who hold the entries; no wrong clock ends or prolongs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from app.domain.entry import is_behind
from app.domain.ids import EntryId, FamilyId
from app.domain.tenure import day_of
from app.hub import tables
from app.hub.district import open_district, wall_ms
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.terms import renew
from app.storage.clock import floor_ms
from app.storage.projection import rebuild
from tests.postgres import NewDatabase
from tests.storage.laptops import dump
from tests.sync.conftest import backed_up
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST

pytestmark = pytest.mark.both_stores
DAY_MS = 86_400_000
YEARS = 730
ENDED = "certificate_ended"


@dataclass
class Village:
    """A district whose days pass, and laptops whose clocks go with it, rightly or not."""

    folder: Path
    days: float = 0
    laptops: list[Laptop] = field(default_factory=list)
    wrong_by: dict[str, float] = field(default_factory=dict)
    hub: LocalHub = field(init=False)

    def begin(self, database: str) -> None:
        """Open the district."""
        self.open("hub", database)
        publish(self.hub.district, VILLAGE, LIST, month="2026-11")

    def open(self, name: str, database: str) -> None:
        """Serve from a folder."""
        made = open_district(self.folder / name, "Kab. Uji", now_ms=self.now_ms, database=database)
        self.hub = LocalHub(self.folder / name, district=made)
        self.hub.start()

    def now_ms(self) -> int:
        """The district's clock."""
        return wall_ms() + int(self.days * DAY_MS)

    def laptop(self, name: str) -> Laptop:
        """One more, enrolled."""
        made = Laptop.open(self.folder / name, "operator", name)
        self.laptops.append(made)
        self._wind()
        made.enrol(self.hub)
        made.exchange()
        return made

    def pass_days(self, days: float) -> None:
        """For everybody, whether their clocks are right or not."""
        self.days += days
        self._wind()

    def set_wrong(self, laptop: Laptop, days: float) -> None:
        """Let a laptop's clock stand so many days ahead, or behind."""
        self.wrong_by[laptop.keys.device] = days
        self._wind()

    def _wind(self) -> None:
        for one in self.laptops:
            one.wall.wrong_by_ms = int((self.days + self.wrong_by.get(one.keys.device, 0)) * DAY_MS)

    def end_in(self, laptop: Laptop, days: int | None) -> None:
        """Let the certificate of a laptop's official end so many days from now; None for no end."""
        until = day_of(self.now_ms() + days * DAY_MS) if days is not None else ""
        with self.hub.district.database.read() as connection:
            held = select(tables.person.c.until).where(tables.person.c.person == laptop.actor.person)
            now = connection.execute(held).scalar_one()
        if now != until:
            renew(self.hub.district, VILLAGE, laptop.actor.person, laptop.actor.role, (), until, by="Rahma")

    def settle(self) -> None:
        """Everybody hears of everything."""
        for _ in range(2):
            for one in self.laptops:
                one.exchange(self.hub.url)

    def at_district(self) -> dict[str, str]:
        """Entry -> why it does not count, of those that do not."""
        with self.hub.district.database.read() as connection:
            rows = connection.execute(select(tables.entry).where(tables.entry.c.reason != "")).all()
        return {f"{row.chain}/{row.seq}": str(row.reason) for row in rows}

    def everywhere(self) -> dict[str, str]:
        """The same, once everybody has settled and agrees."""
        self.settle()
        found = self.at_district()
        for one in self.laptops:
            assert aside(one) == found, one.actor.name
            before = _dump(one)
            with one.database.write() as connection:
                rebuild(connection)
            assert _dump(one) == before
        return found


def aside(laptop: Laptop) -> dict[str, str]:
    """Entry -> why it does not count here."""
    with laptop.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT chain, seq, quarantine FROM entry WHERE quarantine <> ''").all()
    return {f"{chain}/{seq}": str(reason) for chain, seq, reason in rows}


def _dump(laptop: Laptop) -> object:
    with laptop.database.read() as connection:
        return dump(connection)


@pytest.fixture
def village(tmp_path: Path, new_database: NewDatabase) -> Iterator[Village]:
    """A district, and no laptop yet."""
    made = Village(tmp_path)
    made.begin(new_database())
    yield made
    for one in made.laptops:
        one.close()
    made.hub.close()


def test_one_entry_of_a_clock_years_ahead_spoils_nothing_that_follows(village: Village) -> None:
    one, other = village.laptop("Siti"), village.laptop("Baso")
    village.end_in(one, 30)
    one.exchange()
    village.set_wrong(one, YEARS)
    one.visit("f-1", note="jam dua tahun di depan")
    village.set_wrong(one, 0)
    one.visit("f-1", note="jam benar lagi")
    assert aside(one) == {}, "nothing says yet that the certificate has ended"
    one.write_stick(village.folder / "stik")
    other.read_stick(village.folder / "stik")
    assert aside(other) == {}
    village.pass_days(1)
    assert village.everywhere() == {}
    with one.database.read() as connection:
        assert floor_ms(connection) <= village.now_ms(), "with the receipt the clock is known to have stood ahead"
    one.visit("f-2")
    newest = one.store.entries_after({}, 1 << 24)[-1]
    assert not is_behind(newest.at_ms, newest.floor_ms)
    assert village.everywhere() == {}


def test_behind_the_end_nothing_counts_though_the_clock_is_set_back(village: Village) -> None:
    one, other = village.laptop("Siti"), village.laptop("Baso")
    village.end_in(one, 3)
    one.exchange()
    before = one.visit("f-1", note="dalam masa tugas")
    village.pass_days(10)
    other.visit("f-2")
    other.exchange()
    one.exchange()
    village.set_wrong(one, -9)
    back = one.visit("f-1", note="jam dimundurkan")
    village.set_wrong(one, YEARS)
    ahead = one.visit("f-1", note="jam dimajukan")
    village.set_wrong(one, -9)
    hidden = one.visit("f-1", note="dimajukan lalu dimundurkan")
    assert set(aside(one)) >= {back, ahead, hidden}, "this laptop has heard from the district after the last day"
    found = village.everywhere()
    assert {back, ahead, hidden} <= set(found)
    assert set(found.values()) == {ENDED}
    assert before not in found


def test_work_of_the_last_days_counts_however_late_it_comes(village: Village) -> None:
    one = village.laptop("Siti")
    village.end_in(one, 3)
    one.exchange()
    inside = one.visit("f-1")
    village.pass_days(5)
    outside = one.visit("f-1")
    assert aside(one) == {}, "only the clock says that it is over, and it may be wrong"
    village.pass_days(60)
    found = village.everywhere()
    assert inside not in found
    assert found[outside] == ENDED


def test_a_certificate_that_is_extended_lets_count_what_was_set_aside_as_far_as_it_reaches(village: Village) -> None:
    one, other = village.laptop("Siti"), village.laptop("Baso")
    village.end_in(one, 2)
    one.exchange()
    village.pass_days(4)
    early = one.visit("f-1")
    village.everywhere()
    village.pass_days(40)
    late = one.visit("f-2")
    found = village.everywhere()
    assert (found[early], found[late]) == (ENDED, ENDED)
    village.end_in(one, 5)
    assert village.at_district() == {}
    other.exchange()
    other.write_stick(village.folder / "stik")
    one.read_stick(village.folder / "stik")
    assert aside(one) == {}, "the new certificate came by stick"
    again = one.visit("f-1")
    village.pass_days(10)
    over = one.visit("f-1")
    found = village.everywhere()
    assert again not in found
    assert found[over] == ENDED
    assert not {early, late} & set(found)


def test_work_that_a_copy_of_the_disk_makes_be_told_again_keeps_its_time(village: Village) -> None:
    one, other = village.laptop("Siti"), village.laptop("Baso")
    village.end_in(one, 3)
    one.exchange()
    twin = one.clone(village.folder / "twin")
    twin.visit("f-2", note="kembaran")
    inside = one.visit("f-1", note="dalam masa tugas")
    twin.exchange()
    twin.close()
    village.pass_days(10)
    other.visit("f-2")
    other.exchange()
    one.exchange()
    found = village.everywhere()
    told = [record.entry for record in one.journal.entries(FamilyId("f-1")) if record.entry.id != inside]
    assert [entry.id in found for entry in told] == [False]
    assert not is_behind(told[0].at_ms, told[0].floor_ms)


def test_a_restored_district_goes_by_the_receipts_that_come_back_to_it(
    village: Village, request: pytest.FixtureRequest
) -> None:
    one, other = village.laptop("Siti"), village.laptop("Baso")
    village.end_in(one, 3)
    one.exchange()
    other.exchange()
    village.hub.close()
    copy = backed_up(village.folder / "hub", village.folder / "copy", request)
    village.open("hub", "")
    village.set_wrong(one, YEARS)
    ahead = one.visit("f-1", note="jam dua tahun di depan")
    village.set_wrong(one, 0)
    one.exchange(village.hub.url)
    village.hub.close()
    village.open("copy", copy)
    village.pass_days(10)
    late = one.visit("f-1", note="sesudah masa tugas")
    found = village.everywhere()
    assert ahead not in found, "it had arrived in time, as the receipt tells"
    assert found[late] == ENDED


@pytest.mark.parametrize("seed", range(6))
def test_whatever_clocks_do_district_and_laptops_come_to_the_same_verdicts(village: Village, seed: int) -> None:
    random = Random(seed)
    one, other = village.laptop("Siti"), village.laptop("Baso")
    made: list[EntryId] = []
    for step in range(24):
        laptop = random.choice((one, other))
        deed = random.randrange(8)
        if deed <= 2:
            made.append(laptop.visit(f"f-{1 + step % 2}", note=str(step)))
        elif deed == 3:
            village.pass_days(random.choice((0.3, 1, 5)))
        elif deed == 4:
            village.set_wrong(laptop, random.choice((0, 0, 2, -2, YEARS, -YEARS)))
        elif deed == 5:
            village.end_in(laptop, random.choice((0, 1, 4, 400 + step)))
        elif deed == 6:
            laptop.exchange()
        else:
            stick = village.folder / f"stik{step}"
            laptop.write_stick(stick)
            (other if laptop is one else one).read_stick(stick)
    found = village.everywhere()
    assert made
    assert set(found.values()) <= {ENDED}
    for laptop in (one, other):
        village.end_in(laptop, None)
    assert village.everywhere() == {}
