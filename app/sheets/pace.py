"""Keeps a long import answering: tells how far it is and asks whether to stop, in the middle of every long step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from app.domain.errors import Refused
from app.domain.intake import Cancelled, Progress

_EVERY = 500
"""Rows between two words; reading so many takes some ten milliseconds."""
Item = TypeVar("Item")


@dataclass(frozen=True)
class Pace:
    """One step of an import, from `start` to `end` of the whole."""

    progress: Progress
    cancelled: Cancelled
    start: float = 0.0
    end: float = 1.0

    def part(self, start: float, end: float) -> Pace:
        """A part of this step; both from 0 to 1 of it."""
        width = self.end - self.start
        return Pace(self.progress, self.cancelled, self.start + width * start, self.start + width * end)

    def told(self, done: float) -> None:
        """Say how much of this step is done, from 0 to 1; raises Refused ``import_cancelled``."""
        self.asked()
        self.progress(self.start + (self.end - self.start) * done)

    def asked(self) -> None:
        """Only ask whether to stop; raises Refused ``import_cancelled``."""
        if self.cancelled():
            raise Refused("import_cancelled")

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, asking every now and then; for a look over all rows that is no step of its own."""
        for done, item in enumerate(items):
            if done % _EVERY == 0:
                self.asked()
            yield item

    def counted(self, items: Iterable[Item], whole: int, done: int = 0) -> Iterator[Item]:
        """The items, telling progress by their number of `whole`, of which `done` were before them."""
        for number, item in enumerate(items, start=done):
            if number % _EVERY == 0 or number == done:
                self.told(number / max(1, whole))
            yield item
