"""What presenters know of background work: two lanes and the shape of `run`, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

from app.domain.errors import Problem

T = TypeVar("T")


NEXT_TURN_MS = 1
"""What is put off by this comes in the next turn of the UI thread's loop, after what was typed meanwhile; put off by no
time at all it would come in the same one."""


class Lane(StrEnum):
    """One worker each: what touches the disk waits for the disk, what touches the line never blocks the disk, and a
    laptop in the same room waits for no line."""

    DISK = "disk"
    NETWORK = "network"
    NEARBY = "nearby"


class Run(Protocol):
    """Do `work` in a lane; `done` or `failed` are called on the UI thread, only while the screen lives."""

    def __call__(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
    ) -> None: ...


class Relay(Protocol):
    """Makes a function that any thread may call and that arrives at `slot` on the UI thread while the screen lives."""

    def __call__(self, slot: Callable[[T], None]) -> Callable[[T], None]: ...


def run_at_once(
    lane: Lane, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Problem], None] | None = None
) -> None:
    """A `Run` for presenters' tests: the work is done on the spot."""
    del lane
    try:
        answer = work()
    except Problem as problem:
        if failed is None:
            raise
        failed(problem)
    else:
        done(answer)
