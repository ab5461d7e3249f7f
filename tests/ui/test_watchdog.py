import hashlib
import time
from functools import partial
from types import FrameType

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.ui.watchdog import Watchdog


def busy(seconds: float) -> None:
    """Keep the thread at work for so long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        hashlib.sha256(b"x" * 4096).digest()


def test_a_stall_is_measured_and_its_place_is_named(qtbot: QtBot) -> None:
    dog = Watchdog()
    dog.start()
    with qtbot.waitCallback() as done:
        QTimer.singleShot(0, partial(busy, 0.3))
        QTimer.singleShot(1, done)
    dog.stop()
    assert dog.stalls
    assert max(stall.seconds for stall in dog.stalls) > 0.2
    assert "busy" in str(dog.stalls[0])


def test_waiting_is_no_stall(qtbot: QtBot) -> None:
    dog = Watchdog(threshold=0.15)
    dog.start()
    qtbot.wait(300)
    dog.stop()
    assert dog.stalls == []


def test_moments_that_do_not_count_are_left_out(qtbot: QtBot) -> None:
    def not_busy(frame: FrameType) -> bool:
        return frame.f_code.co_name != "busy"

    dog = Watchdog(counts=not_busy)
    dog.start()
    with qtbot.waitCallback() as done:
        QTimer.singleShot(0, partial(busy, 0.3))
        QTimer.singleShot(1, done)
    dog.stop()
    assert dog.stalls == []
