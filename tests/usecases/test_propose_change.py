"""What a proposal has to say before it becomes an entry."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import Refused
from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, Evidence, FieldChange, NewFamily, NewMember, Outcome
from app.shelf.reasons import reason_book
from app.usecases.propose_change import ProposeChange
from tests.fakes.families import FakeJournal

FAMILY = FamilyId("fam-1")
OTHER, STRANGE = FamilyId("fam-2"), FamilyId("fam-3")
MEMBER = MemberId("m1-0")
HEAD = NewMember("Zakarias", "", "", "1", "1")
FAMILY_OF_ONE = NewFamily("", "Jalan Kebun 3", "", "001", "001", (HEAD,))


def propose(journal: FakeJournal) -> ProposeChange:
    """The act with the reasons of the shelf."""
    book = reason_book()
    return ProposeChange(
        journal,
        lambda p: book.missing_kinds(p.proposal, p.reason_list, p.reason, [one.kind for one in p.evidence]),
        lambda: date(2026, 11, 23),
        asks_reason=lambda p: book.proposals[p.proposal].reason_required,
        asks_note=lambda p: bool(p.reason) and book.reason(p.reason_list, p.reason).note_required,
    )


def refusal(proposal: ChangeProposed, family: FamilyId = FAMILY) -> Refused:
    """Why it is refused; nothing is written then."""
    journal = FakeJournal()
    with pytest.raises(Refused) as caught:
        propose(journal)(family, proposal)
    assert journal.recorded == []
    return caught.value


@pytest.mark.parametrize(
    ("proposal", "code"),
    [
        (ChangeProposed("teleport"), "proposal_kind_unknown"),
        (ChangeProposed("correction"), "proposal_changes_nothing"),
        (ChangeProposed("correction", changes=(FieldChange("rt", "001", "001"),)), "proposal_changes_nothing"),
        (ChangeProposed("death"), "proposal_member_missing"),
        (ChangeProposed("death", member=MEMBER, event_date="2026-02-30"), "proposal_date_impossible"),
        (ChangeProposed("death", member=MEMBER, event_date="2026-12-01"), "proposal_date_in_future"),
        (ChangeProposed("death", member=MEMBER, event_date="2026-10-01"), "proposal_reason_missing"),
        (ChangeProposed("move"), "proposal_destination_missing"),
        (ChangeProposed("duplicate"), "proposal_other_missing"),
        (ChangeProposed("duplicate", other_family=FAMILY), "proposal_other_same"),
        (ChangeProposed("duplicate", member=MEMBER, other_member=MEMBER), "proposal_other_same"),
        (ChangeProposed("duplicate", other_family=OTHER), "proposal_kept_missing"),
        (ChangeProposed("duplicate", other_family=OTHER, outcome=Outcome(STRANGE)), "proposal_kept_elsewhere"),
        (
            ChangeProposed(
                "duplicate", member=MEMBER, other_member=MemberId("m2"), outcome=Outcome(None, MemberId("m3"))
            ),
            "proposal_kept_elsewhere",
        ),
        (ChangeProposed("split"), "proposal_leavers_missing"),
        (ChangeProposed("split", members=(MEMBER,)), "proposal_head_missing"),
        (ChangeProposed("split", members=(MEMBER,), outcome=Outcome(head=MemberId("m2"))), "proposal_head_missing"),
        (
            ChangeProposed("split", members=(MEMBER,), outcome=Outcome(head=MEMBER, staying_head=MEMBER)),
            "proposal_head_missing",
        ),
        (ChangeProposed("merge", other_family=OTHER), "proposal_kept_missing"),
        (ChangeProposed("merge", other_family=OTHER, outcome=Outcome(OTHER)), "proposal_head_missing"),
        (
            ChangeProposed("merge", other_family=OTHER, outcome=Outcome(STRANGE, None, MEMBER)),
            "proposal_kept_elsewhere",
        ),
        (ChangeProposed("merge"), "proposal_other_missing"),
        (ChangeProposed("merge", other_family=FAMILY), "proposal_other_same"),
        (ChangeProposed("ineligible"), "proposal_reason_missing"),
        (ChangeProposed("withdrawal"), "proposal_note_missing"),
        (ChangeProposed("new_family"), "proposal_members_missing"),
        (
            ChangeProposed("new_family", new_family=NewFamily("", "", "", "", "", (NewMember(" ", "", "", "", "1"),))),
            "proposal_member_name_missing",
        ),
        (
            ChangeProposed("new_family", new_family=NewFamily("", "", "", "", "", (HEAD, HEAD))),
            "proposal_one_head_needed",
        ),
    ],
)
def test_a_proposal_that_lacks_something_is_refused_with_its_code(proposal: ChangeProposed, code: str) -> None:
    assert refusal(proposal).code == code


def test_missing_evidence_is_named() -> None:
    proposal = ChangeProposed("death", member=MEMBER, reason="akta", reason_list="death@balai-1")
    refused = refusal(proposal)
    assert (refused.code, refused.facts) == ("proposal_evidence_missing", {"kinds": "death_record"})


def test_a_reason_may_ask_for_a_note() -> None:
    proposal = ChangeProposed("death", member=MEMBER, reason="saksi", reason_list="death@balai-1")
    assert refusal(proposal).code == "proposal_note_missing"


def test_one_of_several_kinds_of_evidence_is_enough() -> None:
    journal = FakeJournal()
    proposal = ChangeProposed(
        "ineligible",
        reason="5",
        reason_list="ineligible@kepmensos-73-2024",
        evidence=(Evidence("b" * 48, 10, "decree"),),
    )
    propose(journal)(FAMILY, proposal)
    assert [one.payload for one in journal.recorded] == [proposal]


def test_a_new_family_has_no_subject_before_it_is_written() -> None:
    journal = FakeJournal()
    photos = (Evidence("b" * 48, 10, "house_front"), Evidence("c" * 48, 10, "kk"))
    proposal = ChangeProposed(
        "new_family",
        new_family=FAMILY_OF_ONE,
        reason="belum_terdaftar",
        reason_list="new_family@kepmensos-262-2022",
        evidence=photos,
    )
    propose(journal)(FamilyId(""), proposal)
    assert journal.recorded[0].entry.subject == ""
