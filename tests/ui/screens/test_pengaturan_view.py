"""Pengaturan and Kirim & terima over a real practice village: real store, real keys, real district."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.payloads import ListExported, RevealLogged
from app.ui.screens.kirim import build as build_exchange
from app.ui.screens.kirim.state import Stage
from app.ui.screens.pengaturan import build
from app.ui.screens.pengaturan.look import LookSection
from app.ui.screens.pengaturan.people import PeopleSection, PersonDialog
from app.ui.screens.pengaturan.state import Ends, OfficialShown, PeopleState, Section, Tenure
from app.ui.tasks import Tasks
from app.ui.widgets.filters import Pill
from app.usecases.desk import Desk, Preferences
from app.usecases.export_list import RecordExport
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.fakes.doors import FakePreferences


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Two lanes that end with the test."""
    made = Tasks()
    yield made
    made.close()


ENDS = Ends(lambda: None, lambda told: None)


def stay(place: str, **facts: object) -> None:
    """Nobody goes anywhere."""


def show(qtbot: QtBot, page: QWidget) -> None:
    """Put a page on the screen."""
    qtbot.addWidget(page)
    page.resize(1160, 690)
    with qtbot.waitExposed(page):
        page.show()


def test_a_new_official_gets_a_place_and_can_be_seen(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks, practice_desk: Desk
) -> None:
    page = build(practice_desk, tasks, stay, FakePreferences(), lambda chosen: None, ENDS)
    show(qtbot, page)
    page.open(section="petugas")
    qtbot.waitUntil(lambda: not tasks.busy)
    section = page._sections[Section.PEOPLE]
    assert isinstance(section, PeopleSection)
    section.add_button.click()
    (dialog,) = section.findChildren(QDialog)
    assert isinstance(dialog, PersonDialog)
    dialog.name.setText("Rut Nenabu")
    dialog.first.box.setText("pendek")
    dialog.save_button.click()
    assert dialog.again.error.words(), "a password that is too short keeps the dialog open"
    dialog.first.box.setText("jagung padi ubi")
    dialog.again.box.setText("jagung padi ubi")
    dialog.save_button.click()
    assert dialog.duty.reach_field.error.words(), "nothing ticked is not the whole village"
    dialog.duty.places.findChildren(QCheckBox)[0].click()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "Rut Nenabu" in [row.name for row in section._state.people])
    (added,) = [row for row in practice_desk.people.all() if row.name == "Rut Nenabu"]
    assert added.rts == (section._state.places[0][0],)


def test_whoever_is_bound_to_an_rt_stays_bound_when_he_is_saved_again(
    qtbot: QtBot, dressed: Callable[[str, float], None]
) -> None:
    bound = ("009/001",)
    yosef = OfficialShown("p1", "Yosef Tefa", "enumerator", "Pendata", bound, "RT 009 / RW 001", True, True, False)
    state = PeopleState(roles=(("enumerator", "Pendata"),), places=(("001/001", "RT 001"), ("009/001", "RT 009")))
    owner = QWidget()
    show(qtbot, owner)
    dialog = PersonDialog(owner, state, yosef)
    with qtbot.waitSignal(dialog.changed) as told:
        dialog.save_button.click()
    assert told.args == ["Yosef Tefa", "enumerator", bound, True]


