"""The import inside an open village: a newer list takes the place of the one that is there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.ids import PackId
from app.domain.intake import ListDraft
from app.ui.lanes import Lane
from app.ui.messages import explain
from app.ui.screens.impor.flow import ImportFlow
from app.ui.tasks import Tasks
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text
from app.usecases.desk import Desk
from app.usecases.reading import VillageInfo


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
        self.stands = Notice("", Tone.INFO)
        self.stands.hide()
        column = Column(about, self.stands, gap=10, on=self)
        column.put(self.flow, 1)
        self._room = QWidget()  # in the place of the flow, which takes all that is left
        self._room.hide()
        column.put(self._room, 1)
        self.flow.done_asked.connect(self._done)
        self._run(Lane.DISK, desk.reading.village, self._know_village)

    def _know_village(self, village: VillageInfo) -> None:
        """The district's own list is not replaced by a file: say so before anybody chooses one."""
        if village.pack is not None and not village.extra.get("local"):
            message = explain(Refused("list_of_district_stands"))
            self.stands.set_notice(f"{message.title} {message.advice}")
            self.stands.show()
            self.flow.hide()
            self._room.show()

    def _take(self, draft: ListDraft) -> None:
        self.flow.presenter.taking()
        self._run(Lane.DISK, partial(self._desk.take_list, draft), self._taken, self.flow.presenter.not_taken)

    def _taken(self, _pack: PackId) -> None:
        self.flow.presenter.taken()

    def _done(self) -> None:
        self.flow.presenter.start()
        self.left_for_families.emit()
