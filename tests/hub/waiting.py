"""Waiting for other programs."""

from __future__ import annotations

import threading
from collections.abc import Callable


def until(seconds: float, ready: Callable[[], bool]) -> None:
    """Wait for what other programs do."""
    tick = threading.Event()
    for _ in range(int(seconds * 5)):
        if ready():
            return
        tick.wait(0.2)
    raise AssertionError(f"waited {seconds:g} s in vain")
