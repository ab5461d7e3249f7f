"""A stack of pages: the room it asks for, and where the focus goes when the page changes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets import Column, StackedPages
from app.ui.widgets.page import ScrollColumn
from app.ui.widgets.text import Text

LONG = "Balai memeriksa setiap catatan, tanda tangan, daftar dan foto di laptop ini. " * 60


def page_with(*widgets: QWidget) -> QWidget:
    page = QWidget()
    Column(*widgets, None, on=page)
    return page


def test_a_short_page_does_not_scroll_into_the_room_of_a_long_one(qtbot: QtBot) -> None:
    scroll, stack = ScrollColumn(), StackedPages()
    qtbot.addWidget(scroll)
    short, long = page_with(Text("Sudah tertulis?")), page_with(Text(LONG))
    for page in (short, long):
        stack.addWidget(page)
    scroll.body.put(stack, 1)
    scroll.resize(400, 300)
    scroll.show()
    qtbot.waitExposed(scroll)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
    stack.setCurrentWidget(long)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    stack.setCurrentWidget(short)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)


def test_a_focus_that_was_on_the_page_before_comes_along_and_one_beside_the_stack_stays(qtbot: QtBot) -> None:
    window, stack, beside = QWidget(), StackedPages(), QPushButton("Di luar")
    qtbot.addWidget(window)
    first, second = QPushButton("Satu"), QPushButton("Dua")
    pages = page_with(first), page_with(second)
    for page in pages:
        stack.addWidget(page)
    Column(beside, stack, on=window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    stack.setCurrentIndex(1)
    assert second.hasFocus()
    assert (first.isVisible(), second.isVisible()) == (False, True)
    beside.setFocus(Qt.FocusReason.TabFocusReason)
    stack.setCurrentIndex(0)
    assert beside.hasFocus()


def test_a_page_that_is_taken_out_gives_its_place_to_the_first(qtbot: QtBot) -> None:
    stack = StackedPages()
    qtbot.addWidget(stack)
    one, other = QWidget(), QWidget()
    assert (stack.addWidget(one), stack.addWidget(other)) == (0, 1)
    stack.setCurrentWidget(other)
    stack.removeWidget(other)
    qtbot.addWidget(other)
    assert (stack.currentIndex(), stack.currentWidget()) == (0, one)


def test_a_page_that_fits_any_height_is_asked_for_no_more_than_it_needs(qtbot: QtBot) -> None:
    scroll, stack, table = ScrollColumn(), StackedPages(), QTableView()
    qtbot.addWidget(scroll)
    assert table.minimumSizeHint().height() < 120 < table.sizeHint().height()
    stack.addWidget(table)
    stack.addWidget(page_with(Text(LONG)))
    scroll.body.put(stack, 1)
    scroll.resize(400, 120)
    scroll.show()
    qtbot.waitExposed(scroll)
    qtbot.waitUntil(lambda: table.height() == scroll.viewport().height())
    assert scroll.verticalScrollBar().maximum() == 0