def test_whoever_serves_not_for_long_is_named_above_the_list(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks
) -> None:
    def one(name: str, tenure: Tenure, until: str = "") -> OfficialShown:
        return OfficialShown(name, name, "viewer", "Pembaca", (), "Seluruh desa", True, True, False, until, tenure)

    section = PeopleSection(tasks.bound(tasks))
    show(qtbot, section)
    section.show_state(PeopleState(loading=False, people=(one("Rut", Tenure.OPEN, "30 Juni 2027"),)))
    assert not section.ending.isVisible()
    people = (
        one("Yosef", Tenure.ENDS_SOON, "3 Desember 2026"),
        one("Rut", Tenure.ENDED, "1 November 2026"),
        one("Petrus", Tenure.REVOKED),
    )
    section.show_state(PeopleState(loading=False, people=people))
    assert section.ending.isVisible()
    assert "Yosef, Rut" in section.ending.words.words()
    qtbot.waitUntil(lambda: section.table.model().rowCount() == 3)
    said = [str(section.table.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(3)]
    assert "sampai 3 Desember 2026" in said[0]
    assert "Segera berakhir" in said[0]
    assert "Masa tugas berakhir" in said[1]
    assert "Dicabut kabupaten" in said[2]


def test_the_focus_stands_on_the_language_that_is_spoken(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks, practice_desk: Desk
) -> None:
    page = build(practice_desk, tasks, stay, FakePreferences(Preferences(language="en")), lambda _: None, ENDS)
    show(qtbot, page)
    page.focus_work()
    qtbot.waitUntil(lambda: not tasks.busy)
    look = page.pages.currentWidget()
    assert isinstance(look, LookSection)
    assert look.language.focused() == "en"


def test_arrows_go_through_all_sections_and_the_focus_stays_on_their_row(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks, practice_desk: Desk
) -> None:
    page = build(practice_desk, tasks, stay, FakePreferences(), lambda chosen: None, ENDS)
    show(qtbot, page)
    pills = [pill for pill in page.bar.findChildren(Pill) if pill.isVisible()]
    pills[0].setFocus()
    sections = [str(pill.property("filter_value")) for pill in pills]
    assert len(sections) == len(Section)
    for section in sections[1:]:
        held = page.focusWidget()
        assert isinstance(held, Pill)
        QTest.keyClick(held, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: not tasks.busy)
        held = page.focusWidget()
        assert isinstance(held, Pill), f"the focus went into {section}"
        assert (held.property("filter_value"), held.isChecked()) == (section, True)
    QTest.keyClick(held, Qt.Key.Key_Left)
    assert isinstance(page.focusWidget(), Pill)


def test_who_saw_and_took_out_what_is_told(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks, practice_desk: Desk
) -> None:
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    practice_desk.journal.record(Act(family.id, RevealLogged("nik", "Dicocokkan dengan KTP")))
    RecordExport(practice_desk.journal)(ListExported("warnings", 12, whole=True, purpose="Dikirim ke Dinas Sosial"))
    page = build(practice_desk, tasks, stay, FakePreferences(), lambda chosen: None, ENDS)
    show(qtbot, page)
    page.open(section="jejak")
    qtbot.waitUntil(lambda: not tasks.busy)
    said = [one.text() for one in page._sections[Section.TRAIL].findChildren(QLabel)]
    assert "Keperluan: Dikirim ke Dinas Sosial" in said
    assert "Alasan: Dicocokkan dengan KTP" in said
    rows = [one.accessibleName() for one in page._sections[Section.TRAIL].findChildren(QWidget)]
    assert any("Lembar peringatan disimpan ke berkas: 12 keluarga, nomor lengkap" in row for row in rows)
    assert any(f"NIK dilihat utuh: keluarga {family.head_name}" in row for row in rows)


def test_preferences_are_applied_at_once(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks, practice_desk: Desk
) -> None:
    applied: list[Preferences] = []
    page = build(practice_desk, tasks, stay, FakePreferences(), applied.append, ENDS)
    show(qtbot, page)
    qtbot.waitUntil(lambda: not tasks.busy)
    look = page.pages.currentWidget()
    assert isinstance(look, LookSection)
    look.scale.set_value("150")
    look.scale.activated.emit(3)
    qtbot.waitUntil(lambda: bool(applied))
    assert applied == [Preferences(theme="light", scale=1.5)]


def test_what_waits_goes_to_the_practice_district_with_one_press(
    qtbot: QtBot, dressed: Callable[[str, float], None], tasks: Tasks, practice_desk: Desk
) -> None:
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    practice_desk.journal.record(Act(family.id, RevealLogged("nik", "dicocokkan dengan KTP")))
    page = build_exchange(practice_desk, tasks, stay)
    show(qtbot, page)
    qtbot.waitUntil(lambda: page.presenter.state.stage is Stage.READY and not tasks.busy)
    assert [item.head for item in page.presenter.state.items] == [family.head_name]
    page.send_button.click()
    qtbot.waitUntil(lambda: bool(page.presenter.state.results) and not tasks.busy)
    (result,) = page.presenter.state.results
    assert result.chip.words == "Diterima kabupaten"
    assert page.presenter.state.receipts
    assert page.presenter.state.verifier[0]
