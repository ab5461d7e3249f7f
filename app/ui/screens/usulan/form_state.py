"""Everything that the form of a proposal shows, in words ready to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.ui.messages import Message
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.questions.ask import Ask
from app.ui.screens.usulan.card import Content
from app.ui.shown import Option


@dataclass(frozen=True, slots=True)
class Block:
    """Questions under one heading; `instance` where they are one member of a new family, who may be taken out."""

    key: str
    title: str
    asks: tuple[Ask, ...]
    hint: str = ""
    instance: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One field: what stands there, and what it should be; `open` while it is being changed."""

    path: str
    label: str
    old: str
    new: str
    ask: Ask
    open: bool
    may_empty: bool = False
    """Whether it may be proposed that nothing stands there."""
    emptied: bool = False


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Fields under one heading."""

    title: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """The search for a family: what was found, and who is chosen."""

    title: str
    text: str = ""
    options: tuple[Option, ...] = ()
    chosen: str = ""
    """The chosen family in words; empty while none is."""
    searched: bool = False
    note: str = ""
    """To which RTs whoever searches is bound."""
    elsewhere: tuple[str, ...] = ()
    """Who would fit too but lives outside these RTs: shown, not to be chosen."""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One demand for evidence: which kinds would do, and whether it is met."""

    words: str
    kinds: tuple[Option, ...]
    met: bool
    required: bool
    note: str = ""
    """Where Balai holds the evidence already."""


@dataclass(frozen=True, slots=True)
class EvidenceState:
    """What is asked for, what is there, and what else could be added."""

    needs: tuple[NeedLine, ...] = ()
    others: tuple[Option, ...] = ()
    photos: tuple[PhotoCard, ...] = ()
    busy: bool = False
    trouble: str = ""
    reason_first: bool = False
    """What is asked for depends on a reason that is not chosen yet."""


@dataclass(frozen=True, slots=True)
class Twin:
    """An open proposal that asks for the same already."""

    id: str
    words: str
    bars: bool
    """A second one makes no sense and cannot be saved."""


class FormStage(StrEnum):
    """What stands on the page."""

    FINDING = "finding"
    """Which family it is about is not known yet."""
    CHOOSING = "choosing"
    """Forms of new families were begun before: to go on with one, or to begin another."""
    LOADING = "loading"
    FILLING = "filling"
    SUMMARY = "summary"
    GONE = "gone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FormState:
    """The form of one proposal."""

    stage: FormStage = FormStage.LOADING
    kind: str = ""
    title: str = ""
    explanation: str = ""
    about: str = ""
    """Whom it is about: name, masked KK, RT."""
    gone: str = ""
    """Why the family cannot be opened."""
    returned: str = ""
    """What the verifier said of the proposal that this one mends."""
    before: tuple[Block, ...] = ()
    """What is picked from the list."""
    begun: tuple[Option, ...] = ()
    """Forms to go on with, and one more to begin."""
    finder: Finder | None = None
    afterwards: tuple[Block, ...] = ()
    """What depends on the other family: who of it is meant, which record stays, who heads the family."""
    twin: Twin | None = None
    changes: tuple[ChangeGroup, ...] = ()
    blocks: tuple[Block, ...] = ()
    may_add_member: bool = False
    reasons: Block | None = None
    evidence: EvidenceState = EvidenceState()
    pictures: Mapping[str, object] = field(default_factory=dict)
    lacking: tuple[str, ...] = ()
    """What is still missing, in words; told once somebody wanted to go on."""
    summary: Content | None = None
    kept: str = ""
    """What stays a draft after saving."""
    draft: str = ""
    """That the draft is kept, and since when."""
    busy: bool = False
    problem: Message | None = None
