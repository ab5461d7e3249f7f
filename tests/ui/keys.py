"""Keys pressed where the focus is, as a person at the keyboard does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """Who gets the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    """Press keys, each where the focus is by then."""
    for key in keys:
        QTest.keyClick(focused(), key)


def type_into(widget: QWidget, words: str) -> None:
    """Type words."""
    QTest.keyClicks(widget, words)
