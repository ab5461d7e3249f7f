"""Sends and receives by itself when a line appears, unless that is switched off; never in the way of work."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import Problem, Refused
from app.sync.watch import LineWatch
from app.ui.lanes import Lane
from app.ui.messages import explain
from app.ui.tasks import Tasks
from app.ui.wording import number_words
from app.ui.words import translate
from app.usecases.desk import AUTOMATIC_SENDING, Desk, ExchangeOutcome
from app.usecases.home import Home
from app.usecases.quota import DayMeter

_TICK_MS: Final = 5_000

_ASK_SECONDS: Final = 2.0
"""How often an exchange under way asks whether it should rest."""

_RECEIVE_MS: Final = 3_600_000
"""After so long without an exchange the district is asked for news though nothing waits here: answers and the month's
list come by themselves too."""


_PUT_OFF_MS: Final = 3_600_000
"""So long nothing goes by itself after somebody has stopped a sending: what he did not want to pay for just then."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """What decides whether photos fit into the day; as long as it is the same, nobody has to be asked again."""

    day: date
    asked: int
    """How often somebody has changed the limit."""
    entries: int
    photos: int
    smallest_photo: int
    last_exchange_at_ms: int


class AutoSend(QObject):
    """Looks for the district, ever more rarely without a line; exchanges when something waits or long nothing came."""

    def __init__(self, desk: Desk, tasks: Tasks, told: Callable[[str], None]) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._told = told
        self._watch = LineWatch(desk.exchange.reachable)
        self._asked = self._entries = self._photos = self._smallest_photo = 0
        self._held: _Standing | None = None
        """How all stood when nothing waited but photos for which the day has no room."""
        self._last_ms = desk.clock.now_ms()
        self._put_off_ms: int | None = None
        self._said = ""
        self._busy = False
        self._meter = DayMeter(desk.settings, desk.today)
        self._rests, self._asked_at = False, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more; an exchange that runs ends by itself."""
        self._timer.stop()

    def put_off(self) -> None:
        """Somebody stopped a sending: by itself nothing goes for a while; by hand it may at any time."""
        self._put_off_ms = self._desk.clock.now_ms()

    def _is_put_off(self) -> bool:
        since = self._put_off_ms
        return since is not None and abs(self._desk.clock.now_ms() - since) < _PUT_OFF_MS

    def stir(self, home: Home) -> None:
        """So much waits now; more than before means that somebody has just recorded something."""
        if home.waiting_entries + home.waiting_photos > self._entries + self._photos:
            self._watch.stir()
        self._entries, self._photos = home.waiting_entries, home.waiting_photos
        self._smallest_photo, self._last_ms = home.smallest_photo, home.last_exchange_at_ms

    def look_again(self) -> None:
        """The day's limit is another one: what waited for tomorrow may go."""
        self._asked += 1
        self._watch.stir()

    def _due(self) -> bool:
        return bool(self._entries or self._photos) or self._long_ago()

    def _standing(self) -> _Standing:
        return _Standing(
            self._desk.today(), self._asked, self._entries, self._photos, self._smallest_photo, self._last_ms
        )

    def _long_ago(self) -> bool:
        # A clock that was set back must not silence the line for years: a far future is as long ago as a far past.
        return abs(self._desk.clock.now_ms() - self._last_ms) >= _RECEIVE_MS

    def _tick(self) -> None:
        if self._busy or self._is_put_off() or not self._due() or self._watch.seconds_left() > 0:
            return
        now = self._standing()
        if now == self._held and not self._long_ago():
            return
        self._busy = True
        self._tasks.run(Lane.NETWORK, partial(self._exchange, now), self._done, self._failed, owner=self)

    def _exchange(self, now: _Standing) -> ExchangeOutcome | None:
        """In the NETWORK lane: nothing where it is switched off, nobody is enrolled, or there is no line."""
        exchange = self._desk.exchange
        if self._desk.settings.get(AUTOMATIC_SENDING) == "no" or not exchange.enrolled():
            return None
        if self._desk.resting() or self._waits_for_tomorrow(now) or not self._watch.look():
            return None
        return exchange.run(lambda step: None, self._stopped)

    def _stopped(self) -> bool:
        """Asked at every block of bytes; the machine and the settings are asked more rarely."""
        if time.monotonic() - self._asked_at >= _ASK_SECONDS:
            self._rests, self._asked_at = bool(self._desk.resting()), time.monotonic()
        return self._rests or self._desk.exchange.photo_waits or not self._timer.isActive()

    def _waits_for_tomorrow(self, now: _Standing) -> bool:
        """Whether nothing waits but photos for which today has no room: then nothing is asked any more until something
        is otherwise. Now and then the district is asked all the same."""
        left = self._meter.read().left
        if left is None or now.entries or now.smallest_photo <= left or self._long_ago():
            return False
        self._held = now
        return True

    def _done(self, outcome: ExchangeOutcome | None) -> None:
        self._busy = False
        if outcome is not None:
            self._said = ""
            words = _words(outcome)
            if words:
                self._told(words)

    def _failed(self, problem: Problem) -> None:
        """A line that breaks is tried again in silence; what only a person can mend is said, once."""
        self._busy = False
        self._watch.failed()
        if isinstance(problem, Refused) and problem.code != self._said:
            self._said = problem.code
            self._told(explain(problem).title)


def _words(outcome: ExchangeOutcome) -> str:
    """What came of it, in a line; empty where nothing did."""
    said = []
    if outcome.receipt:
        said.append(
            translate("AutoSend", "Terkirim. Diterima kabupaten dengan nomor {number}.", number=outcome.receipt)
        )
    if outcome.decisions:
        said.append(translate("AutoSend", "Ada {n} jawaban baru dari kabupaten.", n=number_words(outcome.decisions)))
    if outcome.list_month:
        said.append(translate("AutoSend", "Daftar yang baru sudah diterima."))
    if outcome.quarantined:
        said.append(
            translate(
                "AutoSend",
                "{n} catatan disisihkan kabupaten, lihat Kirim & terima.",
                n=number_words(len(outcome.quarantined)),
            )
        )
    return " ".join(said)
