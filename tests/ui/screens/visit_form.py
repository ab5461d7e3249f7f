"""A visit's form at a laptop in memory, as the tests of its presenter fill it in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from app.domain.errors import Problem
from app.domain.ids import FamilyId
from app.domain.payloads import ChangeProposed, VisitRecorded
from app.ui.lanes import Lane, Run, run_at_once
from app.ui.screens.kunjungan.form_presenter import FormPresenter
from app.ui.screens.kunjungan.state import Asked, FormState, QuestionLine
from tests.fakes.visits import FakeLaptop

T = TypeVar("T")


FAMILY = FamilyId("fam-3")
"""Daniel Tefa with three others, in RT 001."""


class Form:
    """A presenter at a laptop, with the state that it showed last."""

    def __init__(self, laptop: FakeLaptop, family: FamilyId = FAMILY, run: Run = run_at_once) -> None:
        self.laptop = laptop
        self.state = FormState()
        self.presenter = FormPresenter(laptop.tools(), run, self._take)
        self.presenter.open(family)

    def _take(self, state: FormState) -> None:
        self.state = state

    @property
    def asked(self) -> Asked:
        assert self.state.asked is not None
        return self.state.asked

    def say(self, value: str) -> None:
        """Answer the open question and go on."""
        self.presenter.answer(self.asked.path, value)
        self.presenter.go_on()

    def find(self, result: str = "2") -> None:
        """The family is there, and answers."""
        self.presenter.answer("status_kunjungan", "1")
        self.presenter.answer("hasil_kunjungan", result)

    def not_there(self) -> None:
        """The family moved away."""
        for answer in ("2", "1", "", "Melki Bano"):
            self.say(answer)

    def lines_of(self, path: str) -> list[QuestionLine]:
        """The line of one question, on whatever page it stands."""
        page, before = path.rpartition("/")[0], self.state.page
        self.presenter.go_to(page or path)
        found = [line for line in self.state.lines if line.path == path]
        self.presenter.go_to(before)
        return found

    @property
    def draft(self) -> dict[str, str]:
        found = self.laptop.drafts.load("visit", FAMILY)
        return dict(found.fields) if found else {}


class SlowLane:
    """Does what it was asked when the test says so, in order."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """As `Run` has it."""
        self._waiting.append(partial(run_at_once, lane, work, done, failed))

    def work(self) -> None:
        """Everything asked until now, and what follows from it."""
        while self._waiting:
            self._waiting.pop(0)()


def visits(laptop: FakeLaptop) -> list[VisitRecorded]:
    return [one.payload for one in laptop.reading.journal.recorded if isinstance(one.payload, VisitRecorded)]


def proposals(laptop: FakeLaptop) -> list[ChangeProposed]:
    return [one.payload for one in laptop.reading.journal.recorded if isinstance(one.payload, ChangeProposed)]
