"""Sending and receiving by itself: when it is tried, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.composition.sending import AutoSend
from app.domain.errors import Refused, Unavailable
from app.ui.tasks import Tasks
from app.usecases.desk import Desk, Settings
from app.usecases.home import Home
from app.usecases.quota import DayMeter
from app.usecases.rest import PAUSED_SENDING
from tests.fakes.line import OUTCOME, FakeExchange

Made = Callable[[FakeExchange], AutoSend]
Waiting = Callable[..., Home]
HOUR_MS = 3_600_000


@pytest.fixture
def tasks(dressed: object) -> Iterator[Tasks]:
    """The lanes of the program."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def said() -> list[str]:
    """What was told at the foot."""
    return []


@pytest.fixture
def sending(practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot) -> Iterator[Made]:
    """Sends over a line of its own; its looks are made by hand."""
    made: list[AutoSend] = []

    def make(line: FakeExchange) -> AutoSend:
        made.append(AutoSend(replace(practice_desk, exchange=line), tasks, said.append))
        return made[-1]

    yield make
    qtbot.waitUntil(lambda: not tasks.busy)


@pytest.fixture
def waiting(practice_desk: Desk) -> Waiting:
    """Beranda's figures with so much waiting, and the last exchange so long ago."""
    home = practice_desk.reading.home()

    def make(entries: int, photos: tuple[int, ...] = (), *, last_ms: int) -> Home:
        return replace(
            home,
            waiting_entries=entries,
            waiting_photos=len(photos),
            smallest_photo=min(photos, default=0),
            last_exchange_at_ms=last_ms,
        )

    return make


