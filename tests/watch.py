"""How tests watch the UI thread: what counts as a stall of Balai's, and how long one may be here and now."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType

from app.ui.watchdog import STALL_SECONDS, Watchdog

ROOT = Path(__file__).resolve().parents[1]
APP = str(ROOT / "app")
WINDOWS = (str(ROOT / "app" / "ui"), str(ROOT / "app" / "composition"))
PERSON = str(ROOT / "tests" / "journeys" / "person.py")
DRIVING = frozenset(("wait_until", "turn", "breathe", "key", "write", "press", "go", "choose_from_menu"))
"""Where a journey's person waits for Qt, or hands it a key: what Qt then does without any Python is the program's."""
QTS_OWN = frozenset(("name_file",))
"""Where it is not: Qt's own window of files opens, lists and closes. Windows has one of its own, in which none of this
runs; Balai's code that runs meanwhile counts as ever."""
COMING_AND_GOING = frozenset(("__init__", "leave"))
"""Where a person starts the program (the cold start has a goal of its own, and no window is there that could fail to
answer) and where a test takes it apart (the program never does: its process ends)."""

EMPTY_WINDOW = 0.0935
"""Seconds to an empty PySide6 window on the machine of docs/performance.md, in the run that its figures are from."""
MOST_SLOWNESS = 2.0
"""No machine gets more than twice the time: past that the promise would mean nothing."""

told: list[str] = []
"""What the watched tests measured, for the lines at the end of a run."""


def blames_balai(frame: FrameType) -> bool:
    """Whether a moment counts as a stall: the window's code runs, or Qt does while the test only waits for it.

    What a test itself asks of the store or of the hub, past every window, is no stall of the program's.
    """
    innermost = frame.f_code
    ours = driven = False
    waits = "pytestqt" in innermost.co_filename
    place: FrameType | None = frame
    while place is not None:
        code = place.f_code
        if code.co_filename.startswith(APP):
            ours = code.co_filename.startswith(WINDOWS)  # the outermost of Balai's frames decides
            driven = True
        elif code.co_filename == PERSON:
            if code.co_name in COMING_AND_GOING:
                return False
            waits = waits or (code is innermost and code.co_name in DRIVING)
            waits = waits and code.co_name not in QTS_OWN
        place = place.f_back
    return ours if driven else waits


@cache
def slowness() -> float:
    """How many times longer an empty PySide6 window takes here and now than on the machine of docs/performance.md:
    1 to 2.

    A rented machine changes its speed by two within a day; a limit in bare seconds would then measure the machine. The
    slowest of six counts, as the longest stall does. Time that others on the same cores take is left out of both.
    """
    run = [sys.executable, "-m", "tests.benchmarks.empty_window"]
    world = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    took = []
    for _ in range(7):  # the first fills the disk's cache
        started = time.monotonic_ns()
        painted, queued = subprocess.run(run, env=world, cwd=ROOT, check=True, capture_output=True).stdout.split()
        took.append(int(painted) - started - int(queued))
    return min(MOST_SLOWNESS, max(1.0, max(took[1:]) / 1e9 / EMPTY_WINDOW))


def limit() -> float:
    """Seconds that the UI thread may stay away: 100 ms at the speed that they are meant for, 200 ms at most."""
    return STALL_SECONDS * slowness()


def judge(dog: Watchdog, where: str) -> list[str]:
    """The stalls that are too long, each with its place; what was allowed and seen is kept for the run's end."""
    allowed, promised = limit(), STALL_SECONDS * 1000
    if any(stall.seconds > allowed for stall in dog.stalls):
        slowness.cache_clear()  # the machine may have slowed down meanwhile: the slower of its two speeds counts
        allowed = max(allowed, limit())
    told.append(f"{where}: limit {allowed * 1000:.0f} ms, {len(dog.stalls) or 'none'} over {promised:.0f} ms")
    told.extend(str(stall) for stall in dog.stalls)
    return [f"(limit {allowed * 1000:.0f} ms) {stall}" for stall in dog.stalls if stall.seconds > allowed]


@contextlib.contextmanager
def watched(where: str) -> Iterator[None]:
    """Fails when Balai keeps the UI thread for longer than the limit meanwhile."""
    limit()  # measured before, so that it takes no time from what is watched
    dog = Watchdog(counts=blames_balai)
    dog.start()
    try:
        yield
    finally:
        dog.stop()
    stalls = judge(dog, where)
    assert not stalls, "\n".join(stalls)
