"""Nobody there is noticed, whatever windows came and went meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.ui.idle import IdleWatch


def window(qtbot: QtBot) -> tuple[QWidget, QWindow]:
    """A window in focus; whoever opens it deletes it."""
    made = QWidget()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    handle = made.windowHandle()
    assert handle is not None
    return made, handle


def test_it_goes_idle_after_its_time(qtbot: QtBot) -> None:
    watch = IdleWatch(0.001)
    with qtbot.waitSignal(watch.went_idle):
        pass


def test_a_key_in_whatever_window_is_in_focus_is_a_sign_of_life(qtbot: QtBot) -> None:
    watch = IdleWatch(10)
    first, _ = window(qtbot)
    second, handle = window(qtbot)
    delete(first)
    before = watch._timer.timerId()
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert watch._timer.timerId() != before, "it waits anew"
    delete(second)


def test_a_window_that_is_gone_is_let_go(qtbot: QtBot) -> None:
    watch = IdleWatch(10)
    first, _ = window(qtbot)
    delete(first)
    second, handle = window(qtbot)
    assert watch._window is handle
    watch.set_minutes(0)
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert not watch._timer.isActive()
    delete(second)
