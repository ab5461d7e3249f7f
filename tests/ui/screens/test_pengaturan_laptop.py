"""Passing the laptop on and wiping it, from the screen, over a real practice village with its real district."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.composition.doors import FileDoors
from app.composition.places import PRACTICE_PASSWORD, places
from app.composition.preferences import FilePreferences
from app.composition.program import Program, options
from app.composition.window import DeskWindow
from app.domain.errors import Problem, Unavailable
from app.domain.payloads import RevealLogged
from app.ui.dialogs import Confirm, Tell
from app.ui.lanes import run_at_once
from app.ui.screens.mulai.page import StartPage
from app.ui.screens.pengaturan.handover import NEW, HandoverDialog
from app.ui.screens.pengaturan.laptop import LaptopSection
from app.ui.screens.pengaturan.laptop_presenter import WipePresenter, lost_sentence
from app.ui.screens.pengaturan.page import SettingsPage
from app.ui.screens.pengaturan.state import LaptopShown, Section, Told, WipeStage, WipeState
from app.ui.screens.pengaturan.wipe_dialog import WipeDialog
from app.ui.screens.pengaturan.wiped import tell_wiped
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.villages import unlocked

PASSWORD = "jagung padi ubi"


@pytest.fixture
def tasks(dressed: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def head(practice_copy: Path) -> Iterator[Desk]:
    with unlocked(practice_copy, "head") as desk:
        yield desk


@pytest.fixture
def window(head: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    made = DeskWindow(head, tasks, FilePreferences(tmp_path / "preferences.json"), lambda _: None)
    qtbot.addWidget(made.shell)
    made.show()
    made.sending.stop()
    made.shell.show()
    qtbot.waitUntil(lambda: not tasks.busy)
    yield made
    made.pause()
    qtbot.waitUntil(lambda: not tasks.busy)


def section_of(window: DeskWindow, tasks: Tasks, qtbot: QtBot) -> LaptopSection:
    window.navigate("pengaturan", section="laptop")
    page = window.shell.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: Section.LAPTOP in page._sections)
    section = page._sections[Section.LAPTOP]
    assert isinstance(section, LaptopSection)
    qtbot.waitUntil(lambda: section.wipe_button.isEnabled() and not tasks.busy)
    return section


def record(desk: Desk) -> None:
    family = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    desk.journal.record(Act(family.id, RevealLogged("nik", "dicocokkan dengan KTP")))


def test_the_old_head_hands_over_and_the_laptop_locks(
    window: DeskWindow, head: Desk, tasks: Tasks, practice_copy: Path, qtbot: QtBot
) -> None:
    name = head.actor.name
    record(head)
    section = section_of(window, tasks, qtbot)
    section.hand_over_button.click()
    (dialog,) = window.shell.findChildren(HandoverDialog)
    assert "1" in dialog.waiting.notice.words.words(), "what was not sent is said first"
    assert dialog.waiting.send_button.isVisibleTo(dialog)
    assert name in dialog.rests.text()
    dialog.give_button.click()
    assert dialog.name_field.error.words()
    assert not dialog.findChildren(Confirm)
    dialog.rests.setChecked(True)
    dialog.name.setText("Ester Kase")
    dialog.duty.role.set_value("head")
    dialog.first.box.setText(PASSWORD)
    dialog.again.box.setText(PASSWORD)
    dialog.give_button.click()
    (confirm,) = dialog.findChildren(Confirm)
    QTest.keyClick(confirm, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter alone gives nothing away"
    dialog.give_button.click()
    with qtbot.waitSignal(window.locked):
        dialog.findChildren(Confirm)[-1].yes_button.click()
    doors = FileDoors(places(practice_copy))
    (vault,) = doors.vaults()
    names = [slot.name for slot in doors.slots(vault)]
    assert "Ester Kase" in names
    assert name not in names


def test_whoever_has_a_place_here_needs_no_new_password(
    window: DeskWindow, head: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    section = section_of(window, tasks, qtbot)
    operator, enumerator = (
        next(row for row in head.people.all() if row.role == role) for role in ("operator", "enumerator")
    )
    section.hand_over_button.click()
    (dialog,) = window.shell.findChildren(HandoverDialog)
    assert dialog.taker.value() == NEW
    dialog.giver.set_value(operator.id)
    dialog.taker.set_value(enumerator.id)
    assert not dialog.new.isVisibleTo(dialog)
    assert operator.id not in [dialog.taker.itemData(at) for at in range(dialog.taker.count())]
    dialog.give_button.click()
    dialog.findChildren(Confirm)[0].yes_button.click()
    qtbot.waitUntil(lambda: bool(section.said.notice.words.words()) and not tasks.busy)
    assert [one.role for one in head.custody.look().holders] == ["head", "enumerator"]
    assert f"{operator.name} kepada {enumerator.name}" in head_facts(section)
    number = head.custody.look().number
    assert (number in head_facts(section), [len(part) for part in number.split("-")]) == (True, [4, 4, 4])


def head_facts(section: LaptopSection) -> str:
    from app.ui.widgets.text import Text

    return " ".join(part.text() for part in section.facts.findChildren(Text))


def test_a_laptop_is_wiped_only_with_password_and_sentence_and_the_district_hears_of_it(
    window: DeskWindow, head: Desk, tasks: Tasks, practice_copy: Path, qtbot: QtBot
) -> None:
    record(head)
    head.drafts.save("visit", "keluarga-1", "catatan", "belum")
    section = section_of(window, tasks, qtbot)
    section.wipe_button.click()
    (dialog,) = window.shell.findChildren(WipeDialog)
    assert "1 catatan, 1 isian" in dialog.lost.words.words()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not window.shell.findChildren(WipeDialog) or not dialog.isVisible(), "Enter alone is Batal"
    section.wipe_button.click()
    dialog = window.shell.findChildren(WipeDialog)[-1]
    dialog.wipe_button.click()
    assert dialog.secret.error.words()
    assert dialog.sentence_field.error.words()
    dialog.secret.box.setText("bukan kata sandinya")
    dialog.sentence.setText("saya rela  kehilangan 1 catatan, 1 isian.")
    dialog.wipe_button.click()
    qtbot.waitUntil(lambda: bool(dialog.secret.error.words()) and not tasks.busy)
    assert (practice_copy / "desa").exists()
    dialog.secret.box.setText(PRACTICE_PASSWORD)
    with qtbot.waitSignal(window.wiped) as wiped:
        dialog.wipe_button.click()
    assert wiped.args == ["told"]
    doors = FileDoors(places(practice_copy))
    assert doors.vaults() == []
    with doors.district().opened() as hub, hub.database.read() as connection:
        from app.hub.views.laptop_work import laptops_page

        (told,) = laptops_page(connection, "", 1).rows
        assert told.retired is not None
        assert (told.retired.entries, told.retired.photos, told.retired.drafts) == (1, 0, 1)
        assert told.missing == 0
    doors.close()


def test_where_the_disk_refuses_the_laptop_locks_and_nothing_is_lost(
    window: DeskWindow, head: Desk, practice_copy: Path, qtbot: QtBot
) -> None:
    (folder,) = (practice_copy / "desa").iterdir()
    # The mark cannot be written where something stands that is no file.
    (folder / "dikosongkan.json.part").mkdir()
    with qtbot.waitSignal(window.locked):
        window.wipe(Told.NO)
    with unlocked(practice_copy, "head") as again:
        assert again.actor.person == head.actor.person


@pytest.mark.parametrize("told", list(Told))
def test_the_fresh_program_begins_at_the_first_start_and_says_so_above_it(
    qapp: QApplication, dressed: object, tmp_path: Path, qtbot: QtBot, told: Told
) -> None:
    lie = places(tmp_path)
    chosen = options(["--data", str(tmp_path), "--wiped", str(told)])
    program = Program(qapp, chosen, FilePreferences(lie.preferences), FileDoors(lie))
    program.start()
    front = program._front
    assert isinstance(front, StartPage)
    qtbot.addWidget(front)
    (dialog,) = front.findChildren(Tell)
    assert dialog.isVisible()
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not front.findChildren(Tell))
    program.close()


class Custody:
    """Counts what it was asked for."""

    def __init__(self, problem: Problem | None = None) -> None:
        self.said: list[str] = []
        self.problem = problem

    def check_password(self, password: str) -> None:
        self.said.append(password)

    def announce(self) -> None:
        self.said.append("announce")
        if self.problem is not None:
            raise self.problem


class Line:
    """A district that does not answer."""

    def __init__(self) -> None:
        self.tries = 0

    def run(self, progress: object, cancelled: object, *, everything: bool = False) -> object:
        self.tries += 1
        raise Unavailable("line_timeout")


def wiping(
    custody: Custody, line: Line, laptop: LaptopShown, told: list[Told]
) -> tuple[WipePresenter, list[WipeState]]:
    shown: list[WipeState] = []
    presenter = WipePresenter(custody, line, laptop, run_at_once, shown.append, told.append)  # type: ignore[arg-type]  # what it runs
    return presenter, shown


def test_without_a_line_the_person_decides_and_the_last_word_is_written_once() -> None:
    custody, line, told = Custody(), Line(), list[Told]()
    presenter, shown = wiping(custody, line, LaptopShown(enrolled=True), told)
    presenter.ask("rahasia", "")
    assert shown[-1].stage is WipeStage.UNTOLD
    assert shown[-1].problem is not None
    assert told == []
    presenter.retry()
    assert (custody.said, line.tries) == (["rahasia", "announce"], 2)
    presenter.go_on()
    assert (told, shown[-1].stage) == ([Told.NO], WipeStage.WIPING)


def test_a_full_disk_keeps_nobody_from_wiping() -> None:
    custody, line, told = Custody(Unavailable("disk_full")), Line(), list[Told]()
    presenter, shown = wiping(custody, line, LaptopShown(enrolled=True), told)
    presenter.ask("rahasia", "")
    assert (shown[-1].stage, line.tries) == (WipeStage.UNTOLD, 0)
    presenter.go_on()
    assert told == [Told.NO]


def test_a_laptop_without_a_district_tells_nobody_but_asks_for_the_sentence() -> None:
    laptop = LaptopShown(entries=12, photos=3, drafts=0)
    assert lost_sentence(laptop) == "Saya rela kehilangan 12 catatan, 3 foto"
    custody, line, told = Custody(), Line(), list[Told]()
    presenter, shown = wiping(custody, line, laptop, told)
    presenter.ask("rahasia", "Saya rela kehilangan 12 catatan")
    assert shown[-1].sentence_error
    assert custody.said == []
    presenter.ask("rahasia", lost_sentence(laptop))
    assert (told, line.tries, custody.said) == ([Told.NOBODY], 0, ["rahasia"])


def test_the_fresh_program_says_what_became_of_the_laptop(qtbot: QtBot, dressed: Callable[[str, float], None]) -> None:
    from PySide6.QtWidgets import QWidget

    from app.ui.widgets.text import Text

    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    words = {}
    for told in Told:
        assert options(["--wiped", str(told)]).wiped == told
        dialog = tell_wiped(owner, str(told))
        assert isinstance(dialog, Tell)
        words[told] = " ".join(part.text() for part in dialog.findChildren(Text))
        dialog.reject()
    assert "sudah diberi tahu" in words[Told.YES]
    assert "belum diberi tahu" in words[Told.NO]
    assert "diberi tahu" not in words[Told.NOBODY]
    QApplication.processEvents()