def tick(sending: AutoSend, tasks: Tasks, qtbot: QtBot) -> None:
    """One look at the clock, and all that follows."""
    sending._tick()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_answers_come_though_nothing_waits_to_be_sent(
    sending: Made, waiting: Waiting, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    line = FakeExchange(outcome=replace(OUTCOME, receipt="", decisions=2, list_month="2026-12"))
    auto = sending(line)
    auto.stir(waiting(0, last_ms=practice_desk.clock.now_ms() - HOUR_MS))
    tick(auto, tasks, qtbot)
    assert said == ["Ada 2 jawaban baru dari kabupaten. Daftar yang baru sudah diterima."]


def test_nobody_is_asked_again_soon_after_an_exchange(
    sending: Made, waiting: Waiting, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    auto = sending(FakeExchange())
    auto.stir(waiting(0, last_ms=practice_desk.clock.now_ms() - HOUR_MS // 2))
    tick(auto, tasks, qtbot)
    assert said == []
    auto.stir(waiting(1, last_ms=practice_desk.clock.now_ms()))
    tick(auto, tasks, qtbot)
    assert said == ["Terkirim. Diterima kabupaten dengan nomor 261123-0007. Ada 1 jawaban baru dari kabupaten."]


def test_what_only_a_person_can_mend_is_said_once_and_a_broken_line_never(
    sending: Made, waiting: Waiting, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    line = FakeExchange()
    auto = sending(line)
    auto.stir(waiting(1, last_ms=practice_desk.clock.now_ms()))
    auto._failed(Unavailable("line_down"))
    assert said == []
    auto._failed(Refused("exchange_not_enrolled"))
    auto._failed(Refused("exchange_not_enrolled"))
    assert len(said) == 1


def test_nothing_goes_by_itself_while_it_is_paused(
    sending: Made, waiting: Waiting, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    auto = sending(FakeExchange())
    practice_desk.settings.put(PAUSED_SENDING, "yes")
    auto.stir(waiting(1, last_ms=practice_desk.clock.now_ms()))
    tick(auto, tasks, qtbot)
    assert said == []
    practice_desk.settings.put(PAUSED_SENDING, "no")
    tick(auto, tasks, qtbot)
    assert len(said) == 1


def test_a_pause_stops_an_exchange_that_is_under_way(
    sending: Made, waiting: Waiting, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    line = FakeExchange()
    line.during = lambda: practice_desk.settings.put(PAUSED_SENDING, "yes")
    auto = sending(line)
    auto._timer.start()
    auto.stir(waiting(1, last_ms=practice_desk.clock.now_ms()))
    tick(auto, tasks, qtbot)
    assert line.stopped
    auto.stop()


def test_what_somebody_stopped_does_not_go_by_itself_for_an_hour(
    sending: Made, waiting: Waiting, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    auto = sending(FakeExchange())
    auto.stir(waiting(1, last_ms=practice_desk.clock.now_ms()))
    auto.put_off()
    tick(auto, tasks, qtbot)
    assert said == []
    assert auto._put_off_ms is not None
    auto._put_off_ms -= HOUR_MS
    tick(auto, tasks, qtbot)
    assert len(said) == 1


def test_whoever_waits_for_a_photo_goes_before_an_exchange_in_the_background(
    sending: Made, waiting: Waiting, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    line = FakeExchange()
    line.during = line.photo_wanted
    auto = sending(line)
    auto._timer.start()
    auto.stir(waiting(1, last_ms=practice_desk.clock.now_ms()))
    tick(auto, tasks, qtbot)
    assert line.stopped
    auto.stop()


@dataclass
class Counted:
    """Settings that count how often they are read."""

    settings: Settings
    read: int = 0

    def get(self, key: str) -> str | None:
        """A value."""
        self.read += 1
        return self.settings.get(key)

    def put(self, key: str, value: str) -> None:
        """Keep one."""
        self.settings.put(key, value)


class OneDay:
    """A sender on a day of which a megabyte may be spent; its settings are counted, its exchanges too."""

    def __init__(self, desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
        self.settings = Counted(desk.settings)
        self.day = desk.today()
        self.exchanges = 0
        line = FakeExchange()
        line.during = self._count
        self.meter = DayMeter(desk.settings, lambda: self.day)
        self.meter.choose(1, 0)
        self._tasks, self._qtbot = tasks, qtbot
        changed = replace(desk, exchange=line, settings=self.settings, today=lambda: self.day)
        self.sending = AutoSend(changed, tasks, lambda words: None)

    def _count(self) -> None:
        self.exchanges += 1

    def tick(self) -> int:
        """One look at the clock, and all that follows; how often the store was asked."""
        before = self.settings.read
        tick(self.sending, self._tasks, self._qtbot)
        return self.settings.read - before


@pytest.fixture
def one_day(practice_desk: Desk, tasks: Tasks, qtbot: QtBot) -> OneDay:
    """See there."""
    return OneDay(practice_desk, tasks, qtbot)


def test_photos_alone_are_not_asked_for_again_before_tomorrow(
    one_day: OneDay, waiting: Waiting, practice_desk: Desk
) -> None:
    now = practice_desk.clock.now_ms()
    one_day.meter.spent(1_000_000)
    one_day.sending.stir(waiting(0, (60_000,), last_ms=now))
    one_day.tick()
    assert one_day.exchanges == 0
    one_day.sending.stir(waiting(0, (60_000,), last_ms=now - HOUR_MS))
    one_day.tick()
    assert one_day.exchanges == 1, "news of the district are asked for all the same"


def test_the_store_is_asked_once_whether_photos_fit_into_the_day_and_not_at_every_look(
    one_day: OneDay, waiting: Waiting, practice_desk: Desk
) -> None:
    one_day.meter.spent(1_000_000)
    one_day.sending.stir(waiting(0, (60_000,), last_ms=practice_desk.clock.now_ms()))
    assert one_day.tick() > 0
    assert [one_day.tick() for _ in range(3)] == [0, 0, 0]
    assert one_day.exchanges == 0


def test_a_photo_that_is_larger_than_what_is_left_of_the_day_makes_no_empty_exchange(
    one_day: OneDay, waiting: Waiting, practice_desk: Desk
) -> None:
    now = practice_desk.clock.now_ms()
    one_day.meter.spent(700_000)
    one_day.sending.stir(waiting(0, (400_000, 900_000), last_ms=now))
    one_day.tick()
    assert one_day.exchanges == 0
    one_day.sending.stir(waiting(0, (90_000, 400_000), last_ms=now))
    one_day.tick()
    assert one_day.exchanges == 1, "a small one fits"


@pytest.mark.parametrize("what", ["tomorrow", "a note", "another limit", "a sending by hand"])
def test_what_waited_for_room_goes_once_something_is_otherwise(
    what: str, one_day: OneDay, waiting: Waiting, practice_desk: Desk
) -> None:
    now = practice_desk.clock.now_ms()
    one_day.meter.spent(1_000_000)
    one_day.sending.stir(waiting(0, (60_000,), last_ms=now))
    one_day.tick()
    assert one_day.tick() == 0
    if what == "tomorrow":
        one_day.day += timedelta(days=1)
    elif what == "a note":
        one_day.sending.stir(waiting(1, (60_000,), last_ms=now))
    elif what == "another limit":
        one_day.meter.choose(2, 0)
        one_day.sending.look_again()
    else:
        one_day.sending.stir(waiting(0, (60_000,), last_ms=now + 1))
    assert one_day.tick() > 0
    assert one_day.exchanges == (what != "a sending by hand")
