"""A question of the detail: why somebody wants to see a whole number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Dialog
from app.ui.messages import Message
from app.ui.screens.keluarga.card import RevealReason
from app.ui.shown import Option
from app.ui.tokens import Tone
from app.ui.widgets import ChoiceList, Field, Notice, PrimaryButton, SecondaryButton, Text, TextBox
from app.usecases.reveal_identity import SHORTEST_REASON


class RevealDialog(Dialog):
    """Asks for the reason; `reason_given(words)` when the person gives one. It stays open until the number is there."""

    reason_given = Signal(str)

    def __init__(self, parent: QWidget | None, what: str, reasons: Sequence[RevealReason]) -> None:
        super().__init__(parent, self.tr("Lihat %1 lengkap").replace("%1", what))
        self._reasons = {str(at): reason for at, reason in enumerate(reasons, 1)}
        self.body.put(Text(self.tr("Nomor ini data pribadi. Alasan Anda dicatat bersama nama dan waktu."), ink="muted"))
        self.choices = ChoiceList(
            tuple(Option(at, reason.words) for at, reason in self._reasons.items()),
            name=self.tr("Alasan melihat nomor"),
        )
        self.own_box = TextBox()
        self.own_field = Field(
            self.tr("Keterangan (boleh dikosongkan)"), self.own_box, self.tr("Misalnya: warga datang membawa KK baru.")
        )
        self.trouble = Notice("", Tone.WARN)
        self.trouble.hide()
        self.body.put(self.choices)
        self.body.put(self.own_field)
        self.body.put(self.trouble)
        self.body.put(None)
        self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        self.see_button = self.add_button(PrimaryButton(self.tr("Lihat selama 60 detik"), "eye"), default=True)
        self.see_button.setEnabled(False)
        self.see_button.clicked.connect(self._give)
        self.choices.chosen.connect(self._weigh)
        self.choices.confirmed.connect(self._give)
        self.own_box.textChanged.connect(self._weigh)
        self.choices.focus_choice()

    def reason(self) -> str:
        """The reason as it will be written down; empty while there is none."""
        chosen = self._chosen()
        own = self.own_box.text().strip()
        if chosen is None:
            return ""
        if chosen.own:
            return own if len(own) >= SHORTEST_REASON else ""
        return f"{chosen.words}: {own}" if own else chosen.words

    def _chosen(self) -> RevealReason | None:
        return self._reasons[self.choices.value()[0]] if self.choices.value() else None

    def show_refusal(self, message: Message | None) -> None:
        """Say why the number cannot be shown."""
        self.trouble.setVisible(message is not None)
        if message is not None:
            self.trouble.set_notice(" ".join(part for part in (message.title, message.advice) if part))

    def _weigh(self) -> None:
        chosen = self._chosen()
        own = chosen is not None and chosen.own
        self.own_field.label.setText(self.tr("Tulis alasannya") if own else self.tr("Keterangan (boleh dikosongkan)"))
        self.see_button.setEnabled(bool(self.reason()))

    def _give(self) -> None:
        reason = self.reason()
        if reason:
            self.reason_given.emit(reason)
