"""Keluarga: search and filters, the table, and beside it the detail of the chosen family."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget

from app.ui.lanes import Run
from app.ui.screens.keluarga.detail_view import FamilyDetailView
from app.ui.screens.keluarga.rows import columns
from app.ui.screens.keluarga.state import ListState, Stage
from app.ui.table import RowTable
from app.ui.theme import theme
from app.ui.toast import announce
from app.ui.widgets import (
    Card,
    EmptyState,
    ErrorState,
    FilterBar,
    LoadingState,
    MasterDetail,
    Page,
    PrimaryButton,
    QuietButton,
    Room,
    Row,
    SearchField,
    StackedPages,
    TableCard,
    Text,
)


class FamiliesView(Page):
    """Shows a `ListState`; `family_chosen(id)` as the current row changes, `family_opened(id)` on Enter."""

    searched = Signal(str)
    filter_chosen = Signal(str, str)
    filters_cleared = Signal()
    sort_chosen = Signal(str, bool)
    family_chosen = Signal(str)
    family_opened = Signal(str)
    new_family_asked = Signal()
    changes_asked = Signal()
    import_asked = Signal()
    retry_asked = Signal()

    def __init__(self, run: Run, detail: FamilyDetailView) -> None:
        super().__init__(self.tr("Keluarga"))
        self.detail = detail
        self._marked = ""
        self.changes_button = QuietButton(self.tr("Perubahan daftar"), "file-spreadsheet")
        self.changes_button.clicked.connect(self.changes_asked)
        self.header.add_action(self.changes_button)
        self.new_button = PrimaryButton(self.tr("Usul keluarga baru"), "house-plus")
        self.new_button.clicked.connect(self.new_family_asked)
        self.new_button.hide()
        self.header.add_action(self.new_button)
        self.search_field = SearchField(self.tr("Cari nama, NIK, nomor KK, atau alamat"))
        self.search_field.searched.connect(self.searched)
        self.filter_bar = FilterBar()
        self.filter_bar.filter_changed.connect(self.filter_chosen)
        self.found_text = Text("", "small", "muted")
        self.clear_button = QuietButton(self.tr("Hapus saringan"), "x")
        self.clear_button.clicked.connect(self._clear)
        self.table = RowTable(self.tr("Daftar keluarga"), columns(), run)
        self._connect_table()
        self._pages = StackedPages()
        self._build_states()
        self.master = MasterDetail(self._build_list(), detail, self.tr("Kembali ke daftar"))
        self.master.breakpoint_changed.connect(self._make_room)
        self.master.covered.connect(self._make_room)
        self._whole = StackedPages()
        self._whole.addWidget(self.master)
        self._whole.addWidget(Card(self._no_list))
        self.body.put(self._whole, 1)
        self._state = ListState()

    def show_state(self, state: ListState) -> None:
        """Show a state; the table only when its rows are others."""
        before, self._state = self._state, state
        self.header.set_words(self.tr("Keluarga"), state.subtitle)
        self.new_button.setVisible(state.may_propose_new)
        self.search_field.show_text(state.text)
        self.filter_bar.set_filters(state.filters)
        self._foot.setVisible(state.filtered)
        if state.found != before.found:
            self.found_text.setText(state.found)
            if state.found:
                announce(self.found_text, state.found)
        self.table.show_sort(state.sort_by, state.descending)
        if state.window is not before.window:
            self._show_window(state, again=state.question == before.question)
        self._show_stage(state)
        advice = self.tr("Periksa ejaan, coba sebagian nama saja, atau hapus saringan.")
        self._none_found.set_words(self.tr("Tidak ada keluarga yang cocok"), state.elsewhere or advice)

    def mark(self, family: str) -> None:
        """The family whose detail is shown: its row stays the current one when the rows change."""
        self._marked = family

    def focus_work(self) -> None:
        """The work begins with a search; where a detail has the place of the list, with that family."""
        if self.master.detail_alone:
            self.detail.focus_work()
        else:
            self.search_field.setFocus()

    def open_detail(self) -> None:
        """Where there is no room for both, the detail takes the place of the list."""
        self.master.open_detail()
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Down and self.search_field.hasFocus():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self._choose_current()
        elif event.key() == Qt.Key.Key_Escape and self.master.room.single and not self.master.master.isVisible():
            self.master.close_detail()
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _connect_table(self) -> None:
        self.table.row_chosen.connect(self.family_chosen)
        self.table.clicked.connect(self._choose_current)
        self.table.row_activated.connect(self.family_opened)
        self.table.sort_requested.connect(self.sort_chosen)
        self.table.failed.connect(self.retry_asked)

    def _build_states(self) -> None:
        self._none_found = EmptyState("", "", self.tr("Tampilkan semua keluarga"), icon="search")
        self._none_found.acted.connect(self._clear)
        self._no_list = EmptyState(
            self.tr("Belum ada daftar keluarga"),
            self.tr("Buka daftar dari kabupaten, atau terima daftar lewat Kirim & terima."),
            self.tr("Buka daftar dari berkas"),
            icon="file-spreadsheet",
        )
        self._no_list.acted.connect(self.import_asked)
        self._loading = LoadingState(self.tr("Membuka daftar keluarga"))
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        for page in (self._loading, self.table, self._none_found, self._error):
            self._pages.addWidget(page)

    def _build_list(self) -> QWidget:
        self._search_line = Row(gap=8, margins=(13, 0, 13, 0))
        self._search_line.put(self.search_field, 1)
        self._filters_holder = QWidget()
        self._filters_row = Row(self.filter_bar, margins=(13, 0, 13, 0), on=self._filters_holder)
        self._foot = QWidget()
        self._foot.hide()
        foot_line = Row(gap=8, margins=(13, 0, 13, 0), on=self._foot)
        foot_line.put(self.found_text, 1)
        foot_line.put(self.clear_button)
        card = TableCard(self._search_line, self._filters_holder, self._foot)
        card.body.put(self._pages, 1)
        return card

    def _show_window(self, state: ListState, again: bool) -> None:
        bar = self.table.verticalScrollBar()
        at = bar.value()
        self.table.show_window(state.window, self._marked)
        if again:
            bar.setValue(at)

    def _choose_current(self) -> None:
        """The row that was current before anybody chose it tells no change when it is clicked."""
        key = self.table.current_key()
        if key and key != self._marked:
            self.table.selectRow(self.table.currentIndex().row())
            self.family_chosen.emit(key)

    def _show_stage(self, state: ListState) -> None:
        pages = {
            Stage.LOADING: self._loading,
            Stage.READY: self.table,
            Stage.NONE_FOUND: self._none_found,
            Stage.NO_LIST: self._loading,
            Stage.FAILED: self._error,
        }
        self._pages.setCurrentWidget(pages[state.stage])
        self._whole.setCurrentIndex(int(state.stage is Stage.NO_LIST))
        self._no_list.button.setVisible(state.may_import)
        if state.problem is not None:
            problem = state.problem
            self._error.set_words(problem.title, problem.safe, problem.advice, problem.action or self.tr("Coba lagi"))

    def _clear(self) -> None:
        self.search_field.empty()
        self.filters_cleared.emit()
        self.search_field.setFocus()

    def _make_room(self, *_room: object) -> None:
        """On a low screen the one menu of filters stands beside the search, and a detail alone needs no title."""
        room = Room.of(self.width(), self.height(), theme().em)
        self.header.setVisible(not (room.low and self.master.detail_alone))
        self.filter_bar.set_low(room.low)
        line = self._search_line if room.low else self._filters_row
        if line.indexOf(self.filter_bar) < 0:
            line.addWidget(self.filter_bar, 0 if room.low else 1)
        self._filters_holder.setVisible(not room.low)
