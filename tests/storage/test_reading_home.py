from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.happened import AHEAD, BEHIND
from app.domain.ids import DeviceId, EntryId, FamilyId
from app.domain.payloads import (
    CalendarSet,
    DecisionMade,
    ItemDecided,
    ObjectionFiled,
    PersonChanged,
    ProposalWithdrawn,
    ReceiptIssued,
)
from app.shelf.calendars import shipped_calendars
from app.storage.journal import Origin
from app.storage.reading import SqlReading
from app.usecases.home import OpenObjections
from app.usecases.reading import FamilyFilter, FamilySort, ProposalFilter
from tests.storage.laptops import (
    OPERATOR,
    VILLAGE,
    HandChain,
    Laptop,
    correction,
    district,
    family,
    new_family,
    roster,
    visit,
)

DAY_MS = 86_400_000


def opened(folder: Path) -> tuple[Laptop, SqlReading]:
    laptop = Laptop(folder)
    laptop.publish(roster(family(number) for number in range(1, 13)))
    return laptop, SqlReading(laptop.database, laptop.clock, practice=True)


def test_each_figure_of_home_is_the_length_of_the_list_behind_it(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    laptop.record("k1", visit(family(1)))
    laptop.record("k2", visit(family(2), presence="not_found", absence_reason="moved"))
    laptop.record("k3", visit(family(3), result="3"))
    laptop.record("k4", visit(family(4)))
    other = HandChain("otherlaptopb.1", "stranger0001", 7)
    other.write("k4", visit(family(4), presence="not_found", absence_reason="moved"), 1)
    laptop.store.receive(other.entries)
    home = reading.home()

    assert home.families == reading.count_families(FamilyFilter()) == 12
    assert home.people == 24
    assert home.flagged == reading.count_families(FamilyFilter(flagged=True)) == 2
    assert home.no_nik == reading.count_families(FamilyFilter(no_nik=True)) == 0
    assert home.conflicting == reading.count_families(FamilyFilter(statuses=("conflicting",))) == 1
    left = reading.count_families(FamilyFilter(statuses=("not_visited", "incomplete")))
    assert home.visited == home.families - left == 3


@pytest.mark.parametrize("word", ["rejected", "returned", "accepted", "withdrawn", "refused"])
def test_a_proposed_family_that_nobody_asks_for_any_more_is_none_of_those_to_visit(tmp_path: Path, word: str) -> None:
    laptop, reading = opened(tmp_path)
    above = district()
    laptop.store.pin_district(above.public_key)
    asked = laptop.record("", new_family("Yohanes Lando", rt="003"))
    one = FamilyId(str(asked))
    assert reading.home().families == 13
    if word == "withdrawn":
        laptop.record(one, ProposalWithdrawn(asked, ""))
    elif word == "refused":
        laptop.record(one, ItemDecided(asked, "refused", "2026-11-20"))
    else:
        above.write(one, DecisionMade(asked, word), 100)
        laptop.store.receive(above.entries)
    home, still = reading.home(), int(word in ("returned", "accepted"))
    assert home.families == reading.count_families(FamilyFilter()) == 12 + still
    assert home.people == 24 + still
    assert reading.counts(FamilyFilter()).total == 12 + still
    assert sum(one.families for one in reading.places()) == 12 + still
    assert (one in [row.id for row in reading.route("003", "001")]) == bool(still)
    typed = FamilyFilter(text="Yohanes Lando")
    found = [row.id for row in reading.families(typed, FamilySort("match"), 0, 9)]
    assert found[0] == one, "who looks for it finds it"
    assert reading.counts(typed).total == reading.count_families(typed) == len(found)
    assert reading.family(one) is not None


def test_progress_adds_up_to_the_village(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    laptop.record("k1", visit(family(1)))
    laptop.record("k2", visit(family(2), presence="not_found", absence_reason="moved"))
    home = reading.home()

    assert sum(one.families for one in home.progress) == home.families
    assert sum(one.visited for one in home.progress) == home.visited == 2
    assert [(one.dusun, one.rt) for one in home.progress if one.not_found] == [("Dusun 2", "003")]
    assert [(one.dusun, one.rw, one.rt) for one in home.progress] == [
        (place.dusun, place.rw, place.rt) for place in reading.places()
    ]


def test_open_proposals_are_counted_by_state(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    above = district()
    laptop.store.pin_district(above.public_key)
    one = laptop.record("k1", correction("address", "", "Jl. 1"))
    two = laptop.record("k2", correction("address", "", "Jl. 2"))
    laptop.record("k3", correction("address", "", "Jl. 3"))
    above.write("k1", DecisionMade(EntryId(one), "returned", comment="foto kabur"), 100)
    above.write("k2", DecisionMade(EntryId(two), "rejected"), 110)
    laptop.store.receive(above.entries)
    home = reading.home()

    assert home.open_by_state == {"proposed": 1, "returned": 1}
    assert home.returned == 1
    assert home.decided == 1, "what was sent back is not decided"


def test_objections_are_counted_apart_with_the_day_by_which_the_most_pressing_must_be_answered(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    above = district()
    laptop.store.pin_district(above.public_key)
    filed = datetime.fromtimestamp(laptop.clock.now / 1000, UTC).astimezone().date()
    objection = ObjectionFiled("Pak Anton", True, "1", "objection", "")
    laptop.record("k1", objection)
    laptop.clock.now += 10 * DAY_MS
    laptop.record("k2", objection)
    laptop.record("k3", correction("address", "", "Jl. 3"))
    returned = laptop.record("k4", objection)
    above.write("k4", DecisionMade(EntryId(returned), "returned", comment="tanpa foto"), 100)
    laptop.store.receive(above.entries)
    laptop.clock.now += 5 * DAY_MS
    home = reading.home()

    assert home.open_by_state == {"proposed": 1}
    assert home.objections == (
        OpenObjections("proposed", 2, filed + timedelta(days=14), -1),
        OpenObjections("returned", 1, filed + timedelta(days=24), 9),
    )
    assert home.returned == 1


@pytest.mark.parametrize("years", [-2, 2])
def test_a_wrong_clock_moves_no_deadline_of_an_objection(tmp_path: Path, years: int) -> None:
    laptop, reading = opened(tmp_path)
    above = district()
    laptop.store.pin_district(above.public_key)
    above.now = laptop.clock.now
    above.write("", CalendarSet("", {}), 100)
    laptop.store.receive(above.entries)
    filed = datetime.fromtimestamp(laptop.clock.now / 1000, UTC).astimezone().date()
    laptop.clock.now += years * 365 * DAY_MS
    made = laptop.record("k1", ObjectionFiled("Pak Anton", True, "1", "objection", ""))
    laptop.clock.now -= years * 365 * DAY_MS
    above.now = laptop.clock.now
    end = laptop.store.vector()[laptop.chain]
    said = ReceiptIssued("1", {laptop.chain: end.seq}, {laptop.chain: end.hash})
    above.write("", said, laptop.store.entries_after({}, 1 << 20)[-1].turn + 1)
    laptop.store.receive(above.entries)
    assert reading.home().objections == (OpenObjections("proposed", 1, filed + timedelta(days=14), 14),)
    (row,) = reading.proposals(ProposalFilter(), 0, 10)
    assert row.objection_days_left == 14
    assert abs(row.at_ms - laptop.clock.now) < DAY_MS
    detail = reading.proposal(EntryId(made))
    assert detail is not None
    assert detail.objection_days_left == 14
    assert detail.happened[EntryId(made)].clock == (AHEAD if years > 0 else BEHIND)
    course = reading.family(FamilyId("k1"))
    assert course is not None
    assert [item.happened for item in course.history] == [detail.happened[EntryId(made)]]


def test_families_without_dusun_or_rt_have_a_list_of_their_own(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    placed = [family(number) for number in range(1, 7)]
    nowhere = [replace(family(7), dusun="", rt="", rw=""), replace(family(8), dusun="", rt="", rw="")]
    laptop.publish(roster([*placed, *nowhere, replace(family(9), rt="", rw="")]))
    reading = SqlReading(laptop.database, laptop.clock)
    for one in reading.home().progress:
        parts = {"dusun": one.dusun, "rt": one.rt, "rw": one.rw}
        unknown = frozenset(part for part, value in parts.items() if not value)
        which = FamilyFilter(dusun=one.dusun, rt=one.rt, rw=one.rw, without=unknown)
        assert reading.count_families(which) == one.families

    assert reading.count_families(FamilyFilter(without=frozenset({"dusun"}))) == 2
    assert [one.dusun for one in reading.home().progress][-1] == ""
    assert reading.count_families(FamilyFilter(without=frozenset({"rt", "rw"}))) == 3
    assert {row.id for row in reading.route("", "")} == {"k7", "k8", "k9"}


def test_the_windows_are_those_that_the_district_set_last(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    assert reading.calendar() == shipped_calendars()["default"]

    above = district()
    laptop.store.pin_district(above.public_key)
    above.write("", CalendarSet("default", {"input.last": 9}), 100)
    above.write("", CalendarSet("default", {"input.last": 12, "pull.first": 0, "pull.last": 0}), 110)
    laptop.store.receive(above.entries)
    set_by_district = reading.calendar()

    assert set_by_district.told
    assert {one.code: (one.first, one.last) for one in set_by_district.windows} == {
        "input": (1, 12),
        "meeting": (1, 14),
        "cut_off": (1, 17),
    }


@pytest.mark.parametrize("days", [{"input.first": 20, "input.last": 9}, {"objection_days": 0}])
def test_days_that_make_no_sense_leave_the_shelfs(tmp_path: Path, days: dict[str, int]) -> None:
    laptop, reading = opened(tmp_path)
    above = district()
    laptop.store.pin_district(above.public_key)
    above.write("", CalendarSet("default", days), 100)
    laptop.store.receive(above.entries)

    assert reading.calendar() == shipped_calendars()["default"]


def test_nobody_but_the_district_sets_its_calendar(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    other = HandChain("otherlaptopb.1", "stranger0001", 7)
    other.write("", CalendarSet("default", {"input.last": 30}), 1)
    laptop.store.receive(other.entries)

    assert not reading.calendar().told


def test_a_clock_that_stands_before_what_was_recorded_is_noticed_until_it_is_mended(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    laptop.record("k1", visit(family(1)))
    recorded = laptop.clock.now
    assert reading.home().clock_floor_ms == 0
    laptop.clock.now -= DAY_MS
    assert recorded - 2_000 <= reading.home().clock_floor_ms <= recorded
    laptop.clock.now += 2 * DAY_MS
    assert reading.home().clock_floor_ms == 0


def test_the_village_is_that_of_todays_list(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    village, home = reading.village(), reading.home()

    assert (village.code, village.name, village.subdistrict, village.district) == (
        VILLAGE,
        "Baruga",
        "Bantimurung",
        "Maros",
    )
    assert village.practice
    assert (village.pack_month, home.list_month) == ("2026-11", "2026-11")
    assert home.list_file is not None
    assert (home.list_file.name, home.list_file.sha256) == ("daftar.xlsx", "ab" * 32)
    assert home.list_file.at_ms == laptop.scalar("SELECT at_ms FROM pack WHERE applied = 2")
    assert laptop.scalar("SELECT id FROM pack WHERE applied = 2") == village.pack


def test_before_the_first_list_the_village_is_the_one_the_laptop_was_set_up_for(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    reading = SqlReading(laptop.database, laptop.clock)

    assert reading.village().code == VILLAGE
    assert reading.village().pack is None
    assert reading.home().families == reading.home().people == 0
    assert reading.home().list_month == ""
    assert reading.places() == []


def test_an_empty_store_answers_everything(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path, device="")
    reading = SqlReading(laptop.database, laptop.clock)

    assert reading.village().code == ""
    assert reading.people() == []
    assert reading.waiting().items == []
    assert reading.counts(FamilyFilter()).total == 0
    assert reading.count_families(FamilyFilter(text="siti")) == reading.count_families(FamilyFilter(text="5302")) == 0
    assert reading.home().last_exchange_at_ms == 0
    laptop.journal.start(Origin(DeviceId("laptopaaaaaa"), VILLAGE, "Laptop"))
    assert [person.name for person in reading.people()] == [OPERATOR.name]


def test_people_are_told_active_first(tmp_path: Path) -> None:
    laptop, reading = opened(tmp_path)
    laptop.record("", PersonChanged(OPERATOR.person, "Maria Bano", "operator", active=False))
    people = reading.people()

    assert [(person.id, person.role, person.active, person.certified) for person in people] == [
        (OPERATOR.person, "operator", False, False)
    ]


def test_what_comes_back_comes_back_to_whoever_made_it(tmp_path: Path) -> None:
    laptop, _ = opened(tmp_path)
    above = district()
    laptop.store.pin_district(above.public_key)
    mine = [laptop.record(f"k{n}", correction("address", "", f"Jl. {n}")) for n in (1, 2, 3)]
    colleague = HandChain("otherlaptopb.1", "operator0002", 7)
    theirs = colleague.write("k4", correction("address", "", "Jl. 4"), 50).id
    laptop.store.receive(colleague.entries)
    for turn, (family_id, proposal, outcome) in enumerate(
        (
            ("k1", mine[0], "returned"),
            ("k2", mine[1], "returned"),
            ("k3", mine[2], "accepted"),
            ("k4", theirs, "returned"),
        )
    ):
        comment = f"Lampirkan KK {turn}"
        said = DecisionMade(proposal, outcome, "bukti_kurang", "returned@balai-1", comment)
        above.write(family_id, said, 100 + 10 * turn)
    laptop.store.receive(above.entries)

    home = SqlReading(laptop.database, laptop.clock, person=OPERATOR.person).home()
    assert home.returned == 3
    assert [(one.proposal, one.head_name, one.comment) for one in home.returned_own] == [
        (mine[1], family(2).head_name, "Lampirkan KK 1"),
        (mine[0], family(1).head_name, "Lampirkan KK 0"),
    ]
    assert [
        one.proposal for one in SqlReading(laptop.database, laptop.clock, person="operator0002").home().returned_own
    ] == [theirs]
    bound = SqlReading(laptop.database, laptop.clock, person=OPERATOR.person, rts=("009/001",))
    assert bound.home().returned_own == ()
