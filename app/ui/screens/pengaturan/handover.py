"""Handing the laptop over: from whom, to whom, and the next holder's own password."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.policy import OPERATOR
from app.ui.dialogs import Confirm, Dialog
from app.ui.screens.masuk.secret import SecretField
from app.ui.screens.masuk.strength import acceptable, strength_words
from app.ui.screens.pengaturan.duty import DutyFields
from app.ui.screens.pengaturan.laptop import WaitingNotice
from app.ui.screens.pengaturan.state import HolderShown, LaptopShown
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.field import Field, SelectBox, TextBox
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text
from app.ui.words import translate
from app.usecases.custody import NewHolder

NEW = "new"


class HandoverDialog(Dialog):
    """`given(giver, taker, rests)`: the taker's id, or a `NewHolder`. `send_asked`, `stick_asked` close it."""

    given = Signal(str, object, bool)
    send_asked = Signal()
    stick_asked = Signal()

    def __init__(self, parent: QWidget, laptop: LaptopShown) -> None:
        super().__init__(parent, translate("HandoverDialog", "Serahkan laptop"), 560)
        self._laptop = laptop
        givers = [one for one in laptop.holders if one.may_give]
        self.waiting = WaitingNotice(self)
        self.waiting.show_laptop(laptop)
        self.giver = SelectBox(tuple((one.id, _words(one)) for one in givers))
        mine = next((one.id for one in givers if one.self), givers[0].id if givers else "")
        self.giver.set_value(mine)
        self.drafts = Notice("", Tone.INFO)
        self.rests = QCheckBox()
        self.taker = SelectBox()
        self.new = QWidget()
        self.name = TextBox()
        self.name_field = Field(self.tr("Nama lengkap pemegang baru"), self.name)
        self.duty = DutyFields(laptop.roles, laptop.places, role=OPERATOR)
        self.first = SecretField(self.tr("Kata sandi pemegang baru"), strength_words("")[0])
        self.again = SecretField(self.tr("Kata sandi sekali lagi"))
        typed = self.tr("Pemegang baru mengetik kata sandinya sendiri. Jangan beri tahu siapa pun.")
        Column(
            self.name_field,
            self.duty.role_field,
            self.duty,
            Text(typed, "small", "muted"),
            self.first,
            self.again,
            gap=12,
            on=self.new,
        )
        for part in (
            self.waiting,
            Field(self.tr("Yang menyerahkan"), self.giver),
            self.drafts,
            self.rests,
            Field(self.tr("Diserahkan kepada"), self.taker),
            self.new,
            None,
        ):
            self.body.put(part)
        self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        self.give_button = self.add_button(PrimaryButton(self.tr("Serahkan laptop")), default=True)
        self.give_button.clicked.connect(self._ask)
        self.waiting.send_button.clicked.connect(self._send)
        self.waiting.stick_button.clicked.connect(self._save)
        self.giver.currentIndexChanged.connect(self._show_giver)
        self.taker.currentIndexChanged.connect(self._show_taker)
        self.first.edited.connect(self._weigh)
        dress(self._redress)
        self._show_giver()
        self.giver.setFocus()

    def _holder(self, person: str) -> HolderShown | None:
        return next((one for one in self._laptop.holders if one.id == person), None)

    def _show_giver(self) -> None:
        giver, taker = self._holder(self.giver.value()), self.taker.value() or NEW
        name = giver.name if giver else ""
        self.rests.setText(self.tr("%1 tidak bertugas lagi di desa ini").replace("%1", name))
        drafts = giver.drafts if giver else 0
        words = self.tr(
            "%n isian belum selesai. Tetap tersimpan, tetapi tidak terlihat oleh pemegang baru.", "", drafts
        )
        self.drafts.set_notice(words)
        self.drafts.setVisible(drafts > 0)
        others = tuple((one.id, _words(one)) for one in self._laptop.holders if giver is None or one.id != giver.id)
        self.taker.set_options(((NEW, self.tr("Orang baru")), *others))
        self.taker.set_value(taker)
        self._show_taker()

    def _show_taker(self) -> None:
        self.new.setVisible(self.taker.value() in (NEW, ""))

    def _weigh(self) -> None:
        self.first.set_hint(strength_words(self.first.text())[0])

    def _ask(self) -> None:
        taker = self._taker()
        giver = self._holder(self.giver.value())
        if taker is None or giver is None:
            return
        known = self._holder(taker) if isinstance(taker, str) else taker
        name = known.name if known is not None else ""
        words = self.tr(
            "Kata sandi %1 langsung tidak berlaku di laptop ini. Semua catatannya tetap ada atas namanya. Penyerahan "
            "dicatat dan diketahui kabupaten."
        ).replace("%1", giver.name)
        if giver.self:
            words = f"{words} {self.tr('Laptop langsung dikunci.')}"
        confirm = Confirm(
            self,
            translate("HandoverDialog", "Serahkan laptop kepada {name}?", name=name),
            words,
            self.tr("Ya, serahkan"),
            danger=True,
        )
        confirm.confirmed.connect(lambda: self._give(giver.id, taker))
        confirm.open()

    def _taker(self) -> str | NewHolder | None:
        """Who gets it; None, and said so, where something is missing."""
        if self.taker.value() != NEW:
            return self.taker.value()
        name = " ".join(self.name.text().split())
        self.name_field.set_error("" if name else self.tr("Tulis nama lengkapnya."))
        wrong = acceptable(self.first.text(), self.again.text())
        self.again.set_error(wrong)
        places = self.duty.places_chosen()
        amiss: QWidget | None = None
        if not name:
            amiss = self.name
        elif places is None:
            amiss = self.duty.reach
        elif wrong:
            amiss = self.first.box
        if amiss is not None:
            amiss.setFocus()
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(amiss))
            return None
        return NewHolder(name, self.duty.role.value(), places or (), self.first.text())

    def _give(self, giver: str, taker: str | NewHolder) -> None:
        self.given.emit(giver, taker, self.rests.isChecked())
        self.accept()

    def _send(self) -> None:
        self.reject()
        self.send_asked.emit()

    def _save(self) -> None:
        self.reject()
        self.stick_asked.emit()

    def _redress(self) -> None:
        self.rests.setFont(theme().font("body"))


def _words(one: HolderShown) -> str:
    words = f"{one.name} · {one.role_words}"
    return translate("HandoverDialog", "{who} (Anda)", who=words) if one.self else words
