"""A long table on a low page has one scroll bar, and nothing on the page is out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.shown import Cell, TableColumn, TableRow, Window
from app.ui.table import Rolling, RowTable
from app.ui.tasks import Tasks
from app.ui.widgets.page import ScrollColumn

HEAD = 240


@dataclass
class Low:
    """A page with a tall head above a table."""

    page: ScrollColumn
    table: RowTable

    def fill(self, rows: int) -> None:
        """So many rows."""
        made = tuple(TableRow(str(n), (Cell(f"Keluarga {n}"),), f"Keluarga {n}") for n in range(rows))
        self.table.show_window(Window(rows, lambda offset, limit: made[offset : offset + limit], made))

    @property
    def bars(self) -> tuple[bool, bool]:
        """Whether the page's bar and the table's are seen."""
        return self.page.verticalScrollBar().isVisible(), self.table.verticalScrollBar().isVisible()

    def wheel(self, steps: int) -> None:
        """Turn the wheel over the table; below zero is down."""
        window = self.page.window()
        seen = self.table.viewport().visibleRegion().boundingRect().center()
        where = self.table.viewport().mapTo(window, seen)
        QTest.wheelEvent(window.windowHandle(), QPointF(where), QPoint(0, steps * 120))


@pytest.fixture
def low(qtbot: QtBot, dressed: Callable[[str, float], None]) -> Iterator[Low]:
    tasks = Tasks()
    page = ScrollColumn()
    head = QLabel("Kepala halaman")
    head.setFixedHeight(HEAD)
    table = RowTable("Keluarga", (TableColumn("name", "Keluarga", 10, stretch=True),), tasks.run, rows_at_least=4)
    Rolling(table)
    page.body.put(head)
    page.body.put(table, 1)
    qtbot.addWidget(page)
    page.resize(500, 360)
    with qtbot.waitExposed(page):
        page.show()
    yield Low(page, table)
    tasks.close()


def test_of_two_that_could_scroll_one_has_a_bar(low: Low, qtbot: QtBot) -> None:
    low.fill(60)
    qtbot.waitUntil(lambda: low.bars == (False, True))
    low.fill(3)
    qtbot.waitUntil(lambda: low.bars == (True, False))
    low.fill(60)
    qtbot.waitUntil(lambda: low.bars == (False, True))
    low.table.hide()
    assert low.page.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_the_wheel_takes_the_head_away_with_the_rows_and_brings_it_back(low: Low, qtbot: QtBot) -> None:
    low.fill(60)
    qtbot.waitUntil(lambda: low.bars == (False, True))
    page = low.page.verticalScrollBar()
    for _ in range(12):
        low.wheel(-1)
    assert page.value() == page.maximum() > 0
    assert low.table.verticalScrollBar().value() > 0
    for _ in range(40):
        low.wheel(1)
    assert (low.table.verticalScrollBar().value(), page.value()) == (0, 0)


def test_keys_go_to_the_rows_and_back_to_the_head(low: Low, qtbot: QtBot) -> None:
    low.fill(60)
    qtbot.waitUntil(lambda: low.bars == (False, True))
    page = low.page.verticalScrollBar()
    QTest.keyClick(low.table, Qt.Key.Key_Down)
    assert page.value() == page.maximum()
    QTest.keyClick(low.table, Qt.Key.Key_Home)
    assert page.value() == 0
