"""Reads one spoilt message and holds the reader to its word: a value or a problem, soon, and without filling memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Sequence

from app.domain.errors import Problem
from tests.fuzz.mutate import Step
from tests.fuzz.targets import Target
from tests.fuzz.world import World

SECONDS = 5.0
"""Of this thread's own work; the slowest honest message takes a fiftieth."""
MEMORY = 200 << 20
"""Bytes at the peak, for messages of at most a megabyte."""


class Wrong(AssertionError):
    """A reader that did not keep its word."""


def check(target: Target, world: World, seeds: Sequence[bytes], which: int, steps: Sequence[Step]) -> str:
    """The code of the problem that the reader found, empty where it read a value."""
    content = target.spoilt(seeds, which, steps)
    return read(target, world, content)


def read(target: Target, world: World, content: bytes) -> str:
    """The same for one message."""
    tracemalloc.start()
    start = time.thread_time()
    try:
        target.read(world, content)
        said = ""
    except Problem as problem:
        said = problem.code
    finally:
        taken, peak = time.thread_time() - start, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    if taken > SECONDS:
        raise Wrong(f"{target.name}: {taken:.1f} s for {len(content)} bytes")
    if peak > MEMORY:
        raise Wrong(f"{target.name}: {peak >> 20} MB for {len(content)} bytes")
    return said
