"""Dialogs: a title, a body that scrolls when it must, and acts named by verbs. They open, they never exec."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.theme import dress, theme
from app.ui.widgets.buttons import Button, DangerButton, PrimaryButton, SecondaryButton
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.page import ScrollColumn
from app.ui.widgets.text import Text

_LEFT: Final = 24
_RIGHT: Final = 14
_GUTTER: Final = 8
"""Margins, and the room between the words and a scroll bar, at 100 %."""


class Dialog(QDialog):
    """A frame; fill `body`, then `add_button`. Use `open()`; it deletes itself when closed."""

    def __init__(self, parent: QWidget | None, title: str, width: float = 520) -> None:
        super().__init__(parent)
        self._width = width
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        # Words end before the scroll bar, not at it.
        self._scroll = ScrollColumn(gap=12, margins=(0, 0, _GUTTER, 0))
        self.body = self._scroll.body
        self.body.put(Text(title, "heading"))
        self._tall = 0
        self._to_see: QWidget | None = None
        self._scroll.widget().installEventFilter(self)
        self._foot = Row(None, gap=8, margins=(0, 0, _GUTTER, 0))
        column = Column(gap=16, margins=(_LEFT, 22, _RIGHT, 18), on=self)
        column.put(self._scroll, 1)
        column.put(self._foot)
        # A shortcut of the window is deaf while a dialog is in front of it.
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self._lock)
        dress(self._restyle)

    def add_button(self, button: Button, closes: bool = False, default: bool = False) -> Button:
        """One more act at the right; `default` is what Enter does."""
        self._foot.put(button)
        button.setDefault(default)
        button.setAutoDefault(default)
        if closes:
            button.clicked.connect(self.reject)
        return button

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._restyle()

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part of the body whose words have just changed, once it has its place."""
        self._to_see = part
        QTimer.singleShot(0, self, self._grow)

    def _lock(self) -> None:
        """Ask the window behind, however many dialogs lie between; where there is none to lock, nothing happens."""
        above = self.parentWidget()
        while above is not None:
            asked = getattr(above, "lock_requested", None)
            if asked is not None:
                asked.emit()
                return
            above = above.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """What is in the body has changed: the dialog becomes as tall as it needs to be now."""
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self._grow)
        return False

    def _grow(self) -> None:
        if self._needed() != self._tall:
            self._restyle()
        if self._to_see is not None:
            self._scroll.ensureWidgetVisible(self._to_see)

    def _room(self) -> int:
        """How wide it is, as far as the screen allows."""
        px = theme().px
        return min(px(self._width), self.screen().availableSize().width() - px(24))

    def _needed(self) -> int:
        """How tall the body is at this width."""
        inner = self._scroll.widget().layout()
        assert inner is not None
        # With room for the scroll bar too: once it stands there, words that just fitted would need it for ever.
        beside = theme().px(_LEFT + _RIGHT) + self._scroll.verticalScrollBar().sizeHint().width()
        fitting = inner.totalHeightForWidth(self._room() - beside) if inner.hasHeightForWidth() else 0
        return fitting or inner.totalSizeHint().height()

    def _restyle(self) -> None:
        px = theme().px
        self._tall = self._needed()
        most = self.screen().availableSize().height() - px(32)
        self.resize(self._room(), min(self._tall + px(38 + 16 + 22 + 18 + 2), most))
        self._stay_in_sight()

    def _stay_in_sight(self) -> None:
        """In the middle of the window it belongs to, wholly on the screen: Qt chose a place for another height."""
        parent = self.parentWidget()
        if parent is None or not self.isVisible():
            return
        room = self.screen().availableGeometry()
        frame = self.frameGeometry()
        above = max(frame.height() - self.height(), 0)
        middle = parent.window().geometry().center()
        left = middle.x() - self.width() // 2
        top = middle.y() - (self.height() + above) // 2
        left = max(room.left(), min(left, room.right() + 1 - self.width()))
        top = max(room.top(), min(top, room.bottom() + 1 - self.height() - above))
        self.move(left, top)


class Confirm(Dialog):
    """Asks before an act; `confirmed` when the person agrees. The safe answer has the focus when it is dangerous.

    `no` where "Batal" would sound like what is asked about.
    """

    confirmed = Signal()

    def __init__(
        self, parent: QWidget | None, title: str, words: str, yes: str, danger: bool = False, no: str = ""
    ) -> None:
        super().__init__(parent, title, 460)
        self.body.put(Text(words))
        self.body.put(None)
        self.no_button = self.add_button(SecondaryButton(no or self.tr("Batal")), closes=True, default=danger)
        self.yes_button = self.add_button(DangerButton(yes) if danger else PrimaryButton(yes), default=not danger)
        self.yes_button.clicked.connect(self._agree)
        (self.no_button if danger else self.yes_button).setFocus()

    def _agree(self) -> None:
        self.confirmed.emit()
        self.accept()


class Tell(Dialog):
    """Says something that has to be read; `acted` if there is an act besides closing."""

    acted = Signal()

    def __init__(self, parent: QWidget | None, title: str, *lines: str, action: str = "") -> None:
        super().__init__(parent, title, 480)
        for line in lines:
            if line:
                self.body.put(Text(line))
        self.body.put(None)
        self.close_button = self.add_button(SecondaryButton(self.tr("Tutup")), closes=True, default=not action)
        if action:
            button = self.add_button(PrimaryButton(action), default=True)
            button.clicked.connect(self._act)

    def _act(self) -> None:
        self.acted.emit()
        self.accept()
