"""The program as `python -m app --data DIR` starts it, until the lock screen is painted with its people.

    python -m tests.benchmarks.lock_window DIR

Prints the moment of that paint (monotonic nanoseconds) and, behind it, the modules that were loaded by then.
"""

from __future__ import annotations

import sys
import time
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.composition import program
from app.ui.screens.masuk.page import LockPage


class _Watch(QObject):
    """Sees the first paint of the list of people that has people in it."""

    def __init__(self, page: LockPage) -> None:
        super().__init__(page)
        self._page = page
        self._told = False
        page.view.people.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Paint and self._page._state.people and not self._told:
            self._told = True
            # What is loaded ahead begins behind this paint, before or after the timer.
            QTimer.singleShot(0, self, partial(self._tell, sorted(sys.modules)))
        return False

    def _tell(self, loaded: list[str]) -> None:
        print(time.monotonic_ns(), " ".join(loaded), flush=True)
        QApplication.quit()


class _Program(program.Program):
    """The program with somebody who watches its lock screen."""

    def start(self) -> None:
        """As ever."""
        super().start()
        assert isinstance(self._front, LockPage)
        self._watch = _Watch(self._front)


if __name__ == "__main__":
    program.Program = _Program  # type: ignore[misc]  # `main` starts what stands under this name
    sys.exit(program.main(["--data", sys.argv[1]]))
