"""Beranda on the screen: progress on the left, what waits and the month's windows on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.screens.beranda.places import PlacesCard, inset
from app.ui.screens.beranda.presenter import HomePresenter
from app.ui.screens.beranda.rows import FigureTile, GoRow, WaitRow
from app.ui.screens.beranda.state import DeadlineLine, HomeState, Overview, Stage, Target, WaitLine
from app.ui.shown import Chip
from app.ui.theme import theme
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    Column,
    EmptyState,
    ErrorState,
    Flow,
    IconText,
    LoadingState,
    Page,
    ProgressBar,
    Row,
    SecondaryButton,
    StackedPages,
    StatusChip,
    Text,
)
from app.ui.widgets.banner import Notice
from app.ui.widgets.status import completeness_token
from app.ui.widgets.tab_order import TabOrder
from app.usecases.open_drafts import OpenDrafts

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk

TURNS_BELOW_EM = 62


class HomeView(Page):
    """Shows a `HomeState`; `asked(Target)` when a number, bar or line is pressed."""

    asked = Signal(object)
    retry_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Beranda"))
        self._state = HomeState()
        self._came_early = False
        self._pages = StackedPages()
        self._loading = LoadingState(self.tr("Menghitung kemajuan desa"))
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        self._empty = EmptyState(
            self.tr("Belum ada daftar keluarga"),
            self.tr("Buka daftar dari kabupaten, atau terima daftar lewat Kirim & terima."),
            self.tr("Buka daftar dari berkas"),
            icon="file-spreadsheet",
        )
        self._empty.acted.connect(partial(self.asked.emit, Target("impor")))
        self._ready = QWidget()
        for page in (self._loading, self._ready, Card(self._empty), self._error):
            self._pages.addWidget(page)
        self._build_ready()
        self.body.put(self._pages, 1)

    def show_state(self, state: HomeState) -> None:
        """Show a state; cards whose content is the same stay as they are."""
        before, self._state = self._state, state
        self.header.set_words(self.tr("Beranda"), state.subtitle)
        at = {Stage.LOADING: 0, Stage.READY: 1, Stage.EMPTY: 2, Stage.FAILED: 3}[state.stage]
        self._pages.setCurrentIndex(at)
        self._empty.button.setVisible(state.may_import)
        if state.problem is not None:
            problem = state.problem
            self._error.set_words(problem.title, problem.safe, problem.advice, problem.action or self.tr("Coba lagi"))
        if state.stage is Stage.READY:
            held = self._held()
            self._show_cards(state, before)
            if held is not None and self._held() != held:
                QTimer.singleShot(0, self, partial(self._hold_again, *held))
        if self._came_early and state.stage is not Stage.LOADING:
            self._came_early = False
            QTimer.singleShot(0, self, self.focus_work)

    def _held(self) -> tuple[Card, int] | None:
        """Which row of which card has the focus."""
        focus = self.window().focusWidget()
        for card in (self._progress, self._returned, self._drafts, self._waits):
            rows = card.findChildren(GoRow)
            if focus in rows:
                return card, rows.index(focus)
        return None

    def _hold_again(self, card: Card, at: int) -> None:
        """A row that was drawn anew has the focus again, or the one that stands in its place now."""
        rows = card.findChildren(GoRow)
        if rows:
            rows[min(at, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_work()

    def focus_work(self) -> None:
        """The first thing to do; as long as nothing is read yet, there is none."""
        self._came_early = self._state.stage is Stage.LOADING
        if not self._came_early:
            super().focus_work()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() < TURNS_BELOW_EM * theme().em)

    def _build_ready(self) -> None:
        self._hint = self._practice_hint()
        self._progress, self._progress_column = _rows_card(self.tr("Kunjungan"), 10)
        self._places = PlacesCard()
        self._places.asked.connect(self.asked)
        self._drafts, self._drafts_column = _rows_card(self.tr("Belum selesai diisi"), 2)
        self._returned, self._returned_column = _rows_card("", 2)
        self._waits, self._waits_column = _rows_card(self.tr("Yang menunggu"), 2)
        self._deadlines = Card(title=self.tr("Tenggat bulan ini"))
        self._deadlines_column = Column(gap=10)
        self._deadlines.body.put(self._deadlines_column)
        self._exchange = Card(title=self.tr("Pertukaran dengan kabupaten"))
        self._exchange_when = IconText("clock", "")
        self._exchange_receipt = IconText("badge-check", "")
        self._exchange_button = SecondaryButton(self.tr("Kirim & terima"), "send")
        self._exchange_button.clicked.connect(partial(self.asked.emit, Target("kirim")))
        for item in (self._exchange_when, self._exchange_receipt, self._exchange_button):
            self._exchange.body.put(item)
        self._left_side, self._right_side = QWidget(), QWidget()
        self._left, self._right = Column(None, gap=16, on=self._left_side), Column(None, gap=16, on=self._right_side)
        sides = Row(gap=16)
        sides.put(self._left_side, 3)
        sides.put(self._right_side, 2)
        self._clock = Notice("", Tone.WARN)
        self._clock.hide()
        column = Column(self._clock, self._hint, gap=16, on=self._ready)
        column.put(sides, 1)
        self._tab_order = TabOrder(self, self._ready)
        self._places.rebuilt.connect(self._tab_order.follow)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    def _practice_hint(self) -> Card:
        card = Card(gap=8, margins=(16, 12, 16, 12))
        card.ground, card.line = "primary_soft", ""
        card.body.put(
            IconText(
                "graduation-cap",
                self.tr("Coba dulu: cari satu keluarga, catat kunjungannya, lalu kirim ke kabupaten latihan."),
                "strong",
            )
        )
        buttons = QWidget()
        flow = Flow(gap=8, on=buttons)
        for words, icon, place in (
            (self.tr("1. Cari keluarga"), "search", "keluarga"),
            (self.tr("2. Catat kunjungan"), "footprints", "kunjungan"),
            (self.tr("3. Kirim ke kabupaten"), "send", "kirim"),
        ):
            button = SecondaryButton(words, icon)
            button.clicked.connect(partial(self.asked.emit, Target(place)))
            flow.addWidget(button)
        card.body.put(buttons)
        card.hide()
        return card

    def _show_cards(self, state: HomeState, before: HomeState) -> None:
        self._hint.setVisible(state.practice)
        self._clock.setVisible(bool(state.clock))
        self._clock.set_notice(state.clock)
        first = before.stage is not Stage.READY
        if state.overview is not None and (
            first or (state.overview, state.dusun, state.list_note) != (before.overview, before.dusun, before.list_note)
        ):
            self._show_progress(state.overview, state.list_note)
            self._places.show_places(state.dusun)
        if first or state.drafts != before.drafts:
            self._show_drafts(state.drafts)
        if first or state.returned != before.returned:
            self._show_returned(state.returned_title, state.returned)
        if first or state.waits != before.waits:
            self._show_waits(state.waits)
        if first or (state.deadlines, state.calendar_note) != (before.deadlines, before.calendar_note):
            self._show_deadlines(state.deadlines, state.calendar_note)
        if state.exchange is not None:
            self._exchange_when.set_words(state.exchange.when)
            self._exchange_receipt.set_words(state.exchange.receipt)
            self._exchange_receipt.setVisible(bool(state.exchange.receipt))
        self._tab_order.follow()

    def _show_progress(self, overview: Overview, note: str) -> None:
        put = self._progress_column.put
        self._progress_column.clear()
        bar = ProgressBar(overview.headline)
        bar.set_share(overview.share)
        bar.set_token(completeness_token(overview.share))
        put(inset(Text(overview.headline, "strong"), bar))
        tiles = QWidget()
        flow = Flow(gap=6, on=tiles)
        for number, words, target in overview.figures:
            tile = FigureTile(number, words)
            tile.clicked.connect(partial(self.asked.emit, target))
            flow.addWidget(tile)
        put(tiles)
        if note:
            put(inset(Text(note, "small", "muted")))

    def _show_drafts(self, drafts: tuple[WaitLine, ...]) -> None:
        self._drafts.setVisible(bool(drafts))
        self._drafts_column.clear()
        self._put_lines(self._drafts_column, drafts)

    def _show_returned(self, title: str, lines: tuple[WaitLine, ...]) -> None:
        self._returned.setVisible(bool(lines))
        self._returned.setAccessibleName(title)
        self._returned_column.clear()
        self._returned_column.put(inset(Text(title, "heading")))
        self._put_lines(self._returned_column, lines)

    def _show_waits(self, waits: tuple[WaitLine, ...]) -> None:
        self._waits_column.clear()
        if not waits:
            self._waits_column.put(inset(IconText("circle-check", self.tr("Tidak ada yang menunggu."), ink="ok")))
        self._put_lines(self._waits_column, waits)

    def _put_lines(self, column: Column, lines: tuple[WaitLine, ...]) -> None:
        for line in lines:
            row = WaitRow(line)
            row.clicked.connect(partial(self.asked.emit, line.target))
            column.put(row)

    def _show_deadlines(self, deadlines: tuple[DeadlineLine, ...], note: str) -> None:
        self._deadlines.setVisible(bool(deadlines))
        self._deadlines_column.clear()
        for line in deadlines:
            words = Column(Text(line.label, "medium"), Text(line.when, "small", "muted"), gap=1)
            row = Row(gap=10)
            row.put(words, 1)
            row.put(StatusChip(Chip(line.left, line.tone, "calendar")))
            self._deadlines_column.put(row)
        self._deadlines_column.put(Text(note, "small", "muted"))

    def _arrange(self, narrow: bool) -> None:
        """Two columns, or one in which what presses comes before the long list of places."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        pressing = (self._returned, self._drafts, self._deadlines, self._waits, self._exchange)
        for card in (self._progress, *pressing, self._places):
            # Not takeAt: the item would live on in Python, and Qt would go on telling it, not the new one, of sizes.
            self._left.removeWidget(card)
            self._right.removeWidget(card)
        for at, card in enumerate((self._progress, *(pressing if narrow else ()), self._places)):
            self._left.insertWidget(at, card)
        for at, card in enumerate(() if narrow else pressing):
            self._right.insertWidget(at, card)
        self._right_side.setVisible(not narrow)
        self._tab_order.follow()


def _rows_card(title: str, gap: float) -> tuple[Card, Column]:
    card, column = Card(margins=(12, 18, 12, 14)), Column(gap=gap)
    card.setAccessibleName(title)
    if title:
        card.body.put(inset(Text(title, "heading")))
    card.body.put(column)
    return card, column


class HomePage(HomeView):
    """The screen as the shell has it: `open(**facts)`, `refresh()`, `shown()`."""

    def __init__(self, desk: Desk, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__()
        self._navigate = navigate
        run, drafts = tasks.bound(self), OpenDrafts(desk.drafts, desk.reading)
        self.presenter = HomePresenter(desk.reading, desk.actor, drafts, desk.today, run, self.show_state)
        self.asked.connect(self._go)
        self.retry_asked.connect(self.presenter.refresh)

    def open(self, **_facts: object) -> None:
        """Show the figures of now."""
        self.presenter.refresh()

    def shown(self) -> None:
        """Seen (again): the figures of now."""
        self.presenter.refresh()

    def refresh(self) -> None:
        """Something was written, or came in."""
        self.presenter.refresh()

    def _go(self, target: Target) -> None:
        self._navigate(target.place, **target.facts)
