"""The last look at a proposal before it is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.usulan.card import Content
from app.ui.screens.usulan.form_state import FormState
from app.ui.screens.usulan.pieces import ContentColumn
from app.ui.tokens import Tone
from app.ui.widgets import Card, Column, Notice, PrimaryButton, Row, SecondaryButton, Text


class SummaryPart(QWidget):
    """Shows what will be saved; `photo_asked(photo, fetch)` when one is pressed, or is to be fetched."""

    went_back = Signal()
    saved = Signal()
    photo_asked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Content | None = None
        self._content: ContentColumn | None = None
        self._card = Card(gap=10)
        self._kept = Notice("", Tone.INFO)
        self._trouble = Notice("", Tone.WARN)
        self.back_button = SecondaryButton(self.tr("Ubah isian"), "pencil")
        self.back_button.clicked.connect(self.went_back)
        self.save_button = PrimaryButton(self.tr("Simpan usulan"), "save")
        self.save_button.clicked.connect(self.saved)
        foot = Row(None, gap=8)
        foot.put(self.back_button)
        foot.put(self.save_button)
        Column(self._card, self._kept, self._trouble, foot, None, gap=14, on=self)

    def show_state(self, state: FormState) -> None:
        """Show the summary of a form."""
        if state.summary is not None and state.summary != self._shown:
            self._show_content(state.summary)
        if self._content is not None:
            self._content.show_pictures(state.pictures)
        self._kept.set_notice(state.kept)
        self._kept.setVisible(bool(state.kept))
        self.save_button.setEnabled(not state.busy)
        self._trouble.setVisible(state.problem is not None)
        if state.problem is not None:
            self._trouble.set_notice(f"{state.problem.title} {state.problem.text}")

    def _show_content(self, content: Content) -> None:
        self._shown = content
        self._card.body.clear()
        self._card.body.put(Text(self.tr("Periksa sekali lagi"), "heading"))
        self._content = ContentColumn(content)
        self._content.photo_asked.connect(self.photo_asked)
        self._card.body.put(self._content)
