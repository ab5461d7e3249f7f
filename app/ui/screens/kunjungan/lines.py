"""Lines that can be pressed: a question that is not open just now, and a page of the form in the column of progress."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.fonts import Role
from app.ui.icons import icon_pixmap
from app.ui.screens.kunjungan.state import LackLine, Mark, QuestionLine, SectionLine
from app.ui.theme import dress, theme
from app.ui.widgets.buttons import paint_ring
from app.ui.wording import unbroken

_SIGNS: Final = {
    Mark.OPEN: ("circle-dashed", "muted"),
    Mark.DONE: ("circle-check", "ok_fg"),
    Mark.MISSING: ("circle-dot", "warn_fg"),
    Mark.WRONG: ("circle-alert", "bad_fg"),
    Mark.LATER: ("lock", "info_fg"),
}
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _LineButton(QPushButton):
    """A sign, words, and quieter words below them; as tall as the words need."""

    stepped = Signal(int)
    """An arrow key: to the line above (-1) or below (1)."""
    role: Role = "body"
    second_role: Role = "small"

    def __init__(self) -> None:
        super().__init__()
        self.mark = Mark.OPEN
        self.words, self.second = "", ""
        self.chosen = False
        self.indent: float = 0
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        dress(self._restyle)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.NoModifier else None
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        worn = theme()
        room = self._room(width)
        tall = _tall(self.role, room, self.words)
        if self.second:
            tall += _tall(self.second_role, room, self.second)
        return max(worn.px(34), tall + worn.px(12))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), self.heightForWidth(max(self.width(), theme().px(160))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(34))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _room(self, width: int) -> int:
        return max(theme().px(60), width - theme().px(12 + 18 + 10 + 12 + self.indent))

    def _paint(self, painter: QPainter) -> None:
        worn, rect = theme(), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chosen or self.underMouse():
            painter.setPen(QPen(worn.colour("primary"), worn.px(1)) if self.chosen else Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("primary_soft" if self.chosen else "hover"))
            half = worn.px(1) / 2
            painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), worn.px(8), worn.px(8))
        sign, token = _SIGNS[self.mark]
        left = worn.px(12 + self.indent)
        room = self._room(rect.width())
        first = _tall(self.role, room, self.words)
        low = 0
        if self.second:
            low = _tall(self.second_role, room, self.second)
        top = (rect.height() - first - low) // 2
        line = worn.metrics(self.role).height()
        painter.drawPixmap(left, top + (line - worn.px(18)) // 2, icon_pixmap(sign, token, 18))
        text = left + worn.px(18 + 10)
        painter.setFont(worn.font("medium" if self.chosen and self.role == "body" else self.role))
        painter.setPen(worn.colour("on_soft" if self.chosen else "text"))
        painter.drawText(QRect(text, top, room, first), _WRAP, unbroken(self.words))
        if self.second:
            painter.setFont(worn.font(self.second_role))
            painter.setPen(worn.colour("on_soft" if self.chosen else "muted"))
            painter.drawText(QRect(text, top + first, room, low), _WRAP, unbroken(self.second))
        if self.hasFocus():
            paint_ring(painter, QRectF(rect), worn.px(8))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _tall(role: Role, room: int, words: str) -> int:
    return theme().metrics(role).boundingRect(0, 0, room, 10_000, _WRAP, unbroken(words)).height()


class QuestionRow(_LineButton):
    """A question with its answer; pressing it opens the question."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def show_line(self, line: QuestionLine) -> None:
        """Other words."""
        state = {
            Mark.MISSING: self.tr("Belum diisi"),
            Mark.OPEN: self.tr("Boleh kosong"),
            Mark.LATER: self.tr("Ditanyakan tersendiri"),
        }.get(line.mark, "")
        second = line.value or state
        if line.mark is Mark.WRONG:
            second = self.tr("%1 (perlu diperiksa)").replace("%1", line.value)
        if (line.mark, line.label, second) == (self.mark, self.words, self.second):
            return
        self.mark, self.words, self.second = line.mark, line.label, second
        self.setAccessibleName(f"{line.label}: {second}")
        self._restyle()


class SectionButton(_LineButton):
    """One page of the form: pressing it goes there."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    def show_line(self, line: SectionLine) -> None:
        """Other words."""
        self.indent = 12 if line.inner else 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line.current else Qt.FocusPolicy.ClickFocus)
        if (line.mark, line.words, line.progress, line.current) == (self.mark, self.words, self.second, self.chosen):
            return
        self.mark, self.words, self.second, self.chosen = line.mark, line.words, line.progress, line.current
        self.setAccessibleName(", ".join(part for part in (line.words, line.progress) if part))
        self._restyle()


class LackRow(_LineButton):
    """Something missing or wrong in the summary: pressing it goes there."""

    def __init__(self, lack: LackLine) -> None:
        super().__init__()
        self.mark = Mark.WRONG if lack.wrong else Mark.MISSING
        self.words = lack.words
        self.setAccessibleName(self.tr("Isi: %1").replace("%1", lack.words))
