"""Everything that the list of proposals shows, in words ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message
from app.ui.shown import EMPTY, Filter, Window


class Stage(StrEnum):
    """What stands in the place of the rows."""

    LOADING = "loading"
    READY = "ready"
    NONE_FOUND = "none_found"
    """There are proposals, but none that the search and the filters leave."""
    NOTHING = "nothing"
    """Nobody proposed anything yet."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ListState:
    """The list with its search and filters."""

    text: str = ""
    filters: tuple[Filter, ...] = ()
    filtered: bool = False
    subtitle: str = ""
    found: str = ""
    window: Window = EMPTY
    stage: Stage = Stage.LOADING
    may_propose: bool = False
    problem: Message | None = None
