"""The search for a family inside a form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.screens.usulan.form_state import Finder
from app.ui.shown import Option
from app.ui.widgets import Card, ChoiceList, Column, IconText, QuietButton, SearchField, Text


class FinderCard(Card):
    """Searches for a family; `chosen(id)`."""

    searched = Signal(str)
    chosen = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__(gap=10)
        self._options: tuple[Option, ...] = ()
        self._title = Text("", "heading")
        self.search_field = SearchField(self.tr("Cari nama, NIK, nomor KK, atau alamat"))
        self.search_field.searched.connect(self.searched)
        self.choices = ChoiceList(show_codes=False, name=self.tr("Keluarga yang ditemukan"))
        self.choices.chosen.connect(self._choose)
        self.choices.confirmed.connect(self._take)
        self._none = Text(self.tr("Tidak ada keluarga yang cocok. Periksa ejaan atau coba sebagian nama."), ink="muted")
        self._note = IconText("map-pin", "", "small", "muted", size=14)
        self.elsewhere = _Elsewhere()
        self._chosen = IconText("circle-check", "", "strong", "ok")
        self.other_button = QuietButton(self.tr("Pilih keluarga lain"), "search")
        self.other_button.clicked.connect(self.dropped)
        for item in (
            self._title,
            self.search_field,
            self._note,
            self.choices,
            self._none,
            self.elsewhere,
            self._chosen,
            self.other_button,
        ):
            self.body.put(item)

    def show_finder(self, finder: Finder) -> None:
        """Show the search as it stands."""
        self._title.setText(finder.title)
        self.setAccessibleName(finder.title)
        if finder.options != self._options:
            self._options = finder.options
            self.choices.set_options(finder.options)
        done = bool(finder.chosen)
        # The letters of an earlier search must not stand before those of this one: another family would be found.
        self.search_field.show_text(finder.text)
        self.search_field.setVisible(not done)
        self.choices.setVisible(not done and bool(finder.options))
        self._none.setVisible(not done and finder.searched and not finder.options and not finder.elsewhere)
        self.elsewhere.show_families(finder.elsewhere, finder.why_not)
        self.elsewhere.setVisible(not done and bool(finder.elsewhere))
        self._note.set_words(finder.note)
        self._note.setVisible(not done and bool(finder.note))
        self._chosen.set_words(finder.chosen)
        self._chosen.setVisible(done)
        self.other_button.setVisible(done)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        into = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if into and self.search_field.hasFocus() and self._options:
            self.choices.focus_choice()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        """Enter takes the family one stands at."""
        self._choose(self.choices.value() or tuple(filter(None, (self.choices.focused(),))))

    def _choose(self, codes: tuple[str, ...]) -> None:
        if codes:
            self.chosen.emit(codes[0])


class _Elsewhere(QWidget):
    """Families that fit but may not be chosen: why, then whom. Nothing here takes the focus or a click."""

    def __init__(self) -> None:
        super().__init__()
        self._families: tuple[str, ...] = ()
        self._rows = Column(gap=4)
        self._why = Text("", "small", "muted")
        column = Column(gap=6, on=self)
        column.put(self._rows)
        column.put(self._why)

    def show_families(self, families: tuple[str, ...], why: str) -> None:
        """Name them, one a line, each marked as closed."""
        if families != self._families:
            self._families = families
            self._rows.clear()
            for words in families:
                self._rows.put(IconText("lock", words, "body", "muted"))
        self._why.setText(why)
        self.setAccessibleName(" ".join(("; ".join(families), why)))
