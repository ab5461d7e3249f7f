"""Wiping the laptop: what goes, what is lost, what nobody can promise, and whether it is really wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Dialog
from app.ui.screens.masuk.secret import SecretField
from app.ui.screens.pengaturan.laptop import WaitingNotice
from app.ui.screens.pengaturan.laptop_presenter import lost_sentence, lost_words
from app.ui.screens.pengaturan.state import LaptopShown, WipeStage, WipeState
from app.ui.toast import announce
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import DangerButton, SecondaryButton
from app.ui.widgets.field import Field, TextBox
from app.ui.widgets.status import ProgressBar
from app.ui.widgets.text import Text
from app.ui.words import translate


class WipeDialog(Dialog):
    """`wanted(password, sentence)`, `retried`, `skipped`, `went_on`, `left`; `send_asked`, `stick_asked` close it."""

    wanted = Signal(str, str)
    retried = Signal()
    skipped = Signal()
    went_on = Signal()
    left = Signal()
    send_asked = Signal()
    stick_asked = Signal()

    def __init__(self, parent: QWidget, laptop: LaptopShown) -> None:
        super().__init__(parent, translate("WipeDialog", "Kosongkan laptop"), 600)
        self._stage: WipeStage | None = None
        self.waiting = WaitingNotice(self)
        self.waiting.show_laptop(laptop)
        lost = lost_words(laptop)
        self.lost = Notice(
            self.tr("Jika dikosongkan sekarang, ini hilang untuk selamanya: %1.").replace("%1", lost), Tone.BAD
        )
        self.safe = Notice(self.tr("Semua sudah diterima kabupaten. Tidak ada yang hilang."), Tone.OK)
        gone = self.tr(
            "Yang dihapus: kunci, daftar keluarga, semua catatan, foto, salinan catatan dan isian di laptop ini. Kunci "
            "dihancurkan lebih dulu, sehingga sisanya tidak bisa dibaca lagi. Catatan yang sudah diterima kabupaten "
            "tetap ada di sana."
        )
        honest = self.tr(
            "Yang tidak dapat dijamin: salinan di stik, cadangan, dan berkas yang Anda simpan di luar Balai tidak ikut "
            "terhapus. Pada cakram SSD, sisa berkas lama mungkin masih tersimpan; isinya terkunci oleh kata sandi "
            "petugas."
        )
        self.sentence = TextBox()
        wanted = self.tr("Ketik kalimat ini: %1").replace("%1", lost_sentence(laptop))
        self.sentence_field = Field(wanted, self.sentence)
        self.secret = SecretField(self.tr("Kata sandi Anda"))
        self.problem = Notice("", Tone.WARN)
        always = (Text(gone), Text(honest, "small", "muted"), self.secret)
        sometimes = (
            (self.waiting, laptop.waiting),
            (self.lost, bool(lost)),
            (self.safe, not lost and laptop.enrolled),
            (self.sentence_field, bool(lost)),
        )
        self._asking = (*always, *(part for part, wanted in sometimes if wanted))
        for hidden in (part for part, wanted in sometimes if not wanted):
            hidden.hide()
        self.step = Text("", "strong")
        self.bar = ProgressBar(self.tr("Sedang dikerjakan"))
        self.bar.setRange(0, 0)
        parts = (self.waiting, self.lost, self.safe, *always, self.sentence_field)
        for part in (*parts, self.problem, self.step, self.bar, None):
            self.body.put(part)
        self.cancel_button = self.add_button(SecondaryButton(self.tr("Batal")), closes=True, default=True)
        self.skip_button = self.add_button(SecondaryButton(self.tr("Jangan tunggu")))
        self.retry_button = self.add_button(SecondaryButton(self.tr("Coba lagi"), "refresh-cw"))
        self.wipe_button = self.add_button(DangerButton(self.tr("Kosongkan laptop")))
        self.go_on_button = self.add_button(DangerButton(self.tr("Kosongkan tanpa memberi tahu")))
        self.wipe_button.clicked.connect(self._want)
        self.secret.confirmed.connect(self._want)
        self.sentence.returnPressed.connect(self._want)
        self.skip_button.clicked.connect(self.skipped)
        self.retry_button.clicked.connect(self.retried)
        self.go_on_button.clicked.connect(self.went_on)
        self.waiting.send_button.clicked.connect(self._send)
        self.waiting.stick_button.clicked.connect(self._save)
        self.finished.connect(self.left)

    def show_state(self, state: WipeState) -> None:
        """Show how far it is."""
        stage = state.stage
        for part in self._asking:
            part.setVisible(stage in (WipeStage.ASKED, WipeStage.CHECKING))
        self.sentence_field.set_error(state.sentence_error)
        self.secret.set_error(state.password_error)
        self._show_step(state)
        self.cancel_button.setVisible(stage in (WipeStage.ASKED, WipeStage.UNTOLD))
        self.wipe_button.setVisible(stage is WipeStage.ASKED)
        self.skip_button.setVisible(stage is WipeStage.TELLING)
        self.retry_button.setVisible(stage is WipeStage.UNTOLD)
        self.go_on_button.setVisible(stage is WipeStage.UNTOLD)
        if stage is not self._stage:
            self._stage = stage
            self._focus(stage)
        if state.password_error:
            self.reveal(self.secret)
        elif state.sentence_error:
            self.reveal(self.sentence_field)

    def reject(self) -> None:
        """Once files are being removed there is nothing to leave for."""
        if self._stage is not WipeStage.WIPING:
            super().reject()

    def _show_step(self, state: WipeState) -> None:
        words = {
            WipeStage.CHECKING: self.tr("Memeriksa kata sandi ..."),
            WipeStage.TELLING: self.tr("Memberi tahu kabupaten bahwa laptop ini dikosongkan ..."),
            WipeStage.WIPING: self.tr("Mengosongkan laptop. Jangan matikan laptop ..."),
        }.get(state.stage, "")
        if words and words != self.step.text():
            announce(self, words)
        self.step.setText(words)
        self.step.setVisible(bool(words))
        self.bar.setVisible(bool(words))
        told = ""
        if state.stage is WipeStage.UNTOLD:
            why = f"{state.problem.title} " if state.problem is not None else ""
            told = why + self.tr(
                "Kabupaten belum tahu bahwa laptop ini dikosongkan. Belum ada yang dihapus. Coba lagi, atau kosongkan "
                "tanpa memberi tahu dan sampaikan lewat telepon atau surat."
            )
        elif state.problem is not None:
            told = f"{state.problem.title} {state.problem.text}".strip()
        self.problem.set_notice(told, Tone.WARN)
        self.problem.setVisible(bool(told))

    def _focus(self, stage: WipeStage) -> None:
        if stage is WipeStage.ASKED:
            self.secret.box.setFocus()
        elif stage is WipeStage.TELLING:
            self.skip_button.setFocus()
        elif stage is WipeStage.UNTOLD:
            self.retry_button.setFocus()

    def _want(self) -> None:
        self.wanted.emit(self.secret.text(), self.sentence.text())

    def _send(self) -> None:
        self.reject()
        self.send_asked.emit()

    def _save(self) -> None:
        self.reject()
        self.stick_asked.emit()
