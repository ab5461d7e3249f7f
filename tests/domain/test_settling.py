"""What was contested and settled: whose word holds, what is asked from then on, and that it can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import EntryId, FamilyId, MemberId
from app.domain.payloads import (
    ChangeProposed,
    DecisionMade,
    Evidence,
    FieldChange,
    ItemDecided,
    MemberSeen,
    NewFamily,
    NewMember,
    Payload,
    ProposalSettled,
    ProposalsMerged,
    ProposalsToldApart,
    SettlingUndone,
    VisitsSettled,
)
from app.domain.proposal_course import ProposalStanding
from app.domain.standing import fold, value_of
from tests.domain.test_standing import FAMILY, Story, moves_house, visit

CHANGED = replace(FAMILY, address="Jl. Kenari 9")


@pytest.fixture
def story() -> Story:
    return Story()


def two_visits(story: Story) -> tuple[EntryId, EntryId]:
    one = story.tells(visit(answers={"floor": "6", "wall": "1"}, members=(MemberSeen(MemberId("m1"), "1"),)))
    other = story.tells(visit(answers={"floor": "8"}, members=(MemberSeen(MemberId("m1"), "2"),)), chain="b.1")
    return one, other


def settles(*visits: EntryId, **words: object) -> VisitsSettled:
    plain: dict[str, object] = {
        "presence": "found",
        "absence_reason": "",
        "result": "1",
        "members": (MemberSeen(MemberId("m1"), "2"),),
        "answers": {"floor": "8", "wall": "1"},
    }
    return VisitsSettled(visits, **{**plain, **words})  # type: ignore[arg-type]  # words are the payload's own fields


def test_what_was_settled_holds_in_the_place_of_both_visits(story: Story) -> None:
    story.tells(settles(*two_visits(story)), chain="c.1")
    standing = story.standing()
    assert standing.visit_status == "visited"
    assert standing.presence == {"m1": "2"}
    assert [word.body.answers for word in standing.heads] == [{"floor": "8", "wall": "1"}]


def test_a_settling_that_was_taken_back_leaves_the_visits_contested(story: Story) -> None:
    settled = story.tells(settles(*two_visits(story)), chain="c.1")
    story.tells(SettlingUndone(settled, "visits_settled"), chain="a.1")
    assert story.standing().visit_status == "conflicting"


def test_a_settling_is_not_taken_back_in_the_name_of_another_kind(story: Story) -> None:
    settled = story.tells(settles(*two_visits(story)), chain="c.1")
    story.tells(SettlingUndone(settled, "proposal_settled"), chain="a.1")
    assert story.standing().visit_status == "visited"


def test_what_was_taken_back_can_be_settled_again(story: Story) -> None:
    visits = two_visits(story)
    settled = story.tells(settles(*visits), chain="c.1")
    story.tells(SettlingUndone(settled, "visits_settled"), chain="c.1")
    story.tells(settles(*visits, answers={"floor": "6"}), chain="c.1")
    assert [word.body.answers for word in story.standing().heads] == [{"floor": "6"}]


def test_a_visit_that_a_settling_did_not_know_is_weighed_against_it(story: Story) -> None:
    story.tells(settles(*two_visits(story)), chain="c.1")
    story.tells(visit(answers={"floor": "8"}), chain="d.1", turn=2)
    assert story.standing().visit_status == "visited"
    story.tells(visit(answers={"floor": "7"}), chain="e.1", turn=2)
    assert story.standing().visit_status == "conflicting"


def test_a_visit_on_top_of_a_settling_takes_its_place(story: Story) -> None:
    settled = story.tells(settles(*two_visits(story)), chain="c.1")
    story.tells(visit(answers={"floor": "3"}, base_visit=settled), chain="d.1")
    assert [word.body.answers for word in story.standing().heads] == [{"floor": "3"}]


def test_whoever_goes_there_again_knowing_both_answers_both(story: Story) -> None:
    one, other = two_visits(story)
    story.tells(visit(answers={"floor": "3"}, base_visit=other), chain="d.1")
    assert story.standing().visit_status == "conflicting"
    story.tells(visit(answers={"floor": "3"}, base_visit=other, known_visits=(one,)), chain="e.1")
    assert story.standing().visit_status == "visited"


def test_two_people_who_settle_otherwise_are_contested_themselves(story: Story) -> None:
    visits = two_visits(story)
    first = story.tells(settles(*visits), chain="c.1")
    second = story.tells(settles(*visits, answers={"floor": "6"}), chain="d.1")
    assert story.standing().visit_status == "conflicting"
    story.tells(settles(first, second), chain="e.1")
    assert story.standing().visit_status == "visited"


def test_entries_that_name_each_other_in_a_ring_still_say_something(story: Story) -> None:
    story.tells(settles(EntryId("b.1/1")), chain="a.1", turn=1)
    story.tells(settles(EntryId("a.1/1"), answers={"floor": "6"}), chain="b.1", turn=2)
    assert [word.id for word in story.standing().heads] == ["b.1/1"]


def stale(story: Story) -> EntryId:
    return story.tells(moves_house())


def proposal(story: Story) -> ProposalStanding:
    return story.standing(CHANGED).proposals[0]


def test_a_proposal_that_is_kept_is_asked_against_the_new_list(story: Story) -> None:
    asked = (FieldChange("address", "Jl. Kenari 9", "Jl. Mawar 2"),)
    story.tells(ProposalSettled(stale(story), asked, "kept"))
    one = proposal(story)
    assert isinstance(one.body, ChangeProposed)
    assert (one.state, one.stale, one.body.changes) == ("proposed", (), asked)
    assert [event.state for event in one.events] == ["settled"]


def test_a_list_after_that_may_make_it_contested_again(story: Story) -> None:
    story.tells(ProposalSettled(stale(story), (FieldChange("address", "Jl. Kenari 9", "Jl. Mawar 2"),), "kept"))
    again = story.standing(replace(FAMILY, address="Jl. Dahlia 1")).proposals[0]
    assert again.stale == ("address",)


@pytest.mark.parametrize("outcome", ["withdrawn", "fulfilled"])
def test_a_proposal_for_which_the_list_was_taken_is_closed(story: Story, outcome: str) -> None:
    story.tells(ProposalSettled(stale(story), (), outcome))
    story.tells(ItemDecided(EntryId("a.1/1"), "agreed", "2026-11-10"), chain="b.1")
    assert (proposal(story).state, proposal(story).open) == (outcome, False)


def test_a_settled_proposal_comes_back_as_it_was(story: Story) -> None:
    settled = story.tells(ProposalSettled(stale(story), (), "withdrawn"))
    story.tells(SettlingUndone(settled, "proposal_settled", "keliru"))
    one = proposal(story)
    assert (one.state, one.stale) == ("proposed", ("address",))
    assert [(event.state, event.note) for event in one.events] == [("settled", ""), ("undone", "keliru")]


def new(name: str, photo: str = "") -> ChangeProposed:
    evidence = (Evidence(photo, 1, "kk"),) if photo else ()
    family = NewFamily("", f"Jl. {name}", "", "004", "001", (NewMember(name, "", "", "1", "1"),))
    return ChangeProposed("new_family", new_family=family, evidence=evidence)


BOTH = NewFamily(
    "", "Jl. Baru 1", "", "004", "001", (NewMember("Yohanes", "", "", "1", "1"), NewMember("Ana", "", "", "2", "3"))
)


def merges(kept: str, merged: str, other: str) -> ProposalsMerged:
    return ProposalsMerged(
        EntryId(kept),
        EntryId(merged),
        FamilyId(other),
        BOTH,
        (MemberId(f"{kept}#1"), MemberId(f"{merged}#1")),
        (Evidence("bb", 1, "kk"),),
    )


def test_the_proposal_that_stays_has_the_people_and_the_evidence_of_both(story: Story) -> None:
    kept = story.tells(new("Yohanes", "aa"))
    story.tells(merges(kept, "b.1/1", "k2"))
    standing = story.standing(None)
    one = standing.proposals[0]
    assert [piece.name for piece in one.body.evidence] == ["aa", "bb"]
    assert [(pair.proposal, pair.family) for pair in one.merged] == [("b.1/1", "k2")]
    assert [(member.id, member.name) for member in standing.family.members] == [
        (f"{kept}#1", "Yohanes"),
        ("b.1/1#1", "Ana"),
    ]
    assert value_of(standing.family, MemberId("b.1/1#1"), "name") == "Ana"


def test_the_other_one_is_closed_and_names_the_one_that_stays(story: Story) -> None:
    merged = story.tells(new("Ana"))
    story.tells(merges("b.1/1", merged, "k2"))
    one = story.standing(None).proposals[0]
    assert (one.state, one.open) == ("merged", False)
    assert one.merged_into is not None
    assert (one.merged_into.proposal, one.merged_into.family) == ("b.1/1", "k2")
    assert story.standing(None).family.head_name == "Ana"


@pytest.mark.parametrize(("word", "state"), [("agreed", "proposed"), ("returned", "returned")])
def test_a_merged_proposal_is_decided_on_anew(story: Story, word: str, state: str) -> None:
    kept = story.tells(new("Yohanes"))
    story.tells(ItemDecided(kept, word, "2026-11-10") if word == "agreed" else DecisionMade(kept, word))
    story.tells(merges(kept, "b.1/1", "k2"))
    assert story.standing(None).proposals[0].state == state


def test_what_was_merged_comes_apart_again(story: Story) -> None:
    kept = story.tells(new("Yohanes"))
    settled = story.tells(merges(kept, "b.1/1", "k2"))
    story.tells(SettlingUndone(settled, "proposals_merged"))
    standing = story.standing(None)
    assert standing.proposals[0].merged == ()
    assert [member.name for member in standing.family.members] == ["Yohanes"]


def test_of_two_that_were_merged_each_into_the_other_one_goes_on() -> None:
    here, there = Story(), Story()
    for told, name in ((here, "a.1"), (there, "b.1")):
        told.tells(new("Yohanes"), chain=name, turn=1)
        told.tells(merges("a.1/1", "b.1/1", "x"), chain="c.1", turn=5)
        told.tells(merges("b.1/1", "a.1/1", "x"), chain="d.1", turn=6)
    assert [one.standing(None).proposals[0].state for one in (here, there)] == ["proposed", "merged"]


def folded(*merged: tuple[str, str]) -> list[ProposalStanding]:
    """The proposals a.1/1, b.1/1 and c.1/1 of one family, each about its own, after these merges (kept, merged), each
    by a laptop that knew of no other."""
    found: list[ProposalStanding] = []
    for name in ("a.1", "b.1", "c.1"):
        story = Story()
        story.tells(new(f"Yohanes {name}"), chain=name, turn=1)
        for number, pair in enumerate(merged, start=5):
            if f"{name}/1" in pair:
                story.tells(merges(*pair, "x"), chain=f"d{number}.1", turn=number)
        found += story.standing(None).proposals
    return found


def test_three_that_were_merged_in_a_ring_do_not_all_end() -> None:
    ring = folded(("a.1/1", "b.1/1"), ("b.1/1", "c.1/1"), ("c.1/1", "a.1/1"))
    assert [one.open for one in ring] == [False, True, True], "they still look alike: somebody is asked again"


def test_three_about_one_family_that_were_merged_in_a_ring_can_be_merged_again(story: Story) -> None:
    for chain in ("a.1", "b.1", "c.1"):
        story.tells(moves_house(), chain=chain, turn=1)
    ring = [("a.1/1", "b.1/1"), ("b.1/1", "c.1/1"), ("c.1/1", "a.1/1")]
    for number, (kept, merged) in enumerate(ring, start=5):
        same = ProposalsMerged(EntryId(kept), EntryId(merged), FamilyId("k1"))
        story.tells(same, chain=f"d{number}.1", turn=number)
    assert [one.open for one in story.standing().proposals] == [False, True, True]
    story.tells(ProposalsMerged(EntryId("c.1/1"), EntryId("b.1/1"), FamilyId("k1")), chain="e.1", turn=9)
    assert [one.open for one in story.standing().proposals] == [False, False, True]


def test_what_was_merged_into_one_that_had_gone_into_another_is_not_lost() -> None:
    kept, between, last = folded(("a.1/1", "b.1/1"), ("b.1/1", "c.1/1"))
    assert [kept.state, between.state, last.state] == ["proposed", "proposed", "merged"]
    assert between.merged_into is None
    assert [one.proposal for one in between.merged] == ["c.1/1"]


def test_one_that_took_in_another_goes_into_a_third_by_whoever_knew_it() -> None:
    for known, state in (("bb", "merged"), ("cc", "proposed")):
        story = Story()
        between = story.tells(new("Yohanes"), turn=1)
        story.tells(merges(between, "c.1/1", "x"), chain="d.1", turn=5)  # brings the evidence "bb" of the other one
        into = replace(merges("b.1/1", between, "x"), evidence=(Evidence(known, 1, "kk"),))
        story.tells(into, chain="e.1", turn=6)
        assert story.standing(None).proposals[0].state == state, "what nobody else has does not end with it"


def test_the_district_still_has_the_last_word_on_a_merged_proposal(story: Story) -> None:
    merged = story.tells(new("Ana"))
    story.tells(merges("b.1/1", merged, "k2"))
    story.tells(DecisionMade(merged, "rejected"), chain="district.1")
    assert story.standing(None).proposals[0].state == "rejected"


names = st.builds(EntryId, st.builds("{}/{}".format, st.sampled_from(["a.1", "b.1"]), st.integers(1, 5)))
deeds = st.one_of(
    st.builds(visit, answers=st.dictionaries(st.sampled_from("ab"), st.sampled_from(["1", "2"]))),
    st.just(moves_house()),
    st.just(new("Yohanes")),
    st.builds(settles, names, names, answers=st.dictionaries(st.sampled_from("ab"), st.sampled_from(["1", "2"]))),
    st.builds(ProposalSettled, names, st.just(()), st.sampled_from(["withdrawn", "fulfilled"])),
    st.builds(ProposalSettled, names, st.just(()), st.sampled_from(["withdrawn", "kept"]), against=names),
    st.builds(ProposalsToldApart, names, names, st.just(FamilyId("k1"))),
    st.builds(merges, names, names, st.just("k2")),
    st.builds(SettlingUndone, names, st.sampled_from(["visits_settled", "proposal_settled", "proposals_merged"])),
    st.builds(DecisionMade, names, st.sampled_from(["accepted", "returned", "rejected"])),
)


@given(st.lists(st.tuples(deeds, st.sampled_from(["a.1", "b.1"]), st.integers(1, 6)), max_size=12), st.data())
def test_order_of_arrival_does_not_matter(told: list[tuple[Payload, str, int]], data: st.DataObject) -> None:
    story = Story()
    for payload, chain, turn in told:
        story.tells(payload, chain, turn)
    mixed = data.draw(st.permutations(story.records))
    assert fold(FamilyId("k1"), FAMILY, mixed) == fold(FamilyId("k1"), FAMILY, story.records)
