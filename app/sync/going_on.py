"""Whether an exchange whose line broke is tried again by itself: as long as something comes through."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from app.domain.errors import Problem
from app.sync.line import Stopped

_BROKEN: Final = frozenset({"line_cut", "line_timeout", "line_busy"})
"""What a next try may mend; whoever has no line at all hears of it at once."""
_FIRST, _LATER = 2.0, (10.0, 10.0, 30.0, 30.0)
"""Seconds of rest before the next try; the later ones where the last try brought nothing. Each cut makes the next batch
four times smaller (`app.sync.pace`): so many tries lead from the largest to the smallest."""
_LOOK_UP_SECONDS: Final = 0.2

Rest = Callable[[float], None]


class GoingOn:
    """Counts the tries of one exchange that brought nothing, one after the other."""

    def __init__(self, cancelled: Callable[[], bool], rest: Rest = time.sleep) -> None:
        self._cancelled = cancelled
        self._rest = rest
        self._fruitless = 0

    def again(self, problem: Problem, *, moved: bool, came_on: bool) -> bool:
        """Whether to try again, after a rest; `moved` tells whether the line carried anything in the last try,
        `came_on` whether anything was different after it. Raises `Stopped` where the person has had enough."""
        if problem.code not in _BROKEN or not (moved or came_on):
            return False
        self._fruitless = 0 if came_on else self._fruitless + 1
        if self._fruitless > len(_LATER):
            return False
        left = _LATER[self._fruitless - 1] if self._fruitless else _FIRST
        while left > 0:
            if self._cancelled():
                raise Stopped
            self._rest(min(left, _LOOK_UP_SECONDS))
            left -= _LOOK_UP_SECONDS
        return True
