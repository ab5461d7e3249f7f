"""The step of a village that asks its district without a line: write the request, carry it, read the answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.picking import pick_file, pick_folder
from app.ui.screens.mulai.state import StartState
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.field import Field, TextBox
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.text import Text

ENDING = "*.balai-daftar"


class WaitingStep(QWidget):
    """Three things to do, in their order."""

    request_asked = Signal(object, str)
    """Folder and, where the district gave another code, that code."""
    answer_picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.written = Notice("", Tone.OK)
        self.request_button = SecondaryButton(self.tr("Tulis permintaan ke stik…"), "usb")
        self.answer_button = PrimaryButton(self.tr("Baca jawaban dari stik…"), "file-check")
        self.code = TextBox()
        self.code_field = Field(
            self.tr("Kode baru (bila ada)"), self.code, self.tr("Isi hanya bila kode yang pertama tidak berlaku lagi.")
        )
        ask = Card(
            self.written,
            Text(self.tr("Tulis permintaan ke stik, atau ke folder dari mana berkasnya bisa dikirim lewat pesan.")),
            Row(self.request_button, None),
            self.code_field,
            title=self.tr("1. Tulis permintaan"),
        )
        carry = Card(
            Text(
                self.tr(
                    "Petugas kabupaten mengunggah berkas itu di halaman Laptop dan memberi berkas jawaban. "
                    "Minta juga berkas bundel berisi daftar desa, dan simpan di folder yang sama."
                )
            ),
            title=self.tr("2. Bawa ke kabupaten"),
        )
        read = Card(
            Text(self.tr("Balai mengambil jawaban, dan daftar desa bila ada di sebelahnya.")),
            Row(self.answer_button, None),
            title=self.tr("3. Baca jawaban"),
        )
        Column(ask, carry, read, None, gap=12, on=self)
        self.request_button.clicked.connect(self._ask_folder)
        self.answer_button.clicked.connect(self._ask_answer)

    def show_state(self, state: StartState) -> None:
        """Whether the request was just written."""
        self.written.setVisible(bool(state.written))
        if state.written:
            self.written.set_notice(state.written)
            self.code.clear()
        self.code_field.set_error(state.code_error)

    def _ask_folder(self) -> None:
        pick_folder(self, self.tr("Pilih stik atau folder"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self.request_asked.emit(folder, self.code.text().strip())

    def _ask_answer(self) -> None:
        answers, every = self.tr("Jawaban kabupaten"), self.tr("Semua berkas")
        filters = [f"{answers} ({ENDING})", f"{every} (*)"]
        pick_file(self, self.tr("Pilih berkas jawaban"), filters, self.answer_picked.emit)
