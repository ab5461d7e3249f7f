"""What presenters know of background work: two lanes and the shape of `run`, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

from app.domain.errors import Problem

T = TypeVar("T")


class Lane(StrEnum):
    """One worker each: what touches the disk waits for the disk, what touches the line never blocks the disk."""

    DISK = "disk"
    NETWORK = "network"


class Run(Protocol):
    """Do `work` in a lane; `done` or `failed` are called on the UI thread, only while the screen lives."""

    def __call__(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
    ) -> None: ...


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
