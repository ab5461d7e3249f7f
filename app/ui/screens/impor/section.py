"""The import inside an open village: a newer list takes the place of the one that is there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import PackId
from app.domain.intake import ListDraft
from app.ui.lanes import Lane
from app.ui.screens.impor.flow import ImportFlow
from app.ui.tasks import Tasks
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text
from app.usecases.desk import Desk


class ImportSection(QWidget):
    """`left_for_families` when the person wants to see what came in."""

    left_for_families = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._run = tasks.bound(self)
        about = Text(
            self.tr("Daftar yang lebih baru untuk desa ini. Kunjungan dan usulan tetap bersama keluarganya."),
            "body",
            "muted",
        )
        self.flow = ImportFlow(desk.intake, tasks, self._take, self.tr("Pakai daftar ini"))
        Column(about, gap=10, on=self).put(self.flow, 1)
        self.flow.done_asked.connect(self._done)

    def _take(self, draft: ListDraft) -> None:
        self.flow.presenter.taking()
        self._run(Lane.DISK, partial(self._desk.take_list, draft), self._taken, self.flow.presenter.not_taken)

    def _taken(self, _pack: PackId) -> None:
        self.flow.presenter.taken()

    def _done(self) -> None:
        self.flow.presenter.start()
        self.left_for_families.emit()
