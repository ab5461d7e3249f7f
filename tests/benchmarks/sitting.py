"""One sitting at a laptop: the real program in this process, a person who unlocks, types and saves.

What counts as "on the screen" is a paint event of the thing itself, and the first turn of the event loop after it: by
then Qt has handed the pixels over.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.composition.doors import FileDoors
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.program import Program, options
from app.ui.application import make_application
from app.ui.lanes import NEXT_TURN_MS
from app.ui.screens.keluarga.page import FamiliesPage
from app.ui.screens.keluarga.state import ListState, Stage
from app.ui.screens.masuk.page import LockPage
from app.usecases.desk import Desk
from tests.benchmarks.laptops import KDF, PASSWORD

PATIENCE_MS = 60_000


class Painted(QObject):
    """Waits until one of some widgets was painted while `ready()`."""

    def __init__(self, ready: Callable[[], bool], *widgets: QWidget) -> None:
        super().__init__()
        self._ready, self._widgets = ready, widgets
        self._loop = QEventLoop()
        self.at = 0.0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Paint and self._ready():
            self.settle()
        return False

    def settle(self) -> None:
        """Done, as soon as what is being painted is handed over."""
        QTimer.singleShot(0, self, self._end)

    def wait(self) -> float:
        """The moment (perf_counter) of the paint; everything else in the program goes on meanwhile."""
        if not self.at:
            patience = QTimer(self)
            patience.setSingleShot(True)
            patience.timeout.connect(self._loop.quit)
            patience.start(PATIENCE_MS)
            self._loop.exec()
        for widget in self._widgets:
            widget.removeEventFilter(self)
        if not self.at:
            raise SystemExit("nothing was painted for a minute")
        return self.at

    def _end(self) -> None:
        self.at = self.at or time.perf_counter()
        self._loop.quit()


def pause(milliseconds: float) -> None:
    """Let the program run on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(max(0, round(milliseconds)), loop.quit)
    loop.exec()


class _Program(Program):
    """The program, which goes on to the list as soon as the desk is open."""

    page: FamiliesPage | None = None
    desk: Desk

    def open_desk(self, desk: Desk) -> None:
        """As ever, then a press on Keluarga as soon as the first screen is there."""
        super().open_desk(desk)
        assert self._window is not None
        self.desk = desk
        QTimer.singleShot(NEXT_TURN_MS, self._window.shell, self._press)  # behind the one that shows the first screen

    def _press(self) -> None:
        assert self._window is not None
        self._window.navigate("keluarga")
        page = self._window.shell.stack.currentWidget()
        assert isinstance(page, FamiliesPage)
        self.page = page


class Sitting:
    """From the lock screen on; `unlock` first."""

    def __init__(self, folder: Path) -> None:
        lie = places(folder)
        preferences = FilePreferences(lie.preferences)
        worn = preferences.load()
        self.app: QApplication = make_application(["balai"], worn.language, "light", worn.scale)  # type: ignore[arg-type]  # known names
        self.program = _Program(self.app, options(["--data", str(folder)]), preferences, FileDoors(lie, kdf=KDF))
        self.program.start()
        lock = self.program._front
        assert isinstance(lock, LockPage)
        self.lock: LockPage = lock
        Painted(lambda: bool(lock._state.people), lock.view.people).wait()

    @property
    def page(self) -> FamiliesPage:
        """Keluarga."""
        assert self.program.page is not None
        return self.program.page

    def unlock(self, typing_ms: float = 2_000) -> float:
        """Seconds from Enter behind the password to the first rows of the list, for one who types for so long."""
        box = self.lock.view.secret.box
        QTest.keyClicks(box, PASSWORD)
        pause(typing_ms)
        start = time.perf_counter()
        QTest.keyClick(box, Qt.Key.Key_Return)
        waited = 0.0
        while self.program.page is None and waited < PATIENCE_MS:
            pause(1)
            waited += 1
        page = self.page
        return Painted(lambda: page._state.stage is Stage.READY, page.table.viewport()).wait() - start

    def settle(self) -> None:
        """Until nothing is under way in the lanes."""
        while self.program._tasks.busy:
            pause(5)

    def type_key(self, key: str) -> float:
        """Seconds from a key in the search field to the painted answer to the text that stands there then."""
        page, answer = self.page, Answer(self.page)
        start = time.perf_counter()
        QTest.keyClicks(page.search_field, key)
        return answer.wait() - start

    def clear_search(self) -> None:
        """An empty field again."""
        QTest.keyClick(self.page.search_field, Qt.Key.Key_Escape)
        self.settle()

    def close(self) -> None:
        """Leave."""
        window = self.program._window
        assert window is not None
        window._clock.stop()
        window.sending.stop()
        self.settle()
        self.program.desk.close()
        self.program.close()


class Answer(Painted):
    """The table (or the word that nobody was found) painted for the newest question of the list."""

    def __init__(self, page: FamiliesPage) -> None:
        self._page, self._before, self._given = page, page._state, False
        self._number = page.presenter._number
        super().__init__(lambda: self._given, page.table.viewport(), page._none_found)
        self._out = page.presenter._out
        page.presenter._out = self._shown

    def wait(self) -> float:
        """As ever; then the presenter talks to its view alone again."""
        try:
            return super().wait()
        finally:
            self._page.presenter._out = self._out

    def _shown(self, state: ListState) -> None:
        self._out(state)
        presenter = self._page.presenter
        newest = presenter._number > self._number and state.question == presenter._number
        text = self._page.search_field.text().strip()
        if newest and state.text == text and not self._given:
            self._given = True
            if state.stage is self._before.stage is Stage.NONE_FOUND:
                self.settle()  # the very same words stay on the screen: nothing is painted anew
