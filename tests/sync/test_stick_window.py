"""The windows of sticks over real laptops: saved in one, read in another, told in words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.hub.local import LocalHub
from app.hub.publish import publish
from app.ui.dialogs import Dialog
from app.ui.folders import remember_stick
from app.ui.lanes import Lane
from app.ui.screens.stik import open_read, open_save
from app.ui.screens.stik.read_dialog import ReadDialog
from app.ui.screens.stik.save_dialog import SaveDialog
from app.ui.screens.stik.state import Stage
from app.ui.tasks import Tasks
from app.ui.widgets import Text
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST

pytestmark = pytest.mark.usefixtures("no_stall")
Wear = Callable[[str, float], None]


@pytest.fixture
def tasks(dressed: Wear) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def window(dressed: Wear, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A folder that the windows were last used with."""
    folder = tmp_path / "stik"
    folder.mkdir()
    remember_stick(str(folder))
    yield folder
    remember_stick("")


@pytest.fixture
def pair(hub: LocalHub, new_laptop: NewLaptop) -> tuple[Laptop, Laptop]:
    """Two enrolled laptops, the first with the district's list and two visits with photos."""
    first, second = new_laptop(), new_laptop()
    first.enrol(hub)
    second.enrol(hub)
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    first.exchange()
    first.visit("f-1", first.photo("rumah", 60_000), first.photo("dapur", 60_000))
    first.visit("f-2")
    return first, second


def saving(window: QWidget, laptop: Laptop, tasks: Tasks, qtbot: QtBot) -> SaveDialog:
    """The window that saves, ready."""
    dialog = open_save(window, laptop.sticks, tasks)
    qtbot.waitUntil(lambda: dialog.presenter.state.stage is not Stage.LOOKING)
    qtbot.waitUntil(dialog.save_button.hasFocus)
    return dialog


def looking(window: QWidget, laptop: Laptop, tasks: Tasks, qtbot: QtBot) -> ReadDialog:
    """The window that reads, with what lies in the folder."""
    dialog = open_read(window, laptop.sticks, tasks)
    qtbot.waitUntil(lambda: not tasks.busy)
    return dialog


def words_of(widget: QWidget) -> str:
    """Every word that can be seen."""
    return "\n".join(text.text() for text in widget.findChildren(Text) if text.isVisible())


def test_what_is_saved_by_keyboard_in_one_laptop_is_read_in_another(
    window: QWidget, pair: tuple[Laptop, Laptop], stick: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    first, second = pair
    dialog = saving(window, first, tasks, qtbot)
    assert "2 foto (120 KB)" in dialog.presenter.state.laptops_load
    QTest.keyClick(dialog.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.close_button.hasFocus)
    (path,) = stick.glob("*.balai")
    assert "Sudah diperiksa. Aman dicabut." in words_of(dialog)
    assert path.name in words_of(dialog)
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Return)
    (stick / "autorun.inf").write_text("[autorun]")

    reading = looking(window, second, tasks, qtbot)
    qtbot.waitUntil(lambda: reading.bundles.focused() == str(path))
    assert "Di stik ini ada berkas lain yang tidak dibuka Balai." in words_of(reading)
    QTest.keyClick(reading.take_button, Qt.Key.Key_Return)
    qtbot.waitUntil(reading.close_button.hasFocus)
    qtbot.waitUntil(lambda: "Daftar November 2026 sudah diterima." in words_of(reading))
    assert "2 foto" in words_of(reading)
    assert second.said_about("f-1") == ["visit_recorded"]
    assert len(second.evidence.waiting()) == 2

    reading.again_button.click()
    qtbot.waitUntil(lambda: not tasks.busy)
    reading.take_button.click()
    qtbot.waitUntil(lambda: "Tidak ada yang baru: semuanya sudah ada di laptop ini." in words_of(reading))
    reading.reject()


def test_a_photo_that_can_not_be_read_stays_behind_and_is_told(
    window: QWidget, pair: tuple[Laptop, Laptop], stick: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    first, _ = pair
    next((first.folder / "files").glob("*.sealed")).unlink()
    dialog = saving(window, first, tasks, qtbot)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.presenter.state.stage is Stage.DONE)
    assert "1 foto tidak ikut: berkasnya di laptop ini rusak atau hilang." in dialog.presenter.state.left_out
    qtbot.waitUntil(lambda: dialog.presenter.state.left_out in words_of(dialog))
    dialog.reject()


