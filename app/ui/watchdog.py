"""Measures how long the UI thread does not answer, and keeps what it was doing then."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, QTimer

STALL_SECONDS = 0.1
BEAT_MS = 20


@dataclass(frozen=True, slots=True)
class Stall:
    """The UI thread was away for so many seconds; `stack` is where it was, innermost last."""

    seconds: float
    stack: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.seconds * 1000:.0f} ms in:\n  " + "\n  ".join(self.stack[-12:])


Counts = Callable[[FrameType], bool]


def always(_frame: FrameType) -> bool:
    """Every moment in which the UI thread does not answer counts."""
    return True


class Watchdog(QObject):
    """A timer beats on the UI thread, a thread listens; `counts` says of a sampled frame whether it is to be blamed
    (a test's own code is not)."""

    def __init__(
        self, threshold: float = STALL_SECONDS, counts: Counts = always, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.threshold, self._counts = threshold, counts
        self.stalls: list[Stall] = []
        self._beat_at = time.monotonic()
        self._over = threading.Event()
        # A frame may hold the last reference to a widget. Dropped in the listening thread, that would disconnect
        # signals there and deadlock with the UI thread; so frames wait here until the UI thread lets go of them.
        self._frames: deque[list[FrameType]] = deque()
        self._looked = self._dropped = 0
        self._ui_thread = threading.get_ident()
        self._turns = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._thread = threading.Thread(target=self._listen, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._beat_at = time.monotonic()
        self._timer.start()
        self._thread.start()

    def stop(self) -> None:
        """End; `stalls` is complete afterwards."""
        self._timer.stop()
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
        self._frames.clear()

    def _beat(self) -> None:
        self._beat_at = time.monotonic()
        while self._dropped < self._looked:
            self._frames.popleft()
            self._dropped += 1

    def _listen(self) -> None:
        since: float | None = None
        seen: list[tuple[str, ...]] = []
        last_beat, queued = self._beat_at, self._queued_seconds()
        excused = last_beat  # the last moment that was looked at and does not count
        while not self._over.wait(BEAT_MS / 1000):
            now, beat = time.monotonic(), self._beat_at
            late = beat == last_beat and now - beat > BEAT_MS / 500
            blamed = self._look() if late else ()
            if late:
                self._looked += 1  # only now is no frame held by this thread any more
            if blamed:
                since = since if since is not None else max(beat, excused)
                seen.append(blamed)
            elif since is not None:
                self._keep((beat if beat != last_beat else now) - since - (self._queued_seconds() - queued), seen)
                since, seen = None, []
            if since is None:
                queued = self._queued_seconds()
            if late and not blamed:
                excused = now
            last_beat = beat
        if since is not None:
            self._keep(time.monotonic() - since - (self._queued_seconds() - queued), seen)

    def _queued_seconds(self) -> float:
        """How long the UI thread has so far stood in line for a processor that others had: no fault of the program's.

        Only Linux tells; elsewhere it counts as none.
        """
        try:
            return int(self._turns.read_text().split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            return 0.0

    def _look(self) -> tuple[str, ...]:
        """Where the UI thread is just now, if that counts; empty if not."""
        frames = sys._current_frames()
        chain = list(frames.values())
        self._frames.append(chain)
        frame = frames.get(self._ui_thread)
        place = frame
        while place is not None:
            chain.append(place)
            place = place.f_back
        return _stack(frame) if frame is not None and self._counts(frame) else ()

    def _keep(self, seconds: float, seen: Sequence[tuple[str, ...]]) -> None:
        """What was seen in the middle is told: the last look may come when the work is over and the beat is not yet."""
        if seconds > self.threshold:
            self.stalls.append(Stall(seconds, seen[len(seen) // 2]))


def _stack(frame: FrameType) -> tuple[str, ...]:
    return tuple(f"{place.filename}:{place.lineno} {place.name}" for place in traceback.extract_stack(frame))
