"""The card that asks which of the begun forms to go on with."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.ui.shown import Option
from app.ui.widgets import Card, ChoiceList, Text


class BegunCard(Card):
    """`chosen(code)` as soon as one is chosen."""

    chosen = Signal(str)

    def __init__(self) -> None:
        title = self.tr("Ada usulan keluarga baru yang belum selesai")
        super().__init__(title=title, gap=10)
        self.choices = ChoiceList(name=title)
        self.choices.chosen.connect(self._choose)
        self.choices.confirmed.connect(self._take)
        self.body.put(Text(self.tr("Pilih yang ingin dilanjutkan, atau mulai keluarga lain."), ink="muted"))
        self.body.put(self.choices)

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Show these choices, none of them chosen."""
        self.choices.set_options(options)

    def _take(self) -> None:
        """Enter takes the one that the focus is on."""
        self._choose(tuple(filter(None, (self.choices.focused(),))))

    def _choose(self, codes: tuple[str, ...]) -> None:
        if codes:
            self.chosen.emit(codes[0])
