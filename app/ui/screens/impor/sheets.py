"""Which sheets of a workbook are read as one list: told in a line, chosen in a dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Dialog
from app.ui.screens.impor.state import SheetShown
from app.ui.shown import Option
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import ChoiceList
from app.ui.widgets.text import Text
from app.ui.wording import number_words

_NAMED = 6
"""Sheets that are named in the line; of more, only the number is told."""


class SheetsLine(Notice):
    """What is read now, and the act to change it; `sheets_chosen` tells the names."""

    sheets_chosen = Signal(tuple)

    def __init__(self) -> None:
        super().__init__("", Tone.INFO, self.tr("Pilih lembar"))
        self._sheets: tuple[SheetShown, ...] = ()
        self.acted.connect(self.ask)
        self.hide()

    def show_sheets(self, sheets: tuple[SheetShown, ...]) -> None:
        """Say which of these sheets are read; nothing where there is nothing to choose."""
        self._sheets = sheets
        self.setVisible(bool(sheets))
        read = [sheet.name for sheet in sheets if sheet.read]
        words = self.tr("%1 dari %2 lembar dibaca sebagai satu daftar")
        words = words.replace("%1", number_words(len(read))).replace("%2", number_words(len(sheets)))
        named = ", ".join(read) if 0 < len(read) <= _NAMED else ""
        self.set_notice(f"{words}: {named}." if named else f"{words}.")

    def ask(self) -> SheetsDialog:
        """Open the choice."""
        dialog = SheetsDialog(self, self._sheets)
        dialog.chosen.connect(self.sheets_chosen)
        dialog.open()
        return dialog


class SheetsDialog(Dialog):
    """Every sheet with a tick; `chosen` tells the names that are ticked."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None, sheets: tuple[SheetShown, ...]) -> None:
        super().__init__(parent, self.tr("Lembar mana yang dibaca?"))
        self.body.put(
            Text(
                self.tr(
                    "Lembar dengan judul kolom yang sama, misalnya satu lembar tiap RT, dibaca sebagai satu daftar."
                ),
                "body",
                "muted",
            )
        )
        options = tuple(Option(sheet.name, sheet.name, sheet.hint) for sheet in sheets)
        self.choices = ChoiceList(options, multiple=True, show_codes=False, name=self.windowTitle())
        self.choices.set_value(tuple(sheet.name for sheet in sheets if sheet.read))
        self.body.put(self.choices)
        self.body.put(None)
        self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        self.take_button = self.add_button(PrimaryButton(self.tr("Pakai pilihan ini")), default=True)
        self.take_button.clicked.connect(self._take)
        self.choices.confirmed.connect(self._take)
        self.choices.focus_choice()

    def _take(self) -> None:
        self.chosen.emit(self.choices.value())
        self.accept()
