"""What the village does with a proposal after it was made: decide, endorse, key in, take back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import Endorsed, ItemDecided, KeyedIn, ProposalWithdrawn
from app.domain.proposal_course import AGREED, POSTPONED, REFUSED, ProposalStanding
from app.usecases.ports import Act, Journal


def _require_open(proposal: ProposalStanding) -> None:
    if not proposal.open:
        raise Refused("proposal_closed", state=proposal.state)


def _iso(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise Refused("proposal_date_impossible", date=text) from error


@dataclass(frozen=True, slots=True)
class DecideItem:
    """Writes what the village meeting decided on one item."""

    journal: Journal

    def __call__(
        self, family: FamilyId, proposal: ProposalStanding, outcome: str, meeting_date: str, note: str, dissent: str
    ) -> EntryId:
        """The new entry. Refused where the outcome is unknown, a refusal has no reason, or the item is closed."""
        _require_open(proposal)
        if outcome not in (AGREED, REFUSED, POSTPONED):
            raise Refused("decision_outcome_missing")
        if outcome != AGREED and not note.strip():
            raise Refused("decision_note_missing")
        decided = ItemDecided(proposal.id, outcome, _iso(meeting_date), note, dissent)
        return self.journal.record(Act(family, decided))[0]


@dataclass(frozen=True, slots=True)
class EndorseItem:
    """Writes that the village head stands behind an item on which the meeting agreed."""

    journal: Journal

    def __call__(self, family: FamilyId, proposal: ProposalStanding, note: str = "") -> EntryId:
        """The new entry. Refused ``endorsement_before_decision`` where the meeting has not agreed yet."""
        _require_open(proposal)
        if proposal.state != AGREED:
            raise Refused("endorsement_before_decision", state=proposal.state)
        return self.journal.record(Act(family, Endorsed(proposal.id, note)))[0]


@dataclass(frozen=True, slots=True)
class MarkKeyedIn:
    """Writes that an item was typed into SIKS-NG by hand."""

    journal: Journal

    def __call__(self, family: FamilyId, proposal: ProposalStanding, day: str, result: str) -> EntryId:
        """The new entry. Refused where the item is closed or the date is none."""
        _require_open(proposal)
        return self.journal.record(Act(family, KeyedIn(proposal.id, _iso(day), result)))[0]


@dataclass(frozen=True, slots=True)
class WithdrawProposal:
    """Writes that the village takes a proposal back, with the reason."""

    journal: Journal

    def __call__(self, family: FamilyId, proposal: ProposalStanding, note: str) -> EntryId:
        """The new entry. Refused where nothing says why, or the district has decided already."""
        _require_open(proposal)
        if not note.strip():
            raise Refused("proposal_note_missing")
        return self.journal.record(Act(family, ProposalWithdrawn(proposal.id, note)))[0]
