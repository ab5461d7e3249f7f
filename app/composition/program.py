"""The program as a person starts it: first start, lock screen, desk, and the way back to a fresh lock screen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.composition.crash import report_crashes
from app.composition.doors import FileDoors
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.relaunch import start_fresh
from app.domain.errors import Problem
from app.ui.application import make_application
from app.ui.lanes import NEXT_TURN_MS, Lane
from app.ui.messages import explain
from app.ui.tasks import Tasks
from app.ui.theme import look
from app.ui.tokens import Tone
from app.ui.words import translate
from app.usecases.desk import Desk, Preferences

if TYPE_CHECKING:
    from app.composition.window import DeskWindow
    from app.ui.screens.mulai.page import StartPage
    from app.usecases.enrolling import WaitingVillage

_SETTLED_MS: Final = 400
"""By then the lock screen is painted, as a rule; what is loaded behind it must not delay it."""

_LATER_MS: Final = 500
_NARROWEST: Final = 1000
"""Pixels of the narrowest laptop's screen; what is narrower is no screen that anybody looks at (an offscreen run)."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    practice: bool = False
    data: Path | None = None
    locked: bool = False
    wiped: str = ""
    """Set by the program that has just wiped a village: whether its district was told."""


def options(arguments: Sequence[str]) -> Options:
    """Read the command line; ends with a usage line where it makes no sense."""
    parser = argparse.ArgumentParser(prog="balai", description="Balai: periksa daftar bantuan sosial desa.")
    parser.add_argument("--practice", action="store_true", help="buka desa latihan")
    parser.add_argument("--data", type=Path, help="folder data lain")
    parser.add_argument("--locked", action="store_true", help="langsung ke layar masuk")
    parser.add_argument("--wiped", choices=("told", "untold", "nobody"), default="", help=argparse.SUPPRESS)
    read = parser.parse_args(arguments)
    return Options(read.practice, read.data, read.locked, read.wiped)


