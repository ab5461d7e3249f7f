"""A menu that is longer than the screen scrolls; it must not go on in a second column that the screen cuts off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

Wear = Callable[[str, float], None]


@pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing the keyboard)", extend=True)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_line_of_a_long_menu_is_reached(dressed: Wear, qtbot: QtBot, scale: float) -> None:
    dressed("light", scale)
    menu = QMenu()
    qtbot.addWidget(menu)
    for number in range(60):
        menu.addAction(f"RT {number:03} / RW 001")
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(menu.isVisible)
    first, last = menu.actions()[0], menu.actions()[-1]
    assert menu.actionGeometry(last).x() == menu.actionGeometry(first).x()
    assert menu.height() <= menu.screen().availableGeometry().height()
    QTest.keyClick(menu, Qt.Key.Key_End)
    assert menu.activeAction() is last
    qtbot.waitUntil(lambda: menu.rect().contains(menu.actionGeometry(last)))
    menu.close()
