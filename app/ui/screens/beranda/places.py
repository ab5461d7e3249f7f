"""The card of Beranda that tells of each dusun and RT how far the visits are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.beranda.rows import BarRow
from app.ui.screens.beranda.state import Bar, DusunBars
from app.ui.widgets import Card, Column, Divider, Text


def inset(*items: QWidget) -> Column:
    """Words beside rows that are buttons: level with the words inside those."""
    return Column(*items, gap=10, margins=(8, 0, 8, 0))


class PlacesCard(Card):
    """`asked(Target)` when a bar is pressed, `rebuilt` when there are other rows than before."""

    asked = Signal(object)
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(12, 18, 12, 14))
        title = self.tr("Menurut dusun dan RT")
        self.setAccessibleName(title)
        self.body.put(inset(Text(title, "heading")))
        self._column = Column(gap=10)
        self.body.put(self._column)
        self._dusun: tuple[DusunBars, ...] = ()
        self._rows: list[BarRow] = []
        # A village has many places: making their rows takes as long as all the other cards, and gets its own turn.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._build)

    def show_places(self, dusun: tuple[DusunBars, ...]) -> None:
        """Show how far each is; the same places keep their rows, and the focus that is on one."""
        shape = [len(one.rts) for one in dusun]
        same = bool(self._rows) and shape == [len(one.rts) for one in self._dusun]
        self._dusun = dusun
        bars = [bar for one in dusun for bar in _bars(one)]
        if same and not self._soon.isActive():
            for row, bar in zip(self._rows, bars, strict=True):
                row.show_bar(bar)
        else:
            self._soon.start()

    def _build(self) -> None:
        self._column.clear()
        self._rows = []
        for at, one in enumerate(self._dusun):
            if at:
                self._column.put(inset(Divider()))
            rows = Column(gap=0)
            for number, bar in enumerate(_bars(one)):
                row = BarRow(bar, strong=number == 0)
                row.clicked.connect(partial(self._ask, row))
                self._rows.append(row)
                rows.put(row)
            self._column.put(rows)
        self.rebuilt.emit()

    def _ask(self, row: BarRow, _checked: bool = False) -> None:
        self.asked.emit(row.bar.target)


def _bars(one: DusunBars) -> tuple[Bar, ...]:
    return one.whole, *one.rts
