"""What the village does with a proposal, at the window: the meeting's word, the head's, and mending."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.screens.questions.field import AskField
from app.ui.screens.usulan.dialogs import ActDialog, DecideDialog
from app.ui.screens.usulan.form_state import FormStage
from app.ui.screens.usulan.page import ProposalsPage
from app.ui.widgets import Button
from tests.journeys.person import Person, rows, wait_until

Key = Qt.Key


def open_proposal(person: Person, name: str = "") -> ProposalsPage:
    """The first proposal of the list, or that about the family of this name, in detail."""
    page = person.proposals()
    wait_until(lambda: page.list.table.rows.rowCount() > 0, "there is no proposal")
    person.settle()
    page.list.table.setFocus()
    person.key(Key.Key_Home)
    for _ in range([name in said for _, said in rows(page.list.table)].index(True)):
        person.key(Key.Key_Down)
    person.key(Key.Key_Return)
    wait_until(page.detail.isVisible, "the proposal never opened")
    person.settle()
    return page


def newest(person: Person) -> str:
    """The proposal on top of the list, as the list says it."""
    page = person.proposals()
    wait_until(lambda: page.list.table.rows.rowCount() > 0, "there is no proposal")
    person.settle()
    return rows(page.list.table)[0][1]


def agree_in_meeting(person: Person, name: str = "") -> None:
    """The meeting agrees to the first proposal, or to that about the family of this name."""
    dialog = _ask(person, open_proposal(person, name).detail.decide_button)
    assert isinstance(dialog, DecideDialog)
    person.key(Key.Key_1)
    _give(person, dialog)


def endorse(person: Person, name: str = "") -> None:
    """The head stands behind the first proposal, or behind that about the family of this name."""
    _give(person, _ask(person, open_proposal(person, name).detail.endorse_button))


def _ask(person: Person, button: Button) -> ActDialog:
    person.press(button)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), ActDialog), "nothing was asked")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ActDialog)
    return dialog


def _give(person: Person, dialog: ActDialog) -> None:
    person.press(dialog.yes_button)
    wait_until(lambda: QApplication.activeModalWidget() is None, "the answer was not taken")
    person.settle()


def mend(person: Person, address: str) -> None:
    """Take the returned proposal up again, with another address, and save it as the one that replaces it."""
    page = open_proposal(person)
    person.press(page.detail.mend_button)
    form = page.form
    wait_until(lambda: form._state.stage is FormStage.FILLING, "the returned proposal never opened")
    person.settle()
    (line,) = (line for line in form.changes.findChildren(AskField) if line.isVisible())
    line.focus_work()
    person.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.enter(address)
    person.press(form.next_button)
    assert form._state.stage is FormStage.SUMMARY, form._state.lacking
    person.press(form.summary.save_button)
    wait_until(page.list.isVisible, "what was mended was never saved")
    person.settle()
