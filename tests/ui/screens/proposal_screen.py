"""The screen Usulan in a window over a real practice village, with the hands of a person, for its tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from pytestqt.qtbot import QtBot

from app.ui.screens.questions.field import AskField
from app.ui.screens.usulan.page import ProposalsPage
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.reading import FamilyFilter, FamilyRow, FamilySort


@dataclass
class Screen:
    """The page on a window, with where it wanted to go."""

    desk: Desk
    page: ProposalsPage
    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def field(self, path: str) -> AskField:
        """The control of one question."""
        return next(one for one in self.page.form.findChildren(AskField) if one.ask.path == path)

    def family(self) -> FamilyRow:
        """A family with several members."""
        rows = self.desk.reading.families(FamilyFilter(), FamilySort(), 0, 40)
        return next(row for row in rows if row.members >= 3)


@contextmanager
def shown(desk: Desk, qtbot: QtBot) -> Iterator[Screen]:
    """The page at the size of the smallest laptop."""
    tasks = Tasks()
    went: list[tuple[str, dict[str, object]]] = []
    page = ProposalsPage(desk, tasks, lambda place, **facts: went.append((place, facts)))
    qtbot.addWidget(page)
    page.resize(1146, 660)
    page.show()
    qtbot.waitExposed(page)
    yield Screen(desk, page, went)
    tasks.close()
