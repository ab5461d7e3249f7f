"""Everything that Perubahan daftar shows, in words ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message
from app.ui.shown import EMPTY, Filter, Window


class Stage(StrEnum):
    """What stands on the page."""

    LOADING = "loading"
    READY = "ready"
    ALONE = "alone"
    """There was only one list yet."""
    SAME = "same"
    """The new list changed nothing."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ChangesState:
    """The page."""

    stage: Stage = Stage.LOADING
    subtitle: str = ""
    """Which list beside which."""
    filters: tuple[Filter, ...] = ()
    window: Window = EMPTY
    advice: str = ""
    """What a family may do that was left out; empty where the chosen ones were not."""
    may_save: bool = False
    busy: bool = False
    said: str = ""
    problem: Message | None = None
    """Why nothing is shown, or why the sheet was not saved."""
