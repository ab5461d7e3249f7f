"""The form of a proposal over a real practice village: by keyboard, from its first question to a saved proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.payloads import ObjectionFiled
from app.ui.screens.follow_ups import NOTE
from app.ui.screens.usulan.form_state import FormStage
from app.ui.screens.usulan.sheet import KEPT, REASON, change_key
from app.ui.widgets import ChoiceList
from app.ui.widgets.page import next_stop
from app.usecases.desk import Desk
from app.usecases.open_drafts import draft_form
from app.usecases.reading import FamilyFilter, FamilySort, ProposalFilter
from tests.ui.keys import focused, press, type_into
from tests.ui.screens.proposal_screen import Screen, shown


@pytest.fixture
def screen(practice_desk: Desk, qtbot: QtBot, dressed: Callable[..., None]) -> Iterator[Screen]:
    """The page at the size of the smallest laptop."""
    with shown(practice_desk, qtbot) as made:
        yield made


def test_an_objection_is_written_by_keyboard_alone(screen: Screen, qtbot: QtBot) -> None:
    page, family = screen.page, screen.family()
    page.open(new="objection", family=family.id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    reason = screen.field(REASON)
    assert isinstance(reason.control, ChoiceList)
    qtbot.waitUntil(lambda: page.form.isAncestorOf(focused()) and not page.form._focus_soon.isActive())
    # Arrow keys go by where the choices stand, so they must have their places.
    choices = reason.control.findChildren(QAbstractButton)
    qtbot.waitUntil(lambda: len({choice.y() for choice in choices}) == len(choices))
    reason.focus_work()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert focused().accessibleName() == "4. Penerima tercatat ganda"
    press(Qt.Key.Key_Space)
    assert screen.field(REASON).ask.value == "objection@cek-bansos|ganda"
    press(Qt.Key.Key_Return)
    assert focused() is screen.field("objector").control
    type_into(focused(), "Daniel Liu")
    press(Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert focused() is screen.field("note").control
    type_into(focused(), "Tercatat dua kali.")
    page.form.next_button.setFocus()
    QTest.keyClick(page.form.next_button, Qt.Key.Key_Return)
    assert page.form_presenter._state.lacking == ()
    qtbot.waitUntil(page.form.summary.save_button.hasFocus)
    QTest.keyClick(page.form.summary.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail_presenter.card is not None)
    found = screen.desk.reading.proposals(ProposalFilter(), 0, 10)
    assert [one.kind for one in found] == ["objection"]
    saved = screen.desk.reading.proposal(found[0].id)
    assert saved is not None
    assert isinstance(saved.proposal.body, ObjectionFiled)
    assert saved.proposal.body.objector == "Daniel Liu"


def test_the_same_kind_begun_again_is_ready_for_typing_and_esc_goes_back(screen: Screen, qtbot: QtBot) -> None:
    page, field = screen.page, screen.page.form.finder.search_field
    for _ in range(2):
        page.open(new="correction")
        qtbot.waitUntil(field.hasFocus)
        press(Qt.Key.Key_Escape)
        qtbot.waitUntil(page.list.isVisible)
        assert not page.form.isVisible()
        page.form.close_button.setFocus()  # who goes back by this button leaves the focus there


def test_the_letters_of_an_earlier_search_are_gone_when_another_proposal_begins(screen: Screen, qtbot: QtBot) -> None:
    page, field = screen.page, screen.page.form.finder.search_field
    for kind in ("death", "correction"):
        page.open(new=kind)
        qtbot.waitUntil(field.isVisible)
        assert field.text() == ""
        type_into(field, screen.family().head_name)
        qtbot.waitUntil(lambda: page.form.finder.choices.isVisible())
        assert field.text() == screen.family().head_name
        page.form_presenter.choose_family(screen.family().id)
        qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)


def test_going_on_with_something_missing_leads_to_it(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    page.open(new="death", family=screen.family().id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    page.form.next_button.click()
    first = next(one for one in page.form.before.fields() if one.ask.error)
    qtbot.waitUntil(lambda: first.isAncestorOf(focused()))
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())


def test_what_is_typed_is_kept_when_the_form_is_left(screen: Screen, qtbot: QtBot) -> None:
    page, family = screen.page, screen.family()
    page.open(new="withdrawal", family=family.id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    screen.field("note").focus_work()
    type_into(screen.field("note").control, "Sudah bekerja.")
    page.form.close_button.click()

    def kept() -> bool:
        draft = screen.desk.drafts.load(draft_form("withdrawal"), family.id)
        return draft is not None and draft.fields.get("note") == "Sudah bekerja."

    qtbot.waitUntil(kept)


def test_a_wrong_date_is_told_and_stays_as_it_was_typed(screen: Screen, qtbot: QtBot) -> None:
    page, family = screen.page, screen.family()
    page.open(new="death", family=family.id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    day = screen.field("event_date")
    day.focus_work()
    type_into(day.control, "31-02-2026")
    QTest.keyClick(day.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(day.ask.error))
    assert day.ask.error == "Hari itu tidak ada dalam bulan tersebut. Periksa hari dan bulannya."
    qtbot.waitUntil(day.field.error.isVisible)
    day.control.selectAll()  # type: ignore[attr-defined]  # a line of text
    type_into(day.control, "05012026")
    QTest.keyClick(day.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not day.ask.error)
    assert day.ask.value == "2026-01-05"


def test_enter_goes_through_the_questions_that_an_answer_brought(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    page.open(new="move", family=screen.family().id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    screen.field("arah_pindah").focus_work()
    press(Qt.Key.Key_1)

    def at(path: str) -> bool:
        return screen.field(path).isAncestorOf(focused())

    paths = ["event_date", "alamat", "dusun", "rt", "rw", "note"]
    qtbot.waitUntil(lambda: [one.ask.path for one in page.form._fields()][-len(paths) :] == paths)
    for path in paths:
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(partial(at, path))
    assert heights(screen) == sorted(heights(screen))


def test_enter_goes_to_the_search_for_the_other_family_which_seeks_whom_the_visit_named(
    screen: Screen, qtbot: QtBot
) -> None:
    page = screen.page
    family, other = screen.desk.reading.families(FamilyFilter(), FamilySort(), 0, 2)
    page.open(new="duplicate", family=family.id, given={NOTE: other.head_name})
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    field = page.form.finder.search_field
    qtbot.waitUntil(lambda: other.id in [one.code for one in page.form.finder._options])
    assert field.text() == other.head_name
    page.form.before.fields()[-1].focus_work()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(field.hasFocus)
    seen = page.form.finder.choices
    qtbot.waitUntil(lambda: seen.visibleRegion().boundingRect().height() > seen.height() // 2)
    press(Qt.Key.Key_Return)
    page.form_presenter.choose_family(other.id)
    qtbot.waitUntil(lambda: page.form_presenter._sheet is not None and page.form_presenter._sheet.other is not None)
    page.form.before.fields()[-1].focus_work()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.form.before.isAncestorOf(focused()))
    assert not field.isVisible()


def test_every_control_of_the_form_has_a_name_for_a_screen_reader(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    page.open(new="new_family")
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)

    def stops() -> list[QWidget]:
        return [
            one
            for one in page.form.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(page)
        ]

    qtbot.waitUntil(lambda: len(stops()) > 20)
    nameless = [one for one in stops() if not (one.accessibleName() or getattr(one, "text", lambda: "")())]
    assert nameless == []


def tab_stops(screen: Screen) -> list[QWidget]:
    """What Tab visits in the form, in its order."""
    form, found = screen.page.form, list[QWidget]()
    stop = next_stop(form, form.close_button)
    while stop is not None and stop not in found and form.isAncestorOf(stop):
        found.append(stop)
        stop = next_stop(form, stop)
    return found


def heights(screen: Screen) -> list[int]:
    """How far down each stop of Tab stands, rows side by side counting as one."""
    return [one.mapTo(screen.page.form, QPoint()).y() // 10 for one in tab_stops(screen)]


@pytest.mark.parametrize("kind", ["new_family", "death", "split", "merge", "correction", "objection"])
def test_tab_goes_as_the_eye_does(screen: Screen, qtbot: QtBot, kind: str) -> None:
    page = screen.page
    page.open(new=kind, family="" if kind == "new_family" else screen.family().id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    if kind == "new_family":
        page.form.add_button.click()
    stop = page.form.next_button
    qtbot.waitUntil(lambda: len(set(heights(screen))) > 4 and heights(screen) == sorted(heights(screen)))
    assert tab_stops(screen)[-1] is stop


def test_the_summary_does_not_scroll_into_the_room_of_the_form(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    page.open(new="correction", family=screen.family().id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    qtbot.waitUntil(lambda: page.form.verticalScrollBar().maximum() > 0)
    page.form_presenter.answer(change_key("", "address"), "Jalan Baru 7")
    page.form_presenter.go_on()
    qtbot.waitUntil(page.form.summary.save_button.isVisible)
    qtbot.waitUntil(lambda: page.form.verticalScrollBar().maximum() == 0)


def test_the_other_family_leads_on_to_what_is_asked_about_it(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    rows = screen.desk.reading.families(FamilyFilter(), FamilySort(), 0, 2)
    page.open(new="merge", family=rows[0].id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    page.form_presenter.choose_family(rows[1].id)
    qtbot.waitUntil(lambda: bool(page.form.afterwards.fields()))
    qtbot.waitUntil(lambda: screen.field(KEPT).isAncestorOf(focused()))
    page.form.finder.other_button.click()
    qtbot.waitUntil(page.form.finder.search_field.hasFocus)
