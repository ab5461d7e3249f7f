"""What is contested, field by field, and what the choices make of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contest import (
    ASKED,
    LISTED,
    TOGETHER,
    VisitContest,
    base_rows,
    settle_base,
    settle_visits,
    visit_contest,
)
from app.domain.errors import Refused
from app.domain.ids import EntryId, MemberId
from app.domain.payloads import ChangeProposed, Choice, FieldChange, MemberSeen, NewMember, VisitRecorded
from tests.domain.test_standing import FAMILY, Story, visit

M1, M2 = MemberId("m1"), MemberId("m2")


def contest_of(story: Story) -> VisitContest:
    found = visit_contest(story.standing())
    assert found is not None
    return found


def told(*visits: VisitRecorded) -> Story:
    """Each from a laptop of its own."""
    story = Story()
    for at, one in enumerate(visits):
        story.tells(one, chain=f"{'abc'[at]}.1")
    return story


def test_visits_that_agree_are_no_contest() -> None:
    assert visit_contest(told(visit(answers={"floor": "6"}), visit(answers={"wall": "1"})).standing()) is None


def test_only_what_is_told_otherwise_is_asked_and_the_rest_is_put_together() -> None:
    one = visit(
        answers={"floor": "6", "wall": "1", "tanggal_kunjungan": "2026-11-01"},
        members=(MemberSeen(M1, "1"), MemberSeen(M2, "1")),
    )
    other = visit(answers={"floor": "8", "roof": "2"}, members=(MemberSeen(M1, "2", {"job": "3"}),), result="2")
    contest = contest_of(told(one, other))
    assert [(row.key, row.said) for row in contest.rows] == [("/floor", ("6", "8")), ("m1/presence", ("1", "2"))]
    settled = settle_visits(contest, {"/floor": 1, "m1/presence": 0}, "Dicek lagi")
    assert settled.answers == {"floor": "8", "wall": "1", "roof": "2"}
    assert settled.members == (MemberSeen(M1, "1", {"job": "3"}), MemberSeen(M2, "1"))
    assert (settled.visits, settled.result, settled.note) == (("a.1/1", "b.1/1"), "1", "Dicek lagi")
    assert settled.choices == (Choice("floor", EntryId("b.1/1")), Choice("presence", EntryId("a.1/1"), M1))


def test_what_both_knew_stands_beside_it_else_what_the_list_says() -> None:
    story = Story()
    first = story.tells(visit(answers={"floor": "3"}), chain="z.1")
    story.tells(visit(answers={"floor": "6", "address": "Jl. A"}, base_visit=first), chain="a.1")
    story.tells(visit(answers={"floor": "8", "address": "Jl. B"}, base_visit=first), chain="b.1")
    assert [(row.field, row.base) for row in contest_of(story).rows] == [("floor", "3"), ("address", "Jl. Melati 1")]


def test_several_choices_of_one_answer_can_hold_together() -> None:
    contest = contest_of(told(visit(answers={"aid": ("1", "2")}), visit(answers={"aid": ("2", "5")})))
    assert settle_visits(contest, {"/aid": TOGETHER}).answers == {"aid": ("1", "2", "5")}
    assert settle_visits(contest, {"/aid": TOGETHER}).choices == (Choice("aid", None),)


@pytest.mark.parametrize("pick", [TOGETHER, 2, 7])
def test_a_choice_that_nobody_offered_is_refused(pick: int) -> None:
    contest = contest_of(told(visit(answers={"floor": "6"}), visit(answers={"floor": "8"})))
    with pytest.raises(Refused, match="settling_choice_wrong"):
        settle_visits(contest, {"/floor": pick})


def test_what_is_left_to_choose_is_counted() -> None:
    contest = contest_of(told(visit(answers={"a": "1", "b": "1"}), visit(answers={"a": "2", "b": "2"})))
    with pytest.raises(Refused) as refused:
        settle_visits(contest, {"/a": 0})
    assert (refused.value.code, refused.value.facts["left"]) == ("settling_choice_missing", 1)


def test_of_a_family_that_is_not_believed_to_be_there_nothing_more_is_asked() -> None:
    gone = visit(presence="not_found", absence_reason="moved", result="4")
    contest = contest_of(told(gone, visit(answers={"floor": "6"}), visit(answers={"floor": "8"})))
    assert [row.key for row in contest.asked({})] == ["/presence"]
    assert [row.key for row in contest.asked({"/presence": 1})] == ["/presence", "/floor"]
    settled = settle_visits(contest, {"/presence": 0})
    assert (settled.presence, settled.absence_reason, settled.result, settled.answers) == (
        "not_found", "moved", "4", {},
    )  # fmt: skip
    found = settle_visits(contest, {"/presence": 1, "/floor": 2})
    assert (found.presence, found.answers) == ("found", {"floor": "8"})


answers = st.dictionaries(st.sampled_from("abc"), st.sampled_from(["1", "2", "3"]))
seen = st.lists(st.builds(MemberSeen, st.sampled_from([M1, M2]), st.sampled_from("12"), answers), max_size=2).map(tuple)
visits = st.builds(
    lambda there, said, members: visit(presence=there, answers=said, members=members),
    st.sampled_from(["found", "double"]),
    answers,
    seen,
)


@given(st.lists(visits, min_size=2, max_size=3), st.data())
def test_whatever_is_chosen_nothing_is_contested_afterwards(said: list[VisitRecorded], data: st.DataObject) -> None:
    story = told(*said)
    contest = visit_contest(story.standing())
    if contest is None:
        return
    picks: dict[str, int] = {}
    while left := [row for row in contest.asked(picks) if row.key not in picks]:
        sides = [at for at, one in enumerate(left[0].said) if one is not None]
        picks[left[0].key] = data.draw(st.sampled_from(sides))
    story.tells(settle_visits(contest, picks), chain="z.1")
    assert visit_contest(story.standing()) is None
    assert story.standing().visit_status != "conflicting"


def corrects(*fields: tuple[str, str, str], **words: object) -> ChangeProposed:
    return ChangeProposed("correction", changes=tuple(FieldChange(*one) for one in fields), **words)  # type: ignore[arg-type]  # words are the payload's own fields


LISTS_NOW = replace(FAMILY, address="Jl. Kenari 9", rt="004")


def stale(body: ChangeProposed) -> Story:
    story = Story()
    story.tells(body)
    return story


def test_the_lists_three_values_stand_beside_each_other() -> None:
    story = stale(corrects(("address", "Jl. Melati 1", "Jl. Mawar 2"), ("rt", "004", "005")))
    [row] = base_rows(story.standing(LISTS_NOW).proposals[0], LISTS_NOW)
    assert (row.base, row.said) == ("Jl. Melati 1", ("Jl. Kenari 9", "Jl. Mawar 2"))


@pytest.mark.parametrize(
    ("body", "pick", "changes", "outcome"),
    [
        (
            corrects(("address", "Jl. Melati 1", "Jl. Mawar 2"), ("rt", "004", "005")),
            ASKED,
            (FieldChange("address", "Jl. Kenari 9", "Jl. Mawar 2"), FieldChange("rt", "004", "005")),
            "kept",
        ),
        (
            corrects(("address", "Jl. Melati 1", "Jl. Mawar 2"), ("rt", "004", "005")),
            LISTED,
            (FieldChange("rt", "004", "005"),),
            "kept",
        ),
        (corrects(("address", "Jl. Melati 1", "Jl. Mawar 2")), LISTED, (), "withdrawn"),
        (corrects(("address", "Jl. Melati 1", "Jl. Mawar 2"), ("rt", "", "004")), LISTED, (), "fulfilled"),
        (
            corrects(("address", "Jl. Melati 1", "Jl. Mawar 2"), new_members=(NewMember("Ana", "", "", "2", "3"),)),
            LISTED,
            (),
            "kept",
        ),
    ],
)
def test_what_is_asked_after_a_new_list(
    body: ChangeProposed, pick: int, changes: tuple[FieldChange, ...], outcome: str
) -> None:
    story = stale(body)
    settled = settle_base(story.standing(LISTS_NOW).proposals[0], LISTS_NOW, {"/address": pick})
    assert (settled.changes, settled.outcome) == (changes, outcome)
    story.tells(settled)
    after = story.standing(LISTS_NOW).proposals[0]
    assert after.stale == ()
    assert after.state == {"kept": "proposed"}.get(outcome, outcome)


def test_a_proposal_that_no_list_changed_is_nothing_to_settle() -> None:
    story = stale(corrects(("address", "Jl. Melati 1", "Jl. Mawar 2")))
    with pytest.raises(Refused, match="settling_nothing_contested"):
        settle_base(story.standing().proposals[0], FAMILY, {})
