"""When to look whether the district can be reached: soon after a change, ever more rarely while there is no line."""

from __future__ import annotations

import time
from collections.abc import Callable

SHORTEST = 15.0
LONGEST = 1800.0
"""Seconds between two looks."""


class LineWatch:
    """Decides when to look; the caller's timer asks `seconds_left` and calls `look` off the UI thread."""

    def __init__(self, reachable: Callable[[], bool], clock: Callable[[], float] = time.monotonic) -> None:
        self._reachable = reachable
        self._clock = clock
        self._pause = SHORTEST
        self._next = clock()
        self.up = False
        """Whether the last look found the district."""

    def seconds_left(self) -> float:
        """Until the next look is due, 0 where it is."""
        return max(0.0, self._next - self._clock())

    def look(self) -> bool:
        """Look now; each look in vain doubles the pause."""
        self.up = self._reachable()
        self._pause = SHORTEST if self.up else min(LONGEST, self._pause * 2)
        self._next = self._clock() + (LONGEST if self.up else self._pause)
        return self.up

    def stir(self) -> None:
        """Something was recorded, or the network changed: look again soon."""
        self._pause = SHORTEST
        self._next = min(self._next, self._clock() + SHORTEST)

    def failed(self) -> None:
        """An exchange failed on the line: as a look in vain."""
        self.up = False
        self._pause = min(LONGEST, self._pause * 2)
        self._next = self._clock() + self._pause
