"""Impor as the shell has it: a newer list for the village that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.domain.ids import PackId
from app.domain.intake import ListDraft
from app.domain.policy import HEAD, OPERATOR
from app.ui.lanes import Lane
from app.ui.screens.impor.flow import ImportFlow
from app.ui.tasks import Tasks
from app.ui.widgets.page import Page
from app.ui.widgets.states import EmptyState
from app.ui.words import translate
from app.usecases.desk import Desk

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate


class ImportPage(Page):
    """`open()`, `refresh()` and `shown()` as every page has them."""

    def __init__(self, desk: Desk, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__(
            translate("ImportPage", "Impor daftar"),
            translate("ImportPage", "Daftar yang lebih baru untuk desa ini. Kunjungan dan usulan tetap tersimpan."),
        )
        self._desk, self._navigate = desk, navigate
        self._run = tasks.bound(self)
        self.flow = ImportFlow(desk.intake, tasks, self._take, translate("ImportPage", "Pakai daftar ini"))
        self.refused = EmptyState(
            translate("ImportPage", "Hanya kepala desa dan operator yang mengimpor daftar"),
            translate("ImportPage", "Minta salah satu dari mereka masuk di laptop ini."),
            icon="lock",
        )
        may = desk.actor.role in (OPERATOR, HEAD)
        self.flow.setVisible(may)
        self.refused.setVisible(not may)
        self.body.put(self.flow, 1)
        self.body.put(self.refused, 1)
        self.flow.done_asked.connect(self._done)

    def open(self, **facts: object) -> None:
        """Another screen asks for an import; what is under way stays."""

    def refresh(self) -> None:
        """Nothing here depends on what others write."""

    def focus_work(self) -> None:
        """The step that one is at."""
        self.flow.focus_work()

    def _take(self, draft: ListDraft) -> None:
        self.flow.presenter.taking()
        self._run(Lane.DISK, partial(self._desk.take_list, draft), self._taken, self.flow.presenter.not_taken)

    def _taken(self, _pack: PackId) -> None:
        self.flow.presenter.taken()

    def _done(self) -> None:
        self.flow.presenter.start()
        self._navigate("keluarga", all=True)
