"""Containers that know their size in em, so that 200 % type on a small screen is a small screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.theme import dress, look, theme
from app.ui.tokens import LOW_BELOW, RAIL_BELOW, SINGLE_BELOW
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.layouts import Column, Row


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


class StackedPages(QStackedWidget):
    """Pages of which one is seen; it asks only for the room of the one that is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()


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
        self._side.setVisible(self._open or not single)
        self.master.setVisible(not (single and self._open))
        if self.detail_alone is not (single and self._open):
            self.detail_alone = not self.detail_alone
            self.covered.emit(self.detail_alone)
