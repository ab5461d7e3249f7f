"""The detail of one proposal: what is asked, the district's answer, the way it went, and below the acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.screens.foto.opener import OpenPhoto
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.keluarga.parts import StepRow, chips_row, transport_line
from app.ui.screens.usulan.card import Acts, DetailStage, DetailState, ProposalCard
from app.ui.screens.usulan.dialogs import ActDialog, DecideDialog, EndorseDialog, KeyedInDialog, WithdrawDialog
from app.ui.screens.usulan.pieces import AnswerBox, ContentColumn
from app.ui.toast import announce
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    Column,
    Divider,
    EmptyState,
    ErrorState,
    Flow,
    LoadingState,
    Notice,
    PrimaryButton,
    QuietButton,
    ScrollColumn,
    SecondaryButton,
    StackedPages,
    Text,
)
from app.ui.widgets.buttons import Button


class ProposalDetailView(Card):
    """Shows a `DetailState`; tells what the person wants of the proposal."""

    decided = Signal(tuple)
    endorsed = Signal(tuple)
    keyed_in = Signal(tuple)
    withdrawn = Signal(tuple)
    mend_asked = Signal()
    family_asked = Signal(str)
    led = Signal(str, object)
    """Another screen, and the facts it opens with."""
    retry_asked = Signal()
    dialog_closed = Signal()

    def __init__(self, open_photo: OpenPhoto, today: Callable[[], date]) -> None:
        super().__init__(gap=0, margins=(1, 1, 1, 1))
        self._open_photo, self._today = open_photo, today
        self._state = DetailState()
        self._focus_waits = False
        self._content: ContentColumn | None = None
        self._dialog: ActDialog | None = None
        self._nothing = EmptyState(
            self.tr("Belum ada usulan yang dipilih"),
            self.tr("Pilih satu usulan di daftar untuk melihat isi, bukti, dan jawabannya."),
            icon="file-text",
        )
        self._gone = EmptyState(
            self.tr("Usulan ini tidak ada"),
            self.tr("Usulan ini tidak ada di daftar yang boleh Anda lihat."),
            icon="circle-question-mark",
        )
        self._loading = LoadingState(self.tr("Membuka usulan"))
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        self._pages = StackedPages()
        for page in (self._nothing, self._gone, self._loading, self._error, self._build_ready()):
            self._pages.addWidget(page)
        self.body.put(self._pages, 1)
        self.setAccessibleName(self.tr("Rincian usulan"))

    def show_state(self, state: DetailState) -> None:
        """Show a state; only what differs is built again."""
        before, self._state = self._state, state
        pages = {
            DetailStage.NOTHING: self._nothing,
            DetailStage.GONE: self._gone,
            DetailStage.LOADING: self._loading,
            DetailStage.FAILED: self._error,
            DetailStage.READY: self._ready,
        }
        self._pages.setCurrentWidget(pages[state.stage])
        if state.problem is not None:
            problem = state.problem
            self._error.set_words(problem.title, problem.safe, problem.advice, problem.action or self.tr("Coba lagi"))
        held = self.window().focusWidget()
        if state.card is not None and state.card != before.card:
            another = before.card is None or before.card.id != state.card.id
            bar = self._scroll.verticalScrollBar()
            place = 0 if another else bar.value()
            self._show_card(state.card)
            bar.setValue(place)
            QTimer.singleShot(0, self, partial(bar.setValue, place))  # where it was, once the new words have their room
            if held in self._buttons and (another or not held.isVisibleTo(self)):
                self.focus_work()  # to the act that is next, not to whatever stands beside it
        if self._content is not None:
            self._content.show_pictures(state.pictures)
        self._show_outcome(state, before)
        if self._focus_waits and state.stage is not DetailStage.LOADING:
            self.focus_work()

    def focus_work(self) -> None:
        """Put the focus on the first act, as soon as the proposal is there."""
        self._focus_waits = self._state.stage is DetailStage.LOADING
        button = next((one for one in self._buttons if one.isVisibleTo(self)), None)
        (button or self.family_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """The acts below are no part of what scrolls, yet from them one pages through it."""
        if not self._scroll.turn_page(event.key()):
            super().keyPressEvent(event)

    def _build_ready(self) -> QWidget:
        self._ready = QWidget()
        self._scroll = ScrollColumn(gap=12, margins=(20, 16, 20, 14))
        self.family_button = QuietButton(self.tr("Buka keluarga"), "house")
        self.family_button.clicked.connect(self._ask_family)
        self._acts = QWidget()
        self.decide_button = PrimaryButton(self.tr("Catat keputusan"), "messages-square")
        self.decide_button.setToolTip(self.tr("Catat keputusan musyawarah"))
        self.endorse_button = PrimaryButton(self.tr("Sahkan"), "signature")
        self.key_button = PrimaryButton(self.tr("Sudah diinput"), "keyboard")
        self.key_button.setToolTip(self.tr("Tandai sudah diinput ke SIKS-NG"))
        self.mend_button = PrimaryButton(self.tr("Perbaiki usulan"), "pencil")
        self.withdraw_button = SecondaryButton(self.tr("Tarik"), "undo-2")
        self.withdraw_button.setToolTip(self.tr("Tarik usulan ini"))
        self.decide_button.clicked.connect(self._ask_decision)
        self.endorse_button.clicked.connect(self._ask_endorsement)
        self.key_button.clicked.connect(self._ask_keyed)
        self.mend_button.clicked.connect(self.mend_asked)
        self.withdraw_button.clicked.connect(self._ask_withdrawal)
        self._buttons: tuple[Button, ...] = (
            self.mend_button, self.decide_button, self.endorse_button, self.key_button, self.withdraw_button,
        )  # fmt: skip
        holder = QWidget()
        Flow(*self._buttons, gap=8, on=holder)
        self._acts_holder = holder
        self.why_not = Text("", "small", "muted")
        Column(holder, self.why_not, gap=6, margins=(13, 10, 13, 10), on=self._acts)
        column = Column(gap=0, on=self._ready)
        column.put(self._scroll, 1)
        column.put(Divider())
        column.put(self._acts)
        return self._ready

    def _show_card(self, card: ProposalCard) -> None:
        body = self._scroll.body
        body.clear()
        head = Column(Text(card.title, "heading"), gap=3)
        head.put(Text(" · ".join(part for part in (card.head, card.place) if part), "body", "muted"))
        head.put(Text(card.by, "small", "muted"))
        head.put(Text(self.tr("Nomor usulan: %1").replace("%1", card.id), "small", "muted").selectable())
        body.put(head)
        body.put(chips_row((card.state,)))
        body.put(transport_line(card.transport))
        if card.answer is not None:
            body.put(Text(self.tr("Jawaban kabupaten"), "subheading"))
            body.put(AnswerBox(card.answer))
        for line in card.contested:
            body.put(Notice(line.words, line.tone))
            button = SecondaryButton(line.action, "git-compare" if line.tone is Tone.WARN else "arrow-right")
            button.clicked.connect(partial(self.led.emit, line.place, dict(line.facts)))
            body.put(button)
        body.put(Text(self.tr("Isi usulan"), "subheading"))
        self._content = ContentColumn(card.content)
        self._content.photo_asked.connect(self._show_photo)
        body.put(self._content)
        self.family_button = QuietButton(self.tr("Buka keluarga"), "house")
        self.family_button.clicked.connect(self._ask_family)
        body.put(self.family_button)
        body.put(Divider())
        body.put(Text(self.tr("Perjalanan usulan"), "subheading"))
        for step in card.course:
            body.put(StepRow(step))
        body.put(None)
        self._show_acts(card.acts)

    def _show_acts(self, acts: Acts) -> None:
        self.decide_button.setVisible(acts.decide)
        self.endorse_button.setVisible(acts.endorse)
        self.key_button.setVisible(acts.key_in)
        self.mend_button.setVisible(acts.mend)
        self.withdraw_button.setVisible(acts.withdraw)
        self._acts_holder.setVisible(acts.any)
        self.why_not.setText(acts.why_not)
        self.why_not.setVisible(bool(acts.why_not))
        self._acts.setVisible(acts.any or bool(acts.why_not))

    def _show_outcome(self, state: DetailState, before: DetailState) -> None:
        # The acts lie under the dialog and stay as they are: a disabled one would hand its focus on, and all scrolls.
        if self._dialog is not None:
            self._dialog.show_refusal(state.refusal)
            self._dialog.yes_button.setEnabled(not state.busy)
            if state.said and not before.said:
                self._dialog.accept()
        if state.said and not before.said:
            announce(self, state.said)

    def _what(self) -> str:
        card = self._state.card
        if card is None:
            return ""
        return card.title if card.head in card.title else f"{card.title} · {card.head}"

    def _ask_decision(self) -> None:
        self._open(DecideDialog(self.window(), self._what(), self._today())).given.connect(self.decided)

    def _ask_endorsement(self) -> None:
        self._open(EndorseDialog(self.window(), self._what())).given.connect(self.endorsed)

    def _ask_keyed(self) -> None:
        self._open(KeyedInDialog(self.window(), self._what(), self._today())).given.connect(self.keyed_in)

    def _ask_withdrawal(self) -> None:
        self._open(WithdrawDialog(self.window(), self._what())).given.connect(self.withdrawn)

    def _open(self, dialog: ActDialog) -> ActDialog:
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()
        return dialog

    def _closed(self) -> None:
        self._dialog = None
        self.dialog_closed.emit()
        self.focus_work()

    def _ask_family(self) -> None:
        if self._state.card is not None:
            self.family_asked.emit(self._state.card.family)

    def _show_photo(self, photo: PhotoCard, fetch: bool) -> None:
        self._open_photo(self, photo, fetch)
