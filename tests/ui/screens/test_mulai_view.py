"""The first start with a real list: from the file to words on paper, by its own widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.composition.intake import MappingsInMemory, SheetIntake
from app.ui.screens.impor.state import Stage
from app.ui.screens.mulai import build
from app.ui.screens.mulai.state import StartState, Step, Way
from app.ui.screens.mulai.steps import PersonStep
from app.ui.tasks import Tasks
from app.ui.vocabulary.flags import flag_words
from app.usecases.desk import Desk
from tests.fakes.doors import PASSWORD, PRACTICE, WORDS, FakeDoors, FakePreferences

LIST = Path(__file__).parents[2] / "data" / "desa-papua-420.xlsx"


def test_a_list_is_read_looked_at_and_becomes_a_village(qtbot: QtBot, dressed: Callable[[str, float], None]) -> None:
    desk = cast("Desk", object())
    opened: list[tuple[Desk, tuple[str, ...]]] = []
    tasks = Tasks()
    intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), flag_words)
    page = build(
        FakeDoors(desk, stores=()),
        intake,
        tasks,
        FakePreferences(),
        lambda made, words: opened.append((made, words)),
    )
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: not tasks.busy)
    QTest.keyClick(page.ways.buttons[Way.LIST], Qt.Key.Key_Return)
    page.flow.choose.chosen.emit(LIST)
    qtbot.waitUntil(lambda: page.flow.presenter.state.stage is Stage.MAPPING)
    page.flow.next_button.click()
    qtbot.waitUntil(lambda: page.flow.presenter.state.stage is Stage.REPORT)
    page.flow.next_button.click()
    assert page.presenter.state.step is Step.PERSON
    QTest.keyClicks(page.person.name, "Maria Bano")
    QTest.keyClicks(page.person.first.box, PASSWORD)
    QTest.keyClicks(page.person.again.box, PASSWORD)
    QTest.keyClick(page.person.again.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.presenter.state.step is Step.WORDS)
    page.next_button.click()
    first, second = page.confirm._boxes
    QTest.keyClicks(second, "bukan")
    page.next_button.click()
    assert page.focusWidget() is first
    second.clear()
    for asked, box in zip(page.presenter.state.asked, page.confirm._boxes, strict=True):
        QTest.keyClicks(box, WORDS[asked.word - 1])
    page.next_button.click()
    assert opened == [(desk, WORDS)]
    tasks.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_practice_village_that_is_here_is_opened_by_keyboard(
    qtbot: QtBot, dressed: Callable[[str, float], None], scale: float
) -> None:
    dressed("light", scale)
    desk, tasks = cast("Desk", object()), Tasks()
    opened: list[Desk] = []
    doors = FakeDoors(desk, stores=(replace(PRACTICE, told_password=PASSWORD),))
    intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), flag_words)
    page = build(doors, intake, tasks, FakePreferences(), lambda made, _words: opened.append(made))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitActive(page):
        page.show()
    qtbot.waitUntil(lambda: not tasks.busy)
    QTest.keyClick(page.ways.buttons[Way.PRACTICE], Qt.Key.Key_Return)
    qtbot.waitUntil(page.practice.open_button.hasFocus)
    assert page.back_button.isVisible()
    QTest.keyClick(page.practice.open_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [desk])
    assert [how for how, _ in doors.made] == ["unlock"]
    tasks.close()


def test_who_enrols_by_code_is_not_asked_for_a_role(qtbot: QtBot, dressed: Callable[[str, float], None]) -> None:
    step = PersonStep()
    qtbot.addWidget(step)
    step.show_state(StartState(way=Way.DISTRICT))
    with qtbot.waitExposed(step):
        step.show()
    assert not step.role_field.isVisible()
    step.name.setFocus()
    QTest.keyClicks(step.name, "Rina Bano")
    QTest.keyClick(step.name, Qt.Key.Key_Return)
    assert step.first.box.hasFocus()
    step.show_state(StartState(way=Way.LIST))
    assert step.role_field.isVisible()
    assert step.role.value() == "head"
