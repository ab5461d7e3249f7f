from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.domain.standing import NOT_FOUND
from app.ui.lanes import run_at_once
from app.ui.screens.kunjungan import build
from app.ui.screens.kunjungan.controls import LineControl
from app.ui.screens.kunjungan.form_presenter import FormPresenter
from app.ui.screens.kunjungan.form_view import FormView
from app.ui.screens.kunjungan.lines import QuestionRow, SectionButton
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.kunjungan.photos import PhotoControl, PhotoTile
from app.ui.screens.kunjungan.state import SUMMARY
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.reading import FamilyFilter, FamilySort
from tests.fakes.families import VIEWER
from tests.fakes.visits import FakeLaptop
from tests.ui.dragging import drag, drop, files, words
from tests.villages import unlocked
from tests.windows_shown import windows_shown

FAMILY = FamilyId("fam-3")
SHIFT = Qt.KeyboardModifier.ShiftModifier
Wear = Callable[[str, float], None]


class Desktop:
    """A form in a window, driven by keys alone."""

    def __init__(self, qtbot: QtBot, laptop: FakeLaptop) -> None:
        self.view = FormView()
        qtbot.addWidget(self.view)
        self.presenter = FormPresenter(laptop.tools(), run_at_once, self.view.show_state)
        view, presenter = self.view, self.presenter
        view.edited.connect(presenter.answer)
        view.advanced.connect(presenter.go_on)
        view.retreated.connect(presenter.go_back)
        view.taken.connect(presenter.take)
        view.put_off.connect(presenter.put_off)
        view.pointed.connect(presenter.go_to)
        view.save_asked.connect(presenter.save)
        view.photos_chosen.connect(presenter.add_photos)
        view.resize(1100, 680)
        view.show()
        presenter.open(FAMILY)
        settle()

    def focus(self) -> QWidget:
        """Where a key would go."""
        widget = self.view.focusWidget()
        assert widget is not None
        return widget

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key, held)
        settle()

    def write(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self.focus(), words)

    def path(self) -> str:
        """The question that is open."""
        return self.view.panel.path if self.view.panel is not None else ""


def settle() -> None:
    """Let what waits for the next turn of the loop happen."""
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def laptop() -> FakeLaptop:
    return FakeLaptop()


@pytest.fixture
def desktop(dressed: Wear, qtbot: QtBot, laptop: FakeLaptop) -> Iterator[Desktop]:
    made = Desktop(qtbot, laptop)
    yield made
    made.view.close()


def test_a_visit_is_recorded_by_keys_alone(desktop: Desktop, laptop: FakeLaptop) -> None:
    assert desktop.path() == "status_kunjungan"
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_Return):
        desktop.key(key)
    assert desktop.path() == "saksi_rt"
    desktop.write("Melki Bano")
    for _ in range(8):
        if desktop.path():
            desktop.key(Qt.Key.Key_Return)
    assert desktop.focus() is desktop.view.summary.save_button
    desktop.key(Qt.Key.Key_Return)
    (record,) = laptop.reading.journal.recorded
    assert isinstance(record.payload, VisitRecorded)
    assert (record.payload.absence_reason, record.payload.guide) == ("unknown", "Melki Bano")


def test_going_through_the_form_opens_no_other_window_and_keeps_the_focus(desktop: Desktop) -> None:
    with windows_shown() as shown:
        desktop.presenter.answer("status_kunjungan", "1")
        desktop.presenter.answer("hasil_kunjungan", "2")
        for page in ("responden", "anggota/m3-0", "rumah", "foto_rumah", "catatan", SUMMARY):
            desktop.presenter.go_to(page)
            settle()
        desktop.presenter.save()
        settle()
    assert shown == []


def test_the_page_that_is_open_already_takes_the_keys_to_its_question(desktop: Desktop) -> None:
    here = next(one for one in desktop.view.progress.findChildren(SectionButton) if one.chosen)
    here.setFocus()
    desktop.key(Qt.Key.Key_Return)
    desktop.key(Qt.Key.Key_2)
    desktop.key(Qt.Key.Key_Return)
    assert desktop.path() == "alasan_tidak_ditemukan"


