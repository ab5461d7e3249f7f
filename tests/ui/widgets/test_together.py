"""Many widgets put into a visible place are shown in one go, and each as somebody wanted it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.layouts import Column, Flow, Row
from app.ui.widgets.text import Text

Wear = Callable[[str, float], None]


class Counting(QVBoxLayout):
    """Counts how often what stands in it is laid out."""

    laid = 0

    def setGeometry(self, rect: QRect, /) -> None:
        self.laid += 1
        super().setGeometry(rect)


def next_turns(qtbot: QtBot) -> None:
    """Wait for the event loop to come round twice: whatever was put off to its next turn has been done then."""
    for _ in range(2):
        came = list[bool]()
        QTimer.singleShot(0, partial(came.append, True))
        qtbot.waitUntil(partial(bool, came))


@pytest.fixture
def page(dressed: Wear, qtbot: QtBot) -> tuple[QWidget, Counting, Column]:
    """A visible window, its layout that counts, and an empty column in it."""
    window = QWidget()
    qtbot.addWidget(window)
    counting, column = Counting(window), Column()
    counting.addLayout(column)
    window.resize(QSize(600, 800))
    with qtbot.waitExposed(window):
        window.show()
    next_turns(qtbot)
    counting.laid = 0
    return window, counting, column


def test_forty_rows_cost_a_few_layouts_and_not_forty(page: tuple[QWidget, Counting, Column], qtbot: QtBot) -> None:
    _, counting, column = page
    rows = [Text(f"Baris {number}") for number in range(40)]
    for row in rows:
        column.put(row)
    qtbot.waitUntil(lambda: all(row.isVisible() for row in rows))
    next_turns(qtbot)
    assert 0 < counting.laid <= 4
    tops = [row.y() for row in rows]
    assert tops == sorted(set(tops))


def test_rows_in_a_column_that_was_made_before_are_shown_too(
    page: tuple[QWidget, Counting, Column], qtbot: QtBot
) -> None:
    _, counting, column = page
    first, second = Text("kiri"), Text("kanan")
    column.put(Row(first, second))
    holder = QWidget()
    chips = [Text(str(number)) for number in range(9)]
    Flow(*chips, on=holder)
    column.put(holder)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in (first, second, holder, *chips)))
    assert counting.laid <= 4


def test_what_is_hidden_before_or_after_it_was_put_stays_hidden(
    page: tuple[QWidget, Counting, Column], qtbot: QtBot
) -> None:
    _, _, column = page
    before, after, gone, seen = Text("sebelum"), Text("sesudah"), Text("hilang"), Text("tampak")
    before.hide()
    for one in (before, after, gone, seen):
        column.put(one)
    after.hide()
    column.removeWidget(gone)
    gone.setParent(None)
    qtbot.waitUntil(seen.isVisible)
    next_turns(qtbot)
    assert before.isHidden()
    assert after.isHidden()
    assert not gone.isVisible()
    column.clear()
    qtbot.waitUntil(lambda: column.count() == 0)
