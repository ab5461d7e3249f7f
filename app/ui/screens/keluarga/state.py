"""Everything that the list of families shows, in words ready to read."""

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
    """There are families, but none that the search and the filters leave."""
    NO_LIST = "no_list"
    """This laptop holds no list yet."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ListState:
    """The list with its search, filters and order."""

    text: str = ""
    filters: tuple[Filter, ...] = ()
    filtered: bool = False
    """Whether search or filters leave out anybody."""
    subtitle: str = ""
    found: str = ""
    """How many rows there are, as a sentence."""
    window: Window = EMPTY
    question: int = 0
    """The rows of another question begin at the top; those of the same one stay where they were scrolled to."""
    sort_by: str = "name"
    descending: bool = False
    stage: Stage = Stage.LOADING
    may_propose_new: bool = False
    may_import: bool = False
    problem: Message | None = None
    elsewhere: str = ""
    """That whom the search asks for lives outside the RTs of whoever searches, and who; empty where nobody does."""
