"""Getting to know a district: by address and code on the line, or by a request and an answer that are carried."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.picking import pick_file, pick_folder
from app.ui.screens.kirim.state import ExchangeState
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.card import Card, Divider
from app.ui.widgets.field import Field, TextBox
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Flow
from app.ui.widgets.text import Text
from app.ui.words import translate

ENDING = "*.balai-daftar"


class Enrolment(Card):
    """Address and code where no district is known yet; below, the way without a line."""

    given = Signal(str, str)
    request_asked = Signal(object, str)
    """Folder and code; the code is empty where the request that waits is wanted once more."""
    answer_picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=12, title=self.tr("Belum terdaftar di kabupaten"))
        self._waits = False
        self.address = TextBox("", "https://")
        self.code = TextBox()
        self.address_field = Field(self.tr("Alamat kabupaten"), self.address)
        self.code_field = Field(self.tr("Kode pendaftaran"), self.code)
        self.button = PrimaryButton(self.tr("Daftarkan laptop ini"), "link")
        self.request_button = SecondaryButton(self.tr("Tulis permintaan ke stik…"), "usb")
        self.answer_button = SecondaryButton(self.tr("Baca jawaban kabupaten…"), "file-check")
        self.asked = IconText("history", "", "body", "muted")
        acts = QWidget()
        Flow(self.request_button, self.answer_button, gap=8, on=acts)
        self.body.put(
            Text(self.tr("Semua pekerjaan tersimpan di laptop ini dan menunggu. Minta alamat dan kode dari kabupaten."))
        )
        for part in (self.address_field, self.code_field, self.button, Divider()):
            self.body.put(part)
        self.body.put(Text(self.tr("Tanpa sambungan"), "strong"))
        self.body.put(
            Text(
                self.tr(
                    "Isi kode, tulis permintaan ke stik, dan bawa ke kabupaten. Kabupaten memberi berkas jawaban; "
                    "baca berkas itu di sini."
                )
            )
        )
        self.body.put(self.asked)
        self.body.put(acts)
        self.button.clicked.connect(self._give)
        self.code.returnPressed.connect(self._give)
        self.address.returnPressed.connect(self.code.setFocus)
        self.request_button.clicked.connect(self._ask_folder)
        self.answer_button.clicked.connect(self._ask_answer)

    def show_state(self, state: ExchangeState) -> None:
        """Whether a request waits for its answer, and since when."""
        self._waits = bool(state.asked)
        self.asked.setVisible(self._waits)
        self.asked.set_words(state.asked)
        self.answer_button.setVisible(self._waits)

    def _give(self) -> None:
        address, code = self.address.text().strip(), self.code.text().strip()
        self.address_field.set_error("" if address else self.tr("Tulis alamat dari kabupaten."))
        self._say_code_lacks(lacks=not code)
        if address and code:
            self.given.emit(address, code)

    def _ask_folder(self) -> None:
        lacks = not self.code.text().strip() and not self._waits
        self.address_field.set_error("")
        self._say_code_lacks(lacks=lacks)
        if lacks:
            self.code.setFocus()
        else:
            pick_folder(self, self.tr("Pilih stik atau folder"), self._take_folder)

    def _say_code_lacks(self, *, lacks: bool) -> None:
        self.code_field.set_error(self.tr("Tulis kode dari kabupaten.") if lacks else "")

    def _take_folder(self, folder: Path) -> None:
        self.request_asked.emit(folder, self.code.text().strip())

    def _ask_answer(self) -> None:
        pick_file(self, self.tr("Pilih berkas jawaban"), answer_filters(), self.answer_picked.emit)


def answer_filters() -> list[str]:
    """Answers first; messengers rename files, so any may be chosen."""
    answers, every = translate("Enrolment", "Jawaban kabupaten"), translate("Enrolment", "Semua berkas")
    return [f"{answers} ({ENDING})", f"{every} (*)"]
