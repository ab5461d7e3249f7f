"""Everything that Bertentangan shows, in words ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message
from app.ui.screens.beranda.state import WaitLine
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.shown import Option


class Stage(StrEnum):
    """What stands on the page."""

    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SettledLine:
    """Something that was settled."""

    key: str
    """Of its first entry."""
    words: str
    who: str
    note: str
    may_undo: bool


@dataclass(frozen=True, slots=True)
class SideShown:
    """One who tells: whose word it is, when, and what proves it."""

    title: str
    lines: tuple[str, ...]
    photos: tuple[PhotoCard, ...] = ()
    proposal: str = ""
    """The proposal to which one may go from here."""


@dataclass(frozen=True, slots=True)
class RowShown:
    """One thing that is told in several ways."""

    key: str
    label: str
    base: str
    """What stood before; empty where nothing did."""
    options: tuple[Option, ...]
    chosen: str
    """Code of an option, empty while nothing is chosen."""
    sentence: str
    """All of it, for a screen reader."""


@dataclass(frozen=True, slots=True)
class SettlingShown:
    """One contest with the choices so far."""

    id: str
    """Which contest."""
    title: str
    about: str
    """Family and place."""
    explanation: str
    base: SideShown | None
    sides: tuple[SideShown, ...]
    rows: tuple[RowShown, ...]
    summary: str
    """What will be recorded, in one sentence; while something is missing, what."""
    ready: bool
    note: str
    save_words: str
    apart: str
    """What the act is called by which both stand (of two that are different people, or do not contradict each other
    after all); empty where there is none."""
    hides: bool
    """Whether private answers are hidden just now."""
    why_not: str
    """Why the person at the desk may not settle it; empty where he may."""
    family: str


@dataclass(frozen=True, slots=True)
class PageState:
    """The page."""

    stage: Stage = Stage.LOADING
    lines: tuple[tuple[str, WaitLine], ...] = ()
    """(id of the contest, line)."""
    more: int = 0
    """Contests beyond those of `lines`."""
    twice: tuple[tuple[str, WaitLine], ...] = ()
    """Proposals that say the same, as `lines`."""
    settled: tuple[SettledLine, ...] = ()
    shown: SettlingShown | None = None
    gone: bool = False
    """The contest that was to be shown is none any more."""
    busy: bool = False
    said: str = ""
    """What was just done."""
    refusal: Message | None = None
    problem: Message | None = None
