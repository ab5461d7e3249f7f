"""Limit and price of the internet, as Pengaturan asks for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.pengaturan.quota_presenter import QuotaState
from app.ui.screens.pengaturan.said import Said
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.field import Field, SelectBox, TextBox
from app.ui.widgets.layouts import Column


class QuotaSection(QWidget):
    """`given(limit_mb, price, unit)`."""

    given = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, str] | None = None
        self.said = Said()
        self.limit = TextBox().digits(5)
        self.price = TextBox().digits(7)
        self.unit = SelectBox((("gb", self.tr("untuk 1 GB")), ("mb", self.tr("untuk 1 MB"))))
        self.save_button = PrimaryButton(self.tr("Simpan kuota"), "save")
        card = Card(
            Field(
                self.tr("Batas sehari (MB)"),
                self.limit,
                self.tr("Kosongkan bila tanpa batas. Catatan selalu dikirim; hanya foto yang menunggu besok."),
            ),
            Field(
                self.tr("Harga kuota (rupiah)"),
                self.price,
                self.tr("Dengan harga ini Kirim & terima menyebut kira-kira biayanya. Boleh kosong."),
            ),
            Field(self.tr("Harga itu"), self.unit),
            self.save_button,
            title=self.tr("Kuota internet"),
        )
        Column(self.said, card, None, gap=12, on=self)
        self.save_button.clicked.connect(self._give)
        self.limit.returnPressed.connect(self._give)
        self.price.returnPressed.connect(self._give)

    def show_state(self, state: QuotaState) -> None:
        """Show limit and price; what is being typed stays until it is kept."""
        self.said.show_act(state.act)
        self.save_button.setEnabled(not state.act.busy)
        kept = (state.limit_mb, state.price)
        if kept != self._shown:
            self._shown = kept
            self.limit.setText(state.limit_mb)
            self.price.setText(state.price)
            self.unit.set_value("gb")

    def _give(self) -> None:
        self.given.emit(self.limit.text(), self.price.text(), self.unit.value())
