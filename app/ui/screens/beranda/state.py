"""Everything that Beranda shows, in words ready to read; every number says which list it opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.ui.messages import Message
from app.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Target:
    """Another screen and the facts it opens with."""

    place: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bar:
    """Visited and left of one place."""

    label: str
    share: float
    amount: str
    """"12 dari 20"."""
    left: str
    """"8 tersisa", or that all are done."""
    sentence: str
    target: Target


@dataclass(frozen=True, slots=True)
class DusunBars:
    """One dusun with its RTs."""

    whole: Bar
    rts: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The village as a whole."""

    share: float
    headline: str
    """"174 keluarga belum dikunjungi"."""
    figures: tuple[tuple[str, str, Target], ...]
    """Number, words and the list behind it."""


@dataclass(frozen=True, slots=True)
class WaitLine:
    """One thing that waits, and for whom."""

    icon: str
    tone: Tone
    number: str
    """Empty where it is one thing by its name."""
    words: str
    who: str
    target: Target


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One window of the month."""

    label: str
    when: str
    left: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """The last exchange with the district."""

    when: str
    receipt: str


class Stage(StrEnum):
    """What stands on the page."""

    LOADING = "loading"
    READY = "ready"
    EMPTY = "empty"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class HomeState:
    """The page."""

    stage: Stage = Stage.LOADING
    subtitle: str = ""
    list_note: str = ""
    """Whose list it is; of a list from a file also which one, who opened it, when, and how its hash begins."""
    overview: Overview | None = None
    dusun: tuple[DusunBars, ...] = ()
    drafts: tuple[WaitLine, ...] = ()
    """Forms that this person has begun, the one left last first."""
    returned: tuple[WaitLine, ...] = ()
    """What the district sent back to this person, with its comment."""
    returned_title: str = ""
    waits: tuple[WaitLine, ...] = ()
    deadlines: tuple[DeadlineLine, ...] = ()
    calendar_note: str = ""
    """Whose days these are."""
    exchange: ExchangeLine | None = None
    clock: str = ""
    """Why this laptop's clock is not to be believed; empty where it may be right."""
    practice: bool = False
    may_import: bool = False
    problem: Message | None = None
