"""How an enumerator fills in the visit form with the keyboard alone, whatever the form asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.domain.questionnaire import Kind
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.kunjungan.state import Asked, Stage
from tests.journeys.person import Person, wait_until

Key = Qt.Key
CHOSEN = frozenset((Kind.CHOICE, Kind.YESNO))
CODES = {"hasil_kunjungan": "2"}
"""Filled in as far as the family could answer; else the first choice."""
NUMBERS = frozenset((Kind.INTEGER, Kind.DECIMAL))


def record(person: Person, page: VisitPage, photo: Path, note: str) -> int:
    """Answer every question, with one photo and a note, and save; gives how many questions were asked."""
    asked: set[str] = set()
    with_photo = False
    while page.form.panel is not None:
        open_question = page.form.panel._asked
        assert open_question.path not in asked, f"stuck at {open_question}"
        asked.add(open_question.path)
        if open_question.kind is Kind.PHOTO and not with_photo:
            with_photo = True
            attach(person, page, photo)
        else:
            answer(person, open_question, note)
    assert with_photo
    summary = page.form.summary
    act = (summary.down_button, summary.save_button)
    wait_until(lambda: person.focus() in act, f"blocked: {page.form._state.summary}")
    if person.focus() is summary.down_button:
        person.key(Key.Key_Return)
    wait_until(lambda: person.focus() is summary.save_button and summary.save_button.in_sight(), "no way to the button")
    person.key(Key.Key_Return)
    wait_until(lambda: page.form._state.stage is Stage.SAVED, "the visit was never saved")
    return len(asked)


def answer(person: Person, asked: Asked, note: str) -> None:
    """One answer and Enter; what the list says is taken over by F2."""
    if asked.suggestions:
        person.key(Key.Key_F2)
    elif asked.kind in CHOSEN and not asked.value:
        person.write(CODES.get(asked.path, asked.options[0].code.lstrip("0") or "0"))
    elif asked.kind is Kind.STATEMENT and not asked.value:
        person.key(Key.Key_Space)
    elif asked.kind in NUMBERS and not asked.value:
        person.write("1")
    elif asked.long:
        person.write(note)
    elif asked.kind is Kind.TEXT and asked.required and not asked.value:
        person.write("Ketua RT")
    person.key(Key.Key_Return)


def attach(person: Person, page: VisitPage, photo: Path) -> None:
    """Choose a photo from the disk, wait until it is sealed, go on."""
    person.key(Key.Key_Space)
    person.choose_file(photo)
    panel = page.form.panel
    assert panel is not None
    wait_until(lambda: bool(panel._asked.photos) and not panel._asked.busy, "the photo was never sealed")
    person.settle()
    person.key(Key.Key_Return)
