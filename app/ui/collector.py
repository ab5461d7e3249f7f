"""Garbage is collected on the UI thread alone: a collection in a worker may delete a widget and crash Qt."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
FULL_EVERY = 30


class Collector(QObject):
    """Switches Python's own collector off and collects from a timer, the young often and the old rarely."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._round = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """From now on only the UI thread collects; what lives already is left out of every later collection."""
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        self._round += 1
        gc.collect(2 if self._round % FULL_EVERY == 0 else 1)
