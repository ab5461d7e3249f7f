"""The key of the practice village: what was planted, in words, and the way to each family."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import FamilyId
from app.practice.quarrels import quarrels
from app.practice.village import practice_village
from app.ui.screens.beranda.rows import WaitRow
from app.ui.screens.latihan import read_key
from app.ui.screens.latihan.dialog import PracticeKeyDialog
from app.ui.screens.latihan.state import LessonShown
from app.ui.widgets import Text
from app.usecases.desk import Desk

Wear = Callable[[str, float], None]


@pytest.fixture
def lessons(practice_desk: Desk) -> tuple[LessonShown, ...]:
    return read_key(practice_desk)


def test_everything_that_was_planted_is_in_the_key_with_the_family_that_has_it(
    practice_desk: Desk, lessons: tuple[LessonShown, ...]
) -> None:
    told = {lesson.kind: len(lesson.planted) for lesson in lessons}
    riddles = [one for one in practice_village().truth if one.kind not in ("no_nik", "double_family_member")]
    quarrelled = {one.kind: 1 for one in quarrels(practice_village())}
    planted = {kind: sum(one.kind == kind for one in riddles) for kind in {one.kind for one in riddles}}
    assert told == planted | quarrelled
    for lesson in lessons:
        assert lesson.title
        assert lesson.lesson
        for one in lesson.planted:
            assert one.truth
            assert bool(one.family) == (lesson.kind not in ("left_out", "proposed_twice"))
            if one.family:
                detail = practice_desk.reading.family(FamilyId(one.family))
                assert detail is not None
                assert detail.standing.family.head_name in one.title


def test_the_truth_is_said_in_words(lessons: tuple[LessonShown, ...]) -> None:
    truth = {lesson.kind: lesson.planted[0].truth for lesson in lessons}
    assert truth["dead_active"] == "Meninggal 12 September 2025"
    assert truth["moved_family"] == "Sekarang di Surabaya"
    assert truth["nik_short"].startswith("NIK yang benar: 5302 ")
    assert truth["double_person"].startswith("Tercatat juga di keluarga ")
    assert "Mobil: Ya" in truth["well_off"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_place_is_reached_by_keyboard_and_leads_to_its_family(
    lessons: tuple[LessonShown, ...], dressed: Wear, qtbot: QtBot, scale: float
) -> None:
    dressed("light", scale)
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    dialog = PracticeKeyDialog(owner, lessons)
    with qtbot.waitActive(dialog):
        dialog.open()
    kind = next(lesson for lesson in lessons if lesson.kind == "well_off")
    assert dialog.kinds.hasFocus()
    dialog.kinds.set_value(kind.kind)
    dialog.kinds.activated.emit(0)
    rows = dialog.findChildren(WaitRow)
    assert [row.accessibleName() for row in rows] == [f"{one.title}, {one.truth}" for one in kind.planted]
    with qtbot.waitSignal(dialog.family_asked) as went:
        QTest.keyClick(rows[1], Qt.Key.Key_Return)
    assert went.args == [kind.planted[1].family]


def test_families_that_the_list_has_left_out_have_no_way_to_them(
    lessons: tuple[LessonShown, ...], dressed: Wear, qtbot: QtBot
) -> None:
    dialog = PracticeKeyDialog(None, lessons)
    qtbot.addWidget(dialog)
    dialog.kinds.set_value("left_out")
    dialog.kinds.activated.emit(0)
    words = {text.text() for text in dialog.findChildren(Text)}
    kind = next(lesson for lesson in lessons if lesson.kind == "left_out")
    assert {one.title for one in kind.planted} <= words
    assert dialog.findChildren(WaitRow) == []
