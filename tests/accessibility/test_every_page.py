"""Every page as a screen reader and a keyboard meet it: names, the way of Tab, and room for the largest type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.composition.doors import FileDoors
from app.composition.intake import MappingsInMemory, SheetIntake
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.window import DeskWindow
from app.domain.payloads import ChangeProposed, NewFamily, NewMember
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.masuk import build as build_lock
from app.ui.screens.masuk.people import PersonButton
from app.ui.screens.mulai import build as build_start
from app.ui.screens.mulai.page import StartPage
from app.ui.screens.mulai.state import Way
from app.ui.shell import Shell
from app.ui.tasks import Tasks
from app.ui.widgets.filters import Pill
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.windows_shown import windows_shown

Wear = Callable[[str, float], None]
PAGES = (
    "beranda", "keluarga", "kunjungan", "usulan", "bertentangan", "perubahan", "kirim", "pengaturan", "form",
    "proposal", "settling",
)  # fmt: skip


@dataclass
class Seen:
    """A window with the lanes behind it."""

    qtbot: QtBot
    tasks: Tasks
    window: QWidget

    def settle(self) -> None:
        """Until everything asked for is there and laid out."""
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=20_000)
            QApplication.processEvents()

    def show(self) -> None:
        """At the size of a small laptop."""
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=10_000)
        self.settle()


def propose_twice(desk: Desk) -> None:
    """One family, proposed in two spellings."""
    place = desk.reading.places()[0]
    for name in ("Yohanes Lando", "Yohanis Lando"):
        people = (NewMember(name, "", "1980-02-03", "1", "1"),)
        new = NewFamily("", f"Jl. {name}", place.dusun, place.rt, place.rw, people)
        desk.journal.record(Act("", ChangeProposed("new_family", new_family=new)))


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """The lanes of the program."""
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def desk_at(
    dressed: Wear, qtbot: QtBot, tasks: Tasks, practice_desk: Desk, tmp_path: Path
) -> Iterator[Callable[[str], Seen]]:
    """Opens the desk at a page, or at a form."""
    made: list[DeskWindow] = []

    def at(place: str) -> Seen:
        window = DeskWindow(practice_desk, tasks, FilePreferences(tmp_path / "preferences.json"), lambda _: None)
        made.append(window)
        seen = Seen(qtbot, tasks, window.shell)
        window.shell.show_page("beranda")
        window._look()
        seen.show()
        family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
        if place == "form":
            window.navigate("kunjungan", family=family)
        elif place == "proposal":
            window.navigate("usulan", new="correction", family=family)
        elif place == "settling":
            propose_twice(practice_desk)
            key = practice_desk.contests.contests()[0].key
            window.navigate("bertentangan", kind=key.kind, family=key.family, proposal=key.proposal, other=key.other)
        elif place == "keluarga":
            window.navigate("keluarga", family=family)
        else:
            window.navigate(place)
        seen.settle()
        return seen

    yield at
    for window in made:
        window.sending.stop()
        window.shell.hide()
        window.shell.deleteLater()


@pytest.fixture
def door_at(
    dressed: Wear, qtbot: QtBot, tasks: Tasks, practice_copy: Path, tmp_path: Path
) -> Iterator[Callable[[str], Seen]]:
    """Opens the lock screen or a step of the first start."""
    doors = FileDoors(places(practice_copy))
    preferences = FilePreferences(tmp_path / "preferences.json")
    made: list[QWidget] = []

    def at(place: str) -> Seen:
        if place == "masuk":
            window: QWidget = build_lock(doors, tasks, preferences, lambda _: None, lambda _: None, lambda _: None)
        else:
            intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), str)
            window = build_start(doors, intake, tasks, preferences, lambda _desk, _words: None)
        made.append(window)
        seen = Seen(qtbot, tasks, window)
        seen.show()
        if isinstance(window, StartPage) and place != "mulai":
            window.presenter.choose(Way.LIST if place == "impor" else Way.DISTRICT)
            seen.settle()
        return seen

    yield at
    for window in made:
        window.hide()
        window.deleteLater()
    doors.close()


@pytest.mark.parametrize("place", PAGES)
def test_a_page_is_named_and_walked_and_fits(place: str, desk_at: Callable[[str], Seen], dressed: Wear) -> None:
    seen = desk_at(place)
    assert unnamed(seen.window) == []
    assert out_of_the_way_of_tab(seen) == []
    dressed("light", 2.0)
    seen.settle()
    assert out_of_reach(seen.window) == []
    assert clipped(seen.window) == []


@pytest.mark.parametrize("place", ["masuk", "mulai", "impor", "daftar"])
def test_a_way_in_is_named_and_walked_and_fits(place: str, door_at: Callable[[str], Seen], dressed: Wear) -> None:
    seen = door_at(place)
    assert unnamed(seen.window) == []
    assert out_of_the_way_of_tab(seen) == []
    dressed("light", 2.0)
    seen.settle()
    assert out_of_reach(seen.window) == []
    assert clipped(seen.window) == []


def test_the_navigation_is_told_as_one_choice_of_several(desk_at: Callable[[str], Seen]) -> None:
    shell = desk_at("keluarga").window
    assert isinstance(shell, Shell)
    told = {}
    for button in shell.navigation._buttons.values():
        interface = QAccessible.queryAccessibleInterface(button)
        told[interface.text(QAccessible.Text.Name)] = (interface.role(), cast(Any, interface.state()).checked)
    assert [name for name, (_, checked) in told.items() if checked] == ["Keluarga"]
    assert {role for role, _ in told.values()} == {QAccessible.Role.RadioButton}


def test_a_filter_and_the_people_at_the_door_are_told_as_one_choice_of_several(
    desk_at: Callable[[str], Seen], door_at: Callable[[str], Seen]
) -> None:
    assert roles(desk_at("keluarga").window, Pill) == {QAccessible.Role.RadioButton}
    assert roles(door_at("masuk").window, PersonButton) == {QAccessible.Role.RadioButton}


def roles(window: QWidget, kind: type[QAbstractButton]) -> set[QAccessible.Role]:
    """As what the visible, checkable buttons of one kind are told."""
    return {
        QAccessible.queryAccessibleInterface(button).role()
        for button in window.findChildren(kind)
        if button.isVisible() and button.isCheckable()
    }


# ------------------------------------------------------------------------------------------------------------ looking


def controls(window: QWidget) -> list[QWidget]:
    """What can be seen and reached by Tab; a composite leads on to its proxy."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def said(widget: QWidget) -> str:
    """For a message: what and where."""
    place: QWidget | None = widget
    names: list[str] = []
    while place is not None and len(names) < 4:
        names.append(type(place).__name__)
        place = place.parentWidget()
    return f"{'<'.join(names)} '{getattr(widget, 'text', str)()}'"


