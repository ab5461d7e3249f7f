"""Settle what is contested by choices, and take a settling back."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.contest import Picks, VisitContest, settle_base, settle_visits
from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ProposalsToldApart, SettlingUndone
from app.domain.proposal_course import ProposalStanding
from app.domain.rivals import Rivalry, merge_same, settle_rivals
from app.domain.roster import Family
from app.domain.twins import TwinContest, merge
from app.usecases.contests import SettlingRow
from app.usecases.ports import Act, Journal


@dataclass(frozen=True, slots=True)
class SettleVisits:
    """Writes which word of visits that disagree holds, field by field."""

    journal: Journal

    def __call__(self, family: FamilyId, contest: VisitContest, picks: Picks, note: str = "") -> EntryId:
        """The new entry. Refused ``settling_choice_missing``, ``not_allowed``."""
        return self.journal.record(Act(family, settle_visits(contest, picks, note.strip())))[0]


@dataclass(frozen=True, slots=True)
class SettleBase:
    """Writes what becomes of a proposal after a new list changed what its author saw."""

    journal: Journal

    def __call__(
        self, family: FamilyId, proposal: ProposalStanding, listed: Family, picks: Picks, note: str = ""
    ) -> EntryId:
        """The new entry. Refused ``settling_choice_missing``, ``proposal_closed``, ``not_allowed``."""
        if not proposal.open:
            raise Refused("proposal_closed", state=proposal.state)
        return self.journal.record(Act(family, settle_base(proposal, listed, picks, note.strip())))[0]


@dataclass(frozen=True, slots=True)
class MergeProposals:
    """Writes that two proposals mean one family: one goes on with the people and the evidence of both."""

    journal: Journal

    def __call__(
        self, contest: TwinContest, kept: ProposalStanding, other: ProposalStanding, picks: Picks, note: str = ""
    ) -> tuple[EntryId, ...]:
        """The two entries, as one act. Refused as `app.domain.twins.merge`, and ``not_allowed``."""
        here, there = merge(contest, kept, other, picks, note.strip())
        families = FamilyId(contest.kept.family.id), FamilyId(contest.other.family.id)
        return self.journal.record(Act(families[0], here), Act(families[1], there))


@dataclass(frozen=True, slots=True)
class TellApart:
    """Writes that two proposals that look alike mean different people; both go on."""

    journal: Journal

    def __call__(self, contest: TwinContest, note: str) -> tuple[EntryId, ...]:
        """The two entries, as one act. Refused ``settling_note_missing``: whoever reads it later asks how one knew."""
        if not note.strip():
            raise Refused("settling_note_missing")
        one, other = contest.kept, contest.other
        families = FamilyId(one.family.id), FamilyId(other.family.id)
        return self.journal.record(
            Act(families[0], ProposalsToldApart(one.proposal, other.proposal, families[1], note.strip())),
            Act(families[1], ProposalsToldApart(other.proposal, one.proposal, families[0], note.strip())),
        )


@dataclass(frozen=True, slots=True)
class SettleRivals:
    """Writes which of two proposals about one family holds, or that both say the same and one goes on."""

    journal: Journal

    def __call__(self, family: FamilyId, rivalry: Rivalry, picks: Picks, note: str = "") -> tuple[EntryId, ...]:
        """The new entries, as one act. Refused as `app.domain.rivals.settle_rivals`, and ``not_allowed``."""
        if rivalry.same:
            return self.journal.record(Act(family, merge_same(rivalry, family, note.strip())))
        return self.journal.record(*(Act(family, one) for one in settle_rivals(rivalry, picks, note.strip())))


@dataclass(frozen=True, slots=True)
class KeepBoth:
    """Writes that two proposals about one family both stand."""

    journal: Journal

    def __call__(self, family: FamilyId, rivalry: Rivalry, note: str) -> EntryId:
        """The new entry. Refused ``settling_both_note_missing`` where they contradict each other: whoever reads it
        later asks how both can hold."""
        if not note.strip() and not rivalry.same:
            raise Refused("settling_both_note_missing")
        both = ProposalsToldApart(rivalry.first.id, rivalry.second.id, family, note.strip())
        return self.journal.record(Act(family, both))[0]


@dataclass(frozen=True, slots=True)
class UndoSettling:
    """Writes that a settling is taken back: what it settled is contested again."""

    journal: Journal

    def __call__(self, settling: SettlingRow, note: str = "") -> tuple[EntryId, ...]:
        """The new entries, as one act. Refused ``not_allowed``."""
        undone = [Act(family, SettlingUndone(entry, settling.kind, note.strip())) for family, entry in settling.entries]
        return self.journal.record(*undone)
