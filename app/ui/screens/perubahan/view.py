"""Perubahan daftar on the screen: headings with counts, the families, and the way to each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.folders import Place, folder_of
from app.ui.lanes import Run
from app.ui.picking import file_window
from app.ui.screens.keluarga.detail_presenter import CODE_LIST
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.page import lexicon_for
from app.ui.screens.perubahan.presenter import ChangesPresenter
from app.ui.screens.perubahan.state import ChangesState, Stage
from app.ui.shown import TableColumn
from app.ui.table import Rolling, RowTable
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    Column,
    EmptyState,
    ErrorState,
    FilterBar,
    IconText,
    LoadingState,
    Notice,
    Page,
    QuietButton,
    SecondaryButton,
    StackedPages,
    TableCard,
)

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


class ChangesView(Page):
    """`group_chosen(group)`, `family_opened(id)`, `save_asked(path)`, `left()`, `retry_asked()`."""

    keeps_subtitle = True
    group_chosen = Signal(str)
    family_opened = Signal(str)
    save_asked = Signal(Path)
    left = Signal()
    retry_asked = Signal()

    def __init__(self, run: Run) -> None:
        self.save_button = SecondaryButton(self.tr("Simpan lembar"), "save")
        self.back_button = QuietButton(self.tr("Ke Keluarga"), "arrow-left")
        super().__init__(self.tr("Perubahan daftar"), "", self.save_button, self.back_button)
        self.save_button.clicked.connect(self._ask_where)
        self.back_button.clicked.connect(self.left)
        self._state = ChangesState()
        self._came_early = False
        self.filter_bar = FilterBar()
        self.filter_bar.filter_changed.connect(self._choose)
        self._advice = IconText("info", "", "body", "muted")
        self._said = Notice("", Tone.OK)
        self._trouble = Notice("", Tone.WARN)
        self.table = RowTable(
            self.tr("Keluarga yang berubah"),
            (
                TableColumn(
                    "head_name", self.tr("Kepala keluarga"), 14, stretch=True, strong=True, sortable=False, tall=True
                ),
                TableColumn("group", self.tr("Perubahan"), 12, sortable=False, rank=1),
                TableColumn("what", self.tr("Rincian dan alasan"), 22, stretch=True, sortable=False, tall=True),
            ),
            run,
            rows_at_least=2,
        )
        self.table.row_activated.connect(self.family_opened)
        Rolling(self.table)
        holder = QWidget()
        Column(self.filter_bar, self._advice, self._said, self._trouble, gap=10, margins=(14, 0, 14, 0), on=holder)
        ready = TableCard(holder)
        ready.body.put(self.table, 1)
        alone = EmptyState(
            self.tr("Belum ada daftar sebelumnya"),
            self.tr("Setelah daftar bulan berikutnya datang, perubahannya muncul di sini."),
            icon="file-spreadsheet",
        )
        same = EmptyState(self.tr("Tidak ada yang berubah"), self.tr("Daftar baru sama dengan daftar sebelumnya."))
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        self._pages = StackedPages()
        for page in (LoadingState(self.tr("Membandingkan daftar")), ready, Card(alone), Card(same), self._error):
            self._pages.addWidget(page)
        self.body.put(self._pages, 1)

    def show_state(self, state: ChangesState) -> None:
        """Show a state."""
        before, self._state = self._state, state
        order = (Stage.LOADING, Stage.READY, Stage.ALONE, Stage.SAME, Stage.FAILED)
        self._pages.setCurrentIndex(order.index(state.stage))
        self.save_button.setVisible(state.may_save and state.stage is Stage.READY)
        self.save_button.setEnabled(not state.busy)
        self.header.set_words(self.tr("Perubahan daftar"), state.subtitle)
        if state.filters != before.filters:
            self.filter_bar.set_filters(state.filters)
        self._advice.setVisible(bool(state.advice))
        self._advice.set_words(state.advice)
        self._said.setVisible(bool(state.said))
        self._said.set_notice(state.said)
        told = state.problem
        self._trouble.setVisible(told is not None and state.stage is not Stage.FAILED)
        if told is not None:
            self._trouble.set_notice(f"{told.title} {told.advice}")
            self._error.set_words(told.title, told.safe, told.advice, told.action or self.tr("Coba lagi"))
        if state.window is not before.window:
            self.table.show_window(state.window)
        if self._came_early and state.stage is Stage.READY:
            self._came_early = False
            self.table.setFocus()

    def focus_work(self) -> None:
        """The table; as long as nothing is read yet, there is none."""
        self._came_early = self._state.stage is Stage.LOADING
        if self._state.stage is Stage.READY:
            self.table.setFocus()
        else:
            super().focus_work()

    def _choose(self, _key: str, group: str) -> None:
        self.group_chosen.emit(group)

    def _ask_where(self) -> None:
        name = f"{self.tr('Perubahan daftar')}.xlsx"
        start = str(Path(folder_of(Place.DocumentsLocation)) / name)
        dialog = file_window(self, self.tr("Simpan lembar"), start)
        dialog.setNameFilters(["Excel (*.xlsx)"])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(self._take_path)
        dialog.open()

    def _take_path(self, path: str) -> None:
        self.save_asked.emit(Path(path))


class ChangesPage(QWidget):
    """The screen as the shell has it: `open(**facts)`, `refresh()`, `shown()`, `focus_work()`."""

    def __init__(self, desk: Desk, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__()
        self._desk, self._navigate = desk, navigate
        run = tasks.bound(self)
        self.view = ChangesView(run)
        Column(self.view, on=self)
        self.presenter = ChangesPresenter(
            desk.lists, desk.actor, self._lexicon, self._objection_days, desk.save_changes, run, self.view.show_state
        )
        self.view.group_chosen.connect(self.presenter.choose)
        self.view.save_asked.connect(self.presenter.save)
        self.view.retry_asked.connect(self.presenter.refresh)
        self.view.family_opened.connect(self._open_family)
        self.view.left.connect(self._leave)

    def open(self, **facts: object) -> None:
        """The changes, of one heading where another screen asks for it (``group=``)."""
        group = facts.get("group")
        if isinstance(group, str):
            self.presenter.choose(group)
        self.presenter.refresh()

    def shown(self) -> None:
        """Seen (again)."""
        self.presenter.refresh()

    def refresh(self) -> None:
        """Something was written, or came in."""
        self.presenter.refresh()

    def focus_work(self) -> None:
        """Where the work begins."""
        self.view.focus_work()

    def _open_family(self, family: str) -> None:
        self._navigate("keluarga", family=family)

    def _leave(self) -> None:
        self._navigate("keluarga")

    def _lexicon(self) -> Lexicon:
        return lexicon_for(self._desk.reading.village().extra.get(CODE_LIST, ""))

    def _objection_days(self) -> int:
        return self._desk.reading.calendar().objection_days
