"""From the start of the process to the painted lock screen, beside an empty window and a bare Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure, middle

RUNS = 7
GOAL_SECONDS = 1.5


def figures(village: Path) -> Iterator[Figure]:
    """Off the screen, and on an X server where there is one to be had."""
    yield from _on("offscreen", village, {"QT_QPA_PLATFORM": "offscreen"})
    if shutil.which("Xvfb"):
        yield from _under_xvfb(village)


def _under_xvfb(village: Path) -> Iterator[Figure]:
    """One X server for all runs: its own start is not ours. It chooses a free number and tells it when it is ready."""
    ready, told = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(told), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(told,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(told)
    try:
        with os.fdopen(ready) as answer:
            number = answer.readline().strip()
        yield from _on("X server", village, {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"})
    finally:
        server.terminate()
        server.wait()


def _on(where: str, village: Path, world: dict[str, str]) -> Iterator[Figure]:
    lock = [sys.executable, "-m", "tests.benchmarks.lock_window", str(village)]
    empty = [sys.executable, "-m", "tests.benchmarks.empty_window"]
    _seconds(lock, world)  # the first run may still write bytecode and fill the disk's cache
    starts, floors = [], []
    for _ in range(RUNS):
        starts.append(_seconds(lock, world))
        floors.append(_seconds(empty, world))
    yield Figure(
        f"cold start to lock screen, {where}", middle(starts), "s", GOAL_SECONDS, "empty PySide6 window", middle(floors)
    )
    if where == "offscreen":
        bare = middle(
            [_seconds([sys.executable, "-c", "import time; print(time.monotonic_ns())"], world) for _ in starts]
        )
        yield Figure(f"cold start, slowest of {RUNS}", max(starts), "s", None, "python alone", bare)


def _seconds(command: list[str], world: dict[str, str]) -> float:
    """From the spawn to the moment that the process tells; monotonic time is one clock for all processes."""
    start = time.monotonic_ns()
    done = subprocess.run(command, env=os.environ | world, capture_output=True, text=True, check=True, timeout=60)
    return (int(done.stdout.split()[0]) - start) / 1e9
