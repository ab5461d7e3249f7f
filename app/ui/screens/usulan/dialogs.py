"""What the village does with a proposal, each asked in a dialog that stays open until it is written."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.proposal_course import AGREED, POSTPONED, REFUSED
from app.ui.dialogs import Dialog
from app.ui.messages import Message
from app.ui.shown import Option
from app.ui.tokens import Tone
from app.ui.vocabulary.proposals import kind_words
from app.ui.widgets import ChoiceList, Field, NoteBox, Notice, PrimaryButton, SecondaryButton, Text, TextBox
from app.ui.widgets.dates import DateBox
from app.ui.widgets.page import bring_into_sight


class ActDialog(Dialog):
    """One act with its words; `given(tuple)` when the person agrees, `show_refusal` says what is missing."""

    given = Signal(tuple)

    def __init__(self, parent: QWidget | None, title: str, what: str, yes: str, icon: str) -> None:
        super().__init__(parent, title)
        self.body.put(Text(what, ink="muted"))
        self.trouble = Notice("", Tone.WARN)
        self.trouble.hide()
        self.build()
        self.body.put(self.trouble)
        self.body.put(None)
        self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        self.yes_button = self.add_button(PrimaryButton(yes, icon), default=True)
        self.yes_button.clicked.connect(self._give)

    def build(self) -> None:
        """Put the questions into the body."""

    def values(self) -> tuple[str, ...]:
        """The answers, in the order of the act's arguments."""
        return ()

    def show_refusal(self, message: Message | None) -> None:
        """Say what is missing."""
        self.trouble.setVisible(message is not None)
        if message is not None:
            self.trouble.set_notice(" ".join(part for part in (message.title, message.advice) if part))
            # Only after this turn of the loop has it a place that can be shown.
            QTimer.singleShot(0, self, self._show_trouble)

    def _show_trouble(self) -> None:
        self._restyle()
        self._scroll.ensureWidgetVisible(self.trouble)

    def _give(self) -> None:
        self.given.emit(self.values())


class DecideDialog(ActDialog):
    """The decision of the village meeting on one item."""

    def __init__(self, parent: QWidget | None, what: str, today: date) -> None:
        self._today = today
        super().__init__(parent, self.tr("Catat keputusan musyawarah"), what, self.tr("Simpan keputusan"), "save")
        self.choices.focus_choice()

    def build(self) -> None:
        self.choices = ChoiceList(
            (
                Option("1", self.tr("Setuju")),
                Option("2", self.tr("Tolak"), self.tr("Tulis alasannya di catatan.")),
                Option("3", self.tr("Tunda"), self.tr("Dibahas lagi di musyawarah berikutnya.")),
            ),
            name=self.tr("Keputusan musyawarah"),
        )
        self.choices.confirmed.connect(self._go_on)
        self.day = DateBox(self._today)
        self.day.setMaximumDate(self.day.date())
        self.note = NoteBox(lines=2)
        self.dissent = NoteBox(lines=2)
        self.body.put(self.choices)
        self.body.put(Field(self.tr("Tanggal musyawarah"), self.day))
        self.body.put(Field(self.tr("Catatan"), self.note, self.tr("Wajib bila ditolak atau ditunda.")))
        hint = self.tr("Bila ada yang tidak sependapat, tulis keberatannya apa adanya.")
        self.body.put(Field(self.tr("Keberatan peserta (boleh dikosongkan)"), self.dissent, hint))

    def values(self) -> tuple[str, ...]:
        outcomes = {"1": AGREED, "2": REFUSED, "3": POSTPONED}
        outcome = "".join(outcomes[code] for code in self.choices.value())
        day = self.day.value().isoformat()
        return outcome, day, self.note.toPlainText().strip(), self.dissent.toPlainText().strip()

    def _go_on(self) -> None:
        """Enter takes the decision one stands at and goes to what is asked next of it."""
        if not self.choices.value() and (at := self.choices.focused()):
            self.choices.set_value((at,))
        asked = self.day if self.choices.value() == ("1",) else self.note
        asked.setFocus()
        bring_into_sight(asked)


