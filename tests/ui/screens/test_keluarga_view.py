"""Keluarga on the screen, over a real practice village."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, ItemDecided, RevealLogged, VisitRecorded
from app.ui.screens.keluarga import build
from app.ui.screens.keluarga.card import RevealReason, Step
from app.ui.screens.keluarga.dialogs import RevealDialog
from app.ui.screens.keluarga.page import FamiliesPage
from app.ui.screens.keluarga.parts import MemberRow, RevealedBox, StepRow
from app.ui.tasks import Tasks
from app.ui.widgets import IconButton, StatusChip, Text
from app.ui.widgets.filters import Pill
from app.ui.widgets.icontext import IconText
from app.ui.widgets.page import next_stop
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort

Wear = Callable[[str, float], None]


class Screen:
    """The page with what it asked the shell for."""

    def __init__(self, desk: Desk, qtbot: QtBot, width: int = 1140, height: int = 680) -> None:
        self.qtbot, self.desk, self.tasks = qtbot, desk, Tasks()
        self.went: list[tuple[str, dict[str, object]]] = []
        self.page: FamiliesPage = build(desk, self.tasks, self._navigate)
        qtbot.addWidget(self.page)
        self.page.resize(width, height)
        with qtbot.waitExposed(self.page):
            self.page.show()

    def _navigate(self, place: str, **facts: object) -> None:
        self.went.append((place, facts))

    def open(self, **facts: object) -> None:
        self.page.open(**facts)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tasks.busy)

    def words(self) -> str:
        return "\n".join(label.text() for label in self.page.detail.findChildren(Text) if label.isVisible())


@pytest.fixture
def screen(practice_desk: Desk, dressed: Wear, qtbot: QtBot) -> Iterator[Screen]:
    made = Screen(practice_desk, qtbot)
    yield made
    made.tasks.close()


def first_family(desk: Desk) -> FamilyId:
    return desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id


def test_keys_in_the_search_find_a_family_and_arrow_and_enter_open_it(screen: Screen) -> None:
    screen.open()
    head = screen.desk.reading.families(FamilyFilter(), FamilySort(), 40, 1)[0]
    screen.page.focus_work()
    QTest.keyClicks(screen.page.search_field, head.head_name)
    screen.qtbot.waitUntil(
        lambda: head.head_name in screen.page.found_text.text() or screen.page.found_text.text() != ""
    )
    screen.settle()
    keys = [screen.page.table.rows.row(n) for n in range(screen.page.table.rows.rowCount())]
    assert head.id in [row.key for row in keys if row is not None]
    QTest.keyClick(screen.page.search_field, Qt.Key.Key_Down)
    screen.settle()
    assert screen.page.detail_presenter.family == screen.page.table.current_key()


def test_the_detail_shows_members_masked_and_the_way_on(screen: Screen) -> None:
    family = first_family(screen.desk)
    screen.open(family=family)
    detail = screen.desk.reading.family(family)
    assert detail is not None
    screen.qtbot.waitUntil(lambda: detail.standing.family.members[-1].name in screen.words())
    shown = screen.words()
    for member in detail.standing.family.members:
        assert member.name in shown
        assert not member.nik or member.nik not in shown
    assert detail.standing.family.kk not in shown
    screen.page.detail.visit_button.click()
    assert screen.went == [("kunjungan", {"family": family})]


def test_a_whole_number_is_asked_for_with_a_reason_and_is_in_the_history(screen: Screen) -> None:
    family = next(
        row.id
        for row in screen.desk.reading.families(FamilyFilter(), FamilySort(), 0, 128)
        if (found := screen.desk.reading.family(row.id)) is not None and len(found.standing.family.members[0].nik) == 16
    )
    screen.open(family=family)
    member = screen.page.detail.findChildren(MemberRow)[0]
    member.findChildren(IconButton)[0].click()
    (dialog,) = screen.page.detail.window().findChildren(RevealDialog)
    assert not dialog.see_button.isEnabled()
    QTest.keyClick(dialog.choices, Qt.Key.Key_1)
    dialog.see_button.click()
    screen.settle()
    found = screen.desk.reading.family(family)
    assert found is not None
    logged = found.history[-1].record.payload
    assert isinstance(logged, RevealLogged)
    assert logged.reason == "Mencocokkan dengan KTP atau KK di tempat"
    nik = found.standing.family.members[0].nik
    screen.qtbot.waitUntil(lambda: nik in screen.words().replace(" ", ""))
    (label,) = [one for one in screen.page.detail.findChildren(Text) if one.text().replace(" ", "") == nik]
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not label.textInteractionFlags() & selectable
    screen.settle()
    # The row that was asked is another one by now; the focus is at the number, then back at that member.
    hide_button = screen.page.detail.findChildren(RevealedBox)[0].hide_button
    assert screen.page.focusWidget() is hide_button
    hide_button.click()
    assert nik not in screen.words().replace(" ", "")
    assert screen.page.focusWidget() is screen.page.detail.findChildren(MemberRow)[0].eye


def test_own_reason_needs_words(screen: Screen) -> None:
    reasons = (RevealReason("Diminta warga", own=False), RevealReason("Keperluan lain", own=True))
    dialog = RevealDialog(screen.page, "NIK", reasons)
    screen.qtbot.addWidget(dialog)
    dialog.choices.set_value(("2",))
    dialog.choices.chosen.emit(("2",))
    assert not dialog.see_button.isEnabled()
    dialog.own_box.setText("Cek bersama RT")
    assert dialog.see_button.isEnabled()
    assert dialog.reason() == "Cek bersama RT"


def test_what_was_written_elsewhere_is_there_when_one_comes_back(screen: Screen) -> None:
    family = first_family(screen.desk)
    screen.open(family=family)
    member = screen.desk.reading.family(family)
    assert member is not None
    who = member.standing.family.members[-1]
    screen.desk.journal.record(Act(family, ChangeProposed("death", member=MemberId(who.id), event_date="2026-10-02")))
    screen.page.shown()
    screen.settle()
    chips = [chip.accessibleName() for chip in screen.page.detail.findChildren(StatusChip)]
    assert "Usulan: Meninggal" in chips
    assert "Menunggu musyawarah" in chips


def test_a_family_that_moved_is_offered_as_a_proposal_until_it_is_made(screen: Screen) -> None:
    family = first_family(screen.desk)
    moved = VisitRecorded("visit", "2025.2", 1, "not_found", "moved", "5", "", answers={"tujuan_pindah": "kabupaten"})
    screen.desk.journal.record(Act(family, moved))
    screen.open(family=family)
    (button,) = [one for one in screen.page.detail.findChildren(QPushButton) if "usulan pindah" in one.text()]
    button.click()
    given = {"arah_pindah": "kabupaten"}
    assert screen.went == [("usulan", {"new": "move", "family": family, "given": given})]
    (proposal,) = screen.desk.journal.record(Act(family, ChangeProposed("move")))
    screen.desk.journal.record(Act(family, ItemDecided(proposal, "refused", "2026-11-20")))
    screen.page.shown()
    screen.settle()
    assert [one for one in screen.page.detail.findChildren(QPushButton) if "usulan pindah" in one.text()] == []


def test_where_there_is_no_room_the_detail_is_a_page_with_a_way_back(
    practice_desk: Desk, dressed: Wear, qtbot: QtBot
) -> None:
    dressed("light", 2.0)
    narrow = Screen(practice_desk, qtbot)
    narrow.open()
    assert narrow.page.table.isVisible()
    narrow.page.table.row_activated.emit(first_family(practice_desk))
    narrow.settle()
    assert not narrow.page.table.isVisible()
    assert narrow.page.detail.isVisible()
    QTest.keyClick(narrow.page.detail.visit_button, Qt.Key.Key_Escape)
    assert narrow.page.table.isVisible()
    narrow.open(family=first_family(practice_desk))
    narrow.page.focus_work()
    narrow.settle()
    assert not narrow.page.table.isVisible()
    assert narrow.page.focusWidget() is narrow.page.detail.visit_button, "who comes from another screen types nowhere"
    narrow.open(text="")
    assert narrow.page.table.isVisible()  # another screen asked for the list, which the detail would hide
    narrow.tasks.close()


def test_every_button_of_the_detail_has_a_name(screen: Screen) -> None:
    screen.open(family=first_family(screen.desk))
    buttons = [button for button in screen.page.findChildren(QPushButton) if button.isVisible()]
    assert buttons
    assert [button for button in buttons if not (button.text() or button.accessibleName())] == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_tab_goes_from_the_search_through_the_filters_to_the_table(
    practice_desk: Desk, dressed: Wear, qtbot: QtBot, scale: float
) -> None:
    dressed("light", scale)
    screen = Screen(practice_desk, qtbot)
    screen.open()
    screen.page.presenter.choose("status", "not_visited")  # the filters are built anew
    screen.settle()
    table, bar = screen.page.table, screen.page.filter_bar
    stops: list[QWidget] = []
    stop = next_stop(screen.page, screen.page.search_field)
    while stop is not None and stop is not table:
        stops.append(stop)
        stop = next_stop(screen.page, stop)
    assert stop is table
    filters = [one for one in stops if bar.isAncestorOf(one)]
    words = [one.text() for one in filters if isinstance(one, QPushButton)]
    assert words == ["Saring (1)"] if scale == 2.0 else words[-1] == "Urutan"
    assert not [one for one in stops if not bar.isAncestorOf(one)][:-1], "only what clears the filters comes between"
    screen.tasks.close()


def test_the_order_is_chosen_among_the_filters(screen: Screen) -> None:
    screen.open()
    screen.page.filter_bar.filter_changed.emit("sort", "members:down")
    screen.settle()
    pill = next(one for one in screen.page.filter_bar.findChildren(Pill) if one.text().startswith("Urutan"))
    assert pill.text() == "Urutan: anggota paling banyak dulu"
    wanted = screen.desk.reading.families(FamilyFilter(), FamilySort("members", True), 0, 3)
    shown = [screen.page.table.rows.row(n) for n in range(3)]
    assert [row.key for row in shown if row is not None] == [one.id for one in wanted]


@pytest.mark.parametrize(
    ("set_aside", "aside_there", "said"),
    [
        ("key_revoked", "", "Tidak dihitung: Izin penulis catatan ini sudah dicabut kabupaten."),
        ("device_revoked", "", "Tidak dihitung: Laptop yang menulis catatan ini sudah dicabut kabupaten."),
        (
            "",
            "author_unconfirmed",
            "Belum dihitung kabupaten: Kabupaten belum memastikan pejabat yang menulis ini.",
        ),
        ("", "", ""),
    ],
)
def test_a_step_of_the_history_says_why_it_does_not_count(
    qtbot: QtBot, dressed: Wear, set_aside: str, aside_there: str, said: str
) -> None:
    plain = Step("footprints", "Kunjungan ke-2", "28 Nov 2026", "Nur Bora", (), "", None, "", "")
    row = StepRow(replace(plain, set_aside=set_aside, aside_there=aside_there))
    qtbot.addWidget(row)
    row.show()
    told = [part.words() for part in row.findChildren(IconText)]
    assert told == ["Kunjungan ke-2", *([said] if said else [])]
