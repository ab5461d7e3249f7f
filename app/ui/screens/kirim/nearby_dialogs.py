"""The two dialogs of the village's own network: this laptop receives, or it calls the one that does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Dialog
from app.ui.lanes import Relay
from app.ui.screens.kirim.nearby_door import DoorPresenter
from app.ui.screens.kirim.nearby_meet import MeetPresenter
from app.ui.screens.kirim.nearby_parts import CodeLabel, Talk
from app.ui.screens.kirim.nearby_state import DoorState, MeetState
from app.ui.tasks import Tasks
from app.ui.theme import theme
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.field import Field, TextBox
from app.ui.widgets.layouts import Column, Turning
from app.ui.widgets.qr import QrCode
from app.ui.widgets.text import Text
from app.usecases.carry import Nearby

T = TypeVar("T")

_BESIDE: Final = 560
"""From this width on the QR code has room beside the code (at 100 %)."""


class DoorDialog(Dialog):
    """Listens while it is open; `leave` and closing it both close the door."""

    def __init__(self, parent: QWidget, nearby: Nearby, tasks: Tasks) -> None:
        super().__init__(parent, self.tr("Terima dari laptop lain"), 620)
        self._nearby, self._tasks = nearby, tasks
        self.presenter = self._new_presenter()
        self.code = CodeLabel()
        self.addresses = Text("", "body", "muted")
        self.scan = QrCode(self.tr("Kode QR berisi kode dan alamat yang sama"))
        self.talk = Talk()
        how = Text(
            self.tr(
                "Di laptop yang lain, buka Kirim & terima, pilih Kirim ke laptop lain, lalu ketik kode ini atau "
                "pindai kode QR-nya. Kedua laptop memakai Wi-Fi yang sama; internet tidak diperlukan."
            )
        )
        self._shown = QWidget()
        words = QWidget()
        Column(self.code, self.addresses, None, gap=8, on=words)
        self._line = Turning(gap=16, on=self._shown)
        self._line.put(words, 1)
        self._line.addWidget(self.scan, 0, Qt.AlignmentFlag.AlignTop)
        note = Text(
            self.tr(
                "Laptop ini hanya bisa dihubungi selama jendela ini terbuka. Bila Balai terkunci karena lama tidak "
                "dipakai, jendela ini ikut tertutup; selama laptop lain tersambung, Balai tidak mengunci sendiri."
            ),
            "small",
            "muted",
        )
        for part in (how, self._shown, self.talk, note, None):
            self.body.put(part)
        self.again_button = self.add_button(PrimaryButton(self.tr("Buka lagi dengan kode baru"), "refresh-cw"))
        self.close_button = self.add_button(SecondaryButton(self.tr("Tutup")), closes=True)
        self.again_button.clicked.connect(self._open_again)
        self.finished.connect(self.leave)
        self.show_state(self.presenter.state)
        self.presenter.open()

    def show_state(self, state: DoorState) -> None:
        """Show everything."""
        opened = state.open and self._shown.isHidden()
        self._shown.setVisible(state.open)
        self.code.show_code(state.code, state.spoken)
        self.addresses.setText(self._address_words(state.addresses))
        self.scan.show_words(state.scanned)
        self.talk.show_talk(state.step, state.share, state.talking, state.lines, state.good, state.problem)
        self.again_button.setVisible(not state.open and state.problem is not None)
        self.close_button.setText(self.tr("Hentikan dan tutup") if state.talking else self.tr("Tutup"))
        if opened:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.talking or state.lines or state.problem is not None:
            self.reveal(self.talk)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._line.turn(self.width() < theme().px(_BESIDE))

    def keeps_awake(self) -> bool:
        """Whether locking by itself would cut a talk."""
        return self.presenter.state.talking

    def leave(self) -> None:
        """Balai is locked or closed, or the dialog is: nothing listens any more."""
        self.presenter.close()

    def _open_again(self) -> None:
        self.presenter.close()
        self.presenter = self._new_presenter()
        self.presenter.open()

    def _new_presenter(self) -> DoorPresenter:
        relay = _relay(self._tasks, self)
        return DoorPresenter(self._nearby, self._tasks.bound(self), relay, self.show_state)

    def _address_words(self, addresses: tuple[str, ...]) -> str:
        if not addresses:
            return self.tr("Laptop ini belum tersambung ke jaringan mana pun. Nyalakan Wi-Fi, lalu buka lagi.")
        words = self.tr("Bila laptop yang lain tidak menemukan laptop ini, isi juga alamat ini di sana:")
        return "\n".join((words, *addresses))


class MeetDialog(Dialog):
    """The code of the other laptop, and what comes of it."""

    def __init__(self, parent: QWidget, nearby: Nearby, tasks: Tasks) -> None:
        super().__init__(parent, self.tr("Kirim ke laptop lain"), 560)
        self.presenter = MeetPresenter(nearby, tasks.bound(self), _relay(tasks, self), self.show_state)
        self.code = TextBox("", "ABCD-EFGH")
        self.address = TextBox("", "192.168.43.17:51842")
        self.code_field = Field(
            self.tr("Kode di layar laptop yang menerima"),
            self.code,
            self.tr("Ketik 8 huruf dan angka, atau pindai kode QR-nya dengan alat pemindai."),
        )
        self.address_field = Field(
            self.tr("Alamat laptop itu (boleh kosong)"),
            self.address,
            self.tr("Isi hanya bila laptop itu tidak ditemukan sendiri. Alamatnya tampil di bawah kodenya."),
        )
        self.talk = Talk()
        how = Text(
            self.tr(
                "Di laptop yang menerima, buka Kirim & terima lalu pilih Terima dari laptop lain. Catatan dan foto "
                "saling diberikan: kedua laptop memegang yang sama sesudahnya."
            )
        )
        for part in (how, self.code_field, self.address_field, self.talk, None):
            self.body.put(part)
        self.stop_button = self.add_button(SecondaryButton(self.tr("Hentikan"), "x"))
        self.close_button = self.add_button(SecondaryButton(self.tr("Tutup")), closes=True)
        self.start_button = self.add_button(PrimaryButton(self.tr("Kirim dan terima"), "send"), default=True)
        self.start_button.clicked.connect(self._start)
        self.stop_button.clicked.connect(self.presenter.cancel)
        self.finished.connect(self.leave)
        self.show_state(self.presenter.state)
        self.code.setFocus()

    def show_state(self, state: MeetState) -> None:
        """Show everything; the focus follows the act that can be done."""
        focused = self.focusWidget()
        self.code_field.set_error(state.code_error)
        self.address_field.set_error(state.address_error)
        step = self.tr("Menghentikan") if state.stopping else state.step
        self.talk.show_talk(step, state.share, state.busy, state.lines, state.good, state.problem)
        for field in (self.code_field, self.address_field):
            field.setEnabled(not state.busy)
        self.stop_button.setVisible(state.busy)
        self.start_button.setVisible(not state.busy)
        self.close_button.setVisible(not state.busy)
        if state.busy or state.lines or state.problem is not None:
            self.reveal(self.talk)
        if state.busy and focused is not self.stop_button:
            self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.code_error or state.address_error:
            (self.code if state.code_error else self.address).setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.done:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.problem is not None or state.lines:
            self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keeps_awake(self) -> bool:
        """Whether locking by itself would cut a talk."""
        return self.presenter.state.busy

    def leave(self) -> None:
        """Balai is locked or closed, or the dialog is: the talk ends."""
        self.presenter.cancel()

    def _start(self) -> None:
        self.presenter.start(self.code.text(), self.address.text())


def _relay(tasks: Tasks, owner: QWidget) -> Relay:
    """The way from any thread to this dialog."""

    def relay(slot: Callable[[T], None]) -> Callable[[T], None]:
        return tasks.relay(owner, slot)

    return relay