class EndorseDialog(ActDialog):
    """The village head stands behind the item."""

    def __init__(self, parent: QWidget | None, what: str) -> None:
        super().__init__(parent, self.tr("Sahkan usulan"), what, self.tr("Sahkan atas nama desa"), "signature")
        self.note.setFocus()

    def build(self) -> None:
        words = self.tr("Dengan mengesahkan, Anda bertanggung jawab bahwa usulan ini sesuai keputusan musyawarah.")
        self.body.put(Text(words))
        self.note = NoteBox(lines=2)
        self.body.put(Field(self.tr("Catatan (boleh dikosongkan)"), self.note))

    def values(self) -> tuple[str, ...]:
        return (self.note.toPlainText().strip(),)


class KeyedInDialog(ActDialog):
    """The item was typed into SIKS-NG."""

    def __init__(self, parent: QWidget | None, what: str, today: date) -> None:
        self._today = today
        super().__init__(parent, self.tr("Tandai sudah diinput ke SIKS-NG"), what, self.tr("Simpan"), "save")
        self.day.setFocus()

    def build(self) -> None:
        self.day = DateBox(self._today)
        self.day.setMaximumDate(self.day.date())
        self.result_box = TextBox()
        self.body.put(Field(self.tr("Tanggal diinput"), self.day))
        hint = self.tr("Misalnya: berhasil, atau pesan yang ditampilkan SIKS-NG.")
        self.body.put(Field(self.tr("Hasil (boleh dikosongkan)"), self.result_box, hint))

    def values(self) -> tuple[str, ...]:
        return self.day.value().isoformat(), self.result_box.text().strip()


class WithdrawDialog(ActDialog):
    """The village takes the proposal back."""

    def __init__(self, parent: QWidget | None, what: str) -> None:
        super().__init__(parent, self.tr("Tarik usulan"), what, self.tr("Tarik usulan ini"), "undo-2")
        self.note.setFocus()

    def build(self) -> None:
        self.body.put(Text(self.tr("Usulan tetap terlihat di riwayat, tetapi tidak diproses lagi.")))
        self.note = NoteBox(lines=2)
        self.body.put(Field(self.tr("Mengapa ditarik?"), self.note))

    def values(self) -> tuple[str, ...]:
        return (self.note.toPlainText().strip(),)


class KindDialog(Dialog):
    """What somebody wants to propose; `kind_chosen(code)`."""

    kind_chosen = Signal(str)

    def __init__(self, parent: QWidget | None, kinds: tuple[Option, ...]) -> None:
        super().__init__(parent, self.tr("Usulan baru: apa yang diusulkan?"), 640)
        self._codes = {str(at): option.code for at, option in enumerate(kinds, 1)}
        options = tuple(Option(str(at), kind_words(option.code), option.hint) for at, option in enumerate(kinds, 1))
        self.choices = ChoiceList(options, name=self.tr("Jenis usulan"))
        self.choices.chosen.connect(self._weigh)
        self.choices.confirmed.connect(self._take)
        self.body.put(self.choices)
        self.body.put(None)
        self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        self.next_button = self.add_button(PrimaryButton(self.tr("Lanjut"), "arrow-right"), default=True)
        self.next_button.setEnabled(False)
        self.next_button.clicked.connect(self._give)
        self.choices.focus_choice()

    def _weigh(self) -> None:
        self.next_button.setEnabled(bool(self.choices.value()))

    def _take(self) -> None:
        """Enter takes the kind one stands at: here nothing may be passed over."""
        if not self.choices.value() and (at := self.choices.focused()):
            self.choices.set_value((at,))
        self._give()

    def _give(self) -> None:
        chosen = self.choices.value()
        if chosen:
            self.kind_chosen.emit(self._codes[chosen[0]])
            self.accept()
