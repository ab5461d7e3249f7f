"""The list of proposals and the detail beside it, over a practice village: what is shown, and where the focus goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ChangeProposed, FieldChange, ItemDecided
from app.ui.screens.usulan.dialogs import DecideDialog, KindDialog
from app.ui.screens.usulan.form_state import FormStage
from app.ui.screens.usulan.page import kinds_offered
from app.usecases.desk import Desk
from app.usecases.ports import Act
from tests.ui.keys import focused, press
from tests.ui.screens.proposal_screen import Screen, shown


@pytest.fixture
def screen(practice_desk: Desk, qtbot: QtBot, dressed: Callable[..., None]) -> Iterator[Screen]:
    """The page at the size of the smallest laptop."""
    with shown(practice_desk, qtbot) as made:
        yield made


def test_a_new_proposal_begins_with_what_and_about_whom(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    page.shown()
    qtbot.waitUntil(lambda: page.list.new_button.isVisible())
    page.list.new_button.click()
    dialogs: list[KindDialog] = []

    def opened() -> bool:
        dialogs[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, KindDialog) and one.isVisible()]
        return bool(dialogs)

    qtbot.waitUntil(opened)
    QTest.keyClick(dialogs[0].choices, Qt.Key.Key_3)
    dialogs[0].next_button.click()
    assert page.form_presenter._state.stage is FormStage.FINDING
    family = screen.family()
    page.form.finder.search_field.setText(family.head_name)
    qtbot.waitUntil(lambda: bool(page.form.finder._options))
    page.form.finder.choices.chosen.emit((family.id,))
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    assert page.form.header.title.text() == "Meninggal"


def test_with_large_type_enter_leads_to_a_date_that_is_seen(
    screen: Screen, qtbot: QtBot, dressed: Callable[..., None]
) -> None:
    dressed("dark", 2.0)
    dialog = DecideDialog(screen.page, "Perbaikan data", screen.desk.today())
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.resize(dialog.width(), 600)
    QTest.keyClick(dialog.choices, Qt.Key.Key_1)
    QTest.keyClick(dialog.choices, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.day
    assert dialog.day.visibleRegion().boundingRect() == dialog.day.rect()


def test_the_meetings_decision_is_written_from_its_dialog(screen: Screen, qtbot: QtBot) -> None:
    body = ChangeProposed("correction", changes=(FieldChange("address", "lama", "baru"),))
    proposal: EntryId = screen.desk.journal.record(Act(screen.family().id, body))[0]
    page = screen.page
    page.open(proposal=proposal)
    qtbot.waitUntil(lambda: page.detail.decide_button.isVisible())
    page.detail.decide_button.click()
    dialog = page.detail._dialog
    assert isinstance(dialog, DecideDialog)
    dialog.yes_button.click()
    qtbot.waitUntil(lambda: not dialog.trouble.visibleRegion().isEmpty())
    QTest.keyClick(dialog.choices, Qt.Key.Key_2)
    QTest.keyClick(dialog.choices, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.note  # a refusal needs words
    QTest.keyClick(dialog.choices, Qt.Key.Key_1)
    QTest.keyClick(dialog.choices, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.day
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail._dialog is None)
    found = screen.desk.reading.proposal(proposal)
    assert found is not None
    assert found.proposal.state == "agreed"


def test_after_an_act_the_focus_is_at_the_act_that_comes_next(screen: Screen, qtbot: QtBot) -> None:
    body = ChangeProposed("correction", changes=(FieldChange("address", "lama", "baru"),), note="Rumah baru. " * 60)
    detail = screen.page.detail
    screen.page.open(proposal=screen.desk.journal.record(Act(screen.family().id, body))[0])
    qtbot.waitUntil(detail.decide_button.isVisible)
    detail.decide_button.setFocus()
    card = detail._state.card
    assert card is not None
    acts = replace(
        card.acts, decide=False, endorse=True, withdraw=True
    )  # what the village head sees once it is decided
    bar = detail._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 40)
    bar.setValue(40)
    detail.show_state(replace(detail._state, busy=True))
    detail.show_state(replace(detail._state, busy=False, card=replace(card, acts=acts)))
    assert screen.page.focusWidget() is detail.endorse_button
    qtbot.waitUntil(lambda: bar.maximum() > 40)
    assert bar.value() == 40  # not where Qt took the focus on the way


def test_a_proposal_that_another_screen_asks_for_stays_shown_when_the_list_is_read_again(
    screen: Screen, qtbot: QtBot
) -> None:
    page, family = screen.page, FamilyId(screen.family().id)
    asked = screen.desk.journal.record(Act(family, ChangeProposed("withdrawal", note="Sudah bekerja.")))[0]
    screen.desk.journal.record(Act(family, ChangeProposed("withdrawal", note="Pindah kerja.")))
    page.open()
    qtbot.waitUntil(lambda: page.list.table.current_key() not in ("", asked))
    page.open(proposal=asked)
    page.refresh()
    qtbot.waitUntil(lambda: page.list.table.current_key() == asked)

    def shown() -> bool:
        card = page.detail_presenter.card
        return card is not None and card.id == asked

    qtbot.waitUntil(shown)


def test_the_proposal_just_saved_is_shown_though_another_row_was_chosen_before(screen: Screen, qtbot: QtBot) -> None:
    page, family = screen.page, FamilyId(screen.family().id)
    older = screen.desk.journal.record(Act(family, ChangeProposed("withdrawal", note="Sudah bekerja.")))[0]
    page.open(proposal=older)
    qtbot.waitUntil(lambda: page.list.table.current_key() == older)
    newer = screen.desk.journal.record(Act(family, ChangeProposed("withdrawal", note="Pindah kerja.")))[0]
    page._saved(newer)

    def shown() -> bool:
        card = page.detail_presenter.card
        return page.list.table.current_key() == newer and card is not None and card.id == newer

    qtbot.waitUntil(shown)


def test_the_proposal_just_saved_is_seen_from_its_title_with_the_focus_at_its_next_step(
    screen: Screen, qtbot: QtBot
) -> None:
    page, detail, family = screen.page, screen.page.detail, FamilyId(screen.family().id)
    long = "Kepala keluarga sudah lama bekerja tetap di kota dan mengirim uang. " * 9
    agreed = screen.desk.journal.record(Act(family, ChangeProposed("withdrawal", note=long)))[0]
    screen.desk.journal.record(Act(family, ItemDecided(agreed, "agreed", "2026-11-20")))
    page.open(proposal=agreed)
    qtbot.waitUntil(lambda: detail.withdraw_button.isVisible() and not detail.decide_button.isVisible())
    assert detail.why_not.text() == "Menunggu pengesahan kepala desa."
    bar = detail._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page._saved(screen.desk.journal.record(Act(family, ChangeProposed("withdrawal", note=long)))[0])
    qtbot.waitUntil(detail.decide_button.isVisible)
    assert page.window().focusWidget() is detail.decide_button
    assert bar.value() == 0


def test_whoever_comes_to_a_proposal_with_large_type_types_into_no_hidden_list(
    screen: Screen, qtbot: QtBot, dressed: Callable[..., None]
) -> None:
    proposal = screen.desk.journal.record(Act(screen.family().id, ChangeProposed("withdrawal", note="Bekerja.")))[0]
    page = screen.page
    dressed("light", 2.0)
    page.open(proposal=proposal)
    qtbot.waitUntil(lambda: page.detail.decide_button.isVisible())
    page.focus_work()
    assert page.list.master.detail_alone
    assert page.detail.isAncestorOf(focused())


def test_the_way_back_from_a_detail_ends_at_the_row_that_it_began_at(
    screen: Screen, qtbot: QtBot, dressed: Callable[..., None]
) -> None:
    screen.desk.journal.record(Act(screen.family().id, ChangeProposed("withdrawal", note="Bekerja.")))
    page = screen.page
    dressed("light", 2.0)
    page.open()
    table = page.list.table
    qtbot.waitUntil(lambda: table.current_key() != "")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.decide_button.isVisible())
    assert page.list.master.detail_alone
    page.list.master.back_button.setFocus()
    QTest.keyClick(page.list.master.back_button, Qt.Key.Key_Space)
    assert focused() is table


def test_a_filter_that_leaves_nothing_asks_for_no_other_name(screen: Screen, qtbot: QtBot) -> None:
    screen.desk.journal.record(Act(screen.family().id, ChangeProposed("withdrawal", note="Bekerja.")))
    page = screen.page
    page.open(waiting="head")
    none = page.list._none_found
    qtbot.waitUntil(none.isVisible)
    assert none._words.text() == "Tidak ada usulan dengan saringan yang dipilih."
    page.presenter.search("zzz")
    qtbot.waitUntil(lambda: none._words.text().startswith("Coba sebagian nama"))


def test_the_kind_that_a_number_leads_to_is_scrolled_into_sight(
    screen: Screen, qtbot: QtBot, dressed: Callable[..., None]
) -> None:
    dressed("light", 2.0)
    dialog = KindDialog(screen.page.window(), kinds_offered(True))
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(focused()))
    press(Qt.Key.Key_1, Qt.Key.Key_2)
    assert dialog.choices.value() == ("12",)
    qtbot.waitUntil(lambda: not focused().visibleRegion().isEmpty())


def test_a_long_value_wraps_instead_of_scrolling_the_detail_sideways(screen: Screen, qtbot: QtBot) -> None:
    long = FieldChange("address", "Jalan lama", "Jalan baru yang sangat panjang sekali nomor 17 di dekat gereja tua")
    proposal = screen.desk.journal.record(Act(screen.family().id, ChangeProposed("correction", changes=(long,))))[0]
    page = screen.page
    page.open(proposal=proposal)
    qtbot.waitUntil(lambda: page.detail.decide_button.isVisible())
    scroll = page.detail._scroll
    qtbot.waitUntil(lambda: scroll.viewport().width() > 0)
    assert scroll.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()


def test_the_first_proposal_of_a_village_is_shown_as_soon_as_it_is_saved(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    page.shown()
    qtbot.waitUntil(lambda: page.list._none_yet.isVisible())
    saved = screen.desk.journal.record(Act(screen.family().id, ChangeProposed("withdrawal", note="Bekerja.")))[0]
    page._saved(saved)
    qtbot.waitUntil(page.detail.decide_button.hasFocus)
