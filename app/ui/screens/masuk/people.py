"""Whom to come in as: a person's line with initials, name and role, chosen by mouse, arrows or space."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from app.ui.screens.masuk.state import PersonShown
from app.ui.theme import dress, theme
from app.ui.widgets.buttons import paint_ring
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.status import Avatar
from app.ui.widgets.text import Text

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class PersonButton(QPushButton):
    """One person; `stepped` on an arrow key, `confirmed` on Enter."""

    stepped = Signal(int)
    confirmed = Signal()

    def __init__(self, person: PersonShown) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several: told as a radio button, not as a box to tick
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{person.name}, {person.role}")
        words = QWidget()
        Column(
            Text(person.name, "strong", wrap=False), Text(person.role, "small", "muted", wrap=False), gap=0, on=words
        )
        line = Row(gap=12, margins=(12, 8, 12, 8), on=self)
        line.put(Avatar(person.name, accent=True))
        line.put(words, 1)
        for part in (words, *words.findChildren(QWidget), *self.findChildren(Avatar)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self._restyle)

    def sizeHint(self) -> QSize:
        line = self.layout()
        return line.sizeHint() if line is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = worn.px(1)
            frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            line, ground = ("primary", "primary_soft") if self.isChecked() else ("border", "surface")
            if not self.isChecked() and self.underMouse():
                ground = "hover"
            painter.setPen(QPen(worn.colour(line), width))
            painter.setBrush(worn.colour(ground))
            painter.drawRoundedRect(frame, worn.px(10), worn.px(10))
            if self.hasFocus():
                paint_ring(painter, QRectF(self.rect()), worn.px(10))
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class PeopleList(QWidget):
    """All who may come in; one Tab stop. `chosen(key)`, `confirmed` on Enter, space or a click: now the password."""

    chosen = Signal(str)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(gap=6, on=self)
        self._group = QButtonGroup(self)
        self._people: tuple[PersonShown, ...] = ()
        self._buttons: dict[str, PersonButton] = {}
        self.setAccessibleName(self.tr("Siapa yang masuk"))

    def show_people(self, people: tuple[PersonShown, ...], chosen: str) -> None:
        """Show these people; nothing is built anew when they are the same."""
        if people != self._people:
            self._people = people
            self._build()
        for key, button in self._buttons.items():
            button.setChecked(key == chosen)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == chosen else Qt.FocusPolicy.ClickFocus)

    def _build(self) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
        self._column.clear()
        self._buttons = {}
        for person in self._people:
            button = PersonButton(person)
            button.clicked.connect(partial(self.chosen.emit, person.key))
            button.clicked.connect(self.confirmed)
            button.stepped.connect(self._step)
            button.confirmed.connect(self.confirmed)
            self._group.addButton(button)
            self._column.put(button)
            self._buttons[person.key] = button

    def _step(self, step: int) -> None:
        keys = list(self._buttons)
        at = next((i for i, key in enumerate(keys) if self._buttons[key].hasFocus()), 0)
        key = keys[min(max(at + step, 0), len(keys) - 1)]
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(key)
