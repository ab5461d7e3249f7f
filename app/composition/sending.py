"""Sends by itself when a line appears, unless somebody switched that off; never in the way of anybody's work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import Problem
from app.sync.watch import LineWatch
from app.ui.lanes import Lane
from app.ui.tasks import Tasks
from app.ui.words import translate
from app.usecases.desk import AUTOMATIC_SENDING, Desk, ExchangeOutcome

_TICK_MS: Final = 5_000


class AutoSend(QObject):
    """Looks for the district ever more rarely while there is no line, and exchanges when something waits."""

    def __init__(self, desk: Desk, tasks: Tasks, told: Callable[[str], None]) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._told = told
        self._watch = LineWatch(desk.exchange.reachable)
        self._waiting = 0
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more; an exchange that runs ends by itself."""
        self._timer.stop()

    def stir(self, waiting: int) -> None:
        """So much waits now; more than before means that somebody has just recorded something."""
        if waiting > self._waiting:
            self._watch.stir()
        self._waiting = waiting

    def _tick(self) -> None:
        if self._busy or not self._waiting or self._watch.seconds_left() > 0:
            return
        self._busy = True
        self._tasks.run(Lane.NETWORK, self._exchange, self._done, self._failed, owner=self)

    def _exchange(self) -> ExchangeOutcome | None:
        """In the NETWORK lane: nothing where it is switched off, nobody is enrolled, or there is no line."""
        exchange = self._desk.exchange
        if self._desk.settings.get(AUTOMATIC_SENDING) == "no" or not exchange.enrolled() or not self._watch.look():
            return None
        return exchange.run(lambda step: None, lambda: not self._timer.isActive())

    def _done(self, outcome: ExchangeOutcome | None) -> None:
        self._busy = False
        if outcome is not None and outcome.receipt:
            words = translate("AutoSend", "Terkirim. Diterima kabupaten dengan nomor {number}.", number=outcome.receipt)
            self._told(words)

    def _failed(self, _: Problem) -> None:
        self._busy = False
        self._watch.failed()
