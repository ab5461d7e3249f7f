"""One control for each kind of question; all tell `edited(text)` and know nothing of the form."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.domain.questionnaire import AGREED, Kind
from app.ui.screens.kunjungan.photos import PhotoControl
from app.ui.screens.kunjungan.state import Asked
from app.ui.screens.questions.examples import example_of
from app.ui.screens.questions.typed import typed_of
from app.ui.shown import Option
from app.ui.widgets import ChoiceList, Column, NoteBox, TextBox

PAUSE_MS = 350
"""After so long without a key what was typed goes to the draft, though the field was not left."""


class Control(QWidget):
    """What the panel needs of every control."""

    edited = Signal(str)

    def show_asked(self, asked: Asked) -> None:
        """Show the answer (at the beginning, and when it was changed from outside)."""

    def flush(self) -> None:
        """Tell at once what was typed last."""

    def focus_work(self) -> None:
        """Put the focus where one answers."""
        self.setFocus()


class ChoiceControl(Control):
    """Codes of a list, or the one box of a statement."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        options = asked.options or (Option(AGREED, asked.agreed),)
        multiple = asked.kind in (Kind.MULTI, Kind.STATEMENT)
        self.choices = ChoiceList(options, multiple, asked.show_codes, asked.label)
        Column(self.choices, on=self)
        self.choices.chosen.connect(self._chosen)
        self.setFocusProxy(self.choices)

    def show_asked(self, asked: Asked) -> None:
        codes = tuple(asked.value.split(" ")) if asked.value else ()
        if self.choices.value() != codes:
            self.choices.set_value(codes)

    def focus_work(self) -> None:
        self.choices.focus_choice()

    def _chosen(self, codes: tuple[str, ...]) -> None:
        self.edited.emit(" ".join(codes))


class _TypedControl(Control):
    """Something that is typed: told after a pause, and at once when it is left."""

    def __init__(self) -> None:
        super().__init__()
        self._pending = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def text(self) -> str:
        """What stands there."""
        raise NotImplementedError

    def flush(self) -> None:
        self._pause.stop()
        if self._pending:
            self._pending = False
            self.edited.emit(self.text())

    def _typed(self) -> None:
        self._pending = True
        self._pause.start()


class LineControl(_TypedControl):
    """One line: words, numbers, days, places. A masked answer stands only as a placeholder and is typed anew."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.box = TextBox()
        self.box.setAccessibleName(asked.label)
        self.box.setAccessibleDescription(asked.hint)
        self._kind = asked.kind
        self._taken_up = False
        Column(self.box, on=self)
        self.box.textEdited.connect(self._typed)
        self.setFocusProxy(self.box)

    def text(self) -> str:
        return self.box.text()

    def show_asked(self, asked: Asked) -> None:
        self.box.setPlaceholderText(asked.masked or asked.example or example_of(asked.kind))
        if asked.masked:
            self.box.clear()
            return
        shown = typed_of(asked.kind, asked.value)
        if self.box.text() != shown:
            self.box.setText(shown)

    def take_up(self) -> None:
        """The form was opened at this question: what was half written is gone on with, not written anew."""
        self._taken_up = True

    def focus_work(self) -> None:
        self.box.setFocus()
        if self._taken_up:
            self.box.end(False)
        else:
            self.box.selectAll()


class NoteControl(_TypedControl):
    """Several lines."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.box = NoteBox(lines=4)
        self.box.setAccessibleName(asked.label)
        self.box.setAccessibleDescription(asked.hint)
        self._quiet = False
        Column(self.box, on=self)
        self.box.textChanged.connect(self._changed)
        self.setFocusProxy(self.box)

    def text(self) -> str:
        return self.box.toPlainText()

    def show_asked(self, asked: Asked) -> None:
        if self.box.toPlainText() != asked.value:
            self._quiet = True
            self.box.setPlainText(asked.value)
            self.box.moveCursor(QTextCursor.MoveOperation.End)  # one goes on writing where one stopped
            self._quiet = False

    def focus_work(self) -> None:
        self.box.setFocus()

    def _changed(self) -> None:
        if not self._quiet:
            self._typed()


class ReadControl(Control):
    """Words that are only read out; it takes the focus so that Enter goes on."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt

        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def control_for(asked: Asked) -> Control | PhotoControl:
    """The control of a question by its kind."""
    if asked.kind in (Kind.CHOICE, Kind.MULTI, Kind.YESNO, Kind.STATEMENT):
        return ChoiceControl(asked)
    if asked.kind is Kind.PHOTO:
        return PhotoControl(asked)
    if asked.kind is Kind.NOTE:
        return ReadControl()
    return NoteControl(asked) if asked.long else LineControl(asked)
