"""Kunjungan over a real practice village: kept through a kill and a lock, recorded, and led on to what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.ids import FamilyId
from app.domain.standing import NOT_FOUND
from app.ui.screens.kunjungan import build
from app.ui.screens.kunjungan.controls import LineControl, NoteControl
from app.ui.screens.kunjungan.lines import SectionButton
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.kunjungan.photos import PhotoControl, PhotoTile
from app.ui.screens.kunjungan.state import SUMMARY
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.reading import FamilyFilter, FamilySort
from tests.ui.dragging import drag, drop, files, words
from tests.ui.screens.test_kunjungan_view import settle
from tests.villages import unlocked

Wear = Callable[[str, float], None]


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """The lanes of the program."""
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def page_of(dressed: Wear, qtbot: QtBot, tasks: Tasks) -> Callable[[Desk], VisitPage]:
    """Makes pages of the real screen."""

    def make(desk: Desk) -> VisitPage:
        page = build(desk, tasks, _nowhere)
        qtbot.addWidget(page)
        page.resize(1100, 680)
        page.show()
        return page

    return make


def _nowhere(place: str, **facts: object) -> None:
    raise AssertionError(place)


def wait(qtbot: QtBot, tasks: Tasks) -> None:
    """Until all that was asked of the disk is there and shown."""
    qtbot.waitUntil(lambda: not tasks.busy)
    settle()


def test_photos_dragged_in_from_a_folder_are_taken_as_copies_and_words_are_not(
    practice_desk: Desk, page_of: Callable[[Desk], VisitPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_of(practice_desk)
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    page.open(family=family.id)
    qtbot.waitUntil(lambda: page.form.panel is not None)
    page.form_presenter.answer("status_kunjungan", "1")
    page.form_presenter.answer("hasil_kunjungan", "2")
    page.form_presenter.go_to("foto_rumah")
    qtbot.waitUntil(lambda: page.form.panel is not None and page.form.panel.path == "foto_rumah")
    assert page.form.panel is not None
    control = page.form.panel.control
    assert isinstance(control, PhotoControl)
    qtbot.waitUntil(control.isVisible)
    photos = [tmp_path / "depan.jpg", tmp_path / "samping.jpg"]
    for path, colour in zip(photos, ("green", "blue"), strict=True):
        Image.new("RGB", (640, 480), colour).save(path)
    assert not drag(control, words("https://contoh.test/foto.jpg"))
    assert drag(control, files(photos))
    assert drop(control, files(photos[:1])) is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: len(control.findChildren(PhotoTile)) == 1)
    assert drop(page.form.panel.label, files(photos[1:])) is Qt.DropAction.CopyAction, "beside the frame"
    qtbot.waitUntil(lambda: len(control.findChildren(PhotoTile)) == 2)
    assert all(path.exists() for path in photos)
    sealed = {photo.name for photo in page.form.panel._asked.photos}
    assert len(sealed) == 2
    assert all(practice_desk.evidence.read(one) for one in sealed)


def test_with_the_largest_type_the_route_rolls_its_head_away(
    practice_desk: Desk, page_of: Callable[[Desk], VisitPage], qtbot: QtBot, tasks: Tasks, dressed: Wear
) -> None:
    dressed("light", 2.0)
    page = page_of(practice_desk)
    page.resize(1238, 640)
    page.open()
    wait(qtbot, tasks)
    route = page.route
    route.focus_work()
    QTest.keyClick(route.table, Qt.Key.Key_Down)
    settle()
    row = route.table.visualRect(route.table.currentIndex()).height()
    assert route.table.viewport().visibleRegion().boundingRect().height() > 4 * row
    QTest.keyClick(route.table, Qt.Key.Key_Home)
    settle()
    assert route.place_box.visibleRegion().boundingRect().contains(route.place_box.rect())


def test_after_a_kill_the_form_opens_at_the_same_question_with_the_same_words(
    practice_desk: Desk, page_of: Callable[[Desk], VisitPage], qtbot: QtBot, tasks: Tasks
) -> None:
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
    page = page_of(practice_desk)
    page.open(family=family)
    wait(qtbot, tasks)
    page.form_presenter.answer("status_kunjungan", "2")
    page.form_presenter.go_to("saksi_rt")
    settle()
    assert page.form.panel is not None
    assert isinstance(page.form.panel.control, LineControl)
    QTest.keyClicks(page.form.panel.control.box, "Ibu Yuliana d'Rosa")
    qtbot.waitUntil(lambda: "Ibu" in _fields(practice_desk, family).get("saksi_rt", ""))

    again = page_of(practice_desk)
    again.open(family=family)
    wait(qtbot, tasks)
    assert again.form.panel is not None
    assert again.form.panel.path == "saksi_rt"
    assert isinstance(again.form.panel.control, LineControl)
    box = again.form.panel.control.box
    assert box.text() == "Ibu Yuliana d'Rosa"
    settle()
    QTest.keyClicks(box, ", RT 004")  # who goes on typing writes on: nothing of what stands there was marked
    assert box.text() == "Ibu Yuliana d'Rosa, RT 004"


def test_a_note_is_gone_on_with_at_its_end_and_its_page_is_in_sight(
    practice_desk: Desk, page_of: Callable[[Desk], VisitPage], qtbot: QtBot, tasks: Tasks
) -> None:
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
    page = page_of(practice_desk)
    page.resize(1100, 560)
    page.open(family=family)
    wait(qtbot, tasks)
    for path, answer in (
        ("status_kunjungan", "1"),
        ("hasil_kunjungan", "1"),
        ("catatan", "Rumah dekat kapela"),
    ):
        page.form_presenter.answer(path, answer)
    page.form_presenter.go_to("catatan")
    wait(qtbot, tasks)

    again = page_of(practice_desk)
    again.resize(1100, 560)
    again.open(family=family)
    wait(qtbot, tasks)
    (here,) = [one for one in again.form.progress.findChildren(SectionButton) if one.chosen]
    column = again.form.progress.viewport()
    qtbot.waitUntil(lambda: column.rect().contains(here.mapTo(column, here.rect().center())))
    assert again.form.panel is not None
    QTest.keyClicks(again.form.focusWidget(), ", ada anjing")
    again.form.flush()
    assert isinstance(again.form.panel.control, NoteControl)
    assert again.form.panel.control.text() == "Rumah dekat kapela, ada anjing"


def test_words_typed_just_before_locking_are_there_after_unlocking(
    practice_copy: Path, page_of: Callable[[Desk], VisitPage], qtbot: QtBot, tasks: Tasks
) -> None:
    with unlocked(practice_copy) as desk:
        family = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
        page = page_of(desk)
        page.open(family=family)
        wait(qtbot, tasks)
        page.form_presenter.answer("status_kunjungan", "3")
        page.form_presenter.go_to("ganda_dengan")
        settle()
        QTest.keyClicks(page.form.focusWidget(), "Keluarga Taek")
        page.leave()
        wait(qtbot, tasks)
    with unlocked(practice_copy) as desk:
        page = page_of(desk)
        page.open(family=family)
        wait(qtbot, tasks)
        assert page.form.panel is not None
        assert (page.form.panel.path, page.form_presenter.family) == ("ganda_dengan", family)
        assert _fields(desk, family)["ganda_dengan"] == "Keluarga Taek"


def test_a_visit_made_on_the_screen_stands_in_the_store_and_the_route_goes_on(
    practice_desk: Desk, page_of: Callable[[Desk], VisitPage], qtbot: QtBot, tasks: Tasks
) -> None:
    page = page_of(practice_desk)
    page.open()
    wait(qtbot, tasks)
    family = page.route.table.current_key()
    QTest.mouseClick(page.route.visit_button, Qt.MouseButton.LeftButton)
    wait(qtbot, tasks)
    for path, value in (("status_kunjungan", "2"), ("alasan_tidak_ditemukan", "3"), ("saksi_rt", "Ketua RT")):
        page.form_presenter.answer(path, value)
    page.form_presenter.go_to(SUMMARY)
    page.form_presenter.save()
    wait(qtbot, tasks)
    detail = practice_desk.reading.family(FamilyId(family))
    assert detail is not None
    assert detail.standing.visit_status == NOT_FOUND
    assert practice_desk.drafts.list() == ()
    page.form.next_asked.emit(page.form._state.next_family)
    wait(qtbot, tasks)
    assert page.form_presenter.family not in ("", family)
    page.form.left.emit()
    wait(qtbot, tasks)
    assert page.route.table.current_key() not in ("", family)


def test_what_a_visit_found_goes_to_a_proposal_that_knows_it(
    practice_desk: Desk, dressed: Wear, qtbot: QtBot, tasks: Tasks
) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    page = build(practice_desk, tasks, lambda place, **facts: went.append((place, facts)))
    qtbot.addWidget(page)
    page.resize(1100, 680)
    page.show()
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
    page.open(family=family)
    wait(qtbot, tasks)
    said = {"status_kunjungan": "2", "alasan_tidak_ditemukan": "1", "tujuan_pindah": "1", "saksi_rt": "Ketua RT"}
    for path, value in said.items():
        page.form_presenter.answer(path, value)
    page.form_presenter.save()
    wait(qtbot, tasks)
    (button,) = [one for one in page.form.done.findChildren(QPushButton) if "usulan pindah" in one.text()]
    QTest.keyClick(button, Qt.Key.Key_Space)
    ((place, facts),) = went
    assert (place, facts["new"], facts["family"]) == ("usulan", "move", family)
    assert facts["given"] == {"arah_pindah": "desa"}


def _fields(desk: Desk, family: str) -> dict[str, str]:
    draft = desk.drafts.load("visit", family)
    return dict(draft.fields) if draft is not None else {}
