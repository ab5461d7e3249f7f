"""The measure itself: a widget that is shown before it has a parent is found, one that has a parent is not."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.windows_shown import windows_shown


def test_only_what_opens_a_window_of_its_own_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    with windows_shown() as shown:
        QPushButton("Di dalam", window).show()
    assert shown == []
    with windows_shown() as shown:
        stray = QPushButton("Tersesat")
        stray.show()
        stray.setParent(window)
        stray.show()
    assert shown == ["QPushButtonClassWindow"]
