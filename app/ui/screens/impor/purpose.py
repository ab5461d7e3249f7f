"""What whole numbers are taken out of Balai for: asked before the file is written, and kept with name and time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Dialog
from app.ui.shown import Option
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import ChoiceList
from app.ui.widgets.field import Field, TextBox
from app.ui.widgets.text import Text
from app.usecases.reveal_identity import SHORTEST_REASON

OTHER = "other"


class PurposeDialog(Dialog):
    """`purpose_given(words)` once the person says what for."""

    purpose_given = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, self.tr("Untuk apa nomor lengkap disimpan?"))
        self._purposes = {
            "district": self.tr("Dikirim ke Dinas Sosial agar daftarnya diperbaiki"),
            "dukcapil": self.tr("Mengurus perbaikan di Dukcapil"),
            OTHER: self.tr("Keperluan lain"),
        }
        self.body.put(
            Text(
                self.tr(
                    "NIK dan nomor KK adalah data pribadi. Keperluan Anda dicatat bersama nama dan waktu, dan dapat "
                    "dilihat kabupaten."
                ),
                ink="muted",
            )
        )
        self.choices = ChoiceList(
            tuple(Option(str(at), words) for at, words in enumerate(self._purposes.values(), 1)),
            name=self.tr("Keperluan"),
        )
        self.own_box = TextBox()
        self.own_field = Field(self.tr("Keterangan (boleh dikosongkan)"), self.own_box)
        for part in (self.choices, self.own_field, None):
            self.body.put(part)
        self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        self.go_button = self.add_button(PrimaryButton(self.tr("Pilih tempat menyimpan"), "arrow-right"), default=True)
        self.go_button.setEnabled(False)
        self.go_button.clicked.connect(self._give)
        self.choices.chosen.connect(self._weigh)
        self.choices.confirmed.connect(self._give)
        self.own_box.textChanged.connect(self._weigh)
        self.choices.focus_choice()

    def purpose(self) -> str:
        """What for, as it will be written down; empty while it is not said."""
        own = self.own_box.text().strip()
        if not self.choices.value():
            return ""
        if self._other():
            return own if len(own) >= SHORTEST_REASON else ""
        said = list(self._purposes.values())[int(self.choices.value()[0]) - 1]
        return f"{said}: {own}" if own else said

    def _other(self) -> bool:
        chosen = self.choices.value()
        return bool(chosen) and list(self._purposes)[int(chosen[0]) - 1] == OTHER

    def _weigh(self) -> None:
        self.own_field.label.setText(
            self.tr("Tulis keperluannya") if self._other() else self.tr("Keterangan (boleh dikosongkan)")
        )
        self.go_button.setEnabled(bool(self.purpose()))

    def _give(self) -> None:
        purpose = self.purpose()
        if purpose:
            self.purpose_given.emit(purpose)
            self.accept()
