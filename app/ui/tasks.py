"""Work off the UI thread in two lanes; answers come back on the UI thread, only while their owner lives."""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run

T = TypeVar("T")

Crash = Callable[[BaseException], None]


def crash_to_hook(error: BaseException) -> None:
    """Hand a bug to sys.excepthook, where the program makes its crash report."""
    sys.excepthook(type(error), error, error.__traceback__)


class _Owner:
    """Knows whether the one who asked is still there: a plain object by weak reference, a QObject by its C++ half."""

    def __init__(self, owner: object | None) -> None:
        self._ref = weakref.ref(owner) if owner is not None else None

    def lives(self) -> bool:
        if self._ref is None:
            return True
        owner = self._ref()
        return owner is not None and (not isinstance(owner, QObject) or shiboken6.isValid(owner))


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Problem], None] | None
    owner: _Owner


class Tasks(QObject):
    """The two lanes of one program; made on the UI thread, closed at its end."""

    _answered = Signal(object)
    idle = Signal()
    """No work is under way any more (tests and the shutdown wait for it)."""

    def __init__(self, parent: QObject | None = None, crash: Crash = crash_to_hook) -> None:
        super().__init__(parent)
        self.crash = crash
        self._numbers = count(1)
        self._closed = False
        # The jobs stay here until answered: a worker that dropped the last reference to a view would crash Qt.
        self._jobs: dict[int, _Job] = {}
        self._lanes = {lane: ThreadPoolExecutor(1, thread_name_prefix=f"lane-{lane.value}") for lane in Lane}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether answers are outstanding."""
        return bool(self._jobs)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
        owner: object | None = None,
    ) -> None:
        """Do `work` in a lane; a Problem goes to `failed` (without one: to the crash hook, as any other exception)."""
        self._start(lane, _Job(work, done, failed, _Owner(owner)))

    def bound(self, owner: object) -> Run:
        """A `run` whose answers are dropped when `owner` (the view) is gone; give it to a presenter."""
        alive = _Owner(owner)

        def run(
            lane: Lane,
            work: Callable[[], T],
            done: Callable[[T], None],
            failed: Callable[[Problem], None] | None = None,
        ) -> None:
            self._start(lane, _Job(work, done, failed, alive))

        return run

    def relay(self, owner: object, slot: Callable[[T], None]) -> Callable[[T], None]:
        """A function that may be called from any thread (progress) and arrives at `slot` on the UI thread."""
        alive = _Owner(owner)

        def arrive(value: T) -> None:
            if alive.lives():
                slot(value)

        def tell(value: T) -> None:
            self._answered.emit(partial(arrive, value))

        return tell

    def close(self, lanes: tuple[Lane, ...] = tuple(Lane)) -> None:
        """Drop what waits and what is asked from now on, let what runs in the named lanes end; no answer arrives after
        this.

        The lock names DISK alone: nobody should wait for a slow line before the screen is dark.
        """
        self._closed = True
        for lane, executor in self._lanes.items():
            executor.shutdown(wait=lane in lanes, cancel_futures=True)
        self._jobs.clear()

    def _start(self, lane: Lane, job: _Job) -> None:
        if self._closed:  # a timer may still ask while the window goes
            return
        number = next(self._numbers)
        self._jobs[number] = job
        self._lanes[lane].submit(self._do, number)

    def _do(self, number: int) -> None:
        """In the worker: every exception is carried to the UI thread, where it becomes a sentence or a report."""
        work = self._jobs[number].work
        try:
            answer: Any = work()
            error: BaseException | None = None
        except BaseException as raised:  # noqa: BLE001 - the task boundary: nothing may vanish in a worker
            answer, error = None, raised
        del work
        self._answered.emit(partial(self._answer, number, answer, error))

    def _answer(self, number: int, answer: object, error: BaseException | None) -> None:
        job = self._jobs.pop(number)
        try:
            if error is None:
                if job.owner.lives():
                    job.done(answer)
            elif not isinstance(error, Problem):
                self.crash(error)
            elif job.owner.lives():
                if job.failed is None:
                    self.crash(error)
                else:
                    job.failed(error)
        finally:
            if not self._jobs:
                self.idle.emit()

    def _deliver(self, arrive: Callable[[], None]) -> None:
        if not self._closed:  # what was queued before closing still comes by
            arrive()
