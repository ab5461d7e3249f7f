"""The first half of the main job in a process of its own, which is killed in the middle of a sentence.

``python -m tests.journeys.act_one FOLDER LIST PHOTO NAME ROLE ROW ROW``: the first start of somebody of this name and
role, a list from a file, a visit to the family of the first row, a correction, a visit to that of the second row, half
filled in. Then it says in one line of JSON what it did, and works on until somebody ends it.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from PySide6.QtCore import Qt

from app.ui.application import make_application
from app.ui.screens.keluarga.page import FamiliesPage
from app.ui.screens.kunjungan.controls import LineControl
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.usulan.evidence_card import NeedRow
from app.ui.screens.usulan.form_state import FormStage
from app.ui.screens.usulan.page import ProposalsPage
from app.ui.watchdog import Watchdog
from tests.journeys.person import Person, rows, wait_until
from tests.journeys.visit import answer, record
from tests.watch import blames_balai, judge, limit, told

NOTE = "Rumah di belakang gereja, anjing galak."
ADDRESS = "Jalan Pelabuhan Lama 17"
HALF = "Bapak Yulianus d'Rosari"
Key = Qt.Key


def misspelt(name: str) -> str:
    """As somebody writes who only heard the name: the last vowel of its longest word is another."""
    words = name.split()
    longest = max(words, key=len)
    at = max(longest.upper().rfind(vowel) for vowel in "AEIOU")
    wrong = "U" if longest[at].upper() != "U" else "O"
    return " ".join(longest[:at] + wrong + longest[at + 1 :] if word == longest else word for word in words)


def visit_first(person: Person, page: FamiliesPage, photo: Path) -> int:
    """From the family's detail through the whole form."""
    person.press(page.detail.visit_button)
    visits = person.shell.stack.currentWidget()
    assert isinstance(visits, VisitPage)
    wait_until(lambda: visits.form.panel is not None, "the form never opened")
    return record(person, visits, photo, NOTE)


def propose(person: Person, photo: Path) -> None:
    """Another address for the family that was found, with a photo as evidence."""
    page = person.open_found()
    person.press(page.detail.change_button)
    person.choose_from_menu(page.detail.change_button, "Perbaikan data")
    usulan = person.shell.stack.currentWidget()
    assert isinstance(usulan, ProposalsPage)
    form = usulan.form
    wait_until(lambda: form._state.stage is FormStage.FILLING, "the proposal's form never opened")
    person.settle()
    person.press_words("Ubah Alamat", form)
    person.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.enter(ADDRESS)
    form.reasons.fields()[0].focus_work()
    person.key(Key.Key_Space)
    add = form.evidence.findChildren(NeedRow)[0].add_button
    person.press(add)
    person.choose_from_menu(add, "")
    person.choose_file(photo)
    wait_until(lambda: bool(form._state.evidence.photos) and not form._state.evidence.busy, "no evidence was sealed")
    person.press(form.next_button)
    assert form._state.stage is FormStage.SUMMARY, form._state.lacking
    person.press(form.summary.save_button)
    wait_until(usulan.list.isVisible, "the proposal was never saved")
    person.settle()


def begin_second(person: Person, family: str) -> str:
    """The next family on the route: some answers, the last one half typed; gives the question."""
    page = person.visits()
    if page.form.isVisible():
        person.press_words("Kembali ke rute", page.form)
    page.open(family=family)
    person.settle()
    person.write("2")
    person.key(Key.Key_Return)
    panel = page.form.panel
    while panel is not None and panel.path != "saksi_rt":
        answer(person, panel._asked, "")
        panel = page.form.panel
    assert panel is not None
    person.write(HALF)
    control = panel.control
    assert isinstance(control, LineControl)
    wait_until(lambda: not control._pause.isActive(), "typing never came to rest")
    person.settle()
    return panel.path


def main(folder: Path, sheet: Path, photo: Path, name: str, role: str, visited: int, half: int) -> None:
    """Play it."""
    app = make_application(["balai"], "id", "light")
    person = Person(app, folder)
    limit()
    dog = Watchdog(counts=blames_balai)
    dog.start()
    person.open_list(sheet)
    person.press(person.start.flow.next_button)
    person.introduce(name, role)
    page = person.families()
    listed = rows(page.table)
    first, second = listed[visited][0], listed[half][0]
    other = page.table.rows.row(half)
    assert other is not None
    wrong = misspelt(first)
    found = person.find(wrong)
    assert first in found[:10], (first, wrong, found[:10])
    if found[0] != first:
        found = person.find(first)
    page = person.open_found()
    questions = visit_first(person, page, photo)
    person.find(first)
    propose(person, photo)
    question = begin_second(person, other.key)
    dog.stop()
    said = {
        "village": person.shell.state.village,
        "visited": first,
        "typed": wrong,
        "questions": questions,
        "second": second,
        "question": question,
        "stalls": judge(dog, f"the first half of {name}"),
        "watched": told,
    }
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    wait_until(threading.Event().is_set, "nobody ended this process")


if __name__ == "__main__":
    (folder, sheet, photo), (name, role), (row, other) = (
        map(Path, sys.argv[1:4]),
        sys.argv[4:6],
        map(int, sys.argv[6:8]),
    )
    main(folder, sheet, photo, name, role, row, other)
