"""A password field: shown or hidden at will, with a word where Caps Lock is on."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.buttons import IconButton
from app.ui.widgets.field import TextBox
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.text import Text


class SecretField(QWidget):
    """Label, field and eye; `confirmed` on Enter. What was typed stays in the field alone."""

    confirmed = Signal()
    edited = Signal()

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__()
        self.box = TextBox().secret()
        self.box.setAccessibleName(label)
        self.label = Text(label, "medium")
        self.label.setBuddy(self.box)
        self.eye = IconButton("eye", self.tr("Perlihatkan kata sandi"))
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._look)
        self._caps = IconText("circle-alert", self.tr("Caps Lock menyala: semua huruf menjadi besar."), "small", "warn")
        self._caps.hide()
        self.error = IconText("circle-alert", "", "small_strong", "bad")
        self.error.hide()
        self.hint = Text(hint, "small", "muted")
        if not hint:
            self.hint.hide()
        line = Row(gap=4)
        line.put(self.box, 1)
        line.put(self.eye)
        Column(self.label, line, self.hint, self._caps, self.error, gap=5, on=self)
        self.box.installEventFilter(self)
        self.box.returnPressed.connect(self.confirmed)
        self.box.textChanged.connect(self._typed)
        self.setFocusProxy(self.box)

    def text(self) -> str:
        """What was typed."""
        return self.box.text()

    def clear(self) -> None:
        """Forget what was typed and hide it again."""
        self.box.clear()
        self.eye.setChecked(False)

    def set_error(self, words: str) -> None:
        """What is wrong, empty where nothing is."""
        self.error.set_words(words)
        self.error.setVisible(bool(words))
        self.box.setAccessibleDescription(words or self.hint.text())
        if bool(self.box.property("wrong")) != bool(words):
            self.box.setProperty("wrong", bool(words))
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)

    def set_hint(self, words: str) -> None:
        """Another hint."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._notice_caps(event)
        elif event.type() is QEvent.Type.FocusIn:
            self._caps.setVisible(_caps_lock_on())
        elif event.type() is QEvent.Type.FocusOut:
            self._caps.hide()
        return False

    def _notice_caps(self, event: QKeyEvent) -> None:
        """Qt does not tell the state of Caps Lock; a letter of the wrong size does."""
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.setVisible(not self._caps.isVisible() if self.text() else _caps_lock_on())
        elif text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(text.isupper() != shift)

    def _look(self, shown: bool) -> None:
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = self.tr("Sembunyikan kata sandi") if shown else self.tr("Perlihatkan kata sandi")
        self.eye.set_icon("eye-off" if shown else "eye")
        self.eye.setAccessibleName(words)
        self.eye.setToolTip(words)

    def _typed(self) -> None:
        self.set_error("")
        self.edited.emit()


def _caps_lock_on() -> bool:
    """Asked of Windows, which alone tells it; elsewhere the first letter shows it."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.GetKeyState(0x14) & 1)
    return False
