"""Wrong passwords slow the next try down, also across a restart.

What it does: a person at the keyboard can not try one password after the other. What it can not do: stop somebody who
copies the disk, deletes the file, or sets the clock forward and restarts; against him stands Argon2id alone.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.domain.errors import Unavailable
from app.storage.durable import write_whole

_FREE = 3
"""Wrong tries that cost nothing: everybody mistypes."""
_WAITS = (5.0, 15.0, 30.0, 60.0, 300.0, 900.0)
"""Seconds after the 4th, 5th, ... wrong try; the last one for all that follow. Never a lock-out: work must go on."""


class _Tries(msgspec.Struct):
    wrong: int = 0
    left: float = 0.0
    """Seconds still to wait at `noted`."""
    noted: float = 0.0
    """Wall time (seconds since 1970) at which `left` was true."""


class Throttle:
    """Counts wrong tries by slot in a plain file, as it must be readable before there is a key.

    Within one run time is measured by a clock that nobody can set. Between two runs only wall time is known; where it
    went backwards, the whole wait begins again.
    """

    def __init__(
        self, path: Path, wall: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._path = path
        self._wall = wall
        self._steady = steady
        self._tries = _read(path)
        self._ends: dict[str, float] = {}
        """Slot -> moment of the steady clock at which its wait is over."""
        for slot, tries in self._tries.items():
            passed = wall() - tries.noted
            left = tries.left - passed if passed >= 0 else tries.left
            # A spoilt file must not keep anybody out for longer than wrong passwords would.
            self._ends[slot] = steady() + min(max(0.0, left), _WAITS[-1])

    def wait_seconds(self, slot: str) -> int:
        """Whole seconds until this slot may be tried again; 0 when it may be now."""
        return max(0, math.ceil(self._ends.get(slot, 0.0) - self._steady()))

    def begin(self, slot: str) -> None:
        """Count a try as wrong before it is made, so that ending the program in the middle gains nothing."""
        tries = self._tries.setdefault(slot, _Tries())
        tries.wrong += 1
        over = tries.wrong - _FREE
        wait = _WAITS[min(over, len(_WAITS)) - 1] if over > 0 else 0.0
        self._ends[slot] = self._steady() + wait
        self._keep()

    def succeeded(self, slot: str) -> None:
        """Forget the wrong tries of this slot."""
        self._tries.pop(slot, None)
        self._ends.pop(slot, None)
        self._keep()

    def _keep(self) -> None:
        now = self._wall()
        for slot, tries in self._tries.items():
            tries.left = max(0.0, self._ends[slot] - self._steady())
            tries.noted = now
        try:
            write_whole(self._path, msgspec.json.encode(self._tries))
        except Unavailable:
            """A full disk must not keep anybody out of his own work; this run still counts."""


def _read(path: Path) -> dict[str, _Tries]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, _Tries])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}
