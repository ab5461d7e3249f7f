"""The windows of files: large enough for the size of the type, and all opened in one place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from app.ui.picking import file_window, pick_folder

APP = Path(__file__).parents[2] / "app"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_window_of_files_grows_with_the_type_as_far_as_the_screen_goes(
    dressed: Callable[[str, float], None], qtbot: QtBot, tmp_path: Path, scale: float
) -> None:
    dressed("light", scale)
    parent = QWidget()
    qtbot.addWidget(parent)
    window = file_window(parent, "Pilih berkas", str(tmp_path))
    window.open()
    qtbot.waitExposed(window)
    screen = parent.screen().availableSize()
    assert window.width() >= min(860 * scale, screen.width() - 40)
    assert window.height() >= min(560 * scale, screen.height() - 80)
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()
    (tree,) = window.findChildren(QTreeView)
    (tmp_path / "DTSEN Desa Naitimu November 2026.xlsx").touch()
    qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) == 1)
    qtbot.waitUntil(lambda: tree.columnWidth(0) >= tree.sizeHintForColumn(0))  # the whole name is read
    window.reject()


def test_the_window_in_which_a_stick_is_chosen_speaks_indonesian(
    dressed: Callable[[str, float], None], qtbot: QtBot
) -> None:
    dressed("light", 1.0)
    parent = QWidget()
    qtbot.addWidget(parent)
    window = pick_folder(parent, "Pilih stik atau folder", lambda _path: None)
    kinds = window.findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None
    assert [kinds.itemText(at) for at in range(kinds.count())] == ["Folder"]
    window.reject()


def test_nothing_opens_a_window_of_files_of_its_own() -> None:
    own = [file.name for file in APP.rglob("*.py") if re.search(r"\bQFileDialog(\(|\.get)", file.read_text("utf-8"))]
    assert own == ["picking.py"]
