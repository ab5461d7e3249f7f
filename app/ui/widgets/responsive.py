"""Containers that know their size in em, so that 200 % type on a small screen is a small screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.theme import dress, look, theme
from app.ui.tokens import LOW_BELOW, RAIL_BELOW, SINGLE_BELOW
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.page import first_stop


@dataclass(frozen=True, slots=True)
class Room:
    """What fits: `rail` = icons only in the navigation, `single` = detail becomes a page, `low` = one filter menu."""

    rail: bool
    single: bool
    low: bool

    @classmethod
    def of(cls, width: int, height: int, em: int) -> Room:
        """The room of an area in pixels with body type of `em` pixels."""
        return cls(width < RAIL_BELOW * em, width < SINGLE_BELOW * em, height < LOW_BELOW * em)


class Responsive(QWidget):
    """Tells `breakpoint_changed(Room)` when it first gets a size and whenever that crosses a breakpoint."""

    breakpoint_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = Room(False, False, False)
        self._measured = False
        look().changed.connect(self._measure)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        room = Room.of(self.width(), self.height(), theme().em)
        if room != self.room or not self._measured:
            self.room, self._measured = room, True
            self.breakpoint_changed.emit(room)


class _Seen(Column):
    """Holds the pages; of one that fits any height, a table's, it wants nothing beyond its least size."""

    def __init__(self, current: Callable[[], QWidget | None], on: QWidget) -> None:
        self._current = current
        super().__init__(on=on)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        page = self._current()
        if page is None:
            return 0
        return page.heightForWidth(width) if page.hasHeightForWidth() else 0

    def minimumSize(self) -> QSize:
        page = self._current()
        return page.minimumSizeHint() if page is not None else QSize()


class StackedPages(QWidget):
    """Pages of which one is seen; it asks only for the room of the one that is seen.

    Qt's own stack asks for the height of whichever page is tallest at its width, so that a short one scrolls into empty
    room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._current: QWidget | None = None
        self._column = _Seen(self.currentWidget, self)

    def addWidget(self, page: QWidget) -> int:
        """One more page, seen if it is the first; gives its place."""
        page.hide()
        self._pages.append(page)
        self._column.put(page, 1)
        if self._current is None:
            self.setCurrentWidget(page)
        return len(self._pages) - 1

    def removeWidget(self, page: QWidget) -> None:
        """Take a page out; it is the caller's again."""
        if page in self._pages:
            self._pages.remove(page)
            self._column.removeWidget(page)
            page.hide()
            if page is self._current:
                self._current = None
                self.setCurrentIndex(0)

    def currentWidget(self) -> QWidget | None:
        """The page that is seen."""
        return self._current

    def currentIndex(self) -> int:
        """Its place, -1 where there is no page."""
        return self._pages.index(self._current) if self._current is not None else -1

    def setCurrentIndex(self, at: int) -> None:
        """Show the page at a place."""
        if 0 <= at < len(self._pages):
            self.setCurrentWidget(self._pages[at])

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show a page; a focus that was in the one before goes to where it last was here."""
        before = self._current
        if page is before or page not in self._pages:
            return
        self._current = page
        focus = QApplication.focusWidget()
        inside = before is not None and focus is not None and (focus is before or before.isAncestorOf(focus))
        self.setUpdatesEnabled(False)
        try:
            # The new one first: hidden with nobody beside it, the old one would hand the focus out of the stack.
            page.show()
            if inside:
                _take_focus(page)
            if before is not None:
                before.hide()
        finally:
            self.setUpdatesEnabled(True)


def _take_focus(page: QWidget) -> None:
    """Give the focus to whatever had it last on a page, else to the first that Tab would reach."""
    (page.focusWidget() or first_stop(page) or page).setFocus()


class MasterDetail(Responsive):
    """A list with its detail beside it; where the line is short the detail is a page of its own, with a way back."""

    detail_closed = Signal()
    covered = Signal(bool)
    """The detail alone is seen, or no longer."""

    def __init__(self, master: QWidget, detail: QWidget, back_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.master, self.detail = master, detail
        self._open = False
        self.detail_alone = False
        self.back_button = QuietButton(back_words, "arrow-left")
        self.back_button.clicked.connect(self.close_detail)
        self._side = QWidget()
        Column(self.back_button, gap=8, on=self._side).put(detail, 1)
        line = Row(gap=16, on=self)
        line.put(master, 1)
        line.put(self._side)
        self.breakpoint_changed.connect(self._arrange)
        dress(self._arrange)

    def open_detail(self) -> None:
        """Show the detail instead of the list where there is no room for both (else it is beside the list anyway)."""
        self._open = True
        self._arrange()

    def close_detail(self) -> None:
        """Back to the list alone."""
        self._open = False
        self._arrange()
        self.detail_closed.emit()

    def _arrange(self) -> None:
        single = self.room.single
        self._side.setMinimumWidth(0 if single else theme().px(316))
        self._side.setMaximumWidth(16_777_215 if single else theme().px(316))
        self.back_button.setVisible(single)
        if self._open or not single:
            self._side.show()
            self.master.setVisible(not single)
        else:
            self.master.show()
            focus = QApplication.focusWidget()
            if focus is not None and self._side.isAncestorOf(focus):
                _take_focus(self.master)  # hidden with the focus, the detail would hand it out of the page
            self._side.hide()
        if self.detail_alone is not (single and self._open):
            self.detail_alone = not self.detail_alone
            self.covered.emit(self.detail_alone)
