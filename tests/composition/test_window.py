from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.composition.doors import FileDoors
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.window import DeskWindow
from app.domain.payloads import RevealLogged
from app.ui.dialogs import Dialog
from app.ui.lanes import Lane
from app.ui.screens.beranda.rows import WaitRow
from app.ui.screens.kirim.page import ExchangePage
from app.ui.screens.kirim.parts import StickButtons
from app.ui.screens.latihan.dialog import PracticeKeyDialog
from app.ui.screens.pengaturan.quota import QuotaSection
from app.ui.screens.stik.read_dialog import ReadDialog
from app.ui.screens.stik.save_dialog import SaveDialog
from app.ui.tasks import Tasks
from app.ui.translation import use_language
from app.usecases.desk import Desk, ExchangeProgress, Preferences
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.villages import unlocked

PAGES = ("beranda", "keluarga", "kunjungan", "usulan", "bertentangan", "perubahan", "kirim", "pengaturan")


@pytest.fixture
def tasks(dressed: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def window(practice_desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    made = DeskWindow(practice_desk, tasks, FilePreferences(tmp_path / "preferences.json"), lambda _: None)
    qtbot.addWidget(made.shell)
    made.show()
    made.sending.stop()  # after some seconds it would send what a test says is waiting
    qtbot.waitUntil(lambda: not tasks.busy)
    yield made
    made.pause()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_every_screen_opens_over_a_real_village(window: DeskWindow, tasks: Tasks, qtbot: QtBot) -> None:
    for page in PAGES:
        window.navigate(page)
        qtbot.waitUntil(lambda: not tasks.busy)
        assert window.shell.current_page() == page


def test_bringing_a_list_in_leads_to_the_settings(window: DeskWindow) -> None:
    window.navigate("impor")
    assert window.shell.current_page() == "pengaturan"


def test_the_practice_banner_leads_to_the_key_and_from_there_to_a_family(
    window: DeskWindow, tasks: Tasks, qtbot: QtBot
) -> None:
    window.shell.show()
    qtbot.waitUntil(window.shell.banner.button.isVisible)
    window.shell.banner.button.click()
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(PracticeKeyDialog)))
    (key,) = window.shell.findChildren(PracticeKeyDialog)
    key.findChildren(WaitRow)[0].click()
    qtbot.waitUntil(lambda: window.shell.current_page() == "keluarga" and not tasks.busy)


def test_another_limit_of_a_day_is_told_to_what_waits_for_room(window: DeskWindow, tasks: Tasks, qtbot: QtBot) -> None:
    before = window.sending._standing().asked
    window.navigate("pengaturan", section="kabupaten")
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(QuotaSection)) and not tasks.busy)
    (quota,) = window.shell.findChildren(QuotaSection)
    quota.limit.setText("25")
    quota.save_button.click()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert window.sending._standing().asked == before + 1


@pytest.mark.parametrize(("name", "kind"), [("save_button", SaveDialog), ("read_button", ReadDialog)])
def test_sticks_are_reached_by_keyboard_beside_sending(
    window: DeskWindow, tasks: Tasks, qtbot: QtBot, name: str, kind: type[Dialog]
) -> None:
    window.navigate("kirim")
    with qtbot.waitActive(window.shell):
        window.shell.show()
    qtbot.waitUntil(lambda: not tasks.busy)
    (buttons,) = window.shell.findChildren(StickButtons)
    button = getattr(buttons, name)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(kind)) and not tasks.busy)
    (dialog,) = window.shell.findChildren(kind)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.shell.findChildren(kind))


def foot(window: DeskWindow) -> str:
    """What the foot says of the way to the district."""
    return window.shell.status._parts.accessibleName()


def test_the_foot_tells_what_waits_from_what_a_stick_has_carried_off(
    window: DeskWindow, practice_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
    before = practice_desk.reading.home()
    practice_desk.journal.record(Act(family, RevealLogged("nik", "cek KTP")))
    qtbot.waitUntil(lambda: f"{before.waiting_entries + 1} catatan menunggu dikirim" in foot(window))
    assert "dalam perjalanan" not in foot(window)
    practice_desk.sticks.save(
        tmp_path, for_laptops=False, photos=False, part_bytes=None, told=lambda step: None, cancelled=lambda: False
    )
    qtbot.waitUntil(lambda: f"{before.waiting_entries + 1} dalam perjalanan" in foot(window))
    assert "Tidak ada yang menunggu dikirim" in foot(window)


def test_the_foot_says_that_something_is_sent_while_it_is_and_the_receipt_after(
    window: DeskWindow, practice_desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    before = practice_desk.reading.home().last_receipt
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
    practice_desk.journal.record(Act(family, RevealLogged("nik", "cek KTP")))
    go_on = Event()

    def wait(_: ExchangeProgress) -> None:
        go_on.wait(60)

    def exchange() -> None:
        practice_desk.exchange.run(wait, lambda: False)

    tasks.run(Lane.NETWORK, exchange, lambda _: None, owner=window)
    qtbot.waitUntil(lambda: "Sedang dikirim" in foot(window))
    assert not window.shell.status.send_button.isEnabled()
    go_on.set()
    qtbot.waitUntil(window.shell.status.send_button.isEnabled)
    qtbot.waitUntil(lambda: practice_desk.reading.home().last_receipt in foot(window))
    assert practice_desk.reading.home().last_receipt != before
    assert "Sedang dikirim" not in foot(window)


def test_stopping_on_the_page_keeps_what_is_left_from_going_by_itself(window: DeskWindow, qtbot: QtBot) -> None:
    window.navigate("kirim")
    page = window.shell.stack.currentWidget()
    assert isinstance(page, ExchangePage)
    assert not window.sending._is_put_off()
    page.stop_asked.emit()
    assert window.sending._is_put_off()


def test_closing_the_window_seals_the_journal_and_lets_the_store_go(
    practice_copy: Path, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    doors = FileDoors(places(practice_copy))
    (vault,) = doors.vaults()
    desk = doors.unlock(vault, doors.slots(vault)[0].slot, vault.told_password)
    window = DeskWindow(desk, tasks, FilePreferences(tmp_path / "preferences.json"), lambda _: None)
    qtbot.addWidget(window.shell)
    window.show()
    window.shell.show()
    with qtbot.waitSignal(window.left):
        window.shell.close()
    with unlocked(practice_copy) as again:
        assert again.findings == ()


def test_the_language_changes_at_once_and_the_place_stays(
    practice_desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = FilePreferences(tmp_path / "preferences.json")
    window = DeskWindow(practice_desk, tasks, kept, lambda _: None)
    window.show("keluarga")
    qtbot.waitUntil(lambda: not tasks.busy)
    kept.save(replace(Preferences(), language="en"))
    use_language("en")
    try:
        window.renew()
        qtbot.addWidget(window.shell)
        assert window.shell.current_page() == "keluarga"
        assert "Proposals" in {button.text() for button in window.shell.navigation.findChildren(QAbstractButton)}
    finally:
        use_language("id")
        window.pause()
        qtbot.waitUntil(lambda: not tasks.busy)
