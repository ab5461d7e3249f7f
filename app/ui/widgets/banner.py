"""A strip across the screen: the practice village, or one thing everybody has to know now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.chips import TONE_ICONS
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.buttons import Button, SecondaryButton
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Row


class _PracticeButton(Button):
    """An act on the strip: in its ink, and no taller than its words ask for."""

    ground, ground_hover, ink, line = "", "", "practice_fg", "practice_fg"
    role = "small_strong"

    def sizeHint(self) -> QSize:
        worn = theme()
        return QSize(super().sizeHint().width(), max(worn.px(26), worn.metrics(self.role).height() + worn.px(6)))

    def _side(self) -> int:
        return 10


class PracticeBanner(QWidget):
    """Says on every screen that nothing here is real, with at most one act."""

    acted = Signal()

    def __init__(self, words: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = IconText("graduation-cap", words, "small_strong", "practice", wrap=True)
        self.button = _PracticeButton(action)
        self.button.clicked.connect(self.acted)
        line = Row(gap=12, margins=(20, 3, 14, 3), on=self)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.put(self.button)
        self.button.setVisible(bool(action))
        self.setAccessibleName(words)
        dress(self.update)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), worn.colour("practice_bg"))
            if worn.tokens.outlined:
                painter.fillRect(0, self.height() - worn.px(2), self.width(), worn.px(2), worn.colour("practice_fg"))
        finally:
            painter.end()


class Notice(QWidget):
    """A message inside a page in a tone's colours, with at most one act."""

    acted = Signal()

    def __init__(self, words: str, tone: Tone = Tone.INFO, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.words = _TonedText(words, tone)
        self.button = SecondaryButton(action)
        self.button.clicked.connect(self.acted)
        line = Row(gap=12, margins=(14, 10, 14, 10), on=self)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.put(self.button)
        self.button.setVisible(bool(action))
        dress(self.update)

    def set_notice(self, words: str, tone: Tone | None = None) -> None:
        """Other words, in another tone if one is named."""
        self._tone = tone or self._tone
        self.words.set_tone(self._tone)
        self.words.set_words(words)
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = worn.px(1) if worn.tokens.outlined else 0
            pen = QPen(worn.colour(f"{self._tone.value}_fg"), edge) if edge else Qt.PenStyle.NoPen
            painter.setPen(pen)
            painter.setBrush(worn.colour(f"{self._tone.value}_bg"))
            frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
            painter.drawRoundedRect(frame, worn.px(10), worn.px(10))
        finally:
            painter.end()


class _TonedText(IconText):
    """Words and icon in a tone's foreground."""

    def __init__(self, words: str, tone: Tone) -> None:
        super().__init__(TONE_ICONS[tone], words, "medium", tone.value)

    def set_tone(self, tone: Tone) -> None:
        self._icon = TONE_ICONS[tone]
        self.set_ink(tone.value)
