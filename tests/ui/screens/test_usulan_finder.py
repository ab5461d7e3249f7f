from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.screens.usulan.finder_card import FinderCard
from app.ui.screens.usulan.form_state import Finder
from app.ui.shown import Option


def test_a_family_is_found_and_taken_by_keyboard_alone(qtbot: QtBot) -> None:
    card = FinderCard()
    qtbot.addWidget(card)
    found = (Option("f1", "Yusuf Tefa"), Option("f2", "Aldi Tefa"))
    card.show_finder(Finder("Keluarga yang mana?", options=found, searched=True))
    card.show()
    qtbot.waitExposed(card)
    taken: list[str] = []
    card.chosen.connect(taken.append)
    card.search_field.setFocus()
    qtbot.waitUntil(card.search_field.hasFocus)
    QTest.keyClick(card.search_field, Qt.Key.Key_Down)
    assert card.choices.focused() == "f1"
    QTest.keyClick(card.choices, Qt.Key.Key_Return)
    assert taken == ["f1"]


def test_whoever_lives_elsewhere_is_seen_and_read_but_cannot_be_taken(qtbot: QtBot) -> None:
    card = FinderCard()
    qtbot.addWidget(card)
    why = "Di luar RT tugas Anda (RT 003 / RW 001), jadi tidak dapat dipilih."
    card.show_finder(
        Finder("Keluarga yang mana?", searched=True, elsewhere=("Aldi Tefa · RT 004 / RW 001",), why_not=why)
    )
    card.show()
    qtbot.waitExposed(card)
    taken: list[str] = []
    card.chosen.connect(taken.append)
    assert card.elsewhere.isVisible()
    assert card.elsewhere.accessibleName() == f"Aldi Tefa · RT 004 / RW 001 {why}"
    assert not card._none.isVisible()
    QTest.mouseClick(card.elsewhere, Qt.MouseButton.LeftButton)
    assert taken == []
    card.show_finder(Finder("Keluarga yang mana?", searched=True))
    assert not card.elsewhere.isVisible()
    assert card._none.isVisible()
