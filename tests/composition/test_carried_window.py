"""A laptop that never has a line, from the first start to the desk, in the real window with real stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.composition.doors import FileDoors
from app.composition.intake import MappingsInMemory, SheetIntake
from app.domain.intake import ListDraft
from app.hub.bundles import make_bundle
from app.hub.district import District
from app.hub.enrol import answer_request_file, make_code
from app.ui.screens.kirim import build as build_exchange
from app.ui.screens.kirim.page import ExchangePage
from app.ui.screens.kirim.state import Stage
from app.ui.screens.masuk import build as build_lock
from app.ui.screens.mulai import build as build_start
from app.ui.screens.mulai.page import StartPage
from app.ui.screens.mulai.state import Step, Way
from app.ui.tasks import Tasks
from app.ui.vocabulary.flags import flag_words
from app.usecases.desk import Desk
from app.usecases.doors import NewPerson
from app.usecases.enrolling import WaitingVillage
from tests.composition.enrolled import ROSTER, never, nothing
from tests.fakes.doors import FakePreferences

PASSWORD = "kata sandi panjang"


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Lanes that end with the test."""
    made = Tasks()
    yield made
    made.close()


class Room:
    """The windows before the desk, over real stores."""

    def __init__(self, qtbot: QtBot, doors: FileDoors, tasks: Tasks) -> None:
        self._qtbot, self._doors, self._tasks = qtbot, doors, tasks
        self.opened: list[Desk] = []
        self.waiting: list[WaitingVillage] = []

    def start(self) -> StartPage:
        """The first start, shown."""
        intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), flag_words)
        page = build_start(
            self._doors, intake, self._tasks, FakePreferences(), lambda desk, _words: self.opened.append(desk)
        )
        self._qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        self.settle()
        return page

    def unlock(self) -> WaitingVillage:
        """Through the lock screen to a store that waits."""
        page = build_lock(
            self._doors, self._tasks, FakePreferences(), self.opened.append, lambda _: None, self.waiting.append
        )
        self._qtbot.addWidget(page)
        page.show()
        self._qtbot.waitUntil(page.view.secret.box.isVisible)
        assert page.view.forgot_button.isHidden()
        QTest.keyClicks(page.view.secret.box, PASSWORD)
        QTest.keyClick(page.view.secret.box, Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: bool(self.waiting))
        return self.waiting[-1]

    def settle(self) -> None:
        """Until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self._tasks.busy)


def test_from_the_first_start_to_the_desk_without_any_line(
    qtbot: QtBot,
    dressed: Callable[[str, float], None],
    doors: FileDoors,
    tasks: Tasks,
    district: District,
    tmp_path: Path,
) -> None:
    dressed("light", 1.0)
    stick = tmp_path / "stick"
    stick.mkdir()
    code = make_code(district, ROSTER.village_code, ROSTER.village_name, "operator", "Maria Bano").text
    room = Room(qtbot, doors, tasks)
    page = room.start()
    page.ways.buttons[Way.DISTRICT].click()
    page.district.by_stick.click()
    assert page.district.address_field.isHidden()
    QTest.keyClicks(page.district.code, code)
    page.next_button.click()
    QTest.keyClicks(page.person.name, "Maria")
    QTest.keyClicks(page.person.first.box, PASSWORD)
    QTest.keyClicks(page.person.again.box, PASSWORD)
    page.next_button.click()
    qtbot.waitUntil(lambda: page.presenter.state.step is Step.WAITING)
    page.waiting.request_asked.emit(stick, "")
    qtbot.waitUntil(page.waiting.written.isVisible)
    (request,) = stick.iterdir()
    with qtbot.waitSignal(page.left):
        page.leave_button.click()

    answer = stick / "Balai-jawaban.balai-daftar"
    answer.write_bytes(answer_request_file(district, request.read_bytes(), "office"))
    (stick / "daftar.balai").write_bytes(b"".join(make_bundle(district, ROSTER.village_code)))
    again = room.start()
    again.presenter.resume(room.unlock())
    again.waiting.answer_picked.emit(request)
    qtbot.waitUntil(again.problem.isVisible)
    assert again.presenter.state.step is Step.WAITING
    again.waiting.answer_picked.emit(answer)
    qtbot.waitUntil(lambda: again.presenter.state.step is Step.WORDS)
    again.next_button.click()
    shown = again.presenter.state
    for asked, box in zip(shown.asked, again.confirm._boxes, strict=True):
        QTest.keyClicks(box, shown.recovery[asked.line - 1][asked.word - 1])
    again.next_button.click()
    (desk,) = room.opened
    assert desk.actor.name == "Maria Bano"
    assert desk.reading.home().families == len(ROSTER.families)
    desk.close()


def test_a_village_with_its_own_list_is_enrolled_by_stick_from_kirim(
    qtbot: QtBot,
    dressed: Callable[[str, float], None],
    doors: FileDoors,
    tasks: Tasks,
    district: District,
    draft: ListDraft,
    tmp_path: Path,
) -> None:
    dressed("light", 1.0)
    desk, _ = doors.create_from_list(draft, NewPerson("Petrus", "operator", PASSWORD), nothing, never)
    page: ExchangePage = build_exchange(desk, tasks, lambda place, **facts: None)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitUntil(lambda: page.presenter.state.stage is Stage.READY)
    assert page.enrolment.answer_button.isHidden()
    page.enrolment.request_button.click()
    assert page.enrolment.code.hasFocus()
    village = desk.reading.village()
    code = make_code(district, village.code, village.name, "operator", "Petrus").text
    page.enrolment.request_asked.emit(tmp_path, code)
    qtbot.waitUntil(page.enrolment.answer_button.isVisible)
    request = next(tmp_path.glob("*.balai-daftar"))
    answer = tmp_path / "jawaban"
    answer.write_bytes(answer_request_file(district, request.read_bytes(), "office"))
    torn = tmp_path / "setengah"
    torn.write_bytes(answer.read_bytes()[:-9])
    page.enrolment.answer_picked.emit(torn)
    qtbot.waitUntil(page.problem.isVisible)
    page.enrolment.answer_picked.emit(answer)
    qtbot.waitUntil(lambda: page.presenter.state.enrolled)
    assert not page.enrolment.isVisible()
    qtbot.waitUntil(lambda: not tasks.busy)
    page.send_button.click()
    qtbot.waitUntil(page.problem.isVisible)
    assert page.presenter.state.problem is not None
    assert page.presenter.state.problem.code == "exchange_no_address"
    desk.close()
