"""The import from file to report as one widget, used by the page and by the first start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.intake import ListDraft
from app.ui.dialogs import Confirm
from app.ui.screens.impor.choosing import ChooseStep
from app.ui.screens.impor.mapping import MappingStep
from app.ui.screens.impor.presenter import ImportPresenter
from app.ui.screens.impor.report import ReportStep
from app.ui.screens.impor.state import ImportState, Stage
from app.ui.tasks import Tasks
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.responsive import StackedPages
from app.ui.widgets.states import EmptyState, LoadingState
from app.ui.widgets.text import Text
from app.ui.wording import share_words
from app.usecases.desk import Intake


class ImportFlow(QWidget):
    """`left` when the person goes back from the choice of a file."""

    left = Signal()
    done_asked = Signal()

    def __init__(
        self,
        intake: Intake,
        tasks: Tasks,
        accepted: Callable[[ListDraft], None],
        accept_words: str,
        can_leave: bool = False,
        choose_village: bool = False,
    ) -> None:
        super().__init__()
        self._accept_words, self._can_leave = accept_words, can_leave
        self._stage = Stage.CHOOSE
        self.choose = ChooseStep()
        self.busy = LoadingState(self.tr("Membuka berkas"))
        self.mapping = MappingStep(tasks.bound(self))
        self.report = ReportStep()
        self.taken = EmptyState(
            self.tr("Daftar sudah masuk"),
            self.tr("Kunjungan dan usulan yang sudah ada tetap bersama keluarganya."),
            self.tr("Buka daftar keluarga"),
            "circle-check",
        )
        self.pages = StackedPages()
        for page in (self.choose, self.busy, self.mapping, self.report, self.taken):
            self.pages.addWidget(page)
        self.about = Text("", "body", "muted")
        self.back_button = SecondaryButton(self.tr("Kembali"), "arrow-left")
        self.stop_button = SecondaryButton(self.tr("Hentikan"), "x")
        self.next_button = PrimaryButton(self.tr("Baca daftar"), "arrow-right")
        column = Column(self.about, gap=10, on=self)
        column.put(self.pages, 1)
        column.put(Row(self.back_button, None, self.stop_button, self.next_button, gap=8))
        relay = partial(tasks.relay, self)
        self.presenter = ImportPresenter(intake, tasks.bound(self), relay, self._show, accepted, choose_village)
        self._connect()
        self._show(self.presenter.state)

    def focus_work(self) -> None:
        """Where this step begins."""
        if self._stage is Stage.CHOOSE:
            self.choose.area.button.setFocus()
        elif self._stage is Stage.MAPPING:
            self.mapping.focus_work()
        elif self._stage is Stage.REPORT:
            (self.next_button if self.next_button.isEnabled() else self.report.village).setFocus()
        elif self._stage is Stage.TAKEN:
            self.taken.button.setFocus()
        else:
            self.stop_button.setFocus()

    def _show(self, state: ImportState) -> None:
        moved, self._stage = self._stage is not state.stage, state.stage
        self.about.setText(" · ".join(filter(None, (state.file_name, state.about))))
        self.about.setVisible(bool(state.file_name) and state.stage not in (Stage.CHOOSE, Stage.TAKEN))
        if state.stage is Stage.CHOOSE:
            self.choose.show_problem(state.file_name, state.problem)
        elif state.stage is Stage.MAPPING:
            self.mapping.show_state(state)
        elif state.stage is Stage.REPORT:
            self.report.show_state(state)
        elif state.stage is not Stage.TAKEN:
            self._show_busy(state)
        self.pages.setCurrentWidget(self._page(state.stage))
        self._show_buttons(state)
        if moved and self.isVisible():
            self.focus_work()

    def _page(self, stage: Stage) -> QWidget:
        pages: dict[Stage, QWidget] = {
            Stage.CHOOSE: self.choose,
            Stage.MAPPING: self.mapping,
            Stage.REPORT: self.report,
            Stage.TAKEN: self.taken,
        }
        return pages.get(stage, self.busy)

    def _show_busy(self, state: ImportState) -> None:
        words = {
            Stage.OPENING: self.tr("Membuka berkas"),
            Stage.READING: self.tr("Membaca semua baris"),
            Stage.TAKING: self.tr("Menyimpan daftar"),
        }[state.stage]
        if state.stage is not Stage.TAKING and state.share > 0:
            self.busy.bar.set_share(state.share)
            words = f"{words} · {share_words(state.share)}"
        else:
            self.busy.bar.setRange(0, 0)
        self.busy.set_words(words)

    def _show_buttons(self, state: ImportState) -> None:
        stage = state.stage
        self.back_button.setVisible(
            stage in (Stage.MAPPING, Stage.REPORT) or (stage is Stage.CHOOSE and self._can_leave)
        )
        self.stop_button.setVisible(stage in (Stage.OPENING, Stage.READING))
        self.next_button.setVisible(stage in (Stage.MAPPING, Stage.REPORT))
        self.next_button.setText(self._accept_words if stage is Stage.REPORT else self.tr("Baca daftar"))
        self.next_button.setEnabled(not state.undecided if stage is Stage.REPORT else not state.missing)

    def _connect(self) -> None:
        presenter = self.presenter
        self.choose.chosen.connect(presenter.choose)
        self.mapping.mapped.connect(presenter.map_column)
        self.mapping.sheets.sheets_chosen.connect(presenter.choose_sheets)
        self.report.village_chosen.connect(presenter.choose_village)
        self.report.save_asked.connect(presenter.save_warnings)
        self.back_button.clicked.connect(self._go_back)
        self.stop_button.clicked.connect(presenter.cancel)
        self.next_button.clicked.connect(self._go_on)
        self.taken.acted.connect(self.done_asked)

    def _go_back(self) -> None:
        if self._stage is Stage.REPORT:
            self.presenter.map_again()
        elif self._stage is Stage.MAPPING:
            self.presenter.start()
        else:
            self.left.emit()

    def _go_on(self) -> None:
        losses = self.presenter.state.losses
        if self._stage is Stage.REPORT:
            self.presenter.accept()
        elif losses:
            question = Confirm(
                self,
                self.tr("Baca tanpa kolom itu?"),
                "\n\n".join([*losses, self.tr("Mungkin kolomnya ada dengan judul lain: periksa dulu daftar kolom.")]),
                self.tr("Tetap baca"),
                danger=True,
            )
            question.confirmed.connect(self.presenter.read)
            question.open()
        else:
            self.presenter.read()
