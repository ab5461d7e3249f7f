"""A person at a laptop: the whole program in this process, driven by keys, looked at through what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton, QWidget

from app.composition.doors import FileDoors
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.program import Program, options
from app.storage.keys import FLOOR_REAL, KdfParams
from app.ui.lanes import NEXT_TURN_MS
from app.ui.screens.keluarga.page import FamiliesPage
from app.ui.screens.kirim.page import ExchangePage
from app.ui.screens.kirim.state import Stage as ExchangeStage
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.masuk.page import LockPage
from app.ui.screens.mulai.page import StartPage
from app.ui.screens.mulai.state import Step, Way
from app.ui.screens.usulan.page import ProposalsPage
from app.ui.shell import Shell
from app.ui.table import RowTable
from app.ui.watchdog import BEAT_MS

PASSWORD = "jalan kelapa tiga"
KDF = KdfParams(FLOOR_REAL, 1, 2)
"""Cheap: the second that a guesser has to spend is measured elsewhere."""
PATIENCE_MS = 60_000

W = TypeVar("W", bound=QWidget)
Key = Qt.Key


class _Beat(QObject):
    """Asks a question after every event and now and then, until the answer is yes."""

    def __init__(self, ready: Callable[[], bool]) -> None:
        super().__init__()
        self._ready = ready
        self.loop = QEventLoop()
        self._timer = QTimer(self)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._ask)
        self._timer.start()
        self.in_time = True

    def give_up(self) -> None:
        self.in_time = False
        self.loop.quit()

    def _ask(self) -> None:
        if self._ready():
            self._timer.stop()
            self.loop.quit()


def wait_until(ready: Callable[[], bool], told: str = "") -> None:
    """Let the program run on until `ready()`."""
    if ready():
        return
    beat = _Beat(ready)
    QTimer.singleShot(PATIENCE_MS, beat, beat.give_up)
    beat.loop.exec()
    assert beat.in_time, told or "waited in vain"


def breathe() -> None:
    """Let the program run after somebody else (the browser) kept this thread: that time is not Balai's."""
    loop = QEventLoop()
    QTimer.singleShot(3 * BEAT_MS, loop.quit)
    loop.exec()


def texts(widget: QWidget) -> str:
    """All words that can be seen in a widget."""
    found = []
    for child in (widget, *widget.findChildren(QWidget)):
        text = getattr(child, "text", None)
        if child.isVisible() and callable(text):
            found.append(re.sub(r"<[^>]+>", " ", str(text())))
    return "\n".join(filter(None, found))


