"""Steps one after the other: where one is, the way back and the way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import dress, theme
from app.ui.tokens import LOW_BELOW
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.layouts import Column, Flow, Row
from app.ui.widgets.page import ScrollColumn, first_stop
from app.ui.widgets.responsive import StackedPages
from app.ui.widgets.status import ProgressBar
from app.ui.widgets.text import Text


class Wizard(QWidget):
    """A frame for steps; it moves only when told (`show_step`), the presenter decides what "on" means."""

    advanced = Signal()
    went_back = Signal()

    def __init__(self, steps: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._place = Text("", "small", "muted")
        self._title = Text("", "title")
        self._bar = ProgressBar("")
        self.pages = StackedPages()
        self._scroll = ScrollColumn()
        self._scroll.body.put(self.pages, 1)
        self.back_button = SecondaryButton(self.tr("Kembali"), "arrow-left")
        self.next_button = PrimaryButton(self.tr("Lanjut"), "arrow-right").icon_after()
        self.back_button.clicked.connect(self.went_back)
        self.next_button.clicked.connect(self.advanced)
        foot = Row(gap=8)
        self.extra = QWidget()
        self._extra_flow = Flow(on=self.extra)
        foot.put(self.back_button)
        foot.put(self.extra, 1)
        foot.put(self.next_button)
        self._column = Column(self._place, self._title, self._bar, gap=8, margins=(24, 20, 20, 16), on=self)
        self._column.put(self._scroll, 1)
        self._column.put(foot)
        self._at = 0
        dress(self._restyle)

    def add_page(self, page: QWidget) -> None:
        """The page of the next step, in the order of the steps."""
        self.pages.addWidget(page)

    def show_step(self, at: int, next_words: str = "", can_go_on: bool = True) -> None:
        """Show a step (from 0); `next_words` names the act, e.g. "Simpan kunjungan"."""
        self._at = at
        self.pages.setCurrentIndex(at)
        self.back_button.setVisible(at > 0)
        self.next_button.setText(next_words or self.tr("Lanjut"))
        self.next_button.setEnabled(can_go_on)
        self._restyle()
        self._scroll.verticalScrollBar().setValue(0)

    def focus_work(self) -> None:
        """Put the focus on the first control of the step."""
        page = self.pages.currentWidget()
        first = first_stop(page) if page is not None else None
        (first or self.next_button).setFocus()

    def shown(self) -> None:
        """The screen is seen (again)."""

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW_BELOW * theme().em
        self._column.set_margins((12, 8, 12, 8) if low else (24, 20, 20, 16))
        self._place.setVisible(not low)

    def _restyle(self) -> None:
        words = self.tr("Langkah %1 dari %2")
        self._place.setText(words.replace("%1", str(self._at + 1)).replace("%2", str(len(self._steps))))
        self._title.setText(self._steps[self._at])
        self._bar.set_share((self._at + 1) / len(self._steps))
        self._bar.setAccessibleName(self._place.text())
