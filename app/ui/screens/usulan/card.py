"""Everything that the detail of one proposal shows, in words ready to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.ui.messages import Message
from app.ui.screens.keluarga.card import Change, PhotoCard, Step
from app.ui.screens.usulan.contested import ContestedLine
from app.ui.shown import Chip


@dataclass(frozen=True, slots=True)
class NewMemberCard:
    """A person who is not on the list yet."""

    name: str
    line: str
    nik: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The district's last word, or what it still owes."""

    words: str
    chip: Chip
    comment: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Acts:
    """What the person at the laptop may do with the proposal in its state; `why_not` tells who acts next if not he."""

    decide: bool = False
    endorse: bool = False
    key_in: bool = False
    withdraw: bool = False
    mend: bool = False
    why_not: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is open."""
        return self.withdraw or self.onward

    @property
    def onward(self) -> bool:
        """Whether he can bring the proposal a step further."""
        return self.decide or self.endorse or self.key_in or self.mend


@dataclass(frozen=True, slots=True)
class Content:
    """What is proposed: the same in the summary before saving and in the detail afterwards."""

    facts: tuple[tuple[str, str], ...]
    outcome: str = ""
    """What stands once it is done, in a sentence: which card or record stays, who heads the family."""
    reason: str = ""
    source: str = ""
    """Legal source of the reason."""
    changes: tuple[Change, ...] = ()
    members: tuple[NewMemberCard, ...] = ()
    criteria: tuple[str, ...] = ()
    note: str = ""
    photos: tuple[PhotoCard, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """One proposal."""

    id: str
    family: str
    kind: str
    title: str
    head: str
    """Whose family."""
    place: str
    by: str
    """Who proposed, and when."""
    state: Chip
    transport: Chip
    answer: Answer | None
    contested: tuple[ContestedLine, ...]
    content: Content
    course: tuple[Step, ...]
    acts: Acts


class DetailStage(StrEnum):
    """What stands in the place of the detail."""

    NOTHING = "nothing"
    LOADING = "loading"
    READY = "ready"
    GONE = "gone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DetailState:
    """The detail beside the list."""

    stage: DetailStage = DetailStage.NOTHING
    card: ProposalCard | None = None
    pictures: Mapping[str, object] = field(default_factory=dict)
    """SHA-256 -> picture as the view's reader made it."""
    busy: bool = False
    said: str = ""
    """What was just done, to be told once."""
    refusal: Message | None = None
    problem: Message | None = None