def test_what_is_wrong_has_room_although_the_questions_around_it_changed(desktop: Desktop) -> None:
    for path, answer in (("status_kunjungan", "1"), ("hasil_kunjungan", "1"), ("anggota/m3-0/keberadaan_anggota", "1")):
        desktop.presenter.answer(path, answer)
    desktop.presenter.go_to("anggota/m3-0/tanggal_lahir")
    settle()
    panel = desktop.view.panel
    assert panel is not None
    asked = []
    for day in ("01-01-1990", "01-01-2024", "1"):
        QTest.keyClick(desktop.focus(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        desktop.write(day)
        desktop.view.flush()
        settle()
        asked.append([row.path for row in desktop.view.findChildren(QuestionRow) if row.isVisible()])
    assert asked[0] != asked[1]  # more is asked about a grown person
    desktop.key(Qt.Key.Key_Return)
    assert panel.error.isVisible()
    assert panel.height() == panel.heightForWidth(panel.width())
    assert panel.control.height() >= panel.control.minimumSizeHint().height()


def test_a_visit_is_not_saved_by_a_button_that_nobody_sees(desktop: Desktop, laptop: FakeLaptop, dressed: Wear) -> None:
    dressed("light", 2.0)
    desktop.view.resize(1100, 560)
    for answer in ("2", "3", "Melki Bano"):
        path = desktop.path()
        desktop.presenter.answer(path, answer)
        desktop.presenter.go_on()
        settle()
    desktop.presenter.go_to(SUMMARY)
    settle()
    summary = desktop.view.summary
    assert not summary.save_button.in_sight()
    assert desktop.focus() is summary.down_button
    QTest.keyClick(summary.save_button, Qt.Key.Key_Return)
    settle()
    assert laptop.reading.journal.recorded == []
    assert summary.save_button.in_sight()
    assert desktop.focus() is summary.save_button
    desktop.key(Qt.Key.Key_Return)
    assert len(laptop.reading.journal.recorded) == 1


def test_with_the_largest_type_the_head_leaves_the_room_to_the_question_and_members_can_be_added(
    desktop: Desktop, dressed: Wear
) -> None:
    dressed("light", 2.0)
    desktop.view.resize(1100, 560)
    desktop.presenter.answer("status_kunjungan", "1")
    desktop.presenter.answer("hasil_kunjungan", "2")
    desktop.presenter.answer("anggota/m3-0/keberadaan_anggota", "1")
    desktop.presenter.go_to("anggota/m3-0/id_hub_kepala_keluarga")
    settle()
    view = desktop.view
    assert view.panel is not None
    assert not view.page_box.visibleRegion().boundingRect().contains(view.page_box.rect())
    assert view.panel.visibleRegion().boundingRect().height() > 300
    assert view.add_button.isVisible()


def test_focus_stays_at_the_photos_when_one_is_taken_away(desktop: Desktop, tmp_path: Path) -> None:
    desktop.presenter.answer("status_kunjungan", "1")
    desktop.presenter.answer("hasil_kunjungan", "2")
    desktop.presenter.go_to("foto_rumah")
    settle()
    assert desktop.view.panel is not None
    control = desktop.view.panel.control
    assert isinstance(control, PhotoControl)
    control._selected([str(tmp_path / "satu.jpg")])
    settle()
    assert desktop.focus() is control.choose_button
    (tile,) = control.findChildren(PhotoTile)
    tile.remove_button.setFocus()
    desktop.presenter.remove_photo("foto_rumah", tile.name)
    settle()
    assert desktop.focus() is control.choose_button
    desktop.key(Qt.Key.Key_Return)
    assert desktop.path() == "foto_dalam"


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
    assert drop(control, files(photos)) is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: len(control.findChildren(PhotoTile)) == 2, timeout=20_000)
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
    assert route.table.viewport().visibleRegion().boundingRect().height() > 4.5 * row
    QTest.keyClick(route.table, Qt.Key.Key_Home)
    settle()
    assert route.place_box.visibleRegion().boundingRect().contains(route.place_box.rect())


def test_shift_enter_and_alt_up_go_back(desktop: Desktop) -> None:
    desktop.key(Qt.Key.Key_2)
    desktop.key(Qt.Key.Key_Return)
    assert desktop.path() == "alasan_tidak_ditemukan"
    desktop.key(Qt.Key.Key_Return, SHIFT)
    assert desktop.path() == "status_kunjungan"
    desktop.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desktop.path() == "tanggal_kunjungan"


def test_a_code_of_two_digits_is_typed(desktop: Desktop, laptop: FakeLaptop) -> None:
    desktop.presenter.answer("status_kunjungan", "1")
    desktop.presenter.answer("hasil_kunjungan", "2")
    desktop.presenter.go_to("id_bb_utama")
    settle()
    desktop.key(Qt.Key.Key_1)
    desktop.key(Qt.Key.Key_0)
    assert laptop.drafts.kept[("visit", FAMILY)].fields["id_bb_utama"] == "10"


def test_one_key_takes_what_the_list_says(desktop: Desktop, laptop: FakeLaptop) -> None:
    desktop.presenter.answer("status_kunjungan", "1")
    desktop.presenter.answer("hasil_kunjungan", "2")
    desktop.presenter.go_to("luas_lantai_bangunan")
    settle()
    desktop.key(Qt.Key.Key_F2)
    assert laptop.drafts.kept[("visit", FAMILY)].fields["luas_lantai_bangunan"] == "36"
    assert desktop.path() == "luas_lantai_bangunan"
    desktop.key(Qt.Key.Key_Return)
    assert desktop.path() == "id_lantai_terluas"


def test_every_member_is_the_respondent_by_one_key(desktop: Desktop, laptop: FakeLaptop) -> None:
    desktop.presenter.answer("status_kunjungan", "1")
    desktop.presenter.answer("hasil_kunjungan", "2")
    desktop.presenter.go_to("nama_responden")
    settle()
    desktop.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    family = laptop.reading.family(FAMILY)
    assert family is not None
    name = family.standing.family.members[1].name
    assert laptop.drafts.kept[("visit", FAMILY)].fields["nama_responden"] == name
    assert isinstance(desktop.focus(), QLineEdit)
    assert desktop.path() == "nama_responden"


def test_words_typed_are_in_the_draft_when_the_screen_is_left(desktop: Desktop, laptop: FakeLaptop) -> None:
    desktop.presenter.answer("status_kunjungan", "2")
    desktop.presenter.go_to("saksi_rt")
    settle()
    desktop.write("Melki B")
    desktop.view.hide()
    kept = laptop.drafts.kept[("visit", FAMILY)]
    assert (kept.fields["saksi_rt"], kept.position) == ("Melki B", "saksi_rt")


def test_the_open_question_and_its_focus_are_always_in_sight(desktop: Desktop) -> None:
    desktop.presenter.answer("status_kunjungan", "1")
    desktop.presenter.answer("hasil_kunjungan", "2")
    desktop.presenter.answer("anggota/m3-0/keberadaan_anggota", "1")
    desktop.presenter.go_to("anggota/m3-0/nama")
    settle()
    view = desktop.view._scroll.viewport()
    for _ in range(20):
        desktop.key(Qt.Key.Key_Return)
        focus = desktop.focus()
        top = focus.mapTo(desktop.view, QPoint(0, 0)).y() - view.mapTo(desktop.view, QPoint(0, 0)).y()
        assert top >= 0
        assert top + focus.height() <= view.height()


def test_a_space_agrees_and_agrees_no_more(desktop: Desktop, laptop: FakeLaptop) -> None:
    desktop.presenter.answer("status_kunjungan", "1")
    desktop.presenter.answer("hasil_kunjungan", "2")
    desktop.presenter.go_to("pemberitahuan")
    settle()
    desktop.key(Qt.Key.Key_Space)
    assert laptop.drafts.kept[("visit", FAMILY)].fields["pemberitahuan"] == "1"
    desktop.key(Qt.Key.Key_Space)
    assert "pemberitahuan" not in laptop.drafts.kept[("visit", FAMILY)].fields


def test_every_control_of_the_form_has_a_name(desktop: Desktop) -> None:
    desktop.presenter.answer("status_kunjungan", "1")
    desktop.presenter.answer("hasil_kunjungan", "2")
    for page in ("responden", "anggota/m3-0", "rumah", "foto_rumah", "lokasi", "catatan", SUMMARY):
        desktop.presenter.go_to(page)
        settle()
        for widget in desktop.view.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                text = getattr(widget, "text", str)()
                assert widget.accessibleName() or text or widget.focusProxy(), (page, widget)


def test_who_may_only_look_gets_a_reason_and_a_way_back(dressed: Wear, qtbot: QtBot) -> None:
    desktop = Desktop(qtbot, FakeLaptop(actor=VIEWER))
    assert desktop.path() == ""
    with qtbot.waitSignal(desktop.view.left):
        desktop.key(Qt.Key.Key_Return)


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
    qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)
    settle()


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
    qtbot.waitUntil(lambda: "Ibu" in _fields(practice_desk, family).get("saksi_rt", ""), timeout=5_000)

    again = page_of(practice_desk)
    again.open(family=family)
    wait(qtbot, tasks)
    assert again.form.panel is not None
    assert again.form.panel.path == "saksi_rt"
    assert isinstance(again.form.panel.control, LineControl)
    assert again.form.panel.control.box.text() == "Ibu Yuliana d'Rosa"


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
    page.route.family_opened.emit(family)
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