class Person:
    """Sits down at the laptop whose folder is given; nothing is looked up that a person could not see."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        lie = places(folder)
        self.app, self.gone = app, False
        self.doors = FileDoors(lie, kdf=KDF)
        self.program = Program(app, options(["--data", str(folder)]), FilePreferences(lie.preferences), self.doors)
        self.program.start()
        self.settle()

    @property
    def front(self) -> QWidget:
        """The window that is shown."""
        assert self.program._front is not None
        return self.program._front

    @property
    def shell(self) -> Shell:
        """The window of an unlocked village."""
        assert isinstance(self.front, Shell)
        return self.front

    def settle(self) -> None:
        """Until nothing is under way and everything that was to be shown is shown."""
        self.turn()
        wait_until(lambda: not self.program._tasks.busy, "the lanes never came to rest")
        self.turn()

    def turn(self) -> None:
        """One full turn of the loop, and what was put off to the next."""
        loop = QEventLoop()
        QTimer.singleShot(2 * NEXT_TURN_MS, loop.quit)
        loop.exec()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def activate(self) -> None:
        """Bring the window to the front, as a window manager does by itself."""
        self.front.activateWindow()
        wait_until(self.front.isActiveWindow, "the window never became active")

    def focus(self) -> QWidget:
        """Where a key goes."""
        window = QApplication.activeModalWidget() or self.front
        return window.focusWidget() or window

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, and see what comes of it."""
        QTest.keyClick(self.focus(), key, held)
        self.settle()

    def write(self, words: str) -> None:
        """Type words."""
        QTest.keyClicks(self.focus(), words)
        self.turn()

    def enter(self, words: str = "") -> None:
        """Type words and press Enter."""
        self.write(words)
        self.key(Key.Key_Return)

    def press(self, button: QWidget) -> None:
        """Put the focus on a button that is there, and press it by the space bar."""
        assert button.isVisible(), button
        assert button.isEnabled(), button
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Key.Key_Space)
        self.settle()

    def press_words(self, words: str, within: QWidget | None = None) -> None:
        """Press the one visible button of these words."""
        found = [
            button
            for button in (within or self.front).findChildren(QPushButton)
            if button.isVisible() and words in (button.text().replace("&&", "&"), button.accessibleName())
        ]
        assert len(found) == 1, (words, found)
        self.press(found[0])

    def choose_file(self, path: Path) -> None:
        """Name a file in the window of files that is open."""
        self.name_file(path)
        self.settle()

    def name_file(self, path: Path) -> None:
        """In Qt's own window of files, which stands here for the system's."""
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "no window of files opened")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        QTest.keyClicks(line, str(path))
        QTest.keyClick(line, Key.Key_Return)
        wait_until(lambda: QApplication.activeModalWidget() is None, "the window of files stayed open")
        self.turn()

    def choose_from_menu(self, button: QWidget, words: str) -> None:
        """The first line that begins with these words in the menu that a button has opened."""
        menus = [menu for menu in button.findChildren(QMenu) if menu.isVisible()]
        assert len(menus) == 1, menus
        line = next(action for action in menus[0].actions() if action.text().startswith(words))
        menus[0].setActiveAction(line)
        QTest.keyClick(menus[0], Key.Key_Return)
        self.settle()

    # ---------------------------------------------------------------------------------------------- first start

    @property
    def start(self) -> StartPage:
        """The first start."""
        assert isinstance(self.front, StartPage)
        return self.front

    def open_list(self, path: Path) -> None:
        """From the ways through file, columns and report to the question who one is."""
        self.press(self.start.ways.buttons[Way.LIST])
        flow = self.start.flow
        self.press(flow.choose.area.button)
        self.choose_file(path)
        wait_until(lambda: flow.mapping.isVisible(), "the columns were never shown")
        self.press(flow.next_button)
        wait_until(lambda: flow.report.isVisible(), "the report was never shown")

    def introduce(self, name: str, role: str = "") -> None:
        """Name, role and a password twice; then the recovery words, two of which are repeated from the paper."""
        page = self.start
        wait_until(lambda: page.person.isVisible())
        page.person.name.setFocus()
        self.enter(name)
        if role:
            box = page.person.role
            assert self.focus() is box
            while box.value() != role:
                before = box.value()
                QTest.keyClick(box, Key.Key_Down)
                assert box.value() != before, f"no role {role}"
        page.person.first.box.setFocus()
        self.enter(PASSWORD)
        self.enter(PASSWORD)
        wait_until(lambda: page.presenter.state.step in (Step.WORDS, Step.PERSON, Step.DISTRICT))
        assert page.presenter.state.problem is None, page.presenter.state.problem
        paper, asked = page.presenter.state.recovery, None
        assert all(word in texts(page.words) for word in paper[0])
        self.press(page.next_button)
        asked = page.presenter.state.asked
        self.settle()
        for one in asked:
            self.enter(paper[one.line - 1][one.word - 1])
        wait_until(lambda: isinstance(self.front, Shell), "the desk never opened")
        self.settle()

    def enrol_new(self, address: str, code: str) -> None:
        """The third way: address and code from the district."""
        self.press(self.start.ways.buttons[Way.DISTRICT])
        self.start.district.address.setFocus()
        self.enter(address)
        self.enter(code)

    def unlock(self, password: str = PASSWORD) -> None:
        """From the lock screen in."""
        lock = self.front
        assert isinstance(lock, LockPage)
        wait_until(lambda: lock.view.secret.isVisible() and lock.view.secret.isEnabled())
        lock.view.secret.box.setFocus()
        self.enter(password)
        wait_until(lambda: isinstance(self.front, Shell), "the desk never opened")
        self.settle()

    # ------------------------------------------------------------------------------------------------- the desk

    def go(self, place: str, kind: type[W]) -> W:
        """To a page by its shortcut."""
        number = list(self.shell._pages).index(place) + 1
        self.activate()
        QTest.keyClick(self.shell, Key(Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)
        self.settle()
        page = self.shell.stack.currentWidget()
        assert isinstance(page, kind), page
        return page

    def families(self) -> FamiliesPage:
        """Keluarga."""
        return self.go("keluarga", FamiliesPage)

    def visits(self) -> VisitPage:
        """Kunjungan."""
        return self.go("kunjungan", VisitPage)

    def proposals(self) -> ProposalsPage:
        """Usulan."""
        return self.go("usulan", ProposalsPage)

    def line(self) -> ExchangePage:
        """Kirim & terima."""
        return self.go("kirim", ExchangePage)

    def find(self, words: str) -> list[str]:
        """Type into the search of Keluarga; the names in the rows that are found, best first."""
        page = self.families()
        page.search_field.setFocus()
        page.search_field.selectAll()
        self.write(words)
        wait_until(lambda: page._state.text == words, "the search was never answered")
        self.settle()
        return [name for name, _ in rows(page.table)]

    def open_found(self) -> FamiliesPage:
        """The first family that was found, in detail."""
        page = self.families()
        page.search_field.setFocus()
        self.key(Key.Key_Down)
        self.key(Key.Key_Return)
        return page

    def enrol(self, address: str, code: str) -> None:
        """Trust the district by its code, from the page that sends."""
        page = self.line()
        page.enrolment.address.setFocus()
        self.enter(address)
        self.enter(code)
        wait_until(lambda: page.presenter.state.stage is ExchangeStage.READY, "enrolling never ended")
        self.settle()
        assert page.presenter.state.problem is None, page.presenter.state.problem
        assert page.presenter.state.enrolled

    def send(self) -> str:
        """Send and take in; gives what the page says of it."""
        page = self.line()
        wait_until(lambda: page.send_button.isEnabled(), "nothing can be sent")
        self.press(page.send_button)
        wait_until(lambda: page.presenter.state.stage is ExchangeStage.READY, "the exchange never ended")
        self.settle()
        assert page.presenter.state.problem is None, page.presenter.state.problem
        return "\n".join(page.presenter.state.outcome)

    def leave(self) -> None:
        """Close the window; everything that this process holds ends."""
        self.gone = True
        window = self.program._window
        if window is not None:
            window.pause()
            self.settle()
            window._desk.close()
        self.front.hide()
        self.program.close()
        self.front.deleteLater()
        self.turn()


def rows(table: RowTable) -> list[tuple[str, str]]:
    """(name, sentence for a screen reader) of the rows that are loaded."""
    loaded = [table.rows.row(number) for number in range(min(table.rows.rowCount(), 128))]
    return [(row.cells[0].text, row.sentence) for row in loaded if row is not None]
