"""What the states of screens carry: plain data without Qt, made by presenters, shown by widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.ui.tokens import Tone

PAGE = 64
"""Rows in one window of a table; `fetch` is always asked for whole windows."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A status in words; without an icon of its own it wears the tone's."""

    words: str
    tone: Tone = Tone.IDLE
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its code as stored and its words; `hint` is a second, quieter line."""

    code: str
    words: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FilterOption:
    """A value, its words and how many rows it would leave, as words ("16.082"; empty if not counted)."""

    value: str
    words: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """One question to a list; `pills` shows all options side by side, else a menu. The first option means "all"."""

    key: str
    words: str
    options: tuple[FilterOption, ...]
    value: str = ""
    pills: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: a first line, or a chip in its place, and a quieter second one."""

    text: str = ""
    second: str = ""
    chip: Chip | None = None
    muted: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; `key` says which, `sentence` is what a screen reader says of it."""

    key: str
    cells: tuple[Cell, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column; `width` in em. Where the line is short the columns with the highest `rank` go first."""

    key: str
    title: str
    width: float
    stretch: bool = False
    right: bool = False
    strong: bool = False
    sortable: bool = True
    rank: int = 0
    tall: bool = False
    """Whether long words may take a second line; every row of the table is as tall as that then."""


Fetch = Callable[[int, int], Sequence[TableRow]]


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """An answer to a question: how many rows there are, the first of them, and how to get others.

    `fetch(offset, limit)` is called in the DISK lane and must see no QObject. Two windows are never equal, so
    that a state that carries a new one is shown again.
    """

    count: int
    fetch: Fetch
    first: tuple[TableRow, ...] = ()


EMPTY = Window(0, lambda _offset, _limit: ())