def unnamed(window: QWidget) -> list[str]:
    """Controls of which a screen reader could say nothing."""
    return [
        said(widget)
        for widget in controls(window)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]


def out_of_the_way_of_tab(seen: Seen) -> list[str]:
    """Controls that Tab never comes to before it is back where it began."""
    window = seen.window
    start = window.focusWidget() or window
    visited: list[QWidget] = []
    for _ in range(600):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is None or now in visited[:1] or (now is start and visited):
            break
        visited.append(now)
    else:
        return ["Tab does not come round"]
    reached = {id(widget) for widget in (*visited, start)}
    return [said(widget) for widget in controls(window) if id(widget) not in reached]


def out_of_reach(window: QWidget) -> list[str]:
    """Controls that lie outside the window, and that no scrolling would bring into it."""
    lost = []
    for widget in controls(window):
        area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        place = widget.parentWidget()
        while place is not None and place is not window:
            if isinstance(place, QAbstractScrollArea) and place is not widget:
                inside = place.viewport()
                contents = place.widget() if isinstance(place, QScrollArea) else inside
                where = QRect(widget.mapTo(contents, QPoint(0, 0)), widget.size()) if contents else area
                if contents is not None and contents.rect().contains(where.center()):
                    area = QRect(inside.mapTo(window, QPoint(0, 0)), inside.size())
            place = place.parentWidget()
        if not window.rect().intersects(area) or area.isEmpty():
            lost.append(said(widget))
    return lost


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons whose words need more room than they got."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel):
            tall = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            wide = widget.minimumSizeHint().width() if widget.wordWrap() else widget.sizeHint().width()
        else:
            needed = widget.minimumSizeHint()
            tall, wide = needed.height(), needed.width()
        if widget.height() < tall - 1 or widget.width() < wide - 1:
            found.append(f"{said(widget)} has {widget.width()}x{widget.height()}, needs {wide}x{tall}")
    return found


# ---------------------------------------------------------------------------------------------- the looking itself


def test_what_is_wrong_is_found(dressed: Wear, qtbot: QtBot, tasks: Tasks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    nameless, tight, far = QPushButton(window), QLabel("Kata yang panjang sekali", window), QPushButton("Jauh", window)
    nameless.setGeometry(0, 0, 40, 40)
    tight.setGeometry(0, 60, 20, 8)
    far.setGeometry(2_000, 0, 200, 60)
    seen = Seen(qtbot, tasks, window)
    seen.show()
    assert len(unnamed(window)) == 1
    assert [one.split(" has")[0] for one in clipped(window)] == ["QLabel<QWidget 'Kata yang panjang sekali'"]
    assert out_of_reach(window) == ["QPushButton<QWidget 'Jauh'"]
    assert out_of_the_way_of_tab(seen) == []
    far.installEventFilter(trap := Trap(window))
    far.setFocus()
    assert len(out_of_the_way_of_tab(seen)) == 1
    far.removeEventFilter(trap)


class Trap(QObject):
    """Swallows Tab, as a careless control does."""

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        return event.type() is QEvent.Type.KeyPress


def test_an_answer_opens_no_window_of_its_own(desk_at: Callable[[str], Seen]) -> None:
    """A widget that is shown before it has a parent flashes on the screen and takes the focus."""
    seen = desk_at("form")
    with windows_shown() as shown:
        seen.window.findChildren(VisitPage)[0].form_presenter.answer("status_kunjungan", "1")
    assert shown == []
