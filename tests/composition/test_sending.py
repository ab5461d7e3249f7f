"""Sending and receiving by itself: when it is tried, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.composition.sending import AutoSend
from app.domain.errors import Refused, Unavailable
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.quota import DayMeter
from app.usecases.rest import PAUSED_SENDING
from tests.fakes.line import OUTCOME, FakeExchange

Made = Callable[[FakeExchange], AutoSend]
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


def tick(sending: AutoSend, tasks: Tasks, qtbot: QtBot) -> None:
    """One look at the clock, and all that follows."""
    sending._tick()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_answers_come_though_nothing_waits_to_be_sent(
    sending: Made, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    line = FakeExchange(outcome=replace(OUTCOME, receipt="", decisions=2, list_month="2026-12"))
    auto = sending(line)
    auto.stir(0, practice_desk.clock.now_ms() - HOUR_MS)
    tick(auto, tasks, qtbot)
    assert said == ["Ada 2 jawaban baru dari kabupaten. Daftar yang baru sudah diterima."]


def test_nobody_is_asked_again_soon_after_an_exchange(
    sending: Made, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    auto = sending(FakeExchange())
    auto.stir(0, practice_desk.clock.now_ms() - HOUR_MS // 2)
    tick(auto, tasks, qtbot)
    assert said == []
    auto.stir(1, practice_desk.clock.now_ms())
    tick(auto, tasks, qtbot)
    assert said == ["Terkirim. Diterima kabupaten dengan nomor 261123-0007. Ada 1 jawaban baru dari kabupaten."]


def test_what_only_a_person_can_mend_is_said_once_and_a_broken_line_never(
    sending: Made, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    line = FakeExchange()
    auto = sending(line)
    auto.stir(1, practice_desk.clock.now_ms())
    auto._failed(Unavailable("line_down"))
    assert said == []
    auto._failed(Refused("exchange_not_enrolled"))
    auto._failed(Refused("exchange_not_enrolled"))
    assert len(said) == 1


def test_nothing_goes_by_itself_while_it_is_paused(
    sending: Made, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    auto = sending(FakeExchange())
    practice_desk.settings.put(PAUSED_SENDING, "yes")
    auto.stir(1, practice_desk.clock.now_ms())
    tick(auto, tasks, qtbot)
    assert said == []
    practice_desk.settings.put(PAUSED_SENDING, "no")
    tick(auto, tasks, qtbot)
    assert len(said) == 1


def test_a_pause_stops_an_exchange_that_is_under_way(
    sending: Made, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    line = FakeExchange()
    line.during = lambda: practice_desk.settings.put(PAUSED_SENDING, "yes")
    auto = sending(line)
    auto._timer.start()
    auto.stir(1, practice_desk.clock.now_ms())
    tick(auto, tasks, qtbot)
    assert line.stopped
    auto.stop()


def test_what_somebody_stopped_does_not_go_by_itself_for_an_hour(
    sending: Made, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    auto = sending(FakeExchange())
    auto.stir(1, practice_desk.clock.now_ms())
    auto.put_off()
    tick(auto, tasks, qtbot)
    assert said == []
    assert auto._put_off_ms is not None
    auto._put_off_ms -= HOUR_MS
    tick(auto, tasks, qtbot)
    assert len(said) == 1


def test_whoever_waits_for_a_photo_goes_before_an_exchange_in_the_background(
    sending: Made, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    line = FakeExchange()
    line.during = line.photo_wanted
    auto = sending(line)
    auto._timer.start()
    auto.stir(1, practice_desk.clock.now_ms())
    tick(auto, tasks, qtbot)
    assert line.stopped
    auto.stop()


def test_photos_alone_are_not_asked_for_again_before_tomorrow(
    sending: Made, practice_desk: Desk, tasks: Tasks, said: list[str], qtbot: QtBot
) -> None:
    meter = DayMeter(practice_desk.settings, practice_desk.today)
    meter.choose(1, 0)
    meter.spent(1_000_000)
    auto = sending(FakeExchange())
    auto.stir(1, practice_desk.clock.now_ms())
    tick(auto, tasks, qtbot)
    assert said == []
    auto.stir(1, practice_desk.clock.now_ms() - HOUR_MS)
    tick(auto, tasks, qtbot)
    assert len(said) == 1, "news of the district are asked for all the same"
