"""A page that is a window of its own, before any desk is open: it paints its ground and scrolls."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.icons import icon
from app.ui.theme import dress, theme
from app.ui.widgets.layouts import Column, Margins
from app.ui.widgets.page import ScrollColumn


class Front(QWidget):
    """`body` takes the widgets."""

    def __init__(self, gap: float, margins: Margins) -> None:
        super().__init__()
        self.column = ScrollColumn(gap, margins)
        self.body = self.column.body
        Column(gap=0, on=self).put(self.column, 1)
        self.setWindowTitle("Balai")
        self.setWindowIcon(icon("landmark", "primary", 64))
        self.setMinimumSize(640, 480)
        dress(self.update)

    def shown(self) -> None:
        """Seen (again)."""

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme().colour("bg"))
        finally:
            painter.end()
