"""A long list one page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Place:
    """Which page of how many."""

    total: int
    """Rows of the whole list."""
    page: int
    """Counted from 1."""
    pages: int
    first: int
    """Rows before this page."""

    @classmethod
    def of(cls, total: int, page: int, size: int) -> Place:
        """The page that was asked for, or the nearest that there is."""
        pages = max(1, -(-total // size))
        at = min(max(1, page), pages)
        return cls(total, at, pages, (at - 1) * size)


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Row]):
    """One page of a list."""

    rows: Sequence[Row]
    at: Place
