"""The own password, and the words on paper for the day it is forgotten."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Confirm
from app.ui.screens.masuk.secret import SecretField
from app.ui.screens.masuk.strength import strength_words
from app.ui.screens.mulai.recovery import RecoveryWords
from app.ui.screens.pengaturan.said import Said
from app.ui.screens.pengaturan.state import OwnState
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.layouts import Column, Tiles
from app.ui.widgets.text import Text


class OwnSection(QWidget):
    """`password_given(old, new, again)`, `words_asked`, `words_hidden`."""

    password_given = Signal(str, str, str)
    words_asked = Signal()
    words_hidden = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._done = 0
        self.said = Said()
        self.old = SecretField(self.tr("Kata sandi sekarang"))
        self.first = SecretField(self.tr("Kata sandi baru"), strength_words("")[0])
        self.again = SecretField(self.tr("Kata sandi baru sekali lagi"))
        self.change_button = PrimaryButton(self.tr("Ganti kata sandi"), "key-round")
        self.words = RecoveryWords()
        self.paper = Notice(self.tr("Tulis di kertas sekarang. Balai tidak menampilkannya lagi."), Tone.WARN)
        self.left = Notice("", Tone.INFO)
        self.make_button = SecondaryButton(self.tr("Buat kata pemulihan baru"), "file-text")
        self.hide_button = PrimaryButton(self.tr("Sudah saya tulis"), "check")
        about = Text(
            self.tr("Kata pemulihan membuka kunci jika kata sandi terlupa. Yang baru membatalkan yang lama."),
            "body",
            "muted",
        )
        Column(
            self.said,
            Tiles(
                Card(
                    self.old, self.first, self.again, self.change_button, None, title=self.tr("Kata sandi saya"), gap=14
                ),
                Card(
                    about,
                    self.left,
                    self.paper,
                    self.words,
                    self.make_button,
                    self.hide_button,
                    None,
                    title=self.tr("Kata pemulihan"),
                ),
                width=360,
                gap=14,
            ),
            None,
            gap=12,
            on=self,
        )
        self.first.edited.connect(self._weigh)
        self.again.confirmed.connect(self._give)
        self.change_button.clicked.connect(self._give)
        self.make_button.clicked.connect(self._ask)
        self.hide_button.clicked.connect(self.words_hidden)
        self.show_state(OwnState())

    def show_state(self, state: OwnState) -> None:
        """Show how it stands."""
        self.said.show_act(state.act)
        self.old.set_error(state.old_error)
        self.again.set_error(state.new_error)
        self.change_button.setEnabled(not state.act.busy)
        self.make_button.setEnabled(not state.act.busy)
        shown = bool(state.recovery)
        self.words.show_lines(state.recovery)
        for part in (self.words, self.paper, self.hide_button):
            part.setVisible(shown)
        self.make_button.setVisible(not shown)
        self.left.setVisible(bool(state.left) and not shown)
        if state.left:
            self.left.set_notice(state.left, Tone.WARN if state.left_few else Tone.INFO)
        if state.done != self._done:
            self._done = state.done
            for field in (self.old, self.first, self.again):
                field.clear()

    def _weigh(self) -> None:
        self.first.set_hint(strength_words(self.first.text())[0])

    def _give(self) -> None:
        self.password_given.emit(self.old.text(), self.first.text(), self.again.text())

    def _ask(self) -> None:
        confirm = Confirm(
            self,
            self.tr("Buat kata pemulihan baru?"),
            self.tr("Kata di kertas lama tidak berlaku lagi. Siapkan kertas dan pena."),
            self.tr("Buat kata baru"),
        )
        confirm.confirmed.connect(self.words_asked)
        confirm.open()
