"""Settling by keyboard on the screen itself, over a real practice village."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.payloads import ChangeProposed, NewFamily, NewMember
from app.ui.dialogs import Confirm
from app.ui.screens.beranda.rows import WaitRow
from app.ui.screens.bertentangan.page import ContestsPage
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.ports import Act
from tests.ui.keys import focused, press


@dataclass
class Screen:
    """The page on a window, with where it wanted to go."""

    desk: Desk
    page: ContestsPage
    tasks: Tasks
    qtbot: QtBot
    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def settle(self) -> None:
        """Until everything asked for is there."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy)
        QApplication.processEvents()

    def button(self, words: str) -> QPushButton:
        """The button with these words that is seen."""
        return next(one for one in self.page.findChildren(QPushButton) if one.text() == words and one.isVisible())


@pytest.fixture
def screen(practice_desk: Desk, qtbot: QtBot, dressed: Callable[..., None]) -> Iterator[Screen]:
    """The page at the size of the smallest laptop; one family is proposed twice."""
    place = practice_desk.reading.places()[0]
    for name in ("Yohanes Lando", "Yohanis Lando"):
        people = (NewMember(name, "", "1980-02-03", "1", "1"),)
        new = NewFamily("", f"Jl. {name}", place.dusun, place.rt, place.rw, people)
        practice_desk.journal.record(Act("", ChangeProposed("new_family", new_family=new)))
    tasks = Tasks()
    went: list[tuple[str, dict[str, object]]] = []
    page = ContestsPage(practice_desk, tasks, lambda place, **facts: went.append((place, facts)))
    qtbot.addWidget(page)
    page.resize(1146, 660)
    page.show()
    qtbot.waitExposed(page)
    page.shown()
    made = Screen(practice_desk, page, tasks, qtbot, went)
    made.settle()
    yield made
    tasks.close()


def test_a_contest_is_settled_by_keyboard_alone_and_taken_back(screen: Screen) -> None:
    page = screen.page
    page.focus_work()
    press(Qt.Key.Key_Return)
    screen.settle()
    assert page.currentWidget() is page.settling
    assert focused().accessibleName() == "1. Jl. Yohanes Lando"
    press(Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert focused() is page.settling.note_box
    QTest.keyClicks(focused(), "Ejaan berbeda")
    assert page.settling.save_button.isEnabled()
    page.settling.save_button.setFocus()
    press(Qt.Key.Key_Space)
    screen.settle()
    assert screen.desk.contests.contests() == ()
    assert page.currentWidget() is page.list
    screen.qtbot.waitUntil(lambda: page.window().focusWidget() is page.list._empty.focusProxy())
    page.activateWindow()
    screen.qtbot.waitUntil(page.isActiveWindow)
    assert focused().accessibleName().startswith("Tidak ada yang bertentangan. ")
    press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space)
    screen.settle()
    assert page.window().findChild(Confirm) is None, "an Enter too many takes nothing back"
    assert screen.desk.contests.contests() == ()
    press(Qt.Key.Key_Tab)
    assert focused() is screen.button("Batalkan"), "the way back is one key away"

    screen.button("Batalkan").click()
    dialog = page.window().findChild(Confirm)
    assert dialog is not None
    assert dialog.no_button.text() == "Biarkan selesai"
    dialog.yes_button.click()
    screen.settle()
    assert len(screen.desk.contests.contests()) == 1


def test_escape_leads_back_to_the_list(screen: Screen) -> None:
    screen.page.focus_work()
    press(Qt.Key.Key_Return)
    screen.settle()
    press(Qt.Key.Key_Escape)
    assert screen.page.currentWidget() is screen.page.list


def test_the_row_stays_where_it_is_when_something_comes_in(screen: Screen) -> None:
    screen.page.focus_work()
    press(Qt.Key.Key_Return)
    screen.settle()
    press(Qt.Key.Key_2)
    row = focused()
    screen.page.refresh()
    screen.settle()
    assert focused() is row


def test_a_line_of_the_list_keeps_the_focus_when_what_comes_in_draws_it_anew(screen: Screen) -> None:
    page = screen.page
    page.focus_work()
    state = page.list._before
    (first,) = state.lines
    assert isinstance(focused(), WaitRow)
    page.list.show_state(replace(state, lines=(("another", first[1]), first)))
    screen.qtbot.waitUntil(lambda: page.window().focusWidget() is page.list._row(first[0]))
    page.list.show_state(replace(state, lines=(("another", first[1]),)))
    screen.qtbot.waitUntil(lambda: page.window().focusWidget() is page.list._row("another"))


def test_tab_comes_to_the_choices_before_the_note_and_the_acts(screen: Screen) -> None:
    settling = screen.page.settling
    screen.page.focus_work()
    press(Qt.Key.Key_Return)
    screen.settle()
    settling.back_button.setFocus()
    stops: list[QWidget] = []
    for _ in range(10):
        press(Qt.Key.Key_Tab)
        stops.append(focused())
        if focused() is settling.family_button:
            break
    assert [stop.accessibleName() for stop in stops[:2]] == ["1. Jl. Yohanes Lando", "1. Yohanes Lando"]
    assert stops[2:] == [settling.note_box, settling.apart_button, settling.family_button]


def test_what_comes_in_where_nothing_was_contested_gets_the_focus(screen: Screen) -> None:
    page = screen.page
    state = page.list._before
    page.list.show_state(replace(state, lines=(), twice=()))
    page.focus_work()
    screen.qtbot.waitUntil(lambda: page.window().focusWidget() is page.list._empty.focusProxy())
    page.list.show_state(state)
    screen.qtbot.waitUntil(lambda: isinstance(page.window().focusWidget(), WaitRow))


def test_the_family_is_one_press_away(screen: Screen) -> None:
    screen.page.focus_work()
    press(Qt.Key.Key_Return)
    screen.settle()
    screen.button("Buka keluarga").click()
    assert screen.went == [("keluarga", {"family": screen.desk.contests.contests()[0].key.family})]


def test_at_large_type_a_contest_begins_at_its_head(screen: Screen, dressed: Callable[..., None]) -> None:
    page = screen.page
    dressed("dark", 2.0)
    page.resize(1238, 600)
    page.focus_work()
    press(Qt.Key.Key_Return)
    screen.settle()
    screen.qtbot.waitUntil(lambda: focused() is page.settling.back_button)
    assert page.settling.verticalScrollBar().value() == 0
    for _ in range(6):
        press(Qt.Key.Key_Tab)
        if focused().accessibleName() == "1. Jl. Yohanes Lando":
            break
    choice = focused()
    assert choice.accessibleName() == "1. Jl. Yohanes Lando"
    seen = page.settling.viewport().rect()
    assert seen.contains(choice.mapTo(page.settling.viewport(), choice.rect().center()))


def test_the_first_thing_has_the_focus_also_where_it_comes_after_the_page(screen: Screen) -> None:
    page = ContestsPage(screen.desk, screen.tasks, lambda place, **facts: None)
    screen.qtbot.addWidget(page)
    page.resize(1146, 660)
    with screen.qtbot.waitExposed(page):
        page.show()
    page.shown()
    page.focus_work()
    screen.settle()
    screen.qtbot.waitUntil(lambda: isinstance(page.focusWidget(), WaitRow))
