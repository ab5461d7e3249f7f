"""The lock screen as a person meets it: keyboard, words, language."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.composition.preferences import FilePreferences
from app.ui.screens.masuk import build
from app.ui.screens.masuk.outfit import OutfitBar
from app.ui.screens.masuk.page import LockPage
from app.ui.tasks import Tasks
from app.ui.translation import use_language
from app.usecases.desk import Desk, Preferences
from app.usecases.doors import VaultInfo
from app.usecases.enrolling import WaitingVillage
from tests.fakes.doors import PASSWORD, PRACTICE, REAL, FakeDoors, FakePreferences

DESK = cast("Desk", object())


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Two lanes that end with the test."""
    made = Tasks()
    yield made
    made.close()


class Lobby:
    """A lock screen and what came of it."""

    def __init__(self, qtbot: QtBot, tasks: Tasks, stores: tuple[VaultInfo, ...] = (REAL, PRACTICE)) -> None:
        self.desks: list[Desk] = []
        self.places: list[str] = []
        self.waiting: list[WaitingVillage] = []
        self.preferences = FakePreferences()
        self._tasks = tasks
        doors = FakeDoors(DESK, stores=stores)
        self.page: LockPage = build(
            doors, tasks, self.preferences, self.desks.append, self.places.append, self.waiting.append
        )
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.settle(qtbot)

    def settle(self, qtbot: QtBot) -> None:
        """Until nothing is under way."""
        qtbot.waitUntil(lambda: not self._tasks.busy)


def test_one_types_the_password_and_presses_enter(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    lobby = Lobby(qtbot, tasks)
    box = lobby.page.view.secret.box
    assert box.hasFocus()
    QTest.keyClicks(box, PASSWORD)
    QTest.keyClick(box, Qt.Key.Key_Return)
    lobby.settle(qtbot)
    assert lobby.desks == [DESK]


def test_a_wipe_that_was_cut_asks_for_no_password_and_no_key_finishes_it_unseen(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    lobby = Lobby(qtbot, tasks, (replace(REAL, wiped=True),))
    view = lobby.page.view
    assert view.wiped.isVisible()
    assert not view.secret.isVisible()
    assert not view.unlock_button.isVisible()
    assert view.new_button.hasFocus(), "the focus stands on what harms nobody"
    view.finish_button.click()
    lobby.settle(qtbot)
    qtbot.waitUntil(view.nothing.isVisible)
    assert not view.card.isVisible()


def test_the_eye_shows_the_password_and_another_person_forgets_it(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    lobby = Lobby(qtbot, tasks)
    secret = lobby.page.view.secret
    QTest.keyClicks(secret.box, "jagung")
    secret.eye.click()
    assert secret.box.echoMode() is QLineEdit.EchoMode.Normal
    lobby.page.view.people.chosen.emit("s2")
    assert secret.text() == ""
    assert secret.box.echoMode() is QLineEdit.EchoMode.Password


def test_capital_letters_without_shift_are_a_caps_lock(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    lobby = Lobby(qtbot, tasks)
    secret = lobby.page.view.secret
    QTest.keyClicks(secret.box, "A", Qt.KeyboardModifier.NoModifier)
    assert secret._caps.isVisible()
    QTest.keyClicks(secret.box, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not secret._caps.isVisible()


def test_arrows_go_from_person_to_person(qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks) -> None:
    lobby = Lobby(qtbot, tasks)
    first = lobby.page.view.people._buttons["s1"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert lobby.page.view.people._buttons["s2"].isChecked()
    assert "Yohanes Taek" in lobby.page.view.people._buttons["s2"].accessibleName()


def test_who_presses_his_name_types_his_password_at_once(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    lobby = Lobby(qtbot, tasks)
    view = lobby.page.view
    QTest.mouseClick(view.people._buttons["s2"], Qt.MouseButton.LeftButton)
    lobby.settle(qtbot)
    assert view.people._buttons["s2"].isChecked()
    assert lobby.page.focusWidget() is view.secret.box


def test_language_changes_before_anybody_unlocks_and_is_kept(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    lobby = Lobby(qtbot, tasks)
    box = lobby.page.outfit.language_box
    try:
        box.set_value("en")
        box.activated.emit(1)
        qtbot.waitUntil(lambda: lobby.page.outfit.language_box is not box)
        lobby.settle(qtbot)
        assert lobby.preferences.kept.language == "en"
        assert [person.name for person in lobby.page._state.people] == ["Maria Bano", "Yohanes Taek", "Yosef Tefa"]
    finally:
        use_language("id")


def test_a_choice_of_looks_at_once_leaves_the_lock_and_all_else_as_they_are_kept(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks, tmp_path: Path
) -> None:
    kept = Preferences("id", "light", 1.1, 30)  # a size that this bar does not offer, a patience that it does not show
    FilePreferences(tmp_path / "preferences.json").save(kept)
    store = FilePreferences(tmp_path / "preferences.json")
    store.load()  # as the program does before its first window
    bar = OutfitBar(store, tasks)
    qtbot.addWidget(bar)
    bar.theme_box.set_value("dark")
    bar.theme_box.activated.emit(2)  # before any turn of the loop
    assert store.load() == replace(kept, theme="dark")
    qtbot.waitUntil(lambda: not tasks.busy)
    assert FilePreferences(tmp_path / "preferences.json").load() == replace(kept, theme="dark")


def test_the_way_to_another_village_leads_to_the_first_start(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    lobby = Lobby(qtbot, tasks)
    lobby.page.view.new_button.click()
    assert lobby.places == ["mulai"]


def test_the_lock_screen_loads_nothing_heavy() -> None:
    heavy = "'sqlalchemy', 'sqlcipher3', 'cryptography', 'openpyxl', 'python_calamine', 'requests', 'PIL', 'fastapi'"
    ask = f"import sys, app.ui.screens.masuk.page; print([name for name in ({heavy},) if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_with_the_largest_type_the_whole_box_for_the_password_is_seen(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    dressed("light", 2.0)
    lobby = Lobby(qtbot, tasks)
    box = lobby.page.view.secret.box
    lobby.page.resize(1366, lobby.page.mapFromGlobal(box.mapToGlobal(box.rect().center())).y())
    lobby.page.refresh()
    lobby.settle(qtbot)
    lobby.page.presenter.choose_person(lobby.page._state.people[-1].key)
    qtbot.waitUntil(lambda: box.hasFocus() and box.visibleRegion().boundingRect().height() == box.height())


def test_with_the_largest_type_a_wrong_password_is_told_where_it_is_seen(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    dressed("light", 2.0)
    lobby = Lobby(qtbot, tasks)
    lobby.page.resize(1366, 560)
    view = lobby.page.view
    QTest.keyClicks(view.secret.box, "bukan ini")
    QTest.keyClick(view.secret.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.problem.isVisible() and not tasks.busy)
    qtbot.waitUntil(lambda: view.problem.visibleRegion().boundingRect().height() == view.problem.height())
    assert view.secret.box.visibleRegion().boundingRect().height() == view.secret.box.height()
