from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.ids import EntryId, MemberId
from app.domain.payloads import CalendarSet, ChangeProposed, DecisionMade, ObjectionFiled
from app.storage.reading import SqlReading
from app.usecases.reading import ProposalFilter
from tests.storage.laptops import Laptop, correction, district, family, new_family, roster

DAY_MS = 86_400_000
EVERYTHING = ProposalFilter()


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path)
    laptop.publish(roster(family(number) for number in range(1, 9)))
    return laptop


@pytest.fixture
def reading(laptop: Laptop) -> SqlReading:
    return SqlReading(laptop.database, laptop.clock)


def ids(reading: SqlReading, which: ProposalFilter = EVERYTHING) -> list[str]:
    rows = reading.proposals(which, 0, 100)
    assert reading.count_proposals(which) == len(rows)
    return [str(row.id) for row in rows]


def objection() -> ObjectionFiled:
    return ObjectionFiled("Pak Anton", True, "1", "objection", "")


def test_the_newest_proposal_stands_first(laptop: Laptop, reading: SqlReading) -> None:
    made = [laptop.record(f"k{n}", correction("address", "", f"Jl. {n}")) for n in (1, 2, 3)]

    assert ids(reading) == made[::-1]
    assert [str(row.id) for row in reading.proposals(EVERYTHING, 1, 1)] == [made[1]]


def test_a_row_names_family_member_author_and_state(laptop: Laptop, reading: SqlReading) -> None:
    official = family(4)
    member = official.members[1]
    laptop.record("k4", ChangeProposed("death", member=MemberId(member.id), reason="3"))
    row = reading.proposals(EVERYTHING, 0, 1)[0]

    assert (row.family, row.head_name, row.member_name) == ("k4", official.head_name, member.name)
    assert (row.kind, row.state, row.rt, row.rw, row.author_name) == ("death", "proposed", "001", "001", "Maria Bano")
    assert row.objection_days_left is None


def test_filters_by_kind_state_openness_rt_and_text(laptop: Laptop, reading: SqlReading) -> None:
    above = district()
    laptop.store.pin_district(above.public_key)
    one = laptop.record("k1", correction("address", "", "Jl. 1"))
    two = laptop.record("k2", objection())
    new = laptop.record("", new_family("Yohanes Lando"))
    above.write("k1", DecisionMade(EntryId(one), "rejected", "7", "decisions", "tidak cukup bukti"), 100)
    laptop.store.receive(above.entries)

    assert ids(reading, ProposalFilter(kinds=("objection", "new_family"))) == [new, two]
    assert ids(reading, ProposalFilter(states=("rejected",))) == [one]
    assert ids(reading, ProposalFilter(states=("rejected",), objection_states=("proposed",))) == [two, one]
    assert ids(reading, ProposalFilter(open_only=True)) == [new, two]
    assert ids(reading, ProposalFilter(rts=("002/001",))) == [one]
    assert ids(reading, ProposalFilter(text="yohanis lando"))[0] == new
    assert ids(reading, ProposalFilter(text="wlxqk")) == []


def test_the_districts_word_is_shown_with_its_reason(laptop: Laptop, reading: SqlReading) -> None:
    above = district()
    laptop.store.pin_district(above.public_key)
    one = laptop.record("k1", correction("address", "", "Jl. 1"))
    above.write("k1", DecisionMade(EntryId(one), "returned", "7", "decisions", "foto kabur"), 100)
    laptop.store.receive(above.entries)
    row, detail = reading.proposals(EVERYTHING, 0, 1)[0], reading.proposal(EntryId(one))

    assert (row.state, row.comment, row.reason, row.transport.state) == ("returned", "foto kabur", "7", "decided")
    assert row.answered_at_ms == row.transport.at_ms > 0
    assert detail is not None
    assert [event.state for event in detail.proposal.events] == ["returned"]
    assert detail.author_name == "Maria Bano"


def test_an_objections_fourteen_days_run_down_and_below_nothing(laptop: Laptop, reading: SqlReading) -> None:
    laptop.record("k1", objection())

    def left() -> int | None:
        return reading.proposals(EVERYTHING, 0, 1)[0].objection_days_left

    assert left() == 14
    laptop.clock.now += 5 * DAY_MS
    assert left() == 9
    laptop.clock.now += 10 * DAY_MS
    assert left() == -1


def test_the_days_of_an_objection_are_those_of_the_villages_district(laptop: Laptop) -> None:
    one = laptop.record("k1", objection())
    above = district()
    laptop.store.pin_district(above.public_key)
    above.write("", CalendarSet("default", {"objection_days": 10}), 100)
    laptop.store.receive(above.entries)

    reading = SqlReading(laptop.database, laptop.clock)
    detail = reading.proposal(one)
    assert reading.proposals(EVERYTHING, 0, 1)[0].objection_days_left == 10
    assert detail is not None
    assert detail.objection_days_left == 10
    assert reading.home().objections[0].days_left == 10


def test_an_answered_objection_has_no_days_left(laptop: Laptop, reading: SqlReading) -> None:
    above = district()
    laptop.store.pin_district(above.public_key)
    one = laptop.record("k1", objection())
    above.write("k1", DecisionMade(EntryId(one), "rejected"), 100)
    laptop.store.receive(above.entries)

    assert reading.proposals(EVERYTHING, 0, 1)[0].objection_days_left is None


def test_an_enumerator_is_shown_the_proposals_of_his_rts(laptop: Laptop) -> None:
    one = laptop.record("k1", correction("address", "", "Jl. 1"))
    laptop.record("k2", correction("address", "", "Jl. 2"))
    bound = SqlReading(laptop.database, laptop.clock, rts=("002/001",))

    assert ids(bound) == [one]
    assert ids(bound, ProposalFilter(rts=("003/001",))) == []
    assert bound.home().open_by_state == {"proposed": 1}


def test_a_proposal_that_nobody_made_is_none(reading: SqlReading) -> None:
    assert reading.proposal(EntryId("laptopaaaaaa.1/999")) is None
