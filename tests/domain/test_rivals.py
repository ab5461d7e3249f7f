"""Two proposals about one listed family: when they contradict each other, when they say one thing, and what is left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contest import Picks
from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId, MemberId
from app.domain.payloads import (
    ChangeProposed,
    Endorsed,
    Evidence,
    FieldChange,
    ItemDecided,
    NewFamily,
    NewMember,
    ObjectionFiled,
    Outcome,
    ProposalsToldApart,
    SettlingUndone,
)
from app.domain.proposal_course import ProposalStanding
from app.domain.rivals import FATE, Rivalry, contradict, kept_of, left_of, merge_same, rivals, settle_rivals
from app.domain.roster import Family
from tests.domain.test_standing import FAMILY, Story

M1, M2 = MemberId("m1"), MemberId("m2")
ALONE = replace(FAMILY, members=FAMILY.members[:1])


def asks(kind: str, member: MemberId | None = None, **words: object) -> ChangeProposed:
    return ChangeProposed(kind, member, **words)  # type: ignore[arg-type]  # words are the payload's own fields


def corrects(member: MemberId | None = None, **fields: str) -> ChangeProposed:
    return asks("correction", member, changes=tuple(FieldChange(name, "", value) for name, value in fields.items()))


def joined(address: str) -> ChangeProposed:
    """Joined with another family, whose card stays at Jl. Melati 1."""
    where = (FieldChange("address", "Jl. Melati 1", address),)
    return asks("merge", other_family=FamilyId("k2"), new_address=where)


DEAD, ALIVE = asks("death", M1), asks("revival", M1)
MOVED = asks("move", direction="luar_kecamatan")
MOVED_IN = replace(MOVED, direction="desa", changes=(FieldChange("address", "Jl. Melati 1", "Jl. Mawar 2"),))
TO_MAWAR = replace(MOVED_IN, members=(M1,), changes=(), new_address=(FieldChange("address", "", "Jl. Mawar 2"),))
TO_MELATI = replace(TO_MAWAR, new_address=(FieldChange("address", "", "Jl. Melati 9"),))
INELIGIBLE = asks("ineligible", reason="mampu", reason_list="i@1")


def pairs(*bodies: ChangeProposed | ObjectionFiled, family: Family = FAMILY) -> tuple[Rivalry, ...]:
    """What each told on a laptop of its own."""
    story = Story()
    for number, body in enumerate(bodies):
        story.tells(body, chain=f"{'abc'[number]}.1")
    return rivals(story.standing(family))


def rows(*bodies: ChangeProposed, family: Family = FAMILY) -> list[str]:
    """The keys of what has to be chosen; fails where there is no pair."""
    [pair] = pairs(*bodies, family=family)
    return [row.key for row in pair.rows]


CONTRADICTIONS = [
    (DEAD, ALIVE),
    (DEAD, asks("move", members=(M1, M2), direction="luar_kecamatan")),
    (DEAD, asks("duplicate", M1, other_family=FamilyId("k2"))),
    (DEAD, replace(DEAD, event_date="2026-11-03")),
    (MOVED, INELIGIBLE),
    (MOVED, replace(MOVED, direction="luar_kabupaten")),
    (MOVED, replace(MOVED, members=(M1,))),
    (replace(MOVED, members=(M1,)), replace(MOVED, members=(M1, M2))),
    (INELIGIBLE, replace(INELIGIBLE, reason="asn")),
    (INELIGIBLE, corrects(address="Jl. Mawar 2")),
    (INELIGIBLE, corrects(M2, birth_date="1990-01-01")),
    (INELIGIBLE, asks("representative", M2)),
    (INELIGIBLE, asks("withdrawal")),
    (INELIGIBLE, MOVED_IN),
    (TO_MAWAR, TO_MELATI),
    (joined("Jl. Melati 1"), joined("Jl. Mawar 2")),
    (DEAD, corrects(M1, nik="5302050101800001")),
    (DEAD, asks("representative", M1)),
    (DEAD, asks("split", members=(M1,), outcome=Outcome(head=M1))),
    (asks("representative", M1), asks("representative", M2)),
    (asks("merge", other_family=FamilyId("k2")), asks("merge", other_family=FamilyId("k3"))),
    (asks("duplicate", other_family=FamilyId("k2")), asks("merge", other_family=FamilyId("k2"))),
    (corrects(address="Jl. Mawar 9"), MOVED_IN),
]
DEAD_EARLIER = replace(DEAD, event_date="2026-11-02")
CONTRADICTIONS[3] = (DEAD_EARLIER, replace(DEAD, event_date="2026-11-03"))


@pytest.mark.parametrize("bodies", CONTRADICTIONS)
def test_of_two_that_contradict_each_other_one_has_to_be_chosen(bodies: tuple[ChangeProposed, ChangeProposed]) -> None:
    assert rows(*bodies) == rows(*reversed(bodies)) == [f"/{FATE}"]


AGREEABLE = [
    (DEAD, asks("death", M2)),
    (DEAD, corrects(M2, name="Siti Aminah")),
    (DEAD, corrects(address="Jl. Mawar 2")),
    (DEAD, MOVED),
    (DEAD, asks("representative", M2)),
    (ALIVE, MOVED),
    (asks("withdrawal"), corrects(address="Jl. Mawar 2")),
    (corrects(address="Jl. Mawar 2"), corrects(rt="002")),
    (corrects(M1, name="Hasan"), corrects(M2, name="Husen")),
    (corrects(address="Jl. Mawar 2", rt="002"), corrects(address="Jl. Mawar 2", rw="002")),
    (replace(MOVED, members=(M1,)), replace(MOVED, members=(M2,))),
    (MOVED_IN, asks("representative", M2)),
]


@pytest.mark.parametrize("bodies", AGREEABLE)
def test_two_that_can_both_be_are_no_rivals(bodies: tuple[ChangeProposed, ChangeProposed]) -> None:
    assert pairs(*bodies) == pairs(*reversed(bodies)) == ()


def test_in_a_family_of_one_the_family_is_that_one() -> None:
    assert rows(DEAD, MOVED, family=ALONE) == [f"/{FATE}"]
    assert rows(asks("withdrawal"), DEAD, family=ALONE) == [f"/{FATE}"]


def test_two_corrections_are_asked_about_field_by_field_with_what_the_list_says() -> None:
    [pair] = pairs(corrects(M1, name="Hasan B", nik="1"), corrects(M1, name="Hasan C", nik="2", sex="1"))
    assert [(row.key, row.base, row.said) for row in pair.rows] == [
        ("m1/name", "Hasan", ("Hasan B", "Hasan C")),
        ("m1/nik", "", ("1", "2")),
    ]


SAME = [
    (DEAD, DEAD),
    (DEAD, replace(DEAD, event_date="2026-11-03")),
    (corrects(address="Jl. Mawar 2"), corrects(address="Jl. Mawar 2")),
    (corrects(address="Jl. Mawar 2"), corrects(address="Jl. Mawar 2", rt="002")),
    (MOVED, replace(MOVED, note="Ke Kupang", evidence=(Evidence("aa", 1, "surat"),))),
]


@pytest.mark.parametrize("bodies", SAME)
def test_two_of_which_one_says_all_that_the_other_says_are_one_thing_said_twice(
    bodies: tuple[ChangeProposed, ChangeProposed],
) -> None:
    [pair], [turned] = pairs(*bodies), pairs(*reversed(bodies))
    assert (pair.same, turned.same) == (True, True)
    assert kept_of(pair)[0].body == kept_of(turned)[0].body or bodies[0].changes == bodies[1].changes


def test_new_people_make_a_correction_another_one() -> None:
    one = replace(corrects(address="Jl. Mawar 2"), new_members=(NewMember("Ana", "", "2020-01-01", "2", "3"),))
    assert pairs(one, replace(one, new_members=(NewMember("Ani", "", "2021-01-01", "2", "3"),))) == ()
    assert [pair.same for pair in pairs(one, one)] == [True]


def test_objections_and_new_families_are_no_rivals() -> None:
    new = asks("new_family", new_family=NewFamily("", "Jl. Baru", "", "001", "001", ()))
    assert pairs(DEAD, ObjectionFiled("Ana", True, "mampu", "o@1", "Kaya")) == ()
    assert pairs(new, INELIGIBLE) == ()


def test_one_person_on_one_laptop_quarrels_with_nobody_but_cannot_have_both() -> None:
    story = Story()
    story.tells(corrects(address="Jl. Mawar 2"))
    story.tells(corrects(address="Jl. Mawar 3"))
    standing = story.standing()
    assert rivals(standing) == ()
    one, other = standing.proposals
    assert contradict(one, other, standing.family)


def test_one_person_on_two_laptops_and_two_persons_on_one_do() -> None:
    for change in ({"author": "of-a.1"}, {"chain": "a.2"}):
        story = Story()
        story.tells(corrects(address="Jl. Mawar 2"))
        story.tells(corrects(address="Jl. Mawar 3"), chain="b.1")
        story.records[1] = replace(story.records[1], entry=replace(story.records[1].entry, **change))  # type: ignore[arg-type]  # names
        assert len(rivals(story.standing())) == 1


def test_what_is_closed_is_no_rival() -> None:
    story = Story()
    one = story.tells(DEAD)
    story.tells(ALIVE, chain="b.1")
    story.tells(ItemDecided(one, "refused", "2026-11-20"))
    assert rivals(story.standing()) == ()


def settle(story: Story, picks: Picks, chain: str = "c.1") -> list[EntryId]:
    [pair] = rivals(story.standing())
    return [story.tells(one, chain) for one in settle_rivals(pair, picks, "Dilihat bersama")]


def states(story: Story) -> list[str]:
    return [one.state for one in story.standing().proposals]


def test_whichever_was_chosen_goes_on_and_the_other_is_closed_until_that_is_taken_back() -> None:
    story = Story()
    story.tells(DEAD)
    other = story.tells(ALIVE, chain="b.1")
    [settled] = settle(story, {f"/{FATE}": 0})
    assert (states(story), rivals(story.standing())) == (["proposed", "withdrawn"], ())
    event = story.standing().proposals[1].events[-1]
    assert (event.state, event.note) == ("settled", "Dilihat bersama")
    story.tells(SettlingUndone(settled, "proposal_settled"), chain="c.1")
    assert states(story) == ["proposed", "proposed"]
    assert [pair.second.id for pair in rivals(story.standing())] == [other]


def fields(proposal: ProposalStanding) -> dict[str, str]:
    assert isinstance(proposal.body, ChangeProposed)
    return {change.field: change.proposed for change in proposal.body.changes}


def test_of_two_corrections_each_keeps_the_fields_in_which_it_is_right() -> None:
    story = Story()
    story.tells(corrects(address="Jl. Mawar 2", rt="002", kk="1"))
    story.tells(corrects(address="Jl. Mawar 3", rt="003"), chain="b.1")
    assert len(settle(story, {"/address": 0, "/rt": 1})) == 2
    assert [fields(one) for one in story.standing().proposals] == [
        {"address": "Jl. Mawar 2", "kk": "1"},
        {"rt": "003"},
    ]
    assert rivals(story.standing()) == ()


def test_a_correction_of_which_nothing_is_left_is_closed() -> None:
    story = Story()
    story.tells(corrects(address="Jl. Mawar 2", kk="1"))
    story.tells(corrects(address="Jl. Mawar 3"), chain="b.1")
    [pair] = rivals(story.standing())
    assert (left_of(pair, 0, pair.rows), left_of(pair, 1, pair.rows)) == (frozenset({"kk"}), None)
    settle(story, {"/address": 0})
    assert states(story) == ["proposed", "withdrawn"]


@pytest.mark.parametrize(("taken", "left"), [(0, ["proposed", "withdrawn"]), (1, ["proposed", "proposed"])])
def test_beside_a_move_within_the_village_a_correction_loses_the_address_alone(taken: int, left: list[str]) -> None:
    story = Story()
    story.tells(corrects(address="Jl. Mawar 9", kk="1"))
    story.tells(MOVED_IN, chain="b.1")
    settle(story, {f"/{FATE}": taken})
    assert states(story) == left
    assert fields(story.standing().proposals[0]).get("kk") == "1"


def test_both_may_stand_and_are_asked_about_no_more() -> None:
    story = Story()
    one, other = story.tells(INELIGIBLE), story.tells(corrects(address="Jl. Mawar 2"), chain="b.1")
    said = story.tells(ProposalsToldApart(one, other, FamilyId("k1"), "Keduanya benar"), chain="c.1")
    assert rivals(story.standing()) == ()
    story.tells(SettlingUndone(said, "proposals_told_apart"), chain="c.1")
    assert len(rivals(story.standing())) == 1


def test_of_two_laptops_that_choose_otherwise_the_earlier_word_holds() -> None:
    story = Story()
    story.tells(DEAD)
    story.tells(ALIVE, chain="b.1")
    [pair] = rivals(story.standing())
    [first], [later] = (settle_rivals(pair, {f"/{FATE}": taken}) for taken in (0, 1))
    held = story.tells(first, chain="c.1")
    story.tells(later, chain="d.1")
    assert states(story) == ["proposed", "withdrawn"]
    story.tells(SettlingUndone(held, "proposal_settled"), chain="c.1")
    assert states(story) == ["withdrawn", "proposed"]


def test_what_was_said_twice_becomes_one_with_the_evidence_of_both_as_far_as_it_has_gone() -> None:
    story = Story()
    one = story.tells(replace(DEAD, evidence=(Evidence("aa", 1, "akta"),)))
    story.tells(replace(DEAD, evidence=(Evidence("bb", 1, "surat"),)), chain="b.1")
    story.tells(ItemDecided(one, "agreed", "2026-11-20"))
    story.tells(Endorsed(one))
    [pair] = rivals(story.standing())
    merged = story.tells(merge_same(pair, FamilyId("k1")), chain="c.1")
    assert states(story) == ["endorsed", "merged"]
    assert [piece.name for piece in story.standing().proposals[0].body.evidence] == ["aa", "bb"]
    story.tells(SettlingUndone(merged, "proposals_merged"), chain="c.1")
    assert states(story) == ["endorsed", "proposed"]


def test_the_one_that_has_gone_further_goes_on() -> None:
    story = Story()
    story.tells(DEAD)
    other = story.tells(DEAD, chain="b.1")
    story.tells(ItemDecided(other, "agreed", "2026-11-20"), chain="b.1")
    [pair] = rivals(story.standing())
    assert [one.id for one in kept_of(pair)] == [other, "a.1/1"]


def test_what_cannot_be_settled_so_is_refused() -> None:
    [pair], [twice] = pairs(DEAD, ALIVE), pairs(DEAD, DEAD)
    for refused, code in (
        (lambda: settle_rivals(pair, {}), "settling_choice_missing"),
        (lambda: settle_rivals(pair, {f"/{FATE}": 2}), "settling_choice_wrong"),
        (lambda: settle_rivals(twice, {}), "settling_nothing_contested"),
        (lambda: merge_same(pair, FamilyId("k1")), "settling_choice_missing"),
        (lambda: merge_same(replace(twice, first=replace(twice.first, state="rejected")), FamilyId("k1")), "closed"),
    ):
        with pytest.raises(Refused, match=code):
            refused()


bodies = st.one_of(
    st.builds(corrects, st.sampled_from([None, M1]), address=st.sampled_from("ab"), rt=st.sampled_from("12")),
    st.sampled_from([DEAD, ALIVE, MOVED, MOVED_IN, INELIGIBLE, asks("withdrawal"), asks("representative", M2)]),
    st.builds(asks, st.just("duplicate"), st.sampled_from([None, M1]), other_family=st.sampled_from(["k2", "k3"])),
)


@given(bodies, bodies, st.data())
def test_any_settling_leaves_nothing_contested_and_not_both_closed(
    one: ChangeProposed, other: ChangeProposed, data: st.DataObject
) -> None:
    story = Story()
    story.tells(one)
    story.tells(other, chain="b.1")
    found = rivals(story.standing())
    here, there = (
        {(pair.same, frozenset(pair.fields)) for pair in pairs(*both)} for both in ((one, other), (other, one))
    )
    assert here == there
    for pair in found:
        if pair.same:
            story.tells(merge_same(pair, FamilyId("k1")), chain="c.1")
        else:
            settle(story, {row.key: data.draw(st.integers(0, 1)) for row in pair.rows})
    standing = story.standing()
    assert rivals(standing) == ()
    assert standing.open_proposals
