"""The control of one question: it tells the answer when it is left (or typing pauses) and never loses what is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.domain.questionnaire import AGREED, Kind
from app.ui.screens.questions.ask import Ask
from app.ui.screens.questions.examples import example_of
from app.ui.screens.questions.typed import iso_of, number_of, place_of_typed, typed_of
from app.ui.shown import Option
from app.ui.widgets import ChoiceList, Column, Field, NoteBox, SelectBox, Text, TextBox

PAUSE_MS = 700
"""A pause in typing after which what stands there is kept."""

MENU_FROM = 9
"""As many choices or more stand in a menu, else all are seen."""

_TYPED = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.TEXT, Kind.DATE, Kind.GPS})


class AskField(QWidget):
    """`answered(path, value)` with the answer as the form keeps it; `confirmed(path)` when Enter was pressed."""

    answered = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self.ask = ask
        self._told = ask.value
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.control = self._build(ask)
        self.field = Field(self._label(ask), self.control, ask.hint)
        Column(self.field, on=self)
        self._put(ask.value)
        self.field.set_error(ask.error)

    def show_ask(self, ask: Ask) -> None:
        """The same question with another answer or error; what is being typed stays."""
        before, self.ask = self.ask, ask
        if ask.value != self._told:
            self._told = ask.value
            self._put(ask.value)
        if ask.error != before.error:
            self.field.set_error(ask.error)

    def flush(self) -> None:
        """Tell the answer now, if it is another than was told."""
        self._pause.stop()
        value = self._value()
        if value != self._told:
            self._told = value
            self.answered.emit(self.ask.path, value)

    def focus_work(self) -> None:
        """Put the focus where one answers."""
        if isinstance(self.control, ChoiceList):
            self.control.focus_choice()
        else:
            self.control.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.flush()
        elif (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, TextBox)
        ):
            self.flush()
            self.confirmed.emit(self.ask.path)
        return False

    def _label(self, ask: Ask) -> str:
        if ask.kind is Kind.STATEMENT:
            return self.tr("Pernyataan")
        return ask.label if ask.required else self.tr("%1 (boleh dikosongkan)").replace("%1", _plain_label(ask.label))

    def _build(self, ask: Ask) -> QWidget:
        if ask.kind is Kind.NOTE:
            return Text(ask.label)
        if ask.kind in (Kind.CHOICE, Kind.YESNO) and len(ask.options) >= MENU_FROM and not ask.all_seen:
            return self._menu(ask)
        if ask.kind not in _TYPED:
            return self._choices(ask)
        control = NoteBox(lines=ask.lines) if ask.lines > 1 else self._line(ask)
        control.textChanged.connect(self._pause.start)
        control.installEventFilter(self)
        return control

    def _line(self, ask: Ask) -> TextBox:
        box = TextBox()
        if ask.digits:
            box.digits(ask.digits)
        else:
            box.setPlaceholderText(example_of(ask.kind))
        return box

    def _choices(self, ask: Ask) -> ChoiceList:
        multiple = ask.kind in (Kind.MULTI, Kind.STATEMENT)
        options = (Option(AGREED, ask.label),) if ask.kind is Kind.STATEMENT else ask.options
        choices = ChoiceList(options, multiple=multiple, show_codes=ask.show_codes, name=ask.label)
        choices.chosen.connect(self.flush)
        choices.confirmed.connect(self._confirm)
        return choices

    def _menu(self, ask: Ask) -> SelectBox:
        menu = SelectBox((("", self.tr("Belum dipilih")), *((option.code, option.words) for option in ask.options)))
        menu.currentIndexChanged.connect(self.flush)
        return menu

    def _confirm(self) -> None:
        self.confirmed.emit(self.ask.path)

    def _value(self) -> str:
        control = self.control
        if isinstance(control, ChoiceList):
            return " ".join(control.value())
        if isinstance(control, SelectBox):
            return control.value()
        if isinstance(control, NoteBox):
            return control.toPlainText().strip()
        if isinstance(control, TextBox):
            text = control.text().strip()
            if self.ask.kind is Kind.DATE:
                return iso_of(text)
            if self.ask.kind in (Kind.INTEGER, Kind.DECIMAL):
                return number_of(text, self.ask.kind is Kind.DECIMAL)
            return place_of_typed(text) if self.ask.kind is Kind.GPS else text
        return ""

    def _put(self, value: str) -> None:
        control = self.control
        control.blockSignals(True)
        if isinstance(control, ChoiceList):
            control.set_value(tuple(value.split()) if self.ask.kind is Kind.MULTI else (value,))
        elif isinstance(control, SelectBox):
            control.set_value(value)
        elif isinstance(control, NoteBox):
            control.setPlainText(value)
            control.moveCursor(QTextCursor.MoveOperation.End)  # one goes on writing where one stopped
        elif isinstance(control, TextBox):
            control.setText(typed_of(self.ask.kind, value))
        control.blockSignals(False)


def _plain_label(label: str) -> str:
    """A label that says already that the answer may be missing says it once only."""
    for words in ("(bila ada)", "(bila diketahui)", "(if any)", "(if known)"):
        label = label.replace(words, "").strip()
    return label
