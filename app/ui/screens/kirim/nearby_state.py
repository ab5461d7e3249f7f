"""What the two dialogs of the village's own network show."""

from __future__ import annotations

from dataclasses import dataclass

from app.ui.messages import Message


@dataclass(frozen=True, slots=True)
class DoorState:
    """This laptop receives."""

    open: bool = False
    """Whether it listens."""
    code: str = ""
    """As it is shown: ``ABCD-EFGH``."""
    spoken: str = ""
    """The code letter by letter, for a screen reader."""
    scanned: str = ""
    """What the QR code holds."""
    addresses: tuple[str, ...] = ()
    talking: bool = False
    step: str = ""
    share: float | None = None
    lines: tuple[str, ...] = ()
    """How the last talk ended."""
    good: bool = True
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class MeetState:
    """This laptop calls the one that receives."""

    busy: bool = False
    stopping: bool = False
    step: str = ""
    share: float | None = None
    code_error: str = ""
    address_error: str = ""
    lines: tuple[str, ...] = ()
    good: bool = True
    problem: Message | None = None
    done: bool = False
    """Whether the last call was held to its end."""