def test_parts_are_made_and_one_that_lacks_is_named(
    window: QWidget, pair: tuple[Laptop, Laptop], stick: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    first, second = pair
    first.visit("f-1", *(first.photo(f"besar {n}", 1_500_000) for n in range(4)))
    dialog = saving(window, first, tasks, qtbot)
    dialog.parts.setCurrentIndex(1)
    dialog.parts.activated.emit(1)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.presenter.state.stage is Stage.DONE)
    assert len(list(stick.glob("*.balai"))) == 2
    assert "2 bagian" in dialog.presenter.state.held
    dialog.reject()
    next(stick.glob("*-2dari2.balai")).rename(stick / "nanti.txt")
    reading = looking(window, second, tasks, qtbot)
    (bundle,) = reading.presenter.state.others
    assert bundle.status is not None
    assert bundle.status.words == "Bagian nomor 2 belum ada"
    assert not reading.take_button.isVisible()
    (stick / "nanti.txt").rename(stick / "nanti.balai")
    reading.again_button.click()
    qtbot.waitUntil(lambda: not tasks.busy)
    reading.take_button.click()
    qtbot.waitUntil(lambda: reading.presenter.state.stage is Stage.DONE)
    assert len(second.evidence.waiting()) == 6
    reading.reject()


def test_the_system_s_window_of_folders_leads_anywhere(
    window: QWidget, pair: tuple[Laptop, Laptop], stick: Path, tmp_path: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    first, _ = pair
    dialog = saving(window, first, tasks, qtbot)
    dialog.place.folder_button.click()
    (choosing,) = dialog.findChildren(QFileDialog)
    assert choosing.fileMode() is QFileDialog.FileMode.Directory
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    choosing.fileSelected.emit(str(elsewhere))
    choosing.reject()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.presenter.state.stage is Stage.DONE)
    assert len(list(elsewhere.glob("*.balai"))) == 1
    assert not list(stick.iterdir())
    dialog.reject()


@pytest.fixture
def slow_disk(tasks: Tasks) -> Iterator[threading.Event]:
    """The lane of the disk is busy until this is set."""
    go_on = threading.Event()
    yield go_on
    go_on.set()


def test_escape_while_it_saves_stops_it_and_leaves_nothing_behind(
    window: QWidget,
    pair: tuple[Laptop, Laptop],
    stick: Path,
    tasks: Tasks,
    qtbot: QtBot,
    slow_disk: threading.Event,
) -> None:
    first, _ = pair
    dialog = saving(window, first, tasks, qtbot)
    tasks.run(Lane.DISK, slow_disk.wait, lambda _: None)
    dialog.save_button.click()
    assert dialog.stop_button.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    slow_disk.set()
    qtbot.waitUntil(lambda: dialog.presenter.state.stage is Stage.READY)
    assert "Dihentikan sebelum selesai." in dialog.problem.words.words()
    assert not list(stick.iterdir())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_laptop_that_is_locked_waits_for_no_stick(
    window: QWidget,
    pair: tuple[Laptop, Laptop],
    stick: Path,
    tasks: Tasks,
    qtbot: QtBot,
    slow_disk: threading.Event,
) -> None:
    first, second = pair
    path = second.write_stick(stick).paths[0]
    writing = saving(window, first, tasks, qtbot)
    reading = looking(window, first, tasks, qtbot)
    tasks.run(Lane.DISK, slow_disk.wait, lambda _: None)
    writing.save_button.click()
    reading.take_button.click()
    for dialog in window.findChildren(Dialog):
        assert isinstance(dialog, SaveDialog | ReadDialog)
        dialog.leave()
    slow_disk.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert list(stick.iterdir()) == [path]
    assert [report.lines[0] for report in reading.presenter.state.reports] == ["Dihentikan sebelum selesai."]


def test_another_laptop_s_stick_that_is_gone_is_said_where_it_is_read(
    window: QWidget, pair: tuple[Laptop, Laptop], stick: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    first, second = pair
    first.write_stick(stick)
    reading = looking(window, second, tasks, qtbot)
    for path in stick.iterdir():
        path.unlink()
    stick.rmdir()
    reading.take_button.click()
    gone = "Stik atau foldernya tidak ada lagi. Mungkin stik tercabut."
    qtbot.waitUntil(lambda: gone in words_of(reading))
    assert second.said_about("f-1") == []
    reading.reject()
