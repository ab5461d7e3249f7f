"""Every page as a screen reader and a keyboard meet it: names, the way of Tab, and room for the largest type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.masuk.people import PersonButton
from app.ui.shell import Shell
from app.ui.tasks import Tasks
from app.ui.widgets.filters import Pill
from tests.accessibility.looking import Seen, clipped, out_of_reach, out_of_the_way_of_tab, unnamed
from tests.windows_shown import windows_shown

Wear = Callable[[str, float], None]
PAGES = (
    "beranda", "keluarga", "kunjungan", "usulan", "bertentangan", "perubahan", "kirim", "pengaturan", "form",
    "proposal", "settling",
)  # fmt: skip


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


# ---------------------------------------------------------------------------------------------- the looking itself


def test_what_is_wrong_is_found(dressed: Wear, qtbot: QtBot, tasks: Tasks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle("Jendela")
    silent = QWidget(window)
    silent.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    silent.setAccessibleName("Kotak tanpa guna")
    nameless, tight, far = QPushButton(window), QLabel("Kata yang panjang sekali", window), QPushButton("Jauh", window)
    nameless.setGeometry(0, 0, 40, 40)
    tight.setGeometry(0, 60, 20, 8)
    far.setGeometry(2_000, 0, 200, 60)
    seen = Seen(qtbot, tasks, window)
    seen.show()
    assert unnamed(window) == ["QWidget<QWidget ''", "QPushButton<QWidget ''"]
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
