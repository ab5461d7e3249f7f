import hashlib
import os
import subprocess
import sys
import time
from functools import partial
from types import FrameType

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.ui.watchdog import Watchdog
from tests.watch import limit, slowness

CROWD = "import os; os.sched_setaffinity(0, {one}); print(flush=True)\nwhile True: pass"
"""Others who want the same processor."""


def work(seconds: float) -> None:
    """Use so much of the processor, however long it takes to get it."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        hashlib.sha256(b"x" * 4096).digest()


def test_a_stall_is_measured_and_its_place_is_named(qtbot: QtBot) -> None:
    dog = Watchdog()
    dog.start()
    with qtbot.waitCallback() as done:
        QTimer.singleShot(0, partial(work, 0.3))
        QTimer.singleShot(1, done)
    dog.stop()
    assert dog.stalls
    assert max(stall.seconds for stall in dog.stalls) > 0.2
    assert "work" in str(dog.stalls[0])


def test_waiting_is_no_stall(qtbot: QtBot) -> None:
    dog = Watchdog(threshold=0.15)
    dog.start()
    qtbot.wait(300)
    dog.stop()
    assert dog.stalls == []


def test_moments_that_do_not_count_are_left_out(qtbot: QtBot) -> None:
    def not_work(frame: FrameType) -> bool:
        return frame.f_code.co_name != "work"

    dog = Watchdog(counts=not_work)
    dog.start()
    with qtbot.waitCallback() as done:
        QTimer.singleShot(0, partial(work, 0.3))
        QTimer.singleShot(1, done)
    dog.stop()
    assert dog.stalls == []


def test_what_counts_begins_where_what_does_not_count_ends(qtbot: QtBot) -> None:
    def long_then_short() -> None:
        others(0.3)
        work(0.1)

    def others(seconds: float) -> None:
        work(seconds)

    def ours(frame: FrameType) -> bool:
        place: FrameType | None = frame
        while place is not None:
            if place.f_code.co_name == "others":
                return False
            place = place.f_back
        return frame.f_code.co_name == "work"

    dog = Watchdog(threshold=0.05, counts=ours)
    dog.start()
    with qtbot.waitCallback() as done:
        QTimer.singleShot(0, long_then_short)
        QTimer.singleShot(1, done)
    dog.stop()
    assert len(dog.stalls) == 1
    assert dog.stalls[0].seconds < 0.25


def test_a_stall_may_last_100_ms_at_the_machines_own_speed_and_never_200() -> None:
    assert 1.0 <= slowness() <= 2.0
    assert 0.1 <= limit() <= 0.2


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="only Linux tells how long a thread stood in line")
def test_a_machine_that_others_keep_busy_is_no_stall_of_ours(qtbot: QtBot) -> None:
    one = {min(os.sched_getaffinity(0))}
    crowd = [subprocess.Popen([sys.executable, "-c", CROWD.format(one=one)], stdin=subprocess.PIPE) for _ in range(6)]
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, one)
    dog = Watchdog(threshold=0.2)
    dog.start()
    try:
        with qtbot.waitCallback() as done:
            QTimer.singleShot(0, partial(work, 0.1))
            QTimer.singleShot(1, done)
    finally:
        dog.stop()
        os.sched_setaffinity(0, before)
        for other in crowd:
            other.kill()
            other.communicate()
    assert dog.stalls == []