class Program(QObject):
    """Shows one window after the other; holds what lives as long as the process."""

    def __init__(self, app: QApplication, chosen: Options, preferences: FilePreferences, doors: FileDoors) -> None:
        super().__init__()
        self._app = app
        self._chosen = chosen
        self._preferences = preferences
        self._doors = doors
        self._tasks = Tasks(self)
        self._front: QWidget | None = None
        self._window: DeskWindow | None = None

    def start(self) -> None:
        """Show the first window: the lock screen where there is a village, else the first start."""
        has_village = any(not self._chosen.practice or vault.practice for vault in self._doors.vaults())
        if has_village:
            self.show_lock()
        elif self._chosen.practice:
            self._make_practice()
        else:
            self.show_start()
        if self._chosen.wiped and self._front is not None:
            from app.ui.screens.pengaturan.wiped import tell_wiped

            tell_wiped(self._front, self._chosen.wiped)

    def show_lock(self) -> None:
        """The lock screen."""
        from app.ui.screens.masuk import build

        page = build(self._doors, self._tasks, self._preferences, self.open_desk, self._go, self._resume)
        self._show(page)
        QTimer.singleShot(_SETTLED_MS, page, partial(self._prepare, page))

    def _prepare(self, page: QWidget) -> None:
        if self._tasks.busy:  # a slow laptop still reads who may unlock
            QTimer.singleShot(_SETTLED_MS, page, partial(self._prepare, page))
            return
        self._tasks.run(Lane.DISK, self._doors.prepare, _nothing, owner=self)

    def _go(self, place: str) -> None:
        """From the lock screen to another way in."""
        if place == "mulai":
            self.show_start()

    def _resume(self, waiting: WaitingVillage) -> None:
        """From the lock screen to the answer that a store waits for."""
        self.show_start().presenter.resume(waiting)

    def show_start(self) -> StartPage:
        """First start, or one more village on this laptop."""
        from app.composition.desk import today
        from app.composition.intake import MappingsInMemory, SheetIntake
        from app.ui.screens.mulai import build
        from app.ui.vocabulary.flags import flag_words

        intake = SheetIntake(MappingsInMemory(), today, flag_words, self._doors.note_export)
        page = build(self._doors, intake, self._tasks, self._preferences, self._open_new)
        page.left.connect(self._leave_start)
        self._show(page)
        return page

    def open_desk(self, desk: Desk) -> None:
        """Somebody has unlocked: show the desk."""
        from app.composition.window import DeskWindow

        window = DeskWindow(desk, self._tasks, self._preferences, self.apply)
        window.locked.connect(self._start_afresh)
        window.left.connect(self._app.quit)
        window.wiped.connect(self._start_first)
        # Closing the window is not yet the end: what is half typed has to be saved and the journal sealed first.
        self._app.setQuitOnLastWindowClosed(False)
        self._window = window
        self._show(window.shell)
        # The window first, its first screen in the next turn of the loop: both at once would be felt as a stop.
        QTimer.singleShot(NEXT_TURN_MS, window.shell, window.show)

    def _open_new(self, desk: Desk, _: tuple[str, ...]) -> None:
        """A village was made, and its recovery words written down."""
        self.open_desk(desk)

    def apply(self, preferences: Preferences) -> None:
        """Wear preferences at once, and keep them."""
        from app.ui.translation import use_language

        before = self._preferences.load()
        self._preferences.wear(preferences)
        save = partial(self._preferences.save, preferences)
        self._tasks.run(Lane.DISK, save, _nothing, self._not_kept, owner=self)
        look().wear(preferences.theme, preferences.scale)  # type: ignore[arg-type]  # the store keeps known themes only
        if self._window is None:
            return
        self._window.shell.idle.set_minutes(preferences.idle_minutes)
        if before.language != preferences.language:
            use_language(preferences.language)  # type: ignore[arg-type]  # as above
            self._window.renew()
            self._front = self._window.shell

    def _not_kept(self, problem: Problem) -> None:
        if self._window is not None:
            told = explain(problem)
            self._window.shell.say(f"{told.title} {told.text}", Tone.WARN)

    def close(self) -> None:
        """Let what is under way on the disk end; the last thing before the process does. Nobody waits for a line."""
        self._tasks.close((Lane.DISK,))
        self._doors.close()

    def _make_practice(self) -> None:
        """`make run` on a fresh machine: the practice village is made while its progress is shown."""
        from app.ui.widgets.states import LoadingState

        waiting = LoadingState(translate("Program", "Menyiapkan desa latihan ..."))
        self._show(waiting)
        work = self._doors.create_practice
        self._tasks.run(
            Lane.DISK, lambda: work(lambda done: None, lambda: False), self.open_desk, self._no_practice, owner=waiting
        )

    def _no_practice(self, _: Problem) -> None:
        self.show_start()

    def _leave_start(self) -> None:
        if self._doors.vaults():
            self.show_lock()

    def _start_first(self, told: str) -> None:
        """After a wipe: the practice village is not made again by itself."""
        self._start(["--wiped", told])

    def _start_afresh(self) -> None:
        self._start(["--locked", *(["--practice"] if self._chosen.practice else [])])

    def _start(self, arguments: list[str]) -> None:
        if self._chosen.data is not None:
            arguments += ["--data", str(self._chosen.data)]
        start_fresh(arguments)
        self._app.quit()

    def _show(self, window: QWidget) -> None:
        """Put one window in the place of the other, at the same spot of the screen."""
        before, self._front = self._front, window
        if before is not None:
            window.setGeometry(before.geometry())
        else:
            window.resize(1366, 768)
            if _fills_the_screen(window):
                window.setWindowState(Qt.WindowState.WindowMaximized)
        if before is not None and before.isMaximized():
            window.showMaximized()
        else:
            window.show()
        if before is not None:
            before.hide()
            # Taking a window of some hundred widgets apart can wait until the next one is there and painted.
            QTimer.singleShot(_LATER_MS, before, before.deleteLater)


def _fills_the_screen(window: QWidget) -> bool:
    """Whether the window with its frame would reach beyond a laptop's screen: its foot would lie below the edge."""
    return _NARROWEST <= window.screen().availableSize().width() <= window.width()


def _nothing(_: None) -> None:
    """Nothing to show."""


def main(arguments: Sequence[str]) -> int:
    """Run the program; gives the exit code."""
    chosen = options(arguments)
    lie = places(chosen.data)
    report_crashes(lie.crashes)
    preferences = FilePreferences(lie.preferences)
    worn = preferences.load()
    app = make_application([sys.argv[0]], worn.language, worn.theme, worn.scale)  # type: ignore[arg-type]  # known names
    program = Program(app, chosen, preferences, FileDoors(lie))
    program.start()
    status = app.exec()
    program.close()
    return status
