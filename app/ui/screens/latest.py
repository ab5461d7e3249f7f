"""Only the newest question counts: while one is being answered, the ones in between are forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run

Q = TypeVar("Q")
A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class _Asked(Generic[Q]):
    number: int
    question: Q


class Latest(Generic[Q, A]):
    """Asks `answer(question)` in the DISK lane, one at a time; keys typed meanwhile cost no queries of their own."""

    def __init__(
        self,
        run: Run,
        answer: Callable[[Q], A],
        done: Callable[[Q, A], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self._run, self._answer, self._done, self._failed = run, answer, done, failed
        self._number = 0
        self._newest: _Asked[Q] | None = None
        self._busy = False

    def ask(self, question: Q) -> None:
        """Answer this question, as soon as the one under way is done; it replaces every one that waits."""
        self._number += 1
        self._newest = _Asked(self._number, question)
        if not self._busy:
            self._start()

    def forget(self) -> None:
        """Nobody wants an answer any more."""
        self._newest = None

    def _start(self) -> None:
        asked = self._newest
        if asked is None:
            return
        self._busy = True

        def work() -> A:
            return self._answer(asked.question)

        def done(answer: A) -> None:
            self._busy = False
            if self._newest is asked:
                self._newest = None
                self._done(asked.question, answer)
            else:
                self._start()

        def failed(problem: Problem) -> None:
            self._busy = False
            if self._newest is asked:
                self._newest = None
                self._failed(problem)
            else:
                self._start()

        self._run(Lane.DISK, work, done, failed)
