"""What is contested on a laptop: listed, told in full, settled by an act, taken back, and the same on the other one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.contest import ASKED, LISTED, VisitContest, visit_contest
from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId, MemberId, PersonId
from app.domain.payloads import ChangeProposed, FieldChange
from app.domain.rivals import FATE, Rivalry, rivals
from app.domain.twins import Proposed, TwinContest, compare
from app.storage.reading import SqlReading
from app.usecases.contests import BASE, RIVALS, SAME, TWINS, VISITS, ContestDetail, ContestKey
from app.usecases.ports import Actor
from app.usecases.reading import ProposalFilter, ProposalRow
from app.usecases.settle import (
    KeepBoth,
    MergeProposals,
    SettleBase,
    SettleRivals,
    SettleVisits,
    TellApart,
    UndoSettling,
)
from tests.storage.laptops import Laptop, correction, family, new_family, photo, roster, visit

FAMILY = family(1)
K1 = FamilyId(FAMILY.id)


@pytest.fixture
def one(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path / "one")
    laptop.publish(roster(family(number) for number in range(1, 6)))
    return laptop


@pytest.fixture
def two(tmp_path: Path, one: Laptop) -> Laptop:
    laptop = Laptop(tmp_path / "two", "laptopbbbbbb", Actor(PersonId("operator0002"), "Nur Bora", "operator"), 2)
    laptop.take_all(one.store)
    return laptop


def meet(one: Laptop, two: Laptop) -> None:
    one.take_all(two.store)
    two.take_all(one.store)


def reading(laptop: Laptop, *rts: str) -> SqlReading:
    return SqlReading(laptop.database, laptop.clock, rts=rts)


def keys(laptop: Laptop, *rts: str) -> list[ContestKey]:
    rows = reading(laptop, *rts).contests()
    home = reading(laptop, *rts).home()
    assert (home.contested, home.said_twice) == (
        sum(row.key.kind != SAME for row in rows),
        sum(row.key.kind == SAME for row in rows),
    )
    return [row.key for row in rows]


def detail(laptop: Laptop) -> ContestDetail:
    found = reading(laptop).contest(keys(laptop)[0])
    assert found is not None
    return found


def visit_otherwise(one: Laptop, two: Laptop) -> None:
    one.record(K1, visit(FAMILY, answers={"id_lantai_terluas": "6"}, photos=(photo(1),)))
    two.record(K1, visit(FAMILY, answers={"id_lantai_terluas": "8"}))
    meet(one, two)


def contested_visits(laptop: Laptop) -> VisitContest:
    found = visit_contest(detail(laptop).standing)
    assert found is not None
    return found


def test_visits_that_disagree_are_contested_on_both_until_one_settles_them(one: Laptop, two: Laptop) -> None:
    visit_otherwise(one, two)
    assert keys(one) == keys(two) == [ContestKey(VISITS, K1)]
    assert set(detail(two).names.values()) == {"Maria Bano", "Nur Bora"}

    SettleVisits(two.journal)(K1, contested_visits(two), {"/id_lantai_terluas": 0}, "Dilihat bersama")
    assert (keys(one), keys(two)) == ([ContestKey(VISITS, K1)], [])
    meet(one, two)
    assert keys(one) == []
    assert one.dump() == two.dump()


def test_what_was_settled_is_told_and_can_be_taken_back(one: Laptop, two: Laptop) -> None:
    visit_otherwise(one, two)
    SettleVisits(two.journal)(K1, contested_visits(two), {"/id_lantai_terluas": 0}, "Dilihat bersama")
    meet(one, two)
    [row] = reading(one).settlings(10)
    assert (row.kind, row.head_name, row.author_name, row.note) == (
        "visits_settled", FAMILY.head_name, "Nur Bora", "Dilihat bersama",
    )  # fmt: skip

    UndoSettling(one.journal)(row, "Keliru")
    assert reading(one).settlings(10) == []
    assert keys(one) == [ContestKey(VISITS, K1)]


def test_a_new_list_that_says_a_third_thing_is_settled_either_way(one: Laptop) -> None:
    proposal = one.record(K1, correction("address", FAMILY.address, "Jl. Mawar 2"))
    one.publish(roster([replace(FAMILY, address="Jl. Kenari 9")]), month="2026-12")
    assert keys(one) == [ContestKey(BASE, K1, proposal)]
    told = detail(one)
    assert told.proposal is not None
    listed = told.standing.family

    SettleBase(one.journal)(K1, told.proposal, listed, {"/address": ASKED})
    assert keys(one) == []
    [row] = reading(one).settlings(10)
    UndoSettling(one.journal)(row)
    assert keys(one) == [ContestKey(BASE, K1, proposal)]
    SettleBase(one.journal)(K1, told.proposal, listed, {"/address": LISTED})
    assert keys(one) == []
    found = reading(one).proposal(proposal)
    assert found is not None
    assert (found.proposal.state, [event.state for event in found.proposal.events]) == (
        "withdrawn", ["settled", "undone", "settled"],
    )  # fmt: skip


def proposed_twice(one: Laptop, two: Laptop) -> tuple[EntryId, EntryId]:
    found = one.record("", new_family("Yohanes Lando")), two.record("", new_family("Yohanis Lando"))
    meet(one, two)
    return found


def side_by_side(laptop: Laptop) -> tuple[TwinContest, ContestDetail]:
    told = detail(laptop)
    assert told.proposal is not None
    assert told.other is not None
    assert told.other_proposal is not None
    kept = Proposed(told.proposal.id, told.standing.family)
    return compare(kept, Proposed(told.other_proposal.id, told.other.family)), told


def test_one_family_proposed_by_two_laptops_is_merged_and_comes_apart_again(one: Laptop, two: Laptop) -> None:
    kept, other = proposed_twice(one, two)
    assert keys(one) == keys(two) == [ContestKey(TWINS, FamilyId(kept), kept, other)]
    contest, told = side_by_side(two)
    assert told.proposal is not None
    assert told.other_proposal is not None
    name = f"{kept}#1/name"
    assert [row.key for row in contest.rows] == [name]

    MergeProposals(two.journal)(contest, told.proposal, told.other_proposal, {name: 1})
    meet(one, two)
    assert keys(one) == keys(two) == []
    assert one.dump() == two.dump()
    states = {row.id: (row.state, row.head_name) for row in _proposals(one)}
    assert states == {kept: ("proposed", "Yohanis Lando"), other: ("merged", "Yohanis Lando")}

    [row] = reading(one).settlings(10)
    assert len(row.entries) == 2
    UndoSettling(one.journal)(row)
    assert [key.kind for key in keys(one)] == [TWINS]
    assert {row.state for row in _proposals(one)} == {"proposed"}


def test_who_was_told_apart_is_contested_no_more_until_that_is_taken_back(one: Laptop, two: Laptop) -> None:
    proposed_twice(one, two)
    contest, _ = side_by_side(one)
    with pytest.raises(Refused, match="settling_note_missing"):
        TellApart(one.journal)(contest, " ")
    TellApart(one.journal)(contest, "Bapak dan anak senama")
    meet(one, two)
    assert keys(two) == []
    [row] = reading(two).settlings(10)
    assert (row.kind, row.note) == ("proposals_told_apart", "Bapak dan anak senama")
    UndoSettling(two.journal)(row)
    assert [key.kind for key in keys(two)] == [TWINS]


M1 = FAMILY.members[0].id


def asks(kind: str) -> ChangeProposed:
    return ChangeProposed(kind, MemberId(M1), reason="mampu", reason_list="i@1")


def contradict(one: Laptop, two: Laptop, kinds: tuple[str, str] = ("death", "revival")) -> tuple[EntryId, EntryId]:
    found = one.record(K1, asks(kinds[0])), two.record(K1, asks(kinds[1]))
    meet(one, two)
    return found


def pair_of(laptop: Laptop) -> Rivalry:
    [pair] = rivals(detail(laptop).standing)
    return pair


def test_of_two_proposals_about_one_family_one_is_chosen_and_that_is_taken_back(one: Laptop, two: Laptop) -> None:
    first, second = contradict(one, two)
    key = ContestKey(RIVALS, K1, first, second)
    assert keys(one) == keys(two) == [key]
    [row] = reading(one).contests()
    assert (row.asked, row.other_asked) == ("death", "revival")
    told = detail(two)
    assert told.other_proposal is not None
    assert set(told.names.values()) == {"Maria Bano", "Nur Bora"}

    SettleRivals(two.journal)(K1, pair_of(two), {f"/{FATE}": 1}, "Dilihat bersama")
    assert (keys(one), keys(two)) == ([key], [])
    meet(one, two)
    assert keys(one) == []
    assert one.dump() == two.dump()
    assert {row.id: row.state for row in _proposals(one)} == {first: "withdrawn", second: "proposed"}
    [settled] = reading(one).settlings(10)
    assert (settled.kind, settled.of_two, len(settled.entries)) == ("proposal_settled", True, 1)
    UndoSettling(one.journal)(settled, "Keliru")
    assert keys(one) == [key]


def test_what_both_corrections_lose_is_one_settling(one: Laptop, two: Laptop) -> None:
    for laptop, value in ((one, "a"), (two, "b")):
        fields = {"address": FAMILY.address, "dusun": FAMILY.dusun}
        changes = tuple(FieldChange(name, seen, value) for name, seen in fields.items())
        laptop.record(K1, ChangeProposed("correction", changes=changes))
    meet(one, two)
    SettleRivals(one.journal)(K1, pair_of(one), {"/address": 0, "/dusun": 1})
    assert keys(one) == []
    [settled] = reading(one).settlings(10)
    assert len(settled.entries) == 2
    UndoSettling(one.journal)(settled)
    assert [key.kind for key in keys(one)] == [RIVALS]


def test_two_proposals_that_both_stand_are_asked_about_no_more(one: Laptop, two: Laptop) -> None:
    contradict(one, two)
    with pytest.raises(Refused, match="settling_both_note_missing"):
        KeepBoth(one.journal)(K1, pair_of(one), " ")
    KeepBoth(one.journal)(K1, pair_of(one), "Meninggal, lalu ternyata hidup")
    meet(one, two)
    assert keys(two) == []
    [settled] = reading(two).settlings(10)
    assert (settled.kind, settled.of_two) == ("proposals_told_apart", True)
    UndoSettling(two.journal)(settled)
    assert [key.kind for key in keys(two)] == [RIVALS]


def test_what_was_said_twice_is_no_quarrel_and_becomes_one(one: Laptop, two: Laptop) -> None:
    first, second = contradict(one, two, ("death", "death"))
    assert keys(one) == [ContestKey(SAME, K1, first, second)]
    SettleRivals(one.journal)(K1, pair_of(one), {})
    meet(one, two)
    assert keys(two) == []
    assert one.dump() == two.dump()
    assert {row.id: row.state for row in _proposals(two)} == {first: "proposed", second: "merged"}
    [settled] = reading(two).settlings(10)
    assert (settled.kind, settled.of_two, len(settled.entries)) == ("proposals_merged", True, 1)
    UndoSettling(two.journal)(settled)
    assert [key.kind for key in keys(two)] == [SAME]


def test_nobody_sees_or_settles_rivals_of_another_rt(one: Laptop, two: Laptop, tmp_path: Path) -> None:
    contradict(one, two)
    assert [key.kind for key in keys(one, f"{FAMILY.rt}/{FAMILY.rw}")] == [RIVALS]
    assert keys(one, "009/001") == []
    bound = Actor(PersonId("enumerator01"), "Ana", "enumerator", (f"{FAMILY.rt}/{FAMILY.rw}",))
    three = Laptop(tmp_path / "three", "laptopcccccc", bound, 3)
    three.take_all(one.store)
    with pytest.raises(Refused, match="not_allowed"):
        SettleRivals(three.journal)(K1, pair_of(three), {f"/{FATE}": 0})


def test_nobody_sees_or_settles_what_is_contested_in_another_rt(one: Laptop, two: Laptop, tmp_path: Path) -> None:
    visit_otherwise(one, two)
    assert keys(one, f"{FAMILY.rt}/{FAMILY.rw}") == [ContestKey(VISITS, K1)]
    assert keys(one, "009/001") == []
    assert reading(one, "009/001").contest(ContestKey(VISITS, K1)) is None
    bound = Actor(PersonId("enumerator01"), "Ana", "enumerator", ("009/001",))
    three = Laptop(tmp_path / "three", "laptopcccccc", bound, 3)
    three.take_all(one.store)
    with pytest.raises(Refused, match="outside_rts"):
        SettleVisits(three.journal)(K1, contested_visits(three), {"/id_lantai_terluas": 0})
    own = Actor(PersonId("enumerator02"), "Ani", "enumerator", (f"{FAMILY.rt}/{FAMILY.rw}",))
    four = Laptop(tmp_path / "four", "laptopdddddd", own, 4)
    four.take_all(one.store)
    SettleVisits(four.journal)(K1, contested_visits(four), {"/id_lantai_terluas": 0})
    assert keys(four) == []


def test_what_is_gone_or_unknown_is_no_contest(one: Laptop) -> None:
    assert reading(one).contest(ContestKey(VISITS, FamilyId("nobody"))) is None
    assert reading(one).contest(ContestKey(BASE, K1, EntryId("a.1/9"))) is None
    new = one.record("", new_family())
    assert reading(one).contest(ContestKey(TWINS, FamilyId(new), new, EntryId("a.1/9"))) is None


def _proposals(laptop: Laptop) -> list[ProposalRow]:
    return list(reading(laptop).proposals(ProposalFilter(), 0, 10))
