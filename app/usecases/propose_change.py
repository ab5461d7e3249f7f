"""Propose a change to one family: the village asks, the district decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ChangeProposed
from app.usecases.ports import Act, Journal

NeededEvidence = Callable[[ChangeProposed], Sequence[str]]
"""Evidence kinds that this proposal's reason asks for and that are not there (data of resources/reasons)."""

Asked = Callable[[ChangeProposed], bool]
"""Whether kind and reason of a proposal ask for something (data of resources/reasons)."""


def _nothing_needed(_: ChangeProposed) -> Sequence[str]:
    return ()


def _not_asked(_: ChangeProposed) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class ProposeChange:
    """Writes a proposal once it says all that its kind and reason ask for."""

    journal: Journal
    needed_evidence: NeededEvidence = _nothing_needed
    today: Callable[[], date] | None = None
    asks_reason: Asked = _not_asked
    asks_note: Asked = _not_asked

    def __call__(self, family: FamilyId, proposal: ChangeProposed) -> EntryId:
        """The new entry. Refused with a ``proposal_*`` code that names what is missing.

        A family that the list lacks has no id yet: its subject is empty, and the journal names it after the entry.
        """
        if proposal.other_family is not None and proposal.other_family == family and proposal.other_member is None:
            raise Refused("proposal_other_same")
        check_proposal(proposal)
        kept = proposal.outcome.kept_family
        if kept is not None and kept not in (family, proposal.other_family):
            raise Refused("proposal_kept_elsewhere")
        if self.today is not None and proposal.event_date > self.today().isoformat():
            raise Refused("proposal_date_in_future", date=proposal.event_date)
        if not proposal.reason and self.asks_reason(proposal):
            raise Refused("proposal_reason_missing")
        if not proposal.note.strip() and self.asks_note(proposal):
            raise Refused("proposal_note_missing")
        missing = self.needed_evidence(proposal)
        if missing:
            raise Refused("proposal_evidence_missing", kinds=", ".join(missing))
        return self.journal.record(Act(family, proposal))[0]


def check_proposal(proposal: ChangeProposed) -> None:
    """Refuse a proposal that lacks what its kind cannot do without."""
    if proposal.event_date:
        try:
            date.fromisoformat(proposal.event_date)
        except ValueError as error:
            raise Refused("proposal_date_impossible", date=proposal.event_date) from error
    check = _CHECKS.get(proposal.proposal)
    if check is None:
        raise Refused("proposal_kind_unknown", kind=proposal.proposal)
    check(proposal)


def _correction(proposal: ChangeProposed) -> None:
    if not any(change.seen != change.proposed for change in proposal.changes):
        raise Refused("proposal_changes_nothing")


def _new_family(proposal: ChangeProposed) -> None:
    family = proposal.new_family
    if family is None or not family.members:
        raise Refused("proposal_members_missing")
    if any(not member.name.strip() for member in family.members):
        raise Refused("proposal_member_name_missing")
    if sum(member.relation == "1" for member in family.members) != 1:
        raise Refused("proposal_one_head_needed")


def _one_member(proposal: ChangeProposed) -> None:
    if proposal.member is None:
        raise Refused("proposal_member_missing")


def _move(proposal: ChangeProposed) -> None:
    if not proposal.note.strip() and not proposal.changes and not proposal.direction:
        raise Refused("proposal_destination_missing")


def _duplicate(proposal: ChangeProposed) -> None:
    if proposal.other_family is None and proposal.other_member is None:
        raise Refused("proposal_other_missing")
    if proposal.other_member is not None and proposal.other_member == proposal.member:
        raise Refused("proposal_other_same")
    after = proposal.outcome
    if after.kept_family is None and after.kept_member is None:
        raise Refused("proposal_kept_missing")
    if after.kept_member is not None and after.kept_member not in (proposal.member, proposal.other_member):
        raise Refused("proposal_kept_elsewhere")


def _split(proposal: ChangeProposed) -> None:
    if not proposal.members:
        raise Refused("proposal_leavers_missing")
    after = proposal.outcome
    if after.head is None or after.head not in proposal.members:
        raise Refused("proposal_head_missing")
    if after.staying_head is not None and after.staying_head in proposal.members:
        raise Refused("proposal_head_missing")


def _merge(proposal: ChangeProposed) -> None:
    if proposal.other_family is None:
        raise Refused("proposal_other_missing")
    if proposal.outcome.kept_family is None:
        raise Refused("proposal_kept_missing")
    if proposal.outcome.head is None:
        raise Refused("proposal_head_missing")


def _ineligible(proposal: ChangeProposed) -> None:
    if not proposal.reason:
        raise Refused("proposal_reason_missing")


def _withdrawal(proposal: ChangeProposed) -> None:
    if not proposal.note.strip():
        raise Refused("proposal_note_missing")


_CHECKS: dict[str, Callable[[ChangeProposed], None]] = {
    "correction": _correction,
    "new_family": _new_family,
    "death": _one_member,
    "revival": _one_member,
    "move": _move,
    "duplicate": _duplicate,
    "split": _split,
    "merge": _merge,
    "representative": _one_member,
    "ineligible": _ineligible,
    "withdrawal": _withdrawal,
}
