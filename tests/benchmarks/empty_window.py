"""The floor of a cold start: an empty PySide6 window of the same size, nothing else.

Prints when it was painted, and for how many nanoseconds it had stood in line for a processor that others had by then.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Empty(QWidget):
    """Tells of its first paint."""

    told = False

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        painted = time.monotonic_ns()
        try:
            queued = Path("/proc/thread-self/schedstat").read_text().split()[1]
        except (OSError, IndexError):  # only Linux tells
            queued = "0"
        print(painted, queued, flush=True)
        QApplication.quit()


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = Empty()
    window.resize(1366, 768)
    window.show()
    app.exec()
