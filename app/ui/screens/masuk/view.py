"""The lock screen as it stands: village, people, password; or one-time words where the password is forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.icons import icon_pixmap
from app.ui.screens.masuk.people import PeopleList
from app.ui.screens.masuk.secret import SecretField
from app.ui.screens.masuk.state import LockState, Stage
from app.ui.screens.masuk.strength import acceptable, strength_words
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice, PracticeBanner
from app.ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.field import Field, NoteBox, SelectBox
from app.ui.widgets.layouts import Column, Flow, Row
from app.ui.widgets.states import EmptyState, ErrorState
from app.ui.widgets.status import ProgressBar
from app.ui.widgets.text import Text

WIDTH = 440
WAIT = "wait"
"""Code of a try that came too early; its sentence counts down, so it is made here."""


class LockView(QWidget):
    """A card in the middle; its parts come and go with the state."""

    village_chosen = Signal(str)
    person_chosen = Signal(str)
    password_given = Signal(str)
    restore_asked = Signal(str)
    finish_asked = Signal()
    recovery_asked = Signal()
    recovery_left = Signal()
    recovery_given = Signal(str, str)
    new_village_asked = Signal()
    retry_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = LockState()
        self.card = Card(gap=14, margins=(26, 24, 26, 22))
        self._sign = QLabel()
        self.village = Text("", "title")
        self.about = Text("", "body", "muted")
        self.told = PracticeBanner("")
        self.people = PeopleList()
        self.secret = SecretField(self.tr("Kata sandi"))
        self.problem = Notice("", Tone.WARN)
        self.restore_words = Text(
            self.tr(
                "Catatan Anda bisa dipulihkan dari salinannya di laptop ini. Simpanan yang rusak disisihkan, tidak "
                "dihapus. Semua yang sudah dicatat petugas kembali. Daftar dari kabupaten kembali saat pengiriman "
                "berikutnya; daftar dari berkas perlu dibuka lagi. Isian yang belum disimpan tidak ikut kembali."
            ),
            "small",
        )
        self.restore_button = SecondaryButton(self.tr("Pulihkan dari salinan catatan"), "history")
        self.wiped = Notice(
            self.tr(
                "Pengosongan desa ini belum selesai. Isinya tidak bisa dibuka lagi. Yang sudah diterima kabupaten "
                "tetap ada di sana."
            ),
            Tone.WARN,
        )
        self.finish_button = DangerButton(self.tr("Selesaikan pengosongan"), "trash-2")
        self.unlock_button = PrimaryButton(self.tr("Masuk"), "lock-open")
        self.forgot_button = QuietButton(self.tr("Lupa kata sandi"), "key-round")
        self.bar = ProgressBar(self.tr("Membuka kunci"))
        self.bar.setRange(0, 0)
        self.working = Text(self.tr("Membuka kunci. Ini butuh beberapa detik."), "small", "muted")
        self.recovery = _Recovery()
        self.village_box = SelectBox()
        self.village_field = Field(self.tr("Desa di laptop ini"), self.village_box)
        self.new_button = QuietButton(self.tr("Desa atau daftar lain"), "plus")
        self.nothing = EmptyState(
            self.tr("Belum ada desa di laptop ini"),
            self.tr("Mulai dengan desa latihan, dengan daftar dari berkas, atau dengan kode dari kabupaten."),
            self.tr("Mulai"),
            "landmark",
        )
        self.failed = ErrorState(action=self.tr("Coba lagi"))
        self._arrange()
        self._connect()
        dress(self._restyle)

    def show_state(self, state: LockState) -> None:
        """Show everything."""
        before, self._state = self._state, state
        ready = state.stage not in (Stage.LOADING, Stage.NO_VILLAGE, Stage.FAILED)
        recovering = state.stage in (Stage.RECOVERY, Stage.RECOVERING)
        self.card.setVisible(ready)
        self.nothing.setVisible(state.stage is Stage.NO_VILLAGE)
        self.failed.setVisible(state.stage is Stage.FAILED)
        if state.problem is not None and state.stage is Stage.FAILED:
            self.failed.set_words(state.problem.title, state.problem.safe, state.problem.advice, self.tr("Coba lagi"))
        self._show_head(state)
        self.people.show_people(state.people, state.person)
        self.people.setEnabled(not state.busy)
        wiped = state.stage in (Stage.WIPED, Stage.FINISHING)
        self.people.setVisible(not wiped)
        self.secret.setVisible(not recovering and not wiped)
        self.unlock_button.setVisible(not recovering and not wiped)
        self.forgot_button.setVisible(not recovering and not wiped and not state.practice and not state.waiting)
        self.wiped.setVisible(wiped)
        self.finish_button.setVisible(wiped)
        self.finish_button.setEnabled(not state.busy)
        self.recovery.setVisible(recovering)
        self.recovery.setEnabled(not state.busy)
        for part in (self.bar, self.working):
            part.setVisible(state.busy)
        restorable = state.restorable and state.stage is Stage.PASSWORD
        self.restore_words.setVisible(restorable)
        self.restore_button.setVisible(restorable)
        self.restore_button.setEnabled(not state.wait_seconds)
        self.working.setText(
            {
                Stage.RESTORING: self.tr("Memulihkan catatan dari salinan. Ini bisa beberapa menit."),
                Stage.FINISHING: self.tr("Mengosongkan. Jangan matikan laptop."),
            }.get(state.stage, self.tr("Membuka kunci. Ini butuh beberapa detik."))
        )
        self.secret.setEnabled(not state.busy)
        self.forgot_button.setEnabled(not state.busy)
        self.unlock_button.setEnabled(not state.busy and not state.wait_seconds)
        self._show_problem(state)
        self._show_villages(state)
        if before.person != state.person or before.village_key != state.village_key:
            self.secret.clear()
        if ready and (before.stage is not state.stage or before.person != state.person):
            self._focus(before, state)

    def focus_work(self) -> None:
        """Where the work begins: the password."""
        if self._state.stage is Stage.NO_VILLAGE:
            self.nothing.button.setFocus()
        elif self._state.stage in (Stage.RECOVERY, Stage.RECOVERING):
            self.recovery.focus_work()
        elif self._state.stage in (Stage.WIPED, Stage.FINISHING):
            self.new_button.setFocus()  # never on what cannot be taken back
        else:
            self.secret.box.setFocus()

    def _focus(self, before: LockState, state: LockState) -> None:
        if before.stage is Stage.UNLOCKING and state.stage is Stage.PASSWORD:
            self.secret.box.selectAll()
            self.secret.box.setFocus()
        elif before.stage is not state.stage and not state.busy:
            self.focus_work()

    def _show_head(self, state: LockState) -> None:
        practice = state.practice
        self.village.setText(state.village)
        about = self.tr("Desa latihan: semua keluarga rekaan") if practice else self.tr("Pilih nama Anda, lalu masuk.")
        if state.waiting:
            about = self.tr("Masuk untuk membaca jawaban dari stik, atau menulis permintaan sekali lagi.")
        if state.stage in (Stage.WIPED, Stage.FINISHING):
            about = self.tr("Laptop ini sedang dikosongkan.")
        self.about.setText(about)
        self.told.setVisible(practice)
        told = self.tr("Kata sandi latihan: %1").replace("%1", state.told_password) if state.told_password else ""
        self.told.words.set_words(told or self.tr("Desa latihan"))
        self.told.setAccessibleName(told)
        self.card.update()
        self._restyle()

    def _show_problem(self, state: LockState) -> None:
        message = state.problem
        shown = message is not None and state.stage is not Stage.FAILED
        if state.wait_seconds:
            title = (
                message.title if message is not None and message.code != WAIT else self.tr("Terlalu banyak percobaan.")
            )
            words = self.tr("Coba lagi dalam %n detik.", "", state.wait_seconds)
            safe = self.tr("Semua data tetap aman di laptop ini.")
            self.problem.set_notice(f"{title} {words} {safe}", Tone.WARN)
        elif message is not None and shown:
            self.problem.set_notice(" ".join(filter(None, (message.title, message.text))), Tone.WARN)
        self.problem.setVisible(bool(state.wait_seconds) or shown)

    def _show_villages(self, state: LockState) -> None:
        recovering = state.stage in (Stage.RECOVERY, Stage.RECOVERING)
        self.village_field.setVisible(len(state.villages) > 1 and not recovering)
        self.new_button.setVisible(not recovering)
        self.village_field.setEnabled(not state.busy)
        self.new_button.setEnabled(not state.busy)
        self.village_box.set_options(state.villages)
        self.village_box.set_value(state.village_key)

    def _arrange(self) -> None:
        head_words = QWidget()
        Column(self.village, self.about, gap=0, on=head_words)
        head = Row(gap=14)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.put(head_words, 1)
        acts = QWidget()
        Flow(self.unlock_button, self.forgot_button, self.finish_button, gap=8, on=acts)
        for part in (
            head,
            self.told,
            self.wiped,
            self.people,
            self.secret,
            self.recovery,
            self.problem,
            self.restore_words,
            self.restore_button,
            self.bar,
            self.working,
            acts,
            self.village_field,
            self.new_button,
        ):
            self.card.body.put(part)
        Column(self.card, self.nothing, self.failed, gap=0, on=self)
        self.card.hide()
        self.nothing.hide()
        self.failed.hide()

    def _connect(self) -> None:
        self.people.chosen.connect(self.person_chosen)
        self.people.confirmed.connect(self.secret.box.setFocus)
        self.secret.confirmed.connect(self._give)
        self.unlock_button.clicked.connect(self._give)
        self.restore_button.clicked.connect(self._restore)
        self.forgot_button.clicked.connect(self.recovery_asked)
        self.finish_button.clicked.connect(self.finish_asked)
        self.recovery.left.connect(self.recovery_left)
        self.recovery.given.connect(self.recovery_given)
        self.village_box.activated.connect(self._choose_village)
        self.new_button.clicked.connect(self.new_village_asked)
        self.nothing.acted.connect(self.new_village_asked)
        self.failed.acted.connect(self.retry_asked)

    def _give(self) -> None:
        if not self.secret.text():
            self.secret.set_error(self.tr("Isi kata sandi Anda dulu."))
            self.secret.box.setFocus()
        elif self.unlock_button.isEnabled():
            self.password_given.emit(self.secret.text())

    def _restore(self) -> None:
        if self.secret.text():
            self.restore_asked.emit(self.secret.text())
        else:
            self.secret.set_error(self.tr("Isi kata sandi Anda dulu."))
            self.secret.box.setFocus()

    def _choose_village(self) -> None:
        self.village_chosen.emit(self.village_box.value())

    def _restyle(self) -> None:
        practice = self._state.practice
        sign = "graduation-cap" if practice else "landmark"
        light = theme().name == "light"
        self._sign.setPixmap(icon_pixmap(sign, "practice_bg" if practice and light else "primary", 34))
        practice_line = "practice_fg" if theme().tokens.outlined else "practice_bg"
        self.card.line = practice_line if practice else "border"
        self.setMaximumWidth(theme().px(WIDTH))


class _Recovery(QWidget):
    """One-time words and a new password."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = NoteBox("", "", 3)
        self.words_field = Field(
            self.tr("Kata pemulihan"),
            self.words,
            self.tr("Delapan kata dari kertas Anda, dipisah spasi. Setiap rangkaian hanya berlaku satu kali."),
        )
        self.first = SecretField(self.tr("Kata sandi baru"), strength_words("")[0])
        self.again = SecretField(self.tr("Kata sandi baru sekali lagi"))
        self.open_button = PrimaryButton(self.tr("Masuk dengan kata pemulihan"), "key-round")
        self.back_button = QuietButton(self.tr("Kembali ke kata sandi"), "arrow-left")
        acts = QWidget()
        Flow(self.open_button, self.back_button, gap=8, on=acts)
        Column(self.words_field, self.first, self.again, acts, gap=12, on=self)
        self.first.edited.connect(self._weigh)
        self.again.confirmed.connect(self._give)
        self.open_button.clicked.connect(self._give)
        self.back_button.clicked.connect(self.left)

    def focus_work(self) -> None:
        """The words come first."""
        self.words.setFocus()

    def _weigh(self) -> None:
        self.first.set_hint(strength_words(self.first.text())[0])

    def _give(self) -> None:
        words = " ".join(self.words.toPlainText().split())
        wrong = acceptable(self.first.text(), self.again.text())
        self.words_field.set_error("" if words else self.tr("Tulis kata pemulihan dulu."))
        self.again.set_error(wrong)
        if words and not wrong:
            self.given.emit(words, self.first.text())
