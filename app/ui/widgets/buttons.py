"""Buttons that paint themselves from tokens: a true gap after the icon, a focus ring visible on any ground."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from app.ui.fonts import Role
from app.ui.icons import icon_pixmap
from app.ui.theme import dress, theme


class Button(QPushButton):
    """The common body; use one of the four kinds below."""

    ground, ground_hover, ink, line = "surface", "hover", "text", "border_strong"
    role: Role = "strong"

    def __init__(self, words: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._icon_after = icon, False
        self.setText(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        dress(self._restyle)

    def setText(self, words: str, /) -> None:
        super().setText(words)
        keep_ampersand(self)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def icon_after(self) -> Self:
        """Put the icon behind the words (the way on points onwards); gives itself back."""
        self._icon_after = True
        return self

    def set_icon(self, name: str) -> None:
        """Another icon, by its name."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        worn = theme()
        words = self._words()
        width = worn.metrics(self.role).horizontalAdvance(words) + worn.px(self._side()) * 2
        if self._icon_name:
            width += worn.px(18) + (worn.px(8) if words else 0)
        return QSize(width + 1, max(worn.px(38), worn.metrics(self.role).height() + worn.px(12)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:
            painter.end()

    def _side(self) -> int:
        return 14

    def _words(self) -> str:
        return self.text()

    def _inks(self) -> tuple[str, str, str]:
        """Names of ground, ink and line just now."""
        if not self.isEnabled():
            return "sunken", "muted", "border"
        if self.isChecked():
            return "primary_soft", "on_soft", "primary"
        return (self.ground_hover if self.underMouse() or self.isDown() else self.ground), self.ink, self.line

    def _paint(self, painter: QPainter) -> None:
        worn = theme()
        ground, ink, line = self._inks()
        width = worn.px(1)
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = worn.px(8)
        # Where nothing is dimmed, because nothing may be faint, a broken frame says that it cannot be pressed.
        broken = worn.tokens.outlined and not self.isEnabled()
        style = Qt.PenStyle.DashLine if broken else Qt.PenStyle.SolidLine
        painter.setPen(QPen(worn.colour(line), width, style) if line else Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, radius, radius)
        self._paint_words(painter, ink)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        worn, words = theme(), self._words()
        metrics = worn.metrics(self.role)
        total = metrics.horizontalAdvance(words)
        if self._icon_name:
            total += worn.px(18) + (worn.px(8) if words else 0)
        x = max(worn.px(4), (self.width() - total) // 2)
        if self._icon_name:
            behind = metrics.horizontalAdvance(words) + worn.px(8) if self._icon_after else 0
            sign = icon_pixmap(self._icon_name, ink, 18)
            painter.drawPixmap(x + behind, (self.height() - worn.px(18)) // 2, sign)
            x += 0 if self._icon_after else worn.px(18) + worn.px(8)
        painter.setPen(worn.colour(ink))
        painter.setFont(worn.font(self.role))
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, words)

    def _restyle(self) -> None:
        self.setFont(theme().font(self.role))
        self.updateGeometry()
        self.update()


class PrimaryButton(Button):
    """The one act of the screen."""

    ground, ground_hover, ink, line = "primary", "primary_hover", "on_primary", ""


class SecondaryButton(Button):
    """Every other act."""


class QuietButton(Button):
    """An act that does not ask for attention: words in the accent, no frame."""

    ground, ground_hover, ink, line = "", "hover", "primary", ""

    def _side(self) -> int:
        return 10

    def _inks(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "", "muted", ""
        return super()._inks()


class DangerButton(Button):
    """An act that cannot be taken back."""

    ground, ground_hover, ink, line = "danger", "danger", "on_danger", ""


class IconButton(QuietButton):
    """An icon alone; `name` is what a screen reader says and the tooltip shows."""

    ink = "muted"

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", icon, parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _side(self) -> int:
        return 9


def keep_ampersand(button: QAbstractButton) -> None:
    """An "&" in our words is an "and", never the mark of a shortcut; a screen reader hears it too."""
    if "&" in button.text():
        button.setShortcut(QKeySequence())
        button.setAccessibleName(button.text())


def ring_where_focused(widget: QWidget) -> None:
    """While a widget is painted: the focus around all of it, where it has the focus."""
    if widget.hasFocus():
        painter = QPainter(widget)
        try:
            paint_ring(painter, QRectF(widget.rect()), theme().px(8))
        finally:
            painter.end()


def paint_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The focus: a 2 px ring at the edge, set off from any ground by a line of surface inside."""
    worn = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, width, inset in (("surface", worn.px(1), worn.px(2)), ("focus", worn.px(2), 0)):
        painter.setPen(QPen(worn.colour(token), width))
        gap = inset + width / 2
        painter.drawRoundedRect(rect.adjusted(gap, gap, -gap, -gap), max(1, radius - gap), max(1, radius - gap))
