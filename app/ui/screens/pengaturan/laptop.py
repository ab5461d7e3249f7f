"""The laptop itself: who holds it, passing it on, and wiping it before it leaves the village."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.pengaturan.laptop_presenter import lost_words
from app.ui.screens.pengaturan.said import Said
from app.ui.screens.pengaturan.state import LaptopShown
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.facts import KeyValueList
from app.ui.widgets.layouts import Column, Flow, Tiles
from app.ui.widgets.text import Text


class LaptopSection(QWidget):
    """`send_asked`, `stick_asked`, `hand_over_asked`, `wipe_asked`."""

    send_asked = Signal()
    stick_asked = Signal()
    hand_over_asked = Signal()
    wipe_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = Said()
        self.facts = KeyValueList()
        self.waiting = WaitingNotice()
        self.waiting.send_button.clicked.connect(self.send_asked)
        self.waiting.stick_button.clicked.connect(self.stick_asked)
        self.hand_over_button = SecondaryButton(self.tr("Serahkan laptop"), "users")
        self.wipe_button = SecondaryButton(self.tr("Kosongkan laptop"), "trash-2")
        self.no_handing = Text(
            self.tr(
                "Hanya kepala desa dan operator yang menyerahkan laptop. Jika laptop ini milik Anda sendiri, kosongkan "
                "setelah semua diterima kabupaten; pemegang baru mendaftar dengan kode dari kabupaten."
            ),
            "small",
            "muted",
        )
        self.no_wiping = Text(self.tr("Hanya kepala desa dan operator yang mengosongkan laptop ini."), "small", "muted")
        self.hand_over_card = Card(
            Text(
                self.tr(
                    "Untuk pergantian kepala desa, operator atau pendata. Pemegang baru mendapat kata sandi dan kunci "
                    "sendiri; kata sandi pemegang lama tidak membuka laptop ini lagi. Semua catatan tetap ada atas "
                    "nama yang membuatnya."
                ),
                "body",
                "muted",
            ),
            self.no_handing,
            self.hand_over_button,
            None,
            title=self.tr("Serahkan ke orang lain"),
        )
        self.wipe_card = Card(
            Text(
                self.tr(
                    "Untuk laptop yang kembali ke kantor, diperbaiki, dijual, atau dipakai desa lain. Semua data desa "
                    "di laptop ini dihapus dan tidak bisa dikembalikan dari laptop ini."
                ),
                "body",
                "muted",
            ),
            self.no_wiping,
            self.wipe_button,
            None,
            title=self.tr("Kosongkan laptop"),
        )
        Column(
            self.said,
            Card(self.facts, self.waiting, title=self.tr("Laptop ini")),
            Tiles(self.hand_over_card, self.wipe_card, width=360, gap=14),
            None,
            gap=12,
            on=self,
        )
        self.hand_over_button.clicked.connect(self.hand_over_asked)
        self.wipe_button.clicked.connect(self.wipe_asked)
        self.show_state(LaptopShown())

    def show_state(self, state: LaptopShown) -> None:
        """Show how it stands."""
        self.said.show_act(state.act)
        people = ", ".join(f"{one.name} ({one.role_words})" for one in state.holders)
        passed = "\n".join(state.passed) or self.tr("Belum pernah diserahkan")
        held = self.tr("Semua sudah diterima kabupaten")
        if state.waiting:
            held = self.tr("Belum diterima: %1").replace("%1", lost_words(state.without_drafts))
        self.facts.set_pairs(
            (
                (self.tr("Nomor laptop"), state.number),
                (self.tr("Yang bisa masuk"), "" if state.loading else people),
                (self.tr("Penyerahan"), "" if state.loading else passed),
                (self.tr("Di kabupaten"), "" if state.loading else held),
            )
        )
        self.waiting.show_laptop(state)
        ready = not state.loading and not state.act.busy
        self.no_handing.setVisible(not state.may_hand_over and not state.loading)
        self.no_wiping.setVisible(not state.may_wipe and not state.loading)
        self.hand_over_button.setVisible(state.may_hand_over)
        self.wipe_button.setVisible(state.may_wipe)
        self.hand_over_button.setEnabled(ready)
        self.wipe_button.setEnabled(ready)


class WaitingNotice(QWidget):
    """What the district lacks, and the two ways to give it to it; nothing where it lacks nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice("", Tone.WARN)
        self.send_button = SecondaryButton(self.tr("Kirim sekarang"), "send")
        self.stick_button = SecondaryButton(self.tr("Simpan ke stik"), "save")
        acts = QWidget()
        Flow(self.send_button, self.stick_button, gap=8, on=acts)
        Column(self.notice, acts, gap=8, on=self)

    def show_laptop(self, state: LaptopShown) -> None:
        """Say what waits."""
        lost = lost_words(state.without_drafts)
        if state.enrolled:
            words = self.tr("%1 di laptop ini belum diterima kabupaten. Kirim dulu sebelum laptop berpindah tangan.")
        else:
            words = self.tr("%1 hanya ada di laptop ini: laptop ini belum terdaftar di kabupaten.")
        self.notice.set_notice(words.replace("%1", lost), Tone.WARN)
        for button in (self.send_button, self.stick_button):
            button.setVisible(state.enrolled)
        self.setVisible(state.waiting)
