"""The route on the screen: choose an RT, see who is left, open a form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from app.ui.lanes import Run
from app.ui.screens.kunjungan.route_presenter import columns
from app.ui.screens.kunjungan.state import RouteState, Stage
from app.ui.table import Rolling, RowTable
from app.ui.theme import theme
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    EmptyState,
    ErrorState,
    LoadingState,
    Notice,
    Page,
    PrimaryButton,
    ProgressBar,
    Row,
    SelectBox,
    StackedPages,
    TableCard,
    Text,
)


class RouteView(Page):
    """Shows a `RouteState`; `family_opened(id)` on Enter, a double click or the button, `place_chosen("RT/RW")`."""

    family_opened = Signal(str)
    place_chosen = Signal(str)
    retry_asked = Signal()

    def __init__(self, run: Run) -> None:
        super().__init__(self.tr("Kunjungan"), self.tr("Rute hari ini"))
        self._state = RouteState()
        self._came_early = False
        self.place_box = SelectBox()
        self.place_box.setAccessibleName(self.tr("RT yang dikunjungi"))
        self.place_box.activated.connect(self._choose)
        self.counts_text = Text("", "strong")
        self.bar = ProgressBar(self.tr("Kemajuan RT ini"))
        self.notice = Notice("", Tone.INFO)
        self.notice.hide()
        self.table = RowTable(self.tr("Keluarga di rute"), columns(), run)
        self.table.row_activated.connect(self.family_opened)
        self.table.failed.connect(self.retry_asked)
        self.visit_button = PrimaryButton(self.tr("Mulai kunjungan"), "footprints")
        self.visit_button.setAccessibleDescription(self.tr("Kepada keluarga yang dipilih di bawah"))
        self.visit_button.clicked.connect(self._visit)
        self._pages = StackedPages()
        self._loading = LoadingState(self.tr("Membuka rute"))
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        self._empty = EmptyState(
            self.tr("Belum ada keluarga untuk dikunjungi"),
            self.tr("Buka daftar dari kabupaten, atau terima daftar lewat Kirim & terima."),
            icon="route",
        )
        self._nobody = EmptyState(self.tr("Tidak ada keluarga di RT ini"), self.tr("Pilih RT lain."), icon="route")
        for page in (self._loading, self.table, self._empty, self._nobody, self._error):
            self._pages.addWidget(page)
        choose = Row(gap=12)
        choose.put(Text(self.tr("RT"), "medium", wrap=False))
        choose.put(self.place_box, 1)
        choose.put(self.visit_button)
        self._head = Card(choose, self.counts_text, self.bar, gap=10, margins=(14, 14, 14, 12))
        self.body.put(self.notice)
        self.body.put(self._head)
        self._card = TableCard()
        self._card.body.put(self._pages, 1)
        self.body.put(self._card, 1)
        Rolling(self.table)

    def show_state(self, state: RouteState) -> None:
        """Show a state; the table only when its rows are others."""
        before, self._state = self._state, state
        self.notice.setVisible(bool(state.notice))
        if state.notice:
            self.notice.set_notice(state.notice)
        if state.places != before.places:
            self.place_box.set_options(state.places)
        self.place_box.set_value(state.place)
        self.counts_text.setText(state.counts)
        self.bar.set_share(state.share)
        self._head.setVisible(state.stage is Stage.READY)
        self.visit_button.setEnabled(bool(state.window.count))
        if state.window is not before.window:
            current = self.table.current_key() if state.place == before.place else ""
            self.table.show_window(state.window, current if current in state.left else "")
        if state.problem is not None:
            said = state.problem
            self._error.set_words(said.title, said.safe, said.advice, said.action or self.tr("Coba lagi"))
        ready = self.table if state.window.count else self._nobody
        pages = {Stage.LOADING: self._loading, Stage.EMPTY: self._empty, Stage.FAILED: self._error}
        self._pages.setCurrentWidget(pages.get(state.stage, ready))
        if self._came_early and state.stage is Stage.READY:
            self._came_early = False
            if self.place_box.hasFocus() or self.window().focusWidget() is None:
                self.focus_work()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        low = self.low
        self.header.setVisible(not low)
        self.bar.setVisible(not low)
        self._head.body.set_margins((14, 6, 14, 6) if low else (14, 14, 14, 12))
        self._head.body.set_gap(4 if low else 10)
        self._card.setMinimumHeight(self.viewport().height() - theme().px(16) if low else 0)

    def focus_work(self) -> None:
        """The work begins with the first family that is left."""
        if self._state.stage is Stage.READY and self._state.window.count:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._came_early = self._state.stage is Stage.LOADING
            self.place_box.setFocus()

    def _choose(self) -> None:
        self.place_chosen.emit(self.place_box.value())

    def _visit(self) -> None:
        if key := self.table.current_key():
            self.family_opened.emit(key)
