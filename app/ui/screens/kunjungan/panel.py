"""The question that is open: its words, what was said before, its control, what is wrong, and the ways on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.screens.kunjungan.controls import control_for
from app.ui.screens.kunjungan.photos import PhotoControl
from app.ui.screens.kunjungan.state import Asked, Suggestion
from app.ui.toast import announce
from app.ui.widgets import Card, Flow, IconText, PrimaryButton, QuietButton, Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_NUMBER = 9


def _offer_of(key: int, held: Qt.KeyboardModifier) -> int | None:
    """Which of the things said before a key takes over: F2 the first, Alt and a number the others."""
    if key == Qt.Key.Key_F2:
        return 0
    number = key - Qt.Key.Key_1
    return number if held == Qt.KeyboardModifier.AltModifier and 0 <= number < _BY_NUMBER else None


class QuestionPanel(Card):
    """`edited(path, text)`; `advanced` and `retreated` by key or button; `taken(value)` for something said before."""

    edited = Signal(str, str)
    advanced = Signal()
    retreated = Signal()
    taken = Signal(str)
    put_off = Signal()
    focus_moved = Signal(QWidget)

    def __init__(self, asked: Asked) -> None:
        super().__init__(gap=10, margins=(18, 16, 18, 14))
        self.line = "primary"
        self.path = asked.path
        self._asked = asked
        self._suggestions: tuple[Suggestion, ...] = ()
        self.setAccessibleName(asked.label)
        self.label = Text(asked.label, "subheading")
        self.private = IconText("lock", self.tr("Pribadi: tanyakan tanpa didengar orang lain."), "small", "info")
        self._said = QWidget()
        self._said_flow = Flow(gap=8, on=self._said)
        self.control = control_for(asked)
        self.hint = Text("", "small", "muted")
        self.caution = IconText("triangle-alert", "", "small_strong", "warn")
        self.error = IconText("circle-alert", "", "small_strong", "bad")
        for item in (self.label, self.private, self._said, self.control, self.hint, self.caution, self.error):
            self.body.put(item)
        self._build_ways()
        self.control.edited.connect(self._edited)
        self.setAcceptDrops(isinstance(self.control, PhotoControl))
        self._watch()
        self.show_asked(asked, first=True)

    def show_asked(self, asked: Asked, first: bool = False) -> None:
        """Show what changed around the answer; the answer itself only if it was changed from outside."""
        before, self._asked = self._asked, asked
        self.private.setVisible(asked.private)
        self.hint.setText(asked.hint)
        self.hint.setVisible(bool(asked.hint))
        for label, words in ((self.error, asked.error), (self.caution, asked.caution)):
            label.set_words(words)
            label.setVisible(bool(words))
        if asked.error and asked.error != before.error:
            announce(self.error, asked.error)
        if first or asked.suggestions != self._suggestions:
            self._show_suggestions(asked.suggestions)
        if isinstance(self.control, PhotoControl) or first or asked.revision != before.revision:
            self.control.show_asked(asked)
        self.later_button.setVisible(asked.private)
        self.later_button.setText(self.tr("Tanyakan sekarang") if asked.later else self.tr("Tanyakan tersendiri"))

    def flush(self) -> None:
        """Tell at once what was typed last."""
        self.control.flush()

    def focus_work(self) -> None:
        """Where one answers."""
        self.control.focus_work()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.focus_moved.emit(watched)
        return False

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not self._key(self, event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """A photo that is let go beside its frame is meant for it too."""
        if isinstance(self.control, PhotoControl):
            self.control.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        if isinstance(self.control, PhotoControl):
            self.control.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        if isinstance(self.control, PhotoControl):
            self.control.dropEvent(event)

    def _take(self, value: str) -> None:
        """The button goes once its answer is taken, so the focus goes where the answer stands and Enter goes on."""
        self.control.focus_work()
        self.taken.emit(value)
        self.control.focus_work()

    def _build_ways(self) -> None:
        self.back_button = QuietButton(self.tr("Sebelumnya"), "arrow-left")
        self.back_button.setToolTip(self.tr("Shift+Enter atau Alt+Panah atas"))
        self.later_button = QuietButton(self.tr("Tanyakan tersendiri"), "lock")
        self.later_button.setToolTip(self.tr("Dikumpulkan di akhir, saat tidak ada orang lain (F4)"))
        self.next_button = PrimaryButton(self.tr("Lanjut"), "arrow-right")
        self.next_button.setToolTip(self.tr("Enter"))
        self.back_button.clicked.connect(self.retreated)
        self.later_button.clicked.connect(self.put_off)
        self.next_button.clicked.connect(self.advanced)
        holder = QWidget()
        Flow(self.next_button, self.back_button, self.later_button, gap=8, on=holder)
        self.body.put(holder)

    def _show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        self._suggestions = suggestions
        self._said_flow.clear()
        for at, one in enumerate(suggestions):
            words = f"{one.origin}: {one.words}" if one.origin else one.words
            icon = "history" if one.origin else "user"
            key = "F2" if at == 0 else f"Alt+{at + 1}" if at < _BY_NUMBER else ""
            button = QuietButton(f"{words}  ({key})" if key else words, icon)
            button.setAccessibleName(self.tr("Pakai jawaban ini: %1").replace("%1", words))
            button.clicked.connect(partial(self._take, one.value))
            self._said_flow.addWidget(button)
        self._said.setVisible(bool(suggestions))

    def _watch(self) -> None:
        """Keys go through here first, whatever the control would do with them."""
        for widget in (self.control, *self.control.findChildren(QWidget)):
            widget.installEventFilter(self)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER:
            if held == Qt.KeyboardModifier.ShiftModifier:
                self.retreated.emit()
            elif held == Qt.KeyboardModifier.ControlModifier and isinstance(watched, QPlainTextEdit):
                watched.insertPlainText("\n")
            elif not event.isAutoRepeat():
                self.advanced.emit()
            return True
        if held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            (self.retreated if key == Qt.Key.Key_Up else self.advanced).emit()
            return True
        said = _offer_of(key, held)
        if said is not None and said < len(self._suggestions):
            self._take(self._suggestions[said].value)
            return True
        if key == Qt.Key.Key_F4 and self._asked.private:
            self.put_off.emit()
            return True
        return False

    def _edited(self, text: str) -> None:
        self.edited.emit(self.path, text)
