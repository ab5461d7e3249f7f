"""Goes from station to station and takes each in every look: themes, sizes of type, and once in English."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.ui.tasks import Tasks
from app.ui.theme import ThemeName, look
from scripts.tour_scene import Scene

PATIENCE_SECONDS: Final = 60.0
_QUIET_TURNS: Final = 4
_FRAME: Final = "#6b7670"

S = TypeVar("S", bound=Scene)
Look = tuple[ThemeName, float]

LIGHT: Final[Look] = ("light", 1.0)
LOOKS: Final[tuple[Look, ...]] = (LIGHT, ("dark", 1.0), ("contrast", 1.0), ("light", 2.0), ("dark", 2.0))
MAIN_LOOKS: Final[tuple[Look, ...]] = (*LOOKS, ("contrast", 2.0))


@dataclass(frozen=True, slots=True)
class Station(Generic[S]):
    """One place of the tour: how one comes there. The main ones are taken in English and in large contrast too."""

    name: str
    go: Callable[[S], object]
    main: bool = False


class Camera:
    """Takes pictures of whatever a scene shows, dialogs above their window."""

    def __init__(self, app: QApplication, out: Path, size: tuple[int, int], only: str, quick: bool) -> None:
        self.app, self.out, self.size, self.only, self.quick = app, out, size, only, quick
        self.tasks = Tasks()
        self.taken = 0

    def take_all(self, scene: S, stations: Sequence[Station[S]], language: str) -> None:
        """Every station in the language; in English only the main ones, in one look."""
        scene.settle = self.settle
        for station in stations:
            if language == "en" and not station.main:
                continue
            look().wear(*LIGHT)
            station.go(scene)
            looks = MAIN_LOOKS if station.main else LOOKS
            if language == "en" or self.quick:
                looks = looks[:1]
            for worn in looks:
                if station.name.startswith(self.only):
                    self._take(scene, station.name, worn, "-en" if language == "en" else "")
            scene.clear_dialogs()
        look().wear(*LIGHT)

    def settle(self) -> None:
        """Let every answer arrive and every layout come to rest."""
        ends = monotonic() + PATIENCE_SECONDS
        quiet = 0
        while quiet < _QUIET_TURNS and monotonic() < ends:
            loop = QEventLoop()
            QTimer.singleShot(10, loop.quit)
            loop.exec()
            self.app.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            quiet = 0 if self.tasks.busy else quiet + 1

    def _take(self, scene: Scene, name: str, worn: Look, ending: str) -> None:
        look().wear(*worn)
        window = scene.window
        if not window.isVisible():
            window.resize(*self.size)
            window.show()
        self.settle()
        self.out.mkdir(parents=True, exist_ok=True)
        file = self.out / f"{name}-{worn[0]}-{round(worn[1] * 100)}{ending}.png"
        if not picture(window, scene.dialogs()).save(str(file)):
            sys.exit(f"Could not write {file}")
        self.taken += 1


def picture(window: QWidget, dialogs: Sequence[QDialog]) -> QPixmap:
    """The window, and the dialogs that are open over it in a thin frame, which the window manager draws otherwise."""
    seen = window.grab()
    for dialog in dialogs:
        painter = QPainter(seen)
        try:
            place = window.mapFromGlobal(dialog.pos())
            painter.drawPixmap(place, dialog.grab())
            painter.setPen(QPen(QColor(_FRAME), 2))
            painter.drawRect(QRect(place, dialog.size()))
        finally:
            painter.end()
    return seen
