"""The fields of a correction: the old value beside the one that it should be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.questions.field import AskField
from app.ui.screens.usulan.form_state import ChangeGroup, ChangeLine
from app.ui.widgets import Card, Column, QuietButton, Row, StruckValue, Text


class ChangeRow(QWidget):
    """One field: the old value struck through beside the new while it is changed."""

    answered = Signal(str, str)
    opened = Signal(str)
    emptied = Signal(str)
    dropped = Signal(str)

    def __init__(self, line: ChangeLine) -> None:
        super().__init__()
        self._field: AskField | None = None
        self._label = Text(line.label, "small", "muted")
        self._value = StruckValue("", line.old)
        words = Column(self._label, self._value, gap=1)
        self.change_button = QuietButton(self.tr("Ubah"), "pencil")
        self.change_button.setAccessibleName(self.tr("Ubah %1").replace("%1", line.label))
        self.change_button.clicked.connect(partial(self.opened.emit, line.path))
        self.empty_button = QuietButton(self.tr("Kosongkan"), "x")
        self.empty_button.setAccessibleName(self.tr("Kosongkan %1").replace("%1", line.label))
        self.empty_button.clicked.connect(partial(self.emptied.emit, line.path))
        self.drop_button = QuietButton(self.tr("Batal ubah"), "undo-2")
        self.drop_button.setAccessibleName(self.tr("Batal ubah %1").replace("%1", line.label))
        self.drop_button.clicked.connect(partial(self.dropped.emit, line.path))
        head = Row(gap=8)
        head.put(words, 1)
        head.put(self.change_button)
        head.put(self.empty_button)
        head.put(self.drop_button)
        self._column = Column(head, gap=6, on=self)
        self.show_line(line, focus=False)

    def show_line(self, line: ChangeLine, focus: bool = True) -> None:
        """The same field with another proposed value."""
        self._value.set_values(line.old if line.new else "", line.new or line.old)
        self.change_button.setVisible(not line.open)
        self.drop_button.setVisible(line.open)
        self.empty_button.setVisible(line.open and line.may_empty and not line.emptied)
        asked = line.open and not line.emptied
        if asked and self._field is None:
            self._field = AskField(line.ask)
            self._field.answered.connect(self.answered)
            self._column.put(self._field)
            if focus:
                self._field.focus_work()
        elif asked and self._field is not None:
            self._field.show_ask(line.ask)
        elif self._field is not None:
            self._column.removeWidget(self._field)
            self._field.hide()
            self._field.deleteLater()
            self._field = None
            (self.drop_button if line.open else self.change_button).setFocus()

    def flush(self) -> None:
        """Tell what is typed."""
        if self._field is not None:
            self._field.flush()


class ChangeGroupCard(Card):
    """Fields under one heading; built when it is opened, because a family has many."""

    answered = Signal(str, str)
    opened = Signal(str)
    emptied = Signal(str)
    dropped = Signal(str)

    def __init__(self, group: ChangeGroup, unfolded: bool) -> None:
        super().__init__(gap=8)
        self._group = group
        self._rows: dict[str, ChangeRow] = {}
        self.fold_button = QuietButton(group.title, "chevron-right")
        self.fold_button.clicked.connect(self._turn)
        self._holder = QWidget()
        self._lines = Column(gap=10, on=self._holder)
        self.body.put(self.fold_button)
        self.body.put(self._holder)
        self._holder.hide()
        if unfolded or any(line.open for line in group.lines):
            self._turn()

    def show_group(self, group: ChangeGroup) -> None:
        """The same fields with other proposed values."""
        before, self._group = self._group, group
        if self._rows:
            for line, old in zip(group.lines, before.lines, strict=True):
                if line != old:
                    self._rows[line.path].show_line(line)

    def paths(self) -> tuple[str, ...]:
        """The fields that it holds."""
        return tuple(line.path for line in self._group.lines)

    def flush(self) -> None:
        """Tell what is typed."""
        for row in self._rows.values():
            row.flush()

    def _turn(self) -> None:
        if not self._rows:
            for line in self._group.lines:
                row = ChangeRow(line)
                row.answered.connect(self.answered)
                row.opened.connect(self.opened)
                row.emptied.connect(self.emptied)
                row.dropped.connect(self.dropped)
                self._rows[line.path] = row
                self._lines.put(row)
        shown = self._holder.isHidden()
        self._holder.setVisible(shown)
        self.fold_button.set_icon("chevron-down" if shown else "chevron-right")
        said = self.tr("%1, terbuka") if shown else self.tr("%1, tertutup")
        self.fold_button.setAccessibleName(said.replace("%1", self._group.title))


class ChangeStack(QWidget):
    """Groups of fields below each other, the first one open; groups that stay keep their cards."""

    answered = Signal(str, str)
    opened = Signal(str)
    emptied = Signal(str)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[ChangeGroupCard] = []
        self._column = Column(gap=14, on=self)

    def show_groups(self, groups: tuple[ChangeGroup, ...]) -> None:
        """Show these groups; none where the kind changes no fields."""
        shown = [card.paths() for card in self.cards]
        if shown != [tuple(line.path for line in group.lines) for group in groups]:
            self._column.clear()
            self.cards = [self._new_card(group, at == 0) for at, group in enumerate(groups)]
        else:
            for card, group in zip(self.cards, groups, strict=True):
                card.show_group(group)
        self.setVisible(bool(groups))

    def flush(self) -> None:
        """Tell what is typed."""
        for card in self.cards:
            card.flush()

    def _new_card(self, group: ChangeGroup, unfolded: bool) -> ChangeGroupCard:
        card = ChangeGroupCard(group, unfolded)
        card.answered.connect(self.answered)
        card.opened.connect(self.opened)
        card.emptied.connect(self.emptied)
        card.dropped.connect(self.dropped)
        self._column.put(card)
        return card
