from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.ui.lanes import run_at_once
from app.ui.screens.kunjungan.form_presenter import FormPresenter
from app.ui.screens.kunjungan.form_view import FormView
from app.ui.screens.kunjungan.lines import QuestionRow, SectionButton
from app.ui.screens.kunjungan.photos import PhotoControl, PhotoTile
from app.ui.screens.kunjungan.state import SUMMARY
from tests.fakes.families import VIEWER
from tests.fakes.visits import FakeLaptop
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
