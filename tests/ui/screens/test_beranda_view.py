"""Beranda on the screen, over a real practice village."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.ui.screens.beranda import build
from app.ui.screens.beranda.rows import BarRow, FigureTile, GoRow, WaitRow
from app.ui.tasks import Tasks
from app.ui.widgets.page import first_stop, next_stop
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort

Wear = Callable[[str, float], None]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_place_and_every_waiting_thing_can_be_opened_by_keyboard(
    practice_desk: Desk, dressed: Wear, qtbot: QtBot, scale: float
) -> None:
    dressed("light", scale)
    tasks, went = Tasks(), list[tuple[str, dict[str, object]]]()

    def navigate(place: str, **facts: object) -> None:
        went.append((place, facts))

    page = build(practice_desk, tasks, navigate)
    qtbot.addWidget(page)
    page.resize(1160, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.shown()
    qtbot.waitUntil(lambda: not tasks.busy and any(row.isVisible() for row in page.findChildren(BarRow)))
    rows = [row for row in page.findChildren(GoRow) if row.isVisibleTo(page)]
    assert all(row.accessibleName() for row in rows)
    places = practice_desk.reading.places()
    assert len(page.findChildren(BarRow)) == len(places) + len({place.dusun for place in places})
    for row in rows:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert len(went) == len(rows)
    assert "keluarga" in {place for place, _ in went}
    assert page.findChildren(WaitRow)
    tasks.close()


@pytest.mark.parametrize("width", [1160, 700])
def test_tab_goes_down_one_column_and_then_the_other(
    practice_desk: Desk, dressed: Wear, qtbot: QtBot, width: int
) -> None:
    dressed("light", 1.0)
    tasks = Tasks()
    page = build(practice_desk, tasks, lambda place, **facts: None)
    qtbot.addWidget(page)
    page.resize(width, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.shown()
    qtbot.waitUntil(lambda: not tasks.busy and any(row.isVisible() for row in page.findChildren(BarRow)))
    stops: list[QWidget] = []
    stop = first_stop(page)
    while stop is not None and stop not in stops:
        stops.append(stop)
        stop = next_stop(page, stop)
    assert len(stops) > len(page.findChildren(BarRow))

    def downwards() -> bool:
        places = [stop.mapTo(page.window(), QPoint(0, 0)) for stop in stops]
        right = next((at for at, place in enumerate(places) if place.x() > 0.58 * width), len(places))
        columns = [places[:right], places[right:]] if width > 1000 else [places]
        assert all(len(column) > 2 for column in columns)
        return all([place.y() for place in column] == sorted(place.y() for place in column) for column in columns)

    qtbot.waitUntil(downwards)
    tasks.close()


def test_a_place_keeps_its_row_and_the_focus_on_it_when_the_figures_change(
    practice_desk: Desk, dressed: Wear, qtbot: QtBot
) -> None:
    dressed("light", 1.0)
    tasks = Tasks()
    page = build(practice_desk, tasks, lambda place, **facts: None)
    qtbot.addWidget(page)
    page.resize(1160, 680)
    with qtbot.waitActive(page):
        page.show()
    page.shown()
    qtbot.waitUntil(lambda: not tasks.busy and any(row.isVisible() for row in page.findChildren(BarRow)))
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    place = f"RT {family.rt} / RW {family.rw}"
    row = next(row for row in page.findChildren(BarRow) if place in row.bar.label and family.dusun in row.bar.sentence)
    row.setFocus()
    before = row.accessibleName()
    gone = VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")
    practice_desk.journal.record(Act(FamilyId(family.id), gone))
    page.refresh()
    qtbot.waitUntil(lambda: not tasks.busy and row.accessibleName() != before)
    assert row.hasFocus()
    tasks.close()


def test_nothing_is_cut_off_at_large_type(practice_desk: Desk, dressed: Wear, qtbot: QtBot) -> None:
    dressed("light", 2.0)
    tasks = Tasks()
    page = build(practice_desk, tasks, lambda place, **facts: None)
    qtbot.addWidget(page)
    page.resize(1240, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.shown()
    qtbot.waitUntil(lambda: not tasks.busy and bool(page.findChildren(BarRow)))
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in page.findChildren(BarRow)))
    assert page.horizontalScrollBar().maximum() == 0
    tasks.close()


def test_forms_that_were_begun_are_on_the_page_until_they_are_finished(
    practice_desk: Desk, dressed: Wear, qtbot: QtBot
) -> None:
    dressed("light", 1.0)
    (family,) = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)
    practice_desk.drafts.save("visit-2025", family.id, "respondent", "Maria")
    tasks, went = Tasks(), list[tuple[str, dict[str, object]]]()

    def navigate(place: str, **facts: object) -> None:
        went.append((place, facts))

    page = build(practice_desk, tasks, navigate)
    qtbot.addWidget(page)
    page.resize(1240, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.shown()

    def begun() -> list[WaitRow]:
        rows = [row for row in page.findChildren(WaitRow) if row.isVisibleTo(page)]
        return [row for row in rows if row.accessibleName().startswith(f"Kunjungan: {family.head_name}")]

    qtbot.waitUntil(lambda: len(begun()) == 1)
    QTest.keyClick(begun()[0], Qt.Key.Key_Return)
    assert went == [("kunjungan", {"family": family.id})]
    practice_desk.drafts.discard("visit-2025", family.id)
    page.shown()
    qtbot.waitUntil(lambda: not begun() and not page._drafts.isVisibleTo(page))
    tasks.close()


def test_who_comes_back_sees_where_the_focus_is_also_when_the_figures_have_changed(
    practice_desk: Desk, dressed: Wear, qtbot: QtBot
) -> None:
    dressed("dark", 2.0)
    tasks = Tasks()
    page = build(practice_desk, tasks, lambda place, **facts: None)
    qtbot.addWidget(page)
    page.resize(1238, 600)
    with qtbot.waitActive(page):
        page.show()
    page.shown()
    qtbot.waitUntil(lambda: not tasks.busy and page.findChild(FigureTile) is not None)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    page.focus_work()
    work = page.focusWidget()
    assert work is not None
    assert work.visibleRegion().boundingRect() == work.rect()

    figure = page.findChild(FigureTile)
    assert figure is not None
    figure.setFocus()
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    gone = VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")
    practice_desk.journal.record(Act(FamilyId(family.id), gone))
    page.refresh()
    qtbot.waitUntil(lambda: not tasks.busy and page.findChild(FigureTile) is not figure)
    qtbot.waitUntil(lambda: page.focusWidget() is page.findChild(FigureTile))
    tasks.close()
