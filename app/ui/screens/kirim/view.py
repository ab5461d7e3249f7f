"""Kirim & terima as it stands: figures on top, the items by family, receipts beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.screens.kirim.enrolment import Enrolment
from app.ui.screens.kirim.line_card import LineCard
from app.ui.screens.kirim.line_state import LineState
from app.ui.screens.kirim.nearby_parts import NearbyButtons
from app.ui.screens.kirim.parts import Figure, PracticeDistrict, Receipts, Running, StickButtons
from app.ui.screens.kirim.state import ExchangeState, ItemShown, Stage
from app.ui.shown import Cell, TableColumn, TableRow, Window
from app.ui.table import RowTable
from app.ui.tasks import Tasks
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.card import TableCard
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column, Flow, Row, Tiles
from app.ui.widgets.page import Page
from app.ui.widgets.states import EmptyState, ErrorState, LoadingState
from app.ui.widgets.text import Text
from app.ui.words import translate


class ExchangeView(Page):
    """Signals for everything a person may do here."""

    send_asked = Signal()
    stop_asked = Signal()
    retry_asked = Signal()
    enrol_given = Signal(str, str)
    request_asked = Signal(object, str)
    answer_picked = Signal(object)
    automatic_chosen = Signal(bool)
    family_asked = Signal(str)
    district_asked = Signal()
    save_stick_asked = Signal()
    read_stick_asked = Signal()

    def __init__(self, tasks: Tasks) -> None:
        self.send_button = PrimaryButton(translate("ExchangeView", "Kirim sekarang"), "send")
        super().__init__(translate("ExchangeView", "Kirim & terima"), "", self.send_button)
        self._items: tuple[ItemShown, ...] | None = None
        self._came_early = False
        self.problem = Notice("", Tone.WARN, self.tr("Coba lagi"))
        self.outcome = Notice("", Tone.OK)
        self.gaps = Notice("", Tone.INFO)
        self.running = Running()
        self.enrolment = Enrolment()
        self.words = Figure("file-text", self.tr("Catatan menunggu"))
        self.photos = Figure("image", self.tr("Foto menunggu"))
        self.line = Figure("wifi", self.tr("Hubungan dengan kabupaten"))
        self.automatic = QCheckBox(self.tr("Kirim sendiri saat ada sambungan"))
        self.sticks = StickButtons()
        self.receipts = Receipts()
        self.practice = PracticeDistrict()
        self.nearby = NearbyButtons()
        self.line_card = LineCard()
        self._line = LineState()
        self._state = ExchangeState()
        self.items_title = Text("", "heading")
        self.table = RowTable(
            self.tr("Yang menunggu"),
            (
                TableColumn("family", self.tr("Keluarga"), 14, stretch=True, strong=True, sortable=False, tall=True),
                TableColumn("status", self.tr("Keadaan"), 23, sortable=False),
                TableColumn("size", self.tr("Ukuran"), 11, rank=2, sortable=False),
                TableColumn("when", self.tr("Dicatat"), 13, rank=3, sortable=False),
            ),
            tasks.bound(self),
            rows_at_least=4,
        )
        self.nothing = EmptyState(
            self.tr("Tidak ada yang menunggu"), self.tr("Semua pekerjaan sudah diterima kabupaten."), "", "badge-check"
        )
        self.loading = LoadingState(self.tr("Melihat apa yang menunggu"))
        self.failed = ErrorState(action=self.tr("Coba lagi"))
        self._arrange()
        self._connect()
        dress(self._redress)

    def show_state(self, state: ExchangeState) -> None:
        """Show everything."""
        self._state = state
        ready = state.stage not in (Stage.LOADING, Stage.FAILED)
        busy = state.stage in (Stage.SENDING, Stage.ENROLLING)
        self.loading.setVisible(state.stage is Stage.LOADING)
        self.failed.setVisible(state.stage is Stage.FAILED)
        self.content.setVisible(ready)
        if state.stage is Stage.FAILED and state.problem is not None:
            message = state.problem
            self.failed.set_words(message.title, message.safe, message.advice, self.tr("Coba lagi"))
        self.header.set_words(self.tr("Kirim & terima"), state.last)
        self._show_act(state, ready, busy)
        self.enrolment.setVisible(ready and not state.enrolled and not busy)
        self.enrolment.show_state(state)
        self.sticks.setVisible(state.enrolled)
        self._show_said(state)
        self._show_figures(state)
        self.receipts.show_receipts(state.receipts)
        self.practice.setVisible(state.practice and state.enrolled)
        self.practice.show_district(state.page_address, state.verifier)
        self.nearby.setVisible(state.enrolled)
        self.show_line(self._line)
        self._show_items(state)
        if self._came_early and state.stage is not Stage.LOADING:
            self._came_early = False
            QTimer.singleShot(0, self, self.focus_work)

    def show_line(self, line: LineState) -> None:
        """Show how the line stands."""
        self._line, state = line, self._state
        self.line_card.setVisible(state.enrolled)
        self.line_card.show_line(line, automatic=state.automatic, busy=state.stage is Stage.SENDING)

    def focus_work(self) -> None:
        """Sending is the work; without a district the enrolment. As long as nothing is read yet, there is neither."""
        self._came_early = self._state.stage is Stage.LOADING
        if self._came_early:
            return
        if self.enrolment.isVisible():
            self.enrolment.address.setFocus()
        elif self.send_button.isEnabled():
            self.send_button.setFocus()
        else:
            self.table.setFocus()

    def _show_act(self, state: ExchangeState, ready: bool, busy: bool) -> None:
        """Send or stop, whichever can be done; the focus goes with it and does not fall on what stands beside."""
        held = self.window().focusWidget()  # also behind the question whether all is to be sent
        at_work = held in (self.send_button, self.running.stop_button, self.line_card.everything_button)
        if busy:
            self.running.setVisible(True)
            self.running.show_state(state)
            if at_work:
                self.running.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.send_button.setVisible(state.enrolled or not ready)
        self.send_button.setEnabled(ready and not busy and state.enrolled)
        if not busy:
            if at_work:
                self.send_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.running.setVisible(False)

    def _show_said(self, state: ExchangeState) -> None:
        self.problem.setVisible(state.problem is not None and state.stage is Stage.READY)
        if state.problem is not None:
            self.problem.set_notice(f"{state.problem.title} {state.problem.text}".strip())
            self.problem.button.setVisible(state.enrolled)
        self.gaps.setVisible(bool(state.gaps))
        if state.gaps:
            how = self.tr(
                "Baca stik itu, atau bertukar dengan laptop itu. Yang sudah ada di kabupaten datang lewat internet."
            )
            self.gaps.set_notice("\n".join((*state.gaps, how)))
        self.outcome.setVisible(bool(state.outcome))
        if state.outcome:
            self.outcome.set_notice("\n".join(state.outcome), Tone.OK if state.outcome_good else Tone.WARN)

    def _show_figures(self, state: ExchangeState) -> None:
        self.words.show_figure(state.words, state.word_size)
        self.photos.show_figure(state.photos, state.photo_size)
        enrolled = self.tr("Terdaftar") if state.enrolled else self.tr("Belum terdaftar")
        no_address = self.tr("Alamat belum diketahui: lewat stik") if state.enrolled else ""
        self.line.show_figure(enrolled, state.page_address or state.address or no_address)
        with QSignalBlocker(self.automatic):
            self.automatic.setChecked(state.automatic)

    def _show_items(self, state: ExchangeState) -> None:
        results = bool(state.results)
        items = state.results or state.items
        self.items_title.setText(self.tr("Hasil pengiriman ini") if results else self.tr("Yang menunggu"))
        self.table.setVisible(bool(items))
        self.nothing.setVisible(not items)
        if items == self._items:
            return
        self._items = items
        rows = tuple(map(_row, items))

        def fetch(offset: int, limit: int) -> Sequence[TableRow]:
            return rows[offset : offset + limit]

        self.table.show_window(Window(len(rows), fetch, rows[:128]))

    def _arrange(self) -> None:
        self.content = QWidget()
        tiles = Tiles(self.words, self.photos, self.line, width=220)
        card = TableCard()
        title = Row(self.items_title, margins=(19, 0, 19, 0))
        card.body.put(title)
        card.body.put(self.table, 1)
        # At the top: the card is as tall as what stands beside it, and its middle may lie below the screen.
        card.body.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        self._switch = QWidget()
        Row(self.automatic, on=self._switch)
        ways = QWidget()
        Flow(self._switch, self.sticks, self.nearby, gap=16, on=ways)
        note = IconText(
            "shield-check",
            self.tr("Tanpa sambungan pun semua tetap tersimpan di laptop ini dan menunggu."),
            "small",
            "muted",
        )
        self._side = QWidget()
        Column(self.practice, self.line_card, self.receipts, gap=14, on=self._side)
        lower = Tiles(card, self._side, width=340, gap=14)
        column = Column(self.running, self.problem, self.outcome, self.gaps, self.enrolment, gap=14, on=self.content)
        for part in (tiles, ways, note, lower):
            column.put(part)
        column.put(None)
        self.body.put(self.content, 1)
        self.body.put(self.loading, 1)
        self.body.put(self.failed, 1)

    def _connect(self) -> None:
        self.send_button.clicked.connect(self.send_asked)
        self.problem.acted.connect(self.send_asked)
        self.failed.acted.connect(self.retry_asked)
        self.running.stop_asked.connect(self.stop_asked)
        self.enrolment.given.connect(self.enrol_given)
        self.enrolment.request_asked.connect(self.request_asked)
        self.enrolment.answer_picked.connect(self.answer_picked)
        self.automatic.toggled.connect(self.automatic_chosen)
        self.table.row_activated.connect(self._open)
        self.practice.asked.connect(self.district_asked)
        self.sticks.save_button.clicked.connect(self.save_stick_asked)
        self.sticks.read_button.clicked.connect(self.read_stick_asked)

    def _open(self, key: str) -> None:
        item = next((one for one in self._items or () if one.id == key), None)
        if item is not None and item.family:
            self.family_asked.emit(item.family)

    def _redress(self) -> None:
        self.automatic.setFont(theme().font("body"))
        # Beside buttons, and in the middle of their height.
        self._switch.setMinimumHeight(self.sticks.save_button.sizeHint().height())


def _row(item: ItemShown) -> TableRow:
    cells = (
        Cell(item.head, second=item.act),
        Cell(chip=item.chip),
        Cell(item.size, muted=True),
        Cell(item.when, muted=True),
    )
    return TableRow(item.id, cells, f"{item.head}, {item.act}, {item.chip.words}, {item.size}, {item.when}")
