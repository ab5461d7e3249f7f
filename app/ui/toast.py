"""A short word in the foot of the window that goes by itself and is read out by a screen reader.

It lies over the foot's own words and over nothing else: what a page offers to be pressed, and "Kirim sekarang" beside
it, stay free at every size of type. Where it needs more lines than the foot is high, the foot grows for as long.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.chips import TONE_ICONS
from app.ui.icons import icon_pixmap
from app.ui.statusbar import StatusBar
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.text import Text

SHORT_MS, LONG_MS = 5_000, 10_000


class Toast(QWidget):
    """One per foot; a new word replaces the one before. It never takes the focus."""

    acted = Signal()

    def __init__(self, foot: StatusBar) -> None:
        super().__init__(foot)
        self._foot = foot
        self._tone = Tone.OK
        self._sign = QLabel()
        self.words = Text("", "medium")
        self.button = QuietButton("")
        self.button.clicked.connect(self._act)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.words, 1)
        self._line.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        for below in (foot, foot.send_button):
            below.installEventFilter(self)
        dress(self._restyle)
        self.hide()

    def say(self, words: str, tone: Tone = Tone.OK, action: str = "") -> None:
        """Show and announce a word; with an action it stays twice as long."""
        self._tone = tone
        self.words.setText(words)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._restyle()
        self.show()
        self.raise_()
        self._place()
        self._timer.start(LONG_MS if action or tone in (Tone.WARN, Tone.BAD) else SHORT_MS)
        announce(self, words, urgent=tone is Tone.BAD)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._foot.make_room(0)

    def enterEvent(self, event: QEnterEvent, /) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent, /) -> None:
        self._timer.start(SHORT_MS)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Who wants what lies below it puts it away."""
        self.hide()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(worn.colour("border_strong"), worn.px(1)))
            painter.setBrush(worn.colour("surface"))
            edge = worn.px(1)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), worn.px(10), worn.px(10))
        finally:
            painter.end()

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def _place(self) -> None:
        left, px = theme().px(8), theme().px
        width = self._foot.send_button.x() - 2 * left
        height = self._line.heightForWidth(width) if self._line.hasHeightForWidth() else self.sizeHint().height()
        top, below = px(2), px(1)
        self._foot.make_room(height + top + below)
        self.setGeometry(left, top, width, self._foot.height() - top - below)

    def _restyle(self) -> None:
        px = theme().px
        self._line.setContentsMargins(px(12), px(1), px(4), px(1))
        self._line.setSpacing(px(10))
        self._sign.setPixmap(icon_pixmap(TONE_ICONS[self._tone], f"{self._tone.value}_fg", 20))
        if self.isVisible():
            # The words take their new size only after this turn, and so does the foot.
            QTimer.singleShot(0, self, self._place)
        self.update()


def announce(widget: QWidget, words: str, urgent: bool = False) -> None:
    """Let a screen reader say something without moving the focus."""
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
