"""Two real laptops of a village, each with its window, exchange in one room."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.composition.doors import FileDoors
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.window import DeskWindow
from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.practice.village import generate
from app.storage.keys import FLOOR_REAL, KdfParams
from app.sync.nearby import MOST_WRONG
from app.ui.screens.kirim.nearby_dialogs import DoorDialog, MeetDialog
from app.ui.screens.kirim.nearby_state import DoorState
from app.ui.screens.kirim.page import ExchangePage
from app.ui.tasks import Tasks
from app.usecases.carry import Carrying
from app.usecases.desk import Desk
from app.usecases.doors import NewPerson
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.journeys.person import texts
from tests.journeys.person import wait_until as wait

NAMES = ("Maria Tefa", "Yan Nabu")


@dataclass
class Laptop:
    """One laptop with its window open at Kirim & terima."""

    desk: Desk
    tasks: Tasks
    window: DeskWindow

    @property
    def page(self) -> ExchangePage:
        """The page."""
        page = self.window.shell.stack.currentWidget()
        assert isinstance(page, ExchangePage)
        return page

    def receive(self) -> DoorDialog:
        """Open the door and wait until it listens."""
        self.page.nearby.receive_button.click()
        (dialog,) = self.page.findChildren(DoorDialog)
        wait(lambda: dialog.presenter.state.open, "the door never opened")
        return dialog

    def send(self) -> MeetDialog:
        """The dialog that asks for the code."""
        self.page.nearby.send_button.click()
        (dialog,) = self.page.findChildren(MeetDialog)
        return dialog

    def visit(self, number: int) -> FamilyId:
        """Record a visit of the family at this place of the list."""
        row = self.desk.reading.families(FamilyFilter(), FamilySort(), number, 1)[0]
        self.desk.journal.record(Act(FamilyId(row.id), VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")))
        return FamilyId(row.id)

    def knows_of(self, family: FamilyId) -> list[str]:
        """Kinds of the entries about a family."""
        return [one.entry.kind for one in self.desk.journal.entries(family)]


def idle(one: Laptop) -> bool:
    """Whether nothing is under way on it."""
    return not one.tasks.busy


@pytest.fixture
def laptops(tmp_path: Path, dressed: object, qtbot: QtBot) -> Iterator[tuple[Laptop, Laptop]]:
    """Two laptops that one district enrolled."""
    hub = LocalHub(tmp_path / "hub")
    hub.start()
    roster = generate(7, 20).roster
    publish(hub.district, roster.village_code, roster, month="2026-11")
    made = []
    for number, name in enumerate(NAMES):
        doors = FileDoors(places(tmp_path / f"laptop{number}"), KdfParams(FLOOR_REAL, 1, 2))
        code = make_code(hub.district, roster.village_code, roster.village_name, "operator", name)
        person = NewPerson(name, "operator", "kata sandi panjang")
        desk, _ = doors.create_enrolled(hub.url, code.text, person, lambda _: None, lambda: False)
        tasks = Tasks()
        window = DeskWindow(desk, tasks, FilePreferences(tmp_path / f"{number}.json"), lambda _: None)
        qtbot.addWidget(window.shell)
        window.show("kirim")
        window.sending.stop()
        window.shell.show()
        made.append(Laptop(desk, tasks, window))
    made[0].desk.exchange.run(lambda _: None, lambda: False)  # hears of the second laptop
    for one in made:
        wait(partial(idle, one))
        wait(one.page.nearby.isVisible)
    yield made[0], made[1]
    for one in made:
        one.window.pause()
        wait(partial(idle, one))
        one.desk.close()
        one.tasks.close()
    hub.close()


def port_of(dialog: DoorDialog) -> int:
    """Where the door listens."""
    return int(dialog.presenter.state.addresses[0].rpartition(":")[2])


def listens(port: int) -> bool:
    """Whether anything does."""
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def test_a_scanned_code_brings_both_laptops_to_the_same_state(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    theirs, ours = second.visit(1), first.visit(2)
    door = first.receive()
    assert " ".join(door.code.text().replace("-", "")) in door.code.accessibleName().replace(",", "")
    call = second.send()
    QTest.keyClicks(call.code, door.presenter.state.scanned)
    QTest.keyClick(call.code, Qt.Key.Key_Return)
    wait(lambda: call.presenter.state.done, "the laptops never met")
    wait(lambda: bool(door.presenter.state.lines), "the door never told")
    assert "Diterima" in texts(call)
    assert "Diberikan" in texts(door)
    assert not door.presenter.state.talking
    for one in laptops:
        assert one.knows_of(theirs) == one.knows_of(ours) == ["visit_recorded"]
    QTest.keyClick(call.close_button, Qt.Key.Key_Space)
    port = port_of(door)
    assert listens(port)
    door.reject()
    wait(lambda: not first.tasks.busy)
    assert not listens(port)


def test_who_hangs_up_before_he_is_greeted_is_no_cut_talk(
    laptops: tuple[Laptop, Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    """He grew tired of waiting while the door spoke with another laptop: what it says of that one stands."""
    door = laptops[0].receive()
    seen: list[DoorState] = []
    monkeypatch.setattr(door.presenter, "_out", seen.append)
    assert listens(port_of(door))  # calls, and hangs up
    call = laptops[1].send()
    QTest.keyClicks(call.code, "ABCD-EFGH")
    QTest.keyClicks(call.address, f"127.0.0.1:{port_of(door)}")
    QTest.keyClick(call.start_button, Qt.Key.Key_Space)
    wait(lambda: bool(seen), "the door never told")
    (said,) = seen
    assert said.problem is not None
    assert "mencoba masuk" in said.problem.title


def test_a_wrong_code_gets_nothing_and_both_are_told(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    family = first.visit(1)
    door, call = first.receive(), second.send()
    QTest.keyClicks(call.code, "ABCD-EFGH")
    QTest.keyClicks(call.address, f"127.0.0.1:{port_of(door)}")
    for _ in range(MOST_WRONG):
        assert not door.presenter.state.talking
        QTest.keyClick(call.start_button, Qt.Key.Key_Space)
        wait(lambda: not call.presenter.state.busy and bool(call.presenter.state.code_error), "never refused")
        wait(lambda: "mencoba masuk" in texts(door) or "berhenti menunggu" in texts(door), "the door never told")
        assert "bukan kode laptop" in texts(call)
    wait(lambda: "berhenti menunggu" in texts(door), "the door never closed")
    assert second.knows_of(family) == []
    QTest.keyClick(door.again_button, Qt.Key.Key_Space)
    wait(lambda: door.presenter.state.open, "the door never opened again")
    call.reject()
    door.reject()


def test_nothing_listens_once_balai_is_locked(laptops: tuple[Laptop, Laptop], qtbot: QtBot) -> None:
    first, _ = laptops
    port = port_of(first.receive())
    with qtbot.waitSignal(first.window.locked):
        first.window.shell.idle.went_idle.emit()
    assert not listens(port)


def test_locking_by_itself_waits_for_a_talk(laptops: tuple[Laptop, Laptop], qtbot: QtBot) -> None:
    first, second = laptops
    family = second.visit(1)
    door = first.receive()
    state = door.presenter.state
    halfway, go_on = threading.Event(), threading.Event()

    def told(_step: Carrying) -> None:
        halfway.set()
        go_on.wait()

    def call() -> None:
        second.desk.nearby.meet(state.code, f"127.0.0.1:{port_of(door)}", told, lambda: False)

    caller = threading.Thread(target=call)
    caller.start()
    wait(halfway.is_set, "the talk never began")
    wait(lambda: door.presenter.state.talking, "the door never told")
    with qtbot.assertNotEmitted(first.window.shell.lock_requested):
        first.window.shell.idle.went_idle.emit()
    go_on.set()
    wait(lambda: bool(door.presenter.state.lines), "the talk never ended")
    caller.join()
    assert first.knows_of(family) == ["visit_recorded"]
    with qtbot.waitSignal(first.window.locked):
        first.window.shell.idle.went_idle.emit()
