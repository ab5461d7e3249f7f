"""Small signs: a status chip, a person's initials, a bar of progress."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.ui.chips import chip_pixmap, chip_size
from app.ui.shown import Chip
from app.ui.theme import dress, theme


class StatusChip(QWidget):
    """A chip as a widget; a screen reader hears its words."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip(chip)
        dress(self._restyle)

    def set_chip(self, chip: Chip) -> None:
        """Another status."""
        self._chip = chip
        self.setAccessibleName(chip.words)
        self._restyle()

    def sizeHint(self) -> QSize:
        return chip_size(self._chip)

    def minimumSizeHint(self) -> QSize:
        return chip_size(self._chip)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, 0, chip_pixmap(self._chip))
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Avatar(QWidget):
    """The initials of a name in a circle; decoration, so silent for a screen reader."""

    def __init__(self, name: str, accent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accent = accent
        self._initials = ""
        self.set_name(name)
        dress(self._restyle)

    def set_name(self, name: str) -> None:
        """Another person."""
        words = [word for word in name.split() if word[:1].isalpha()]
        self._initials = "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground, ink = ("primary_soft", "on_soft") if self._accent else ("idle_bg", "idle_fg")
            edge = worn.px(1) if worn.tokens.outlined else 0
            painter.setPen(QPen(worn.colour("border"), edge) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour(ground))
            painter.drawEllipse(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
            painter.setPen(worn.colour(ink))
            painter.setFont(worn.font("small_strong"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(theme().px(34), theme().px(34))
        self.update()


class ProgressBar(QProgressBar):
    """A thin painted bar; `maximum` 0 means that the end is unknown. The words belong beside it."""

    def __init__(self, name: str, token: str = "primary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self._restyle)

    def set_share(self, share: float) -> None:
        """A part of the whole, 0 to 1."""
        self.setRange(0, 1000)
        self.setValue(round(min(max(share, 0.0), 1.0) * 1000))
        self.update()

    def set_token(self, token: str) -> None:
        """Another colour: `primary`, `bar` (warm) or a tone's `..._fg`."""
        self._token = token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(8))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = worn.px(1) if worn.tokens.outlined else 0
            frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
            radius = frame.height() / 2
            painter.setPen(QPen(worn.colour("border"), edge) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("idle_bg"))
            painter.drawRoundedRect(frame, radius, radius)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour(self._token))
            span = self.maximum() - self.minimum()
            if span == 0:
                third = QRectF(frame.x() + frame.width() / 3, frame.y(), frame.width() / 3, frame.height())
                painter.drawRoundedRect(third, radius, radius)
            elif self.value() > self.minimum():
                share = (self.value() - self.minimum()) / span
                done = QRectF(frame.x(), frame.y(), max(frame.height(), frame.width() * share), frame.height())
                painter.drawRoundedRect(done, radius, radius)
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(8))
        self.update()


def completeness_token(share: float) -> str:
    """The colour of a bar that tells how complete something is."""
    return "primary" if share >= 0.75 else "bar"
