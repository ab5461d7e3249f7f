"""Kirim & terima as the shell has it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.ui.screens.kirim.line_presenter import LinePresenter
from app.ui.screens.kirim.presenter import ExchangePresenter
from app.ui.screens.kirim.state import ExchangeState, Stage
from app.ui.screens.kirim.view import ExchangeView
from app.ui.screens.stik import open_read, open_save
from app.ui.tasks import Tasks
from app.usecases.desk import Desk

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate


class ExchangePage(ExchangeView):
    """`open(send=True)` sends as soon as it is known what waits."""

    def __init__(self, desk: Desk, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__(tasks)
        self._navigate = navigate
        self._desk, self._tasks = desk, tasks
        self._send_when_ready = False
        self.presenter = ExchangePresenter(
            desk.reading,
            desk.exchange,
            desk.settings,
            tasks.bound(self),
            partial(tasks.relay, self),
            self._take_state,
            desk.district_page,
            open_in_browser,
            desk.gaps,
        )
        self.line_presenter = LinePresenter(
            desk.settings, desk.resting, desk.today, tasks.bound(self), self.show_line, self.presenter.tell
        )
        self._load = (-1, -1)
        self.line_card.pause_asked.connect(self.line_presenter.pause)
        self.line_card.battery_chosen.connect(self.line_presenter.set_on_battery)
        self.line_card.everything_asked.connect(partial(self.presenter.send, everything=True))
        self.send_asked.connect(self.presenter.send)
        self.stop_asked.connect(self.presenter.cancel)
        self.retry_asked.connect(self.presenter.refresh)
        self.enrol_given.connect(self.presenter.enrol)
        self.request_asked.connect(self.presenter.write_request)
        self.answer_picked.connect(self.presenter.read_answer)
        self.automatic_chosen.connect(self.presenter.set_automatic)
        self.district_asked.connect(self.presenter.open_district)
        self.family_asked.connect(self._open_family)
        self.nearby.receive_button.clicked.connect(self._receive_nearby)
        self.nearby.send_button.clicked.connect(self._send_nearby)
        self.save_stick_asked.connect(self._save_to_stick)
        self.read_stick_asked.connect(self._read_from_stick)
        self.show_state(self.presenter.state)
        self.presenter.refresh()

    def open(self, **facts: object) -> None:
        """Another screen comes here; with ``send=True`` it wants everything sent."""
        self._send_when_ready = bool(facts.get("send"))
        self.presenter.refresh()

    def shown(self) -> None:
        """Seen (again): what waits may have changed."""
        self.refresh()

    def refresh(self) -> None:
        """Something was written."""
        self.presenter.refresh()
        self.line_presenter.refresh()

    def _receive_nearby(self) -> None:
        from app.ui.screens.kirim.nearby_dialogs import DoorDialog

        DoorDialog(self, self._desk.nearby, self._tasks).open()

    def _send_nearby(self) -> None:
        from app.ui.screens.kirim.nearby_dialogs import MeetDialog

        MeetDialog(self, self._desk.nearby, self._tasks).open()

    def _take_state(self, state: ExchangeState) -> None:
        self.show_state(state)
        load = (state.word_bytes, state.photo_bytes)
        if load != self._load:
            self._load = load
            self.line_presenter.set_load(*load)
        if self._send_when_ready and state.stage is Stage.READY:
            self._send_when_ready = False
            self.presenter.send()

    def _save_to_stick(self) -> None:
        open_save(self, self._desk.sticks, self._tasks).finished.connect(self.refresh)

    def _read_from_stick(self) -> None:
        open_read(self, self._desk.sticks, self._tasks).finished.connect(self.refresh)

    def _open_family(self, family: str) -> None:
        self._navigate("keluarga", family=family)


def open_in_browser(address: str) -> None:
    """Show a page in whatever browser this laptop has."""
    QDesktopServices.openUrl(QUrl(address))
