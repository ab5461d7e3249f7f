"""A process that is killed as a power cut ends it, at one of its steps: around a commit, or as it changes a file.

Inside a transaction a kill is a kill before its commit: the store forgets it. So the steps are those that last: before
a commit, behind it, and each making, changing, renaming and removing of a file. The count down lies in a small shared
file, so that whoever watches arms it, and sees whether anything was left of it.
"""

from __future__ import annotations

import mmap
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import Pool, PoolProxiedConnection

from app.hub.postgres import PostgresStore
from app.hub.sqlite import SqliteStore

UNARMED: Final = 1 << 40
_WRITES: Final = frozenset({"INSERT", "UPDATE", "DELETE", "REPLAC", "CREATE", "DROP T", "ALTER "})
_WROTE: Final = "balai wrote"
_CHANGES: Final = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"})


class Countdown:
    """So many steps until the end, seen by all processes that have the same file."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(UNARMED.to_bytes(8, "big"))
        with path.open("r+b") as file:
            self._left = mmap.mmap(file.fileno(), 8)

    def arm(self, steps: int) -> None:
        """Die at this step from now on, 0 the next one; `UNARMED` at none."""
        self._left[:] = (steps + 1).to_bytes(8, "big")

    @property
    def struck(self) -> bool:
        """Whether the last step was taken."""
        return self._now == 0

    def step(self) -> None:
        """Take one, in the process that dies."""
        if self._now == 0:
            return
        self._left[:] = (self._now - 1).to_bytes(8, "big")
        if self._now == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    @property
    def _now(self) -> int:
        return int.from_bytes(self._left[:], "big")

    def close(self) -> None:
        """Let go of the file."""
        self._left.close()


def _noting(tell: Callable[..., None]) -> Callable[..., None]:
    def noting(store: object, connection: Connection, told: object) -> None:
        connection.info[_WROTE] = True
        tell(store, connection, told)

    return noting


def watch(countdown: Countdown, folder: Path) -> None:
    """From here on every step of this process counts: of its stores, and of its files under `folder`. For ever: a
    process that was meant to die."""
    alone, here = threading.Lock(), str(folder)

    def step() -> None:
        with alone:
            countdown.step()

    def said(connection: Connection, _cursor: object, statement: str, *_about: object) -> None:
        if statement.lstrip()[:6].upper() in _WRITES:
            connection.info[_WROTE] = True

    def commits(connection: Connection) -> None:
        if connection.info.get(_WROTE):
            step()

    def over(_connection: object, record: PoolProxiedConnection) -> None:
        if record.info.pop(_WROTE, False):
            step()

    def audit(happening: str, about: tuple[object, ...]) -> None:
        writes = happening == "open" and isinstance(about[2], int) and about[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes or happening in _CHANGES) and str(about[0]).startswith(here):
            step()

    event.listen(Engine, "before_cursor_execute", said)
    for store in (SqliteStore, PostgresStore):  # what they are told goes past SQLAlchemy
        store.tell = _noting(store.tell)  # type: ignore[method-assign]  # in a process that was meant to die
    event.listen(Engine, "commit", commits)
    event.listen(Pool, "checkin", over)
    sys.addaudithook(audit)


def born(countdown: Countdown, folder: Path, act: Callable[[], object], steps: int) -> int:
    """A child that does `act()` and is killed at that step; its number."""
    countdown.arm(UNARMED)
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            watch(countdown, folder)
            countdown.arm(steps)
            act()
            countdown.arm(UNARMED)
            ended = 0
        finally:
            os._exit(ended)
    return child


def survived(child: int) -> bool:
    """Whether it came to its end before it was killed; waits for either."""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0
    return True
