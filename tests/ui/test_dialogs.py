from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs import Dialog
from app.ui.screens.usulan.dialogs import KindDialog
from app.ui.shown import Option
from app.ui.widgets import Text


def test_a_tall_dialog_stays_wholly_on_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.setGeometry(room.x(), room.y() + room.height() // 2, room.width(), room.height() // 2)
    window.show()
    dialog = Dialog(window, "Panjang")
    for n in range(60):
        dialog.body.put(Text(f"Baris {n}"))
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    assert room.contains(dialog.geometry())


def test_enter_takes_the_kind_of_proposal_that_one_stands_at(qtbot: QtBot) -> None:
    dialog = KindDialog(None, (Option("death", "Meninggal"), Option("move", "Pindah")))
    qtbot.addWidget(dialog)
    given: list[str] = []
    dialog.kind_chosen.connect(given.append)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.choices.focused() == "1")
    QTest.keyClick(dialog.choices, Qt.Key.Key_Return)
    assert given == ["death"]
