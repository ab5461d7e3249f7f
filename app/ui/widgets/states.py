"""What stands where there is nothing to show: nothing yet, not yet, or not possible just now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.icons import icon_pixmap
from app.ui.theme import dress, theme
from app.ui.widgets.buttons import Button, PrimaryButton, ring_where_focused
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.status import ProgressBar
from app.ui.widgets.text import Text


class _Centred(QWidget):
    """An icon, a line, a few words and at most one act, in the middle of the area."""

    acted = Signal()

    def __init__(self, icon: str, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._token = icon, token
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = Text("", "heading")
        self._inner = QWidget()
        self._column = Column(self._sign, self._title, gap=8, margins=(16, 16, 16, 16), on=self._inner)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer = Column(None, on=self)
        line = Row()
        line.addStretch(1)
        line.put(self._inner, 1000)
        line.addStretch(1)
        outer.put(line)
        outer.put(None)
        dress(self._restyle)

    def _say(self, words: str, ink_muted: bool = True) -> Text:
        text = Text(words, "body", "muted" if ink_muted else "text")
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.put(text)
        text.setVisible(bool(words))
        return text

    def _offer(self, words: str, button: Button) -> None:
        button.clicked.connect(self.acted)
        self._column.addSpacing(theme().px(6))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        button.setVisible(bool(words))

    def _restyle(self) -> None:
        self._sign.setPixmap(icon_pixmap(self._icon, self._token, 36))
        self._inner.setMaximumWidth(theme().px(460))
        self._inner.setMinimumWidth(min(theme().px(220), 340))


class EmptyState(_Centred):
    """Nothing is here (yet): why, and what one may do; `acted` when the button is pressed."""

    def __init__(self, title: str, words: str = "", action: str = "", icon: str = "inbox") -> None:
        super().__init__(icon, "muted")
        self._title.setText(title)
        self._words = self._say(words)
        self.button = PrimaryButton(action)
        self._offer(action, self.button)

    def set_words(self, title: str, words: str = "") -> None:
        """Other words."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        if self.focusProxy() is not None:
            self.become_stop()

    def become_stop(self) -> None:
        """Be where the focus stands while there is nothing to do: Enter presses nothing there, and a screen reader says
        that nothing is left."""
        self._title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title.setAccessibleName(". ".join(part for part in (self._title.text(), self._words.text()) if part))
        if self.focusProxy() is None:  # the line stands for all of it: a reader says of it that it is text
            self._title.installEventFilter(self)
            self.setFocusProxy(self._title)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """The ring is drawn around all of it when the line gets the focus, and goes with it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        ring_where_focused(self)


class LoadingState(_Centred):
    """Something is being fetched; a share if it is known."""

    def __init__(self, words: str) -> None:
        super().__init__("hourglass", "muted")
        self._title.setText(words)
        self.bar = ProgressBar(words)
        self.bar.setRange(0, 0)
        self._column.put(self.bar)

    def set_words(self, words: str) -> None:
        """Other words."""
        self._title.setText(words)
        self.bar.setAccessibleName(words)


class ErrorState(_Centred):
    """It did not work: what happened, what is safe, what to do; `acted` when the button is pressed."""

    def __init__(self, title: str = "", safe: str = "", advice: str = "", action: str = "") -> None:
        super().__init__("triangle-alert", "warn_fg")
        self._safe = self._say(safe, ink_muted=False)
        self._advice = self._say(advice)
        self.button = PrimaryButton(action)
        self._offer(action, self.button)
        self.set_words(title, safe, advice, action)

    def set_words(self, title: str, safe: str, advice: str, action: str = "") -> None:
        """Other words, e.g. those of ``explain(problem)``."""
        self._title.setText(title)
        for label, words in ((self._safe, safe), (self._advice, advice)):
            label.setText(words)
            label.setVisible(bool(words))
        self.button.setText(action)
        self.button.setVisible(bool(action))
