"""How Balai looks and speaks: what is worn stays worn, and the choice just made stays in sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.screens.pengaturan.look import LookSection
from app.ui.theme import look
from app.ui.widgets.page import ScrollColumn
from app.usecases.desk import Preferences


def test_a_choice_at_once_leaves_all_else_as_it_is_worn(dressed: Callable[..., None], qtbot: QtBot) -> None:
    dressed("dark", 2.0)
    applied: list[Preferences] = []
    worn = Preferences("id", "dark", 1.6, 7)  # a size and a patience that stand in no box
    section = LookSection(worn, applied.append)
    qtbot.addWidget(section)
    section.language.set_value(("en",))
    section.language.chosen.emit(("en",))
    qtbot.waitUntil(lambda: bool(applied))
    assert applied == [replace(worn, language="en")]


def test_the_size_of_type_stays_in_sight_when_it_is_chosen(dressed: Callable[..., None], qtbot: QtBot) -> None:
    dressed("light", 1.0)
    page = ScrollColumn()
    qtbot.addWidget(page)
    section = LookSection(Preferences(), lambda chosen: look().wear("light", chosen.scale))
    page.body.put(section)
    page.resize(1000, 500)
    page.show()
    qtbot.waitExposed(page)
    section.scale.setFocus()
    section.scale.set_value("200")
    section.scale.activated.emit(section.scale.currentIndex())
    box, seen = section.scale, page.viewport()

    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    for _ in range(5):
        QApplication.processEvents()
    assert box.mapTo(page.widget(), box.rect().center()).y() > seen.height()  # it would lie below the edge
    qtbot.waitUntil(lambda: seen.rect().contains(box.mapTo(seen, box.rect().center())))
