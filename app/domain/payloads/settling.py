"""What somebody decided where two records disagree; each can be taken back by a further entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.ids import EntryId, FamilyId, MemberId
from app.domain.payloads.proposals import FieldChange, NewFamily
from app.domain.payloads.visits import AnswerValue, Evidence, MemberSeen


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that was told in several ways, and whose word was taken."""

    field: str
    """``presence``, or a DTSEN or register column."""
    taken: EntryId | None = None
    """The visit (or proposal) whose word holds; None where what several told was put together."""
    member: MemberId | None = None


@dataclass(frozen=True, slots=True)
class VisitsSettled:
    """What holds of visits that disagree: a word of its own, in the place of all that it names."""

    visits: tuple[EntryId, ...]
    """The visits, and earlier settlings, that stood before the eyes of whoever settled."""
    presence: str
    """As `VisitRecorded.presence`."""
    absence_reason: str
    result: str
    members: tuple[MemberSeen, ...] = ()
    answers: dict[str, AnswerValue] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProposalSettled:
    """What becomes of a proposal after a new list changed the values that its author saw, or beside another one about
    the same family that contradicts it."""

    proposal: EntryId
    changes: tuple[FieldChange, ...]
    """What is asked from now on, `seen` being what the list says today; without fields where the list's was taken."""
    outcome: str
    """``kept``; where nothing is asked any more ``withdrawn``, or ``fulfilled`` if the list has part of it already."""
    choices: tuple[Choice, ...] = ()
    note: str = ""
    against: EntryId | None = None
    """The other proposal, where two contradict each other."""


@dataclass(frozen=True, slots=True)
class ProposalsMerged:
    """Two proposals mean the same: one goes on, the other is closed and stays within reach.

    Written once about the family of each, so that either's history tells it.
    """

    kept: EntryId
    merged: EntryId
    other_family: FamilyId
    """The family of the other of the two (the same where both are about one family)."""
    new_family: NewFamily | None = None
    """The family as both together describe it, where it is new."""
    members: tuple[MemberId, ...] = ()
    """Ids of `new_family.members`, in their order: those of either proposal."""
    evidence: tuple[Evidence, ...] = ()
    """What the merged proposal brought as evidence."""
    choices: tuple[Choice, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProposalsToldApart:
    """Two proposals look alike and mean different people, or seem to contradict each other and both stand: nobody need
    be asked again."""

    proposal: EntryId
    other: EntryId
    other_family: FamilyId
    """The family of the other of the two (the same where both are about one family)."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SettlingUndone:
    """A settling is taken back: what it settled is contested again."""

    settling: EntryId
    kind: str
    """Kind of the entry that is taken back, so that only whoever may settle it may take it back."""
    note: str = ""
