"""What a person has to settle: where it stands, what each side says, and what was settled already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from app.domain.happened import Happened
from app.domain.ids import EntryId, FamilyId, PersonId
from app.domain.proposal_course import ProposalStanding
from app.domain.standing import Standing

VISITS: Final = "visits"
"""Visits of one family that disagree."""
BASE: Final = "base"
"""A proposal whose author saw values that a new list changed."""
RIVALS: Final = "rivals"
"""Two proposals about one family of the list of which only one can hold."""
SAME: Final = "same"
"""Two proposals about one family of the list that say the same: no quarrel, but one is enough."""
TWINS: Final = "twins"
"""Two proposals that look like one family."""


@dataclass(frozen=True, slots=True)
class ContestKey:
    """Names one contest: which kind, about which family, and which proposals where it is about such."""

    kind: str
    """`VISITS`, `BASE`, `RIVALS`, `SAME` or `TWINS`."""
    family: FamilyId
    proposal: EntryId | None = None
    """Base: whose values were changed. Of two: the earlier."""
    other: EntryId | None = None
    """Of two: the later."""


@dataclass(frozen=True, slots=True)
class ContestRow:
    """One line of what is contested."""

    key: ContestKey
    head_name: str
    rt: str
    rw: str
    asked: str = ""
    """Kind of the proposal."""
    other_name: str = ""
    """Twins: the head of the other family."""
    other_asked: str = ""
    """Rivals: kind of the other proposal."""
    authors: tuple[str, ...] = ()
    """Rivals: who proposed the one, and who the other, as far as they are known."""
    at_ms: int = 0
    """When something was last said of it."""


@dataclass(frozen=True, slots=True)
class ContestDetail:
    """Everything about one contest."""

    key: ContestKey
    standing: Standing
    names: Mapping[PersonId, str]
    """Officials who said something of it."""
    list_month: str
    proposal: ProposalStanding | None = None
    other: Standing | None = None
    other_proposal: ProposalStanding | None = None
    happened: Mapping[EntryId, Happened] = field(default_factory=dict)
    """When what is told was written, as far as it is known; else as its clock said."""


@dataclass(frozen=True, slots=True)
class SettlingRow:
    """Something that was settled, and the entries that have to be taken back to undo it."""

    kind: str
    """Kind of the entries (`app.domain.payloads.SETTLINGS`)."""
    entries: tuple[tuple[FamilyId, EntryId], ...]
    """(family as today's list names it, entry); two where it was about two families."""
    head_name: str
    rt: str
    rw: str
    author_name: str
    at_ms: int
    note: str
    of_two: bool = False
    """Whether it is about two proposals of one family."""


class Contests(Protocol):
    """The contested part of the store; a person bound to some RTs is shown nothing of other families."""

    def contests(self) -> Sequence[ContestRow]:
        """All that is contested: visits, then proposals, then families proposed twice; last what was said twice."""

    def contest(self, key: ContestKey) -> ContestDetail | None:
        """One of them in full, None where there is none (any more)."""

    def settlings(self, limit: int) -> Sequence[SettlingRow]:
        """What was settled and not taken back, newest first."""
