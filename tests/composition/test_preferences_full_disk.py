"""On a full disk what is chosen is worn all the same, and that it is not kept is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.composition.doors import FileDoors
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.program import Options, Program
from app.domain.errors import Unavailable
from app.ui.dialogs import Tell
from app.ui.screens.masuk.outfit import OutfitBar
from app.ui.tasks import Tasks
from app.ui.theme import look
from app.ui.widgets import Text
from app.usecases.desk import Desk, Preferences
from tests.machine import fill, small_disk

Wear = Callable[[str, float], None]


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", "64k") as disk:
        fill(disk)
        yield disk


@pytest.fixture
def preferences(full_disk: Path) -> FilePreferences:
    return FilePreferences(full_disk / "preferences.json")


def test_what_cannot_be_kept_is_refused_in_words_and_worn_all_the_same(preferences: FilePreferences) -> None:
    chosen = Preferences(theme="dark", scale=1.5)
    with pytest.raises(Unavailable) as caught:
        preferences.save(chosen)
    assert (caught.value.code, caught.value.facts) == ("preferences_not_kept", {"why": "disk_full"})
    assert preferences.load() == chosen


def test_at_the_desk_the_look_changes_at_once_and_the_foot_says_that_it_is_not_kept(
    preferences: FilePreferences, practice_desk: Desk, tmp_path: Path, dressed: Wear, qtbot: QtBot
) -> None:
    dressed("light", 1.0)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    program = Program(app, Options(), preferences, FileDoors(places(tmp_path)))
    program.open_desk(practice_desk)
    window = program._window
    assert window is not None
    qtbot.addWidget(window.shell)
    window.sending.stop()  # after some seconds it would send, and say so over what is read here
    program.apply(Preferences(theme="dark", scale=1.25))
    assert (look().choice, look().theme.scale) == ("dark", 1.25)
    said = window.shell.toast.words
    qtbot.waitUntil(lambda: said.text().startswith("Pilihan tampilan ini belum tersimpan di laptop."))
    assert "Data desa tetap aman" in said.text()
    window.pause()
    window.shell.closed.disconnect(window.leave)
    program.close()
    app.setQuitOnLastWindowClosed(True)


def test_before_anybody_has_unlocked_a_dialog_says_it(
    preferences: FilePreferences, dressed: Wear, qtbot: QtBot
) -> None:
    dressed("light", 1.0)
    tasks = Tasks()
    bar = OutfitBar(preferences, tasks)
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.show()
    qtbot.waitUntil(lambda: not tasks.busy)
    bar.theme_box.set_value("dark")
    bar.theme_box.activated.emit(2)
    qtbot.waitUntil(lambda: bool(bar.findChildren(Tell)))
    words = " ".join(text.text() for text in bar.findChildren(Tell)[0].findChildren(Text))
    assert "berlaku sampai Balai ditutup" in words
    assert look().choice == "dark"
    tasks.close()
