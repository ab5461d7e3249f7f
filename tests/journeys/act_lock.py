"""A sitting that ends by locking, in a process of its own.

``python -m tests.journeys.act_lock FOLDER keys|idle|look``: ``look`` unlocks what the others left and tells which words
stand in the form.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.composition.places import PRACTICE_PASSWORD
from app.ui.application import make_application
from app.ui.screens.kunjungan.controls import LineControl
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.masuk.page import LockPage
from app.ui.watchdog import Watchdog
from tests import watch
from tests.journeys.person import Person, wait_until
from tests.journeys.visit import answer
from tests.watch import blames_balai, judge, limit

Key = Qt.Key
HALF = "Ibu Yuliana d'Rosa"


def tell(words: str) -> None:
    """One line for the test that waits outside."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def report(dog: Watchdog, way: str) -> None:
    """What the UI thread was allowed and took, and each stall that was too long."""
    dog.stop()
    too_long = judge(dog, f"locking, {way}")
    for words in watch.told:
        tell(f"watched {words!r}")
    for words in too_long:
        tell(f"stall {words!r}")


def open_form(person: Person) -> VisitPage:
    """The first family of the route."""
    page = person.visits()
    page.route.table.setFocus()
    person.key(Key.Key_Return)
    wait_until(lambda: page.form.panel is not None, "the form never opened")
    return page


def begin_visit(person: Person) -> None:
    """Some answers, and words in a field that is not left."""
    page = open_form(person)
    person.write("2")
    person.key(Key.Key_Return)
    while page.form.panel is not None and page.form.panel.path != "saksi_rt":
        answer(person, page.form.panel._asked, "")
    QTest.keyClicks(person.focus(), HALF)


def main(folder: Path, way: str) -> None:
    """Unlock; then lock in this way, or look at what is left."""
    app = make_application(["balai"], "id", "light")
    person = Person(app, folder)
    assert isinstance(person.front, LockPage)
    tell("lock screen")
    limit()
    dog = Watchdog(counts=blames_balai)
    dog.start()
    person.unlock(PRACTICE_PASSWORD)
    if way == "look":
        page = open_form(person)
        assert page.form.panel is not None
        control = page.form.panel.control
        assert isinstance(control, LineControl)
        tell(f"draft {page.form.panel.path}: {control.text()}")
        report(dog, way)
        person.leave()
        return
    begin_visit(person)
    if way == "keys":
        person.activate()
        QTest.keyClick(person.focus(), Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    else:
        person.shell.idle.set_minutes(0.005)
    app.exec()
    report(dog, way)
    person.program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
