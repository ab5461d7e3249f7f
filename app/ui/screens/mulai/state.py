"""Everything that the first start shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message


class Way(StrEnum):
    """How a village comes onto this laptop."""

    PRACTICE = "practice"
    LIST = "list"
    DISTRICT = "district"


class Step(StrEnum):
    """Where the person is."""

    WAYS = "ways"
    PRACTICE = "practice"
    """There is a practice village already: open it, or begin anew."""
    LIST = "list"
    DISTRICT = "district"
    PERSON = "person"
    WAITING = "waiting"
    """The store waits for the answer that is carried from the district."""
    WORKING = "working"
    WORDS = "words"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Asked:
    """A word that the person repeats from the paper: which line and which word of it, from 1."""

    line: int
    word: int


@dataclass(frozen=True, slots=True)
class StartState:
    """One step of the first start."""

    step: Step = Step.WAYS
    way: Way = Way.PRACTICE
    share: float = 0.0
    stopping: bool = False
    can_leave: bool = False
    """Whether there is a lock screen to go back to."""
    address: str = ""
    code: str = ""
    by_stick: bool = False
    """Whether the district is asked without a line."""
    written: str = ""
    """That the request was just written, and where."""
    address_error: str = ""
    code_error: str = ""
    name_error: str = ""
    password_error: str = ""
    again_error: str = ""
    recovery: tuple[tuple[str, ...], ...] = ()
    """Lines of words to be written down."""
    asked: tuple[Asked, ...] = ()
    confirm_errors: tuple[str, ...] = ()
    problem: Message | None = None
