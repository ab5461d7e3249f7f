"""How much goes at a time: a few seconds' worth of this line, so that a cut costs no more than that."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from app.domain.errors import Unavailable
from app.usecases.exchange import Memory

SECONDS: Final = 4.0
"""What one call should take, beside the way there and back."""
FARTHEST: Final = 2 * SECONDS
"""As far as a hub may seem to be: what takes longer than that is a line that is full."""
LEAST, MOST = 8_000, 2_000_000
"""Payload bytes of a batch of entries; a busy month of a village is 0.75 million, and goes in one round trip."""
LEAST_PIECE, MOST_PIECE = 8_192, 1_000_000
"""Bytes of a piece of a photo."""

_CUT: Final = frozenset({"line_cut", "line_timeout"})
_KEPT: Final = "exchange.pace"
_WEIGHT: Final = 0.5
"""Of the newest measurement in the speed."""
_WARY, _BOLD = 1.3, 4.0
"""How much more is tried after a batch came through: little after a cut, more with every success."""
_TELLING: Final = 2_000
"""Bytes from which on a call says something of the speed."""
_HARDLY: Final = 4_000
"""Bytes up to which what a call took is the way there and back."""
_FILLED: Final = 1_000
"""Payload bytes from which on a call that took long says that it carried too much."""


class Pace:
    """Remembers across exchanges what this line carried; a line that cuts is asked for less until something comes
    through."""

    def __init__(self, memory: Memory, clock: Callable[[], float] = time.monotonic) -> None:
        self._memory = memory
        self._clock = clock
        self._batch, self._speed, self._growth = _read(memory.get(_KEPT))
        self._distance = 0.0
        """Seconds of the shortest call that carried hardly anything: the way there and back; 0 before there was one."""

    @property
    def batch(self) -> int:
        """Payload bytes that a request, and its answer, should hold at most."""
        return self._batch

    @property
    def piece(self) -> int:
        """Bytes of the next piece of a photo."""
        if not self._speed:
            return MOST_PIECE
        return round(min(MOST_PIECE, max(LEAST_PIECE, self._speed * SECONDS)))

    @contextmanager
    def batch_under_way(self, moved: Callable[[], int], payload: Callable[[], int]) -> Iterator[None]:
        """Measures a request; `moved` counts the line's bytes, `payload` what of entries went and came."""
        before, start = moved(), self._clock()
        try:
            yield
        except Unavailable as error:
            if error.code in _CUT:
                self._batch = max(LEAST, min(self._batch, payload() or self._batch) // 4)
                self._growth = _WARY
                self._keep()
            raise
        took = max(self._clock() - start, 1e-3)
        size, carried = moved() - before, payload()
        self._measure(size, took)
        if size < _HARDLY:
            self._distance = min(self._distance or FARTHEST, took)
        if took > 2 * (SECONDS + self._distance) and carried > _FILLED:
            self._batch = max(LEAST, min(self._batch, round(carried * (SECONDS + self._distance) / took)))
        elif took < SECONDS / 2 + self._distance and carried > self._batch // 2:
            self._batch = min(MOST, round(self._batch * self._growth))
            self._growth = min(_BOLD, self._growth * _WARY)
        self._keep()

    @contextmanager
    def piece_under_way(self, moved: Callable[[], int]) -> Iterator[None]:
        """Measures a piece of a photo."""
        before, start = moved(), self._clock()
        try:
            yield
        except Unavailable as error:
            if error.code in _CUT:
                self._speed = max(LEAST_PIECE, (self._speed * SECONDS or MOST_PIECE) / 4) / SECONDS
                self._keep()
            raise
        self._measure(moved() - before, max(self._clock() - start, 1e-3))
        self._keep()

    def _measure(self, size: int, took: float) -> None:
        if size >= _TELLING:
            now = size / took
            self._speed = now if not self._speed else _WEIGHT * now + (1 - _WEIGHT) * self._speed

    def _keep(self) -> None:
        self._memory.put(_KEPT, json.dumps([self._batch, round(self._speed), round(self._growth, 2)]))


def _read(kept: str | None) -> tuple[int, float, float]:
    try:
        batch, speed, growth = json.loads(kept or "null")
        return min(MOST, max(LEAST, int(batch))), max(0.0, float(speed)), min(_BOLD, max(_WARY, float(growth)))
    except (ValueError, TypeError):
        return MOST, 0.0, _BOLD
