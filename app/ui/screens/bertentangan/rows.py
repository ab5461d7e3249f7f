"""The parts of a settling on the screen: who tells, and one thing that is told in several ways."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.screens.bertentangan.state import RowShown, SideShown
from app.ui.screens.foto.parts import fetch_button
from app.ui.screens.keluarga.parts import PHOTO
from app.ui.theme import dress, theme
from app.ui.widgets import Card, ChoiceList, Column, QuietButton, Text, Tiles
from app.ui.widgets.layouts import Turning

SIDE = 220
"""Least width of a column at 100 %."""
_GAP = 12


class Beside(QWidget):
    """What stood before in a column of its own, then what each side tells; below each other where it is narrow."""

    def __init__(self, base: QWidget | None, told: QWidget, sides: int) -> None:
        super().__init__()
        self._columns = sides + (base is not None)
        self._line = Turning(gap=_GAP, on=self)
        if base is not None:
            self._line.put(base, 1)
        self._line.put(told, sides)
        dress(self._arrange)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = self._columns * theme().px(SIDE) + (self._columns - 1) * theme().px(_GAP)
        self._line.turn(self.width() < needed)


class SideCard(Card):
    """Whose word it is, when, and what proves it; `photo_asked(photo, fetch)`, `proposal_asked(id)`."""

    photo_asked = Signal(object, bool)
    proposal_asked = Signal(str)

    def __init__(self, side: SideShown, ground: str = "surface") -> None:
        super().__init__(gap=4, margins=(12, 10, 12, 10))
        self.ground = ground
        self.setAccessibleName(" ".join((f"{side.title}:", ". ".join(side.lines))))
        self.body.put(Text(side.title, "strong"))
        for line in side.lines:
            self.body.put(Text(line, "small", "muted"))
        for photo in side.photos:
            if photo.held:
                button = QuietButton(self.tr("Lihat %1").replace("%1", photo.caption), "image")
            else:
                self.body.put(Text(photo.caption, "small"))
                button = fetch_button(photo)
            button.setProperty(PHOTO, photo.name)
            button.clicked.connect(partial(self.photo_asked.emit, photo, not photo.held))
            self.body.put(button)
        if side.proposal:
            there = QuietButton(self.tr("Buka usulan"), "file-text")
            there.setAccessibleName(self.tr("Buka %1").replace("%1", side.title))
            there.clicked.connect(partial(self.proposal_asked.emit, side.proposal))
            self.body.put(there)
        self.body.put(None)


def side_cards(base: SideShown | None, sides: tuple[SideShown, ...]) -> tuple[Beside, tuple[SideCard, ...]]:
    """The heads of the columns."""
    cards = tuple(SideCard(side) for side in sides)
    before = SideCard(base, "sunken") if base is not None else None
    return Beside(before, Tiles(*cards, width=SIDE), len(sides)), cards


class RowCard(Card):
    """One thing that is told in several ways: `chosen(key, code)`, `confirmed()` on Enter."""

    chosen = Signal(str, str)
    confirmed = Signal()

    def __init__(self, row: RowShown, base_title: str, sides: int) -> None:
        """`base_title`: what the column of what stood before is called; empty where the contest has none."""
        super().__init__(gap=8, margins=(14, 12, 14, 12))
        self.row = row
        self.body.put(Text(row.label, "subheading"))
        self.choices = ChoiceList(row.options, show_codes=False, across=SIDE, name=row.label)
        self.choices.chosen.connect(self._choose)
        self.choices.confirmed.connect(self.confirmed)
        before = None
        if base_title:
            before = QWidget()
            known = Text(row.base) if row.base else Text(self.tr("belum tercatat"), ink="muted")
            column = Column(Text(base_title, "small", "muted"), known, gap=2, on=before)
            column.put(None)
        self.body.put(Beside(before, self.choices, sides))
        self.show_row(row)

    def fits(self, row: RowShown) -> bool:
        """Whether `row` asks the same as the one that is shown."""
        held = self.row
        return (row.key, row.label, row.base, row.options) == (held.key, held.label, held.base, held.options)

    def show_row(self, row: RowShown) -> None:
        """The same question with another choice."""
        self.row = row
        self.setAccessibleName(row.label)
        self.setAccessibleDescription(row.sentence)
        self.choices.setAccessibleDescription(row.sentence)
        self.choices.set_value((row.chosen,) if row.chosen else ())

    def _choose(self, codes: tuple[str, ...]) -> None:
        if codes:
            self.chosen.emit(self.row.key, codes[0])
