"""A field: label, control, hint and what is wrong with it, tied together for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QStyledItemDelegate, QWidget

from app.ui.theme import dress, theme
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text


class Field(QWidget):
    """`control` below its label; `set_error` marks it and says why in words."""

    def __init__(self, label: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.label = Text(label.replace("&", "&&"), "medium")  # with a buddy, one "&" would mark a shortcut
        self.label.setBuddy(control)
        self.hint = Text(hint, "small", "muted")
        if not hint:
            self.hint.hide()  # never shown here: without a parent it would stand on the screen as a window of its own
        self.error = IconText("circle-alert", "", "small_strong", "bad")
        self.error.hide()
        column = Column(self.label, control, self.hint, self.error, gap=5, on=self)
        column.addStretch(0)  # in a page with height to spare the label stays at its control
        control.setAccessibleName(label)
        self._describe()

    def set_error(self, words: str) -> None:
        """Say what is wrong; empty words take it back."""
        self.error.set_words(words)
        self.error.setVisible(bool(words))
        if bool(words) != bool(self.control.property("wrong")):
            self.control.setProperty("wrong", bool(words))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)
        self._describe()

    def set_hint(self, words: str) -> None:
        """Another hint."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self._describe()

    def _describe(self) -> None:
        self.control.setAccessibleDescription(" ".join(filter(None, (self.error.words(), self.hint.text()))))


class TextBox(QLineEdit):
    """One line of words; `digits` makes it take figures only."""

    def __init__(self, words: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setPlaceholderText(placeholder)
        dress(self._restyle)

    def digits(self, at_most: int) -> TextBox:
        """Accept up to so many figures and nothing else; gives itself back."""
        from PySide6.QtCore import QRegularExpression
        from PySide6.QtGui import QRegularExpressionValidator

        self.setValidator(QRegularExpressionValidator(QRegularExpression(rf"\d{{0,{at_most}}}"), self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        return self

    def secret(self) -> TextBox:
        """Show dots instead of letters; gives itself back."""
        self.setEchoMode(QLineEdit.EchoMode.Password)
        return self

    def _restyle(self) -> None:
        self.setFont(theme().font("body"))


class NoteBox(QPlainTextEdit):
    """Several lines of words; Tab leaves it."""

    def __init__(self, words: str = "", placeholder: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        dress(self._restyle)

    def _restyle(self) -> None:
        worn = theme()
        self.setFont(worn.font("body"))
        self.setFixedHeight(worn.metrics("body").lineSpacing() * self._lines + worn.px(26))


class SelectBox(QComboBox):
    """One of a list; values are texts, words are shown. The wheel scrolls the page, not the choice."""

    def __init__(self, options: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        # Qt's own delegate for these lists ignores the sheet, and its list is a menu that cuts off its first line.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_options(options)
        dress(self._restyle)

    def set_options(self, options: tuple[tuple[str, str], ...]) -> None:
        """(value, words) of each choice; the chosen value stays if it is still there."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.blockSignals(False)
        if before:
            self.set_value(before)

    def value(self) -> str:
        """The chosen value, empty when there is none."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def set_value(self, value: str) -> None:
        """Choose by value; an unknown value chooses nothing."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    def _restyle(self) -> None:
        self.setFont(theme().font("body"))
        self.view().setFont(theme().font("body"))
