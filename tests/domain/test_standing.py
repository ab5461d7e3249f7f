"""One family's entries, folded: the same standing whatever order they came in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import Entry, Recorded
from app.domain.ids import ChainId, EntryId, FamilyId, MemberId, PersonId
from app.domain.payloads import (
    KIND_OF,
    ChangeProposed,
    Choice,
    DecisionMade,
    Endorsed,
    FieldChange,
    ItemDecided,
    KeyedIn,
    MemberSeen,
    NewFamily,
    NewMember,
    ObjectionFiled,
    Outcome,
    Payload,
    ProposalSettled,
    ProposalsMerged,
    ProposalsToldApart,
    ProposalWithdrawn,
    VisitRecorded,
    VisitsSettled,
)
from app.domain.payloads.moving import moved
from app.domain.payloads.renaming import renamed
from app.domain.roster import Family, Member
from app.domain.standing import Standing, fold, value_of

FAMILY = Family("k1", head_name="Hasan", address="Jl. Melati 1", members=(Member("m1", "Hasan"), Member("m2", "Siti")))


class Story:
    """What several laptops wrote about one family."""

    def __init__(self) -> None:
        self.records: list[Recorded] = []

    def tells(self, payload: Payload, chain: str = "a.1", turn: int | None = None) -> EntryId:
        """The next entry of a chain."""
        seq = 1 + sum(record.entry.chain == chain for record in self.records)
        at = turn if turn is not None else len(self.records) + 1
        kind, version = KIND_OF[type(payload)]
        entry = Entry(ChainId(chain), seq, PersonId(f"of-{chain}"), 1_000 + at, 0, at, kind, version, "k1", b"", b"")
        self.records.append(Recorded(entry, payload))
        return entry.id

    def standing(self, official: Family | None = FAMILY, *, listed: bool = True) -> Standing:
        """How the family stands."""
        found = fold(FamilyId("k1"), official, self.records, listed=listed)
        assert found is not None
        return found

    def state(self, official: Family | None = FAMILY) -> str:
        """The state of the first proposal."""
        return self.standing(official).proposals[0].state


def visit(**words: object) -> VisitRecorded:
    plain: dict[str, object] = {
        "form": "dtsen",
        "form_version": "1",
        "attempt": 1,
        "presence": "found",
        "absence_reason": "",
        "result": "1",
        "respondent": "Siti",
    }
    return VisitRecorded(**{**plain, **words})  # type: ignore[arg-type]  # words are the payload's own fields


def moves_house(address: str = "Jl. Mawar 2") -> ChangeProposed:
    return ChangeProposed("correction", changes=(FieldChange("address", "Jl. Melati 1", address),))


@pytest.fixture
def story() -> Story:
    return Story()


def test_nobody_knows_a_family_without_list_and_proposal(story: Story) -> None:
    story.tells(visit())
    assert fold(FamilyId("k1"), None, story.records) is None


def test_a_family_nobody_visited_is_not_visited(story: Story) -> None:
    assert story.standing().visit_status == "not_visited"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ({}, "visited"),
        ({"result": "2"}, "incomplete"),
        ({"presence": "not_found", "absence_reason": "moved"}, "not_found"),
        ({"presence": "double"}, "double"),
    ],
)
def test_one_attempt_says_how_the_family_was_found(story: Story, words: dict[str, object], status: str) -> None:
    story.tells(visit(**words))
    assert story.standing().visit_status == status


def test_a_second_attempt_on_top_of_the_first_counts(story: Story) -> None:
    first = story.tells(visit(presence="not_found", absence_reason="unknown"))
    story.tells(visit(base_visit=first), chain="b.1")
    assert story.standing().visit_status == "visited"


def test_two_visits_that_knew_nothing_of_each_other_and_disagree_are_conflicting(story: Story) -> None:
    story.tells(visit(answers={"floor": "6"}))
    story.tells(visit(answers={"floor": "8"}), chain="b.1")
    assert story.standing().visit_status == "conflicting"


def test_two_visits_that_agree_are_no_conflict(story: Story) -> None:
    story.tells(visit(answers={"floor": "6"}, members=(MemberSeen(MemberId("m1"), "1"),)))
    story.tells(visit(answers={"wall": "1"}, members=(MemberSeen(MemberId("m2"), "2"),)), chain="b.1")
    assert story.standing().visit_status == "visited"


def test_two_visits_on_different_days_with_other_respondents_do_not_disagree_for_that(story: Story) -> None:
    story.tells(visit(answers={"floor": "6", "tanggal_kunjungan": "2026-11-01", "hubungan_responden": "1"}))
    later = {"floor": "6", "tanggal_kunjungan": "2026-11-03", "hubungan_responden": "2"}
    story.tells(visit(answers=later), chain="b.1")
    assert story.standing().visit_status == "visited"


def test_members_seen_otherwise_are_a_conflict(story: Story) -> None:
    story.tells(visit(members=(MemberSeen(MemberId("m1"), "1"),)))
    story.tells(visit(members=(MemberSeen(MemberId("m1"), "2"),)), chain="b.1")
    assert story.standing().visit_status == "conflicting"


def test_a_laptop_settles_a_conflict_with_its_own_visit_by_going_again(story: Story) -> None:
    story.tells(visit(answers={"floor": "6"}))
    theirs = story.tells(visit(answers={"floor": "8"}), chain="b.1")
    story.tells(visit(answers={"floor": "6"}, base_visit=theirs))
    assert story.standing().visit_status == "visited"


def test_presence_of_members_is_the_newest_told(story: Story) -> None:
    story.tells(visit(members=(MemberSeen(MemberId("m1"), "1"), MemberSeen(MemberId("m2"), "1"))))
    story.tells(visit(members=(MemberSeen(MemberId("m2"), "2"),)))
    assert story.standing().presence == {"m1": "1", "m2": "2"}


def test_a_proposal_goes_its_way(story: Story) -> None:
    proposal = story.tells(moves_house())
    seen = [story.state()]
    steps: tuple[Payload, ...] = (
        ItemDecided(proposal, "agreed", "2026-11-10"),
        Endorsed(proposal),
        KeyedIn(proposal, "2026-11-11"),
        DecisionMade(proposal, "accepted"),
        DecisionMade(proposal, "determined"),
    )
    for step in steps:
        story.tells(step)
        seen.append(story.state())
    assert seen == ["proposed", "agreed", "endorsed", "keyed_in", "accepted", "determined"]
    assert len(story.standing().proposals[0].events) == 5


@pytest.mark.parametrize("late", ["agreed", "refused", "postponed"])
@pytest.mark.parametrize("word", ["accepted", "returned", "rejected"])
def test_the_village_does_not_undo_what_the_district_said(story: Story, word: str, late: str) -> None:
    proposal = story.tells(moves_house())
    story.tells(DecisionMade(proposal, word), chain="district.1")
    story.tells(ItemDecided(proposal, late, "2026-11-10"))
    assert story.state() == word


def test_a_returned_proposal_may_be_taken_back_or_mended(story: Story) -> None:
    one, two = story.tells(moves_house()), story.tells(moves_house("Jl. Lain 3"))
    story.tells(DecisionMade(one, "returned", comment="Foto buram"))
    story.tells(DecisionMade(two, "returned"))
    story.tells(ProposalWithdrawn(one, "keliru"))
    story.tells(replace(moves_house("Jl. Lain 4"), replaces=two))
    assert [proposal.state for proposal in story.standing().proposals] == ["withdrawn", "replaced", "proposed"]


def test_an_accepted_proposal_can_not_be_taken_back(story: Story) -> None:
    proposal = story.tells(moves_house())
    story.tells(DecisionMade(proposal, "accepted"))
    story.tells(ProposalWithdrawn(proposal, "keliru"))
    assert story.state() == "accepted"


def test_a_proposal_is_fulfilled_when_the_list_says_the_same(story: Story) -> None:
    story.tells(moves_house())
    assert story.state(replace(FAMILY, address="Jl. Mawar 2")) == "fulfilled"


def test_a_proposal_is_stale_when_the_list_says_a_third_thing(story: Story) -> None:
    story.tells(moves_house())
    proposal = story.standing(replace(FAMILY, address="Jl. Kenari 9")).proposals[0]
    assert (proposal.state, proposal.stale) == ("proposed", ("address",))


def test_a_family_that_left_the_list_is_not_held_against_it(story: Story) -> None:
    story.tells(moves_house())
    standing = story.standing(replace(FAMILY, address="Jl. Mawar 2"), listed=False)
    assert not standing.listed
    assert standing.proposals[0].state == "proposed"


def test_a_proposed_family_is_shown_as_it_was_proposed(story: Story) -> None:
    people = (NewMember("Anak", "", "", "1", "3"), NewMember("Ibu Baru", "", "", "2", "1"))
    entry = story.tells(ChangeProposed("new_family", new_family=NewFamily("", "Jl. Baru", "", "004", "001", people)))
    standing = story.standing(None)
    assert not standing.listed
    assert standing.family.head_name == "Ibu Baru"
    assert [member.id for member in standing.family.members] == [f"{entry}#1", f"{entry}#2"]
    assert value_of(standing.family, MemberId(f"{entry}#1"), "name") == "Anak"


def test_a_proposed_family_is_shown_as_it_was_mended_last(story: Story) -> None:
    first = NewFamily("", "Jl. Baru", "", "004", "001", (NewMember("Ana Bano", "", "", "2", "1"),))
    mended = NewFamily("", "Jl. Baru 7", "", "004", "001", (NewMember("Ana Maria Bano", "", "", "2", "1"),))
    entry = story.tells(ChangeProposed("new_family", new_family=first))
    story.tells(ChangeProposed("new_family", new_family=mended, replaces=entry))
    family = story.standing(None).family
    assert (family.address, family.head_name) == ("Jl. Baru 7", "Ana Maria Bano")


words = st.one_of(
    st.builds(visit, answers=st.dictionaries(st.sampled_from("ab"), st.sampled_from(["1", "2"]))),
    st.builds(visit, base_visit=st.builds(lambda n: EntryId(f"a.1/{n}"), st.integers(1, 4))),
    st.just(moves_house()),
    st.just(ObjectionFiled("Ibu Maria", True, "kaya", "R", "punya mobil")),
    st.builds(
        DecisionMade,
        st.builds(lambda n: EntryId(f"a.1/{n}"), st.integers(1, 4)),
        st.sampled_from(["accepted", "returned", "rejected"]),
    ),
    st.builds(Endorsed, st.builds(lambda n: EntryId(f"b.1/{n}"), st.integers(1, 4))),
)


@given(st.lists(st.tuples(words, st.sampled_from(["a.1", "b.1"]), st.integers(1, 6)), max_size=12), st.data())
def test_order_of_arrival_does_not_matter(
    told: list[tuple[VisitRecorded | ChangeProposed | ObjectionFiled | DecisionMade | Endorsed, str, int]],
    data: st.DataObject,
) -> None:
    story = Story()
    for payload, chain, turn in told:
        story.tells(payload, chain, turn)
    mixed = data.draw(st.permutations(story.records))
    assert fold(FamilyId("k1"), FAMILY, mixed) == fold(FamilyId("k1"), FAMILY, story.records)


def test_ids_of_an_earlier_list_are_read_as_those_of_today() -> None:
    ids = {"m1": "n1", "k9": "n9"}
    assert renamed(visit(members=(MemberSeen(MemberId("m1"), "1"),)), ids) == visit(
        members=(MemberSeen(MemberId("n1"), "1"),)
    )
    duplicate = ChangeProposed("duplicate", member=MemberId("m1"), other_family=FamilyId("k9"))
    assert renamed(duplicate, ids) == replace(duplicate, member=MemberId("n1"), other_family=FamilyId("n9"))
    merge = ChangeProposed(
        "merge", outcome=Outcome(FamilyId("k9"), MemberId("m1"), head=MemberId("m1"), staying_head=MemberId("m2"))
    )
    after = Outcome(FamilyId("n9"), MemberId("n1"), head=MemberId("n1"), staying_head=MemberId("m2"))
    assert renamed(merge, ids) == replace(merge, outcome=after)
    settled = VisitsSettled(
        (EntryId("m1"),),
        "found",
        "",
        "1",
        (MemberSeen(MemberId("m1"), "2"),),
        choices=(Choice("presence", member=MemberId("m1")),),
    )
    n1 = MemberId("n1")
    assert renamed(settled, ids) == replace(
        settled, members=(MemberSeen(n1, "2"),), choices=(Choice("presence", member=n1),)
    )
    merged = ProposalsMerged(EntryId("a.1/1"), EntryId("b.1/1"), FamilyId("k9"), members=(MemberId("m1"),))
    assert renamed(merged, ids) == replace(merged, other_family=FamilyId("n9"), members=(n1,))
    apart = ProposalsToldApart(EntryId("a.1/1"), EntryId("b.1/1"), FamilyId("k9"))
    assert renamed(apart, ids) == replace(apart, other_family=FamilyId("n9"))
    asked = ProposalSettled(EntryId("a.1/1"), (), "withdrawn", (Choice("address", member=MemberId("m1")),))
    assert renamed(asked, ids) == replace(asked, choices=(Choice("address", member=n1),))
    assert renamed(Endorsed(EntryId("m1")), ids) == Endorsed(EntryId("m1"))


def test_entries_that_were_appended_again_are_named_by_their_new_numbers() -> None:
    again = {"a.1/3": "a.2/5"}
    story = visit(base_visit=EntryId("a.1/3"), members=(MemberSeen(MemberId("a.1/3#1"), "1"),), note="a.1/30")
    assert moved(story, again) == visit(
        base_visit=EntryId("a.2/5"), members=(MemberSeen(MemberId("a.2/5#1"), "1"),), note="a.1/30"
    )
