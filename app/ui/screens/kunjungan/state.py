"""Everything that route and form show, in words ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.questionnaire import Kind
from app.ui.messages import Message
from app.ui.screens.follow_ups import FollowUp
from app.ui.shown import EMPTY, Option, Window

SUMMARY = "#ringkasan"
LATER = "#tersendiri"
"""Pages of the form that are no section of the questionnaire."""


class Stage(StrEnum):
    """What stands in the place of the work."""

    LOADING = "loading"
    READY = "ready"
    EMPTY = "empty"
    """No family, or none that this person may visit."""
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RouteState:
    """The families of one RT, those left first."""

    stage: Stage = Stage.LOADING
    places: tuple[tuple[str, str], ...] = ()
    """(value, words) of the RTs to choose from."""
    place: str = ""
    counts: str = ""
    share: float = 0.0
    window: Window = EMPTY
    left: frozenset[str] = frozenset()
    """Families that are left: the row at which one was stays the current one only among these."""
    notice: str = ""
    """Why somebody can only look."""
    problem: Message | None = None


class Mark(StrEnum):
    """How far a question or a section is."""

    OPEN = "open"
    DONE = "done"
    MISSING = "missing"
    WRONG = "wrong"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One page of the form in the column of progress."""

    key: str
    words: str
    progress: str
    mark: Mark = Mark.OPEN
    current: bool = False
    inner: bool = False
    """One member inside the section of members."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question that is not open just now."""

    path: str
    label: str
    value: str
    mark: Mark
    private: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that may be taken over as the answer with one key."""

    value: str
    words: str
    origin: str


@dataclass(frozen=True, slots=True)
class PhotoShown:
    """One sealed photo of the answer."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that is open."""

    path: str
    kind: Kind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    show_codes: bool = True
    agreed: str = ""
    """What ticking a statement says."""
    example: str = ""
    """How the answer is typed, where its kind alone does not tell it."""
    value: str = ""
    masked: str = ""
    """The answer in part, where it is not shown whole."""
    long: bool = False
    error: str = ""
    caution: str = ""
    """Possible, but worth a second look."""
    private: bool = False
    later: bool = False
    """Put off until nobody listens."""
    required: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    photos: tuple[PhotoShown, ...] = ()
    busy: bool = False
    revision: int = 0
    """Grows when the answer was changed from outside the control."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One answer that differs from what was known."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LackLine:
    """Something that is missing or wrong, with the way to it."""

    path: str
    words: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One section in the summary."""

    title: str
    count: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole visit before it is saved."""

    sections: tuple[SectionShown, ...] = ()
    changes: tuple[tuple[str, tuple[ChangeLine, ...]], ...] = ()
    """Whose (a section or a member), and what differs."""
    proposals: str = ""
    photos: str = ""
    lacks: tuple[LackLine, ...] = ()
    blocked: str = ""
    """Why it can not be saved yet; empty where it can."""
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormState:
    """The form of one family."""

    stage: Stage = Stage.LOADING
    title: str = ""
    subtitle: str = ""
    attempt: str = ""
    page: str = ""
    page_title: str = ""
    page_hint: str = ""
    sections: tuple[SectionLine, ...] = ()
    lines: tuple[QuestionLine, ...] = ()
    asked: Asked | None = None
    add_words: str = ""
    """Words of the button that adds a member; empty where none may be added."""
    removable: bool = False
    summary: Summary | None = None
    draft: str = ""
    saving: bool = False
    busy: bool = False
    """Photos are being sealed: saving waits for them."""
    next_family: str = ""
    next_words: str = ""
    saved_words: str = ""
    saved_family: str = ""
    follow_ups: tuple[FollowUp, ...] = ()
    """Proposals that the recorded visit leads to."""
    notice: Message | None = None
    problem: Message | None = None
