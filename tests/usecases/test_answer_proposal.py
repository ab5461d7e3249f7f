"""What the village does with a proposal, and in which state it may; and what an objection has to say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import Refused
from app.domain.ids import FamilyId
from app.domain.payloads import ChangeProposed, Endorsed, FieldChange, ItemDecided, KeyedIn, ObjectionFiled
from app.domain.payloads import ProposalWithdrawn as Withdrawn
from app.domain.proposal_course import ProposalStanding
from app.shelf.reasons import reason_book
from app.usecases.answer_proposal import DecideItem, EndorseItem, MarkKeyedIn, WithdrawProposal
from app.usecases.file_objection import FileObjection
from tests.fakes.families import FakeJournal

FAMILY = FamilyId("fam-1")
OBJECTION = ObjectionFiled("Daniel Liu", True, "ganda", "objection@cek-bansos", "Tercatat dua kali.")


def proposed(journal: FakeJournal, state: str = "proposed") -> ProposalStanding:
    """One proposal in a state."""
    body = ChangeProposed("correction", changes=(FieldChange("rt", "001", "002"),))
    journal.write(FAMILY, body)
    return ProposalStanding(journal.recorded[-1].entry, body, state)


def refused_code(act: object, *arguments: object) -> str:
    """The code with which an act is refused."""
    assert callable(act)
    with pytest.raises(Refused) as caught:
        act(*arguments)
    return caught.value.code


def test_the_course_of_a_proposal_is_written_step_by_step() -> None:
    journal = FakeJournal()
    one = proposed(journal)
    DecideItem(journal)(FAMILY, one, "agreed", "2026-11-20", "", "Pak RT keberatan.")
    EndorseItem(journal)(FAMILY, replace(one, state="agreed"))
    MarkKeyedIn(journal)(FAMILY, replace(one, state="endorsed"), "2026-11-21", "berhasil")
    WithdrawProposal(journal)(FAMILY, replace(one, state="keyed_in"), "Salah orang.")
    assert [record.payload for record in journal.recorded[1:]] == [
        ItemDecided(one.id, "agreed", "2026-11-20", "", "Pak RT keberatan."),
        Endorsed(one.id, ""),
        KeyedIn(one.id, "2026-11-21", "berhasil"),
        Withdrawn(one.id, "Salah orang."),
    ]


@pytest.mark.parametrize("state", ["refused", "rejected", "determined", "withdrawn", "fulfilled", "replaced"])
def test_nothing_is_done_with_what_is_closed(state: str) -> None:
    journal = FakeJournal()
    one = proposed(journal, state)
    assert refused_code(DecideItem(journal), FAMILY, one, "agreed", "2026-11-20", "", "") == "proposal_closed"
    assert refused_code(EndorseItem(journal), FAMILY, one) == "proposal_closed"
    assert refused_code(MarkKeyedIn(journal), FAMILY, one, "2026-11-20", "") == "proposal_closed"
    assert refused_code(WithdrawProposal(journal), FAMILY, one, "x") == "proposal_closed"
    assert len(journal.recorded) == 1


def test_a_decision_needs_an_outcome_and_a_refusal_its_reason() -> None:
    journal = FakeJournal()
    one = proposed(journal)
    decide = DecideItem(journal)
    assert refused_code(decide, FAMILY, one, "", "2026-11-20", "", "") == "decision_outcome_missing"
    assert refused_code(decide, FAMILY, one, "refused", "2026-11-20", " ", "") == "decision_note_missing"
    assert refused_code(decide, FAMILY, one, "agreed", "20-11-2026", "", "") == "proposal_date_impossible"


def test_the_head_endorses_only_what_the_meeting_agreed_on() -> None:
    journal = FakeJournal()
    assert refused_code(EndorseItem(journal), FAMILY, proposed(journal)) == "endorsement_before_decision"


def test_taking_back_needs_a_reason() -> None:
    journal = FakeJournal()
    assert refused_code(WithdrawProposal(journal), FAMILY, proposed(journal), " ") == "proposal_note_missing"


@pytest.mark.parametrize(
    ("objection", "code"),
    [
        (replace(OBJECTION, objector=" "), "objection_objector_missing"),
        (replace(OBJECTION, same_village=False), "objection_other_village"),
        (replace(OBJECTION, reason=""), "objection_reason_missing"),
        (replace(OBJECTION, note=""), "objection_note_missing"),
        (replace(OBJECTION, reason="layak"), "objection_evidence_missing"),
    ],
)
def test_an_objection_that_lacks_something_is_refused(objection: ObjectionFiled, code: str) -> None:
    book, journal = reason_book(), FakeJournal()
    file = FileObjection(
        journal,
        lambda o: book.missing_kinds("objection", o.reason_list, o.reason, [one.kind for one in o.evidence]),
    )
    assert refused_code(file, FAMILY, objection) == code
    assert journal.recorded == []


def test_an_objection_of_somebody_of_the_village_is_written() -> None:
    journal = FakeJournal()
    FileObjection(journal)(FAMILY, OBJECTION)
    assert [one.payload for one in journal.recorded] == [OBJECTION]
