"""Cards: a white area with a thin line, in which a screen's matters lie."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QWidget

from app.ui.theme import dress, theme
from app.ui.widgets.layouts import Column, Margins
from app.ui.widgets.text import Text

RADIUS = 14


class Card(QWidget):
    """An area with rounded corners; `body` is its column. With a title it is a group for a screen reader."""

    def __init__(
        self,
        *items: QWidget | QLayout | None,
        title: str = "",
        gap: float = 12,
        margins: Margins = (20, 18, 20, 18),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.body = Column(gap=gap, margins=margins, on=self)
        self.ground, self.line = "surface", "border"
        if title:
            self.body.put(Text(title, "heading"))
            self.setAccessibleName(title)
        for item in items:
            self.body.put(item)
        dress(self.update)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = worn.px(1)
            painter.setPen(QPen(worn.colour(self.line), width) if self.line else Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour(self.ground))
            frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            painter.drawRoundedRect(frame, worn.px(RADIUS), worn.px(RADIUS))
        finally:
            painter.end()


class TableCard(Card):
    """A card that a table fills: the bottom margin keeps the table off the rounded corners."""

    def __init__(self, *items: QWidget | QLayout | None, parent: QWidget | None = None) -> None:
        super().__init__(*items, gap=10, margins=(1, 14, 1, 6), parent=parent)


class Divider(QWidget):
    """A thin line between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self._restyle)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme().colour("border"))
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(1))
        self.update()
