"""How much a certified laptop may ask of the district: one that calls without end must not take the hub from others.

Counted in the process, for each laptop whose signature held: a stranger uses up nobody's allowance. What an honest
laptop does in its busiest month is far below; whoever is above waits, and nothing that it holds is lost.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from app.domain.errors import Refused

MOST_CALLS: Final = 5_000
"""Calls that a laptop may make one after the other."""

CALLS_A_SECOND: Final = 5
"""How fast what was used comes back."""

BYTES_A_CALL: Final = 256_000
"""A call that moves more, either way, counts as so many calls."""

WAIT_SECONDS: Final = 10
"""Whoever has used up everything waits so long, and then has fifty calls again."""

_MOST_NAMES = 20_000

Caller = tuple[str, str]
"""Village and laptop."""


class Allowance:
    """What each laptop may still ask."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._lock = threading.Lock()
        self._left: dict[Caller, tuple[float, int]] = {}
        """Laptop -> calls that were left, and when."""
        self._waits: dict[Caller, int] = {}
        """Laptop -> until when it is refused."""

    def check(self, who: Caller) -> None:
        """Refused ``calls_too_many`` with `wait_seconds` where the laptop has to wait; costs nearly nothing."""
        now = self._now_ms()
        with self._lock:
            until = self._waits.get(who, 0)
            if until - WAIT_SECONDS * 1000 <= now < until:  # a clock that was set back makes nobody wait longer
                raise Refused("calls_too_many", wait_seconds=-(-(until - now) // 1000))

    def use(self, who: Caller, moved: int = 0) -> None:
        """Count a call of a laptop that proved who it is, which moved so many bytes. Refused as `check` where that is
        more than it has; it then waits."""
        now = self._now_ms()
        cost = 1 + moved // BYTES_A_CALL
        with self._lock:
            left = min(MOST_CALLS, self._held(who, now))
            if left >= cost:
                self._left[who] = (left - cost, now)
                self._waits.pop(who, None)
                return
            self._left[who] = (left, now)
            self._waits[who] = now + WAIT_SECONDS * 1000
        raise Refused("calls_too_many", wait_seconds=WAIT_SECONDS)

    def moved(self, who: Caller, size: int) -> None:
        """Count bytes of a call that was let in already; it may owe them."""
        cost = size // BYTES_A_CALL
        if cost:
            now = self._now_ms()
            with self._lock:
                self._left[who] = (self._held(who, now) - cost, now)

    def _held(self, who: Caller, now: int) -> float:
        if len(self._left) > _MOST_NAMES:  # more laptops than any district has: those who rest have all of it again
            self._left = {one: held for one, held in self._left.items() if now - held[1] < 3_600_000}
        left, at = self._left.get(who, (float(MOST_CALLS), now))
        return min(float(MOST_CALLS), left + CALLS_A_SECOND * max(0, now - at) / 1000)
