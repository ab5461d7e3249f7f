import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import Problem, Unavailable
from app.ui.collector import Collector
from app.ui.lanes import Lane
from app.ui.tasks import Tasks


class Crashes(list[BaseException]):
    """Keeps what would become a crash report."""


@pytest.fixture
def crashes() -> Crashes:
    return Crashes()


@pytest.fixture
def tasks(qapp: QApplication, crashes: Crashes) -> Iterator[Tasks]:
    made = Tasks(crash=crashes.append)
    yield made
    made.close()


def test_work_is_done_elsewhere_and_the_answer_arrives_on_the_ui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[str, bool]] = []

    def done(name: str) -> None:
        seen.append((name, threading.current_thread() is threading.main_thread()))

    with qtbot.waitSignal(tasks.idle):
        tasks.run(Lane.DISK, lambda: threading.current_thread().name, done)
        assert tasks.busy
    assert seen == [("lane-disk_0", True)]
    assert not tasks.busy


def test_one_lane_does_not_wait_for_the_other(qtbot: QtBot, tasks: Tasks) -> None:
    gate, order = threading.Event(), list[str]()
    tasks.run(Lane.NETWORK, gate.wait, lambda _: order.append("network"))
    tasks.run(Lane.DISK, gate.set, lambda _: order.append("disk"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert sorted(order) == ["disk", "network"]


def test_work_of_one_lane_keeps_its_order(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[int] = []
    with qtbot.waitSignal(tasks.idle):
        for number in range(50):
            tasks.run(Lane.DISK, lambda n=number: n, answers.append)  # type: ignore[misc]  # mypy: default in lambda
    assert answers == list(range(50))


def test_a_problem_goes_to_failed_and_a_bug_to_the_crash_report(qtbot: QtBot, tasks: Tasks, crashes: Crashes) -> None:
    failed: list[Problem] = []

    def no_line() -> None:
        raise Unavailable("disk_full")

    def bug() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(tasks.idle):
        tasks.run(Lane.DISK, no_line, lambda _: None, failed.append)
        tasks.run(Lane.DISK, bug, lambda _: None, failed.append)
        tasks.run(Lane.DISK, no_line, lambda _: None)
    assert [problem.code for problem in failed] == ["disk_full"]
    assert [type(crash) for crash in crashes] == [ZeroDivisionError, Unavailable]


def test_no_answer_comes_to_an_owner_who_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    gate, answers = threading.Event(), list[object]()
    widget, plain = QObject(), Crashes()
    tasks.bound(widget)(Lane.DISK, gate.wait, answers.append)
    tasks.bound(plain)(Lane.DISK, gate.wait, answers.append)
    progress = tasks.relay(widget, answers.append)
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, 0)
    del plain
    gc.collect()
    with qtbot.waitSignal(tasks.idle):
        progress(0.5)
        gate.set()
    assert answers == []


def test_progress_of_another_thread_arrives_on_the_ui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[float, bool]] = []
    owner = QObject()

    def told(share: float) -> None:
        seen.append((share, threading.current_thread() is threading.main_thread()))

    tell = tasks.relay(owner, told)
    with qtbot.waitSignal(tasks.idle):
        tasks.run(Lane.DISK, lambda: tell(0.5), lambda _: None)
    assert seen == [(0.5, True)]


def test_after_closing_nothing_arrives(qapp: QApplication) -> None:
    gate, queued, answers = threading.Event(), threading.Event(), list[object]()
    closing = Tasks()
    closing.run(Lane.DISK, lambda: 0, answers.append)
    closing.run(Lane.DISK, queued.set, answers.append)
    closing.run(Lane.DISK, gate.wait, answers.append)
    queued.wait()
    gate.set()
    closing.close()
    closing.run(Lane.DISK, lambda: 1, answers.append)  # as a timer of a window that is going would
    qapp.processEvents()
    assert answers == []
    assert not closing.busy


def test_garbage_is_collected_on_the_ui_thread_alone(qtbot: QtBot) -> None:
    collector = Collector()
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
