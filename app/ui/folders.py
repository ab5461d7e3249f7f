"""Where a window of files opens: first in the folder where such files usually lie, then where one was last taken."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

Place = QStandardPaths.StandardLocation

_last: Final[dict[Place, str]] = {}
_stick: Final[list[str]] = [""]


def folder_of(place: Place) -> str:
    """The folder to open; the person's own where the usual one does not exist."""
    usual = QStandardPaths.writableLocation(place)
    for folder in (_last.get(place, ""), usual):
        if folder and Path(folder).is_dir():
            return folder
    return str(Path.home())


def remember_folder(place: Place, file_name: str) -> None:
    """The next window opens where this file lies: often a USB stick."""
    _last[place] = str(Path(file_name).parent)


def stick_folder() -> str:
    """Where a bundle was last saved to or read from, empty where that is gone or there was none."""
    return _stick[0] if _stick[0] and Path(_stick[0]).is_dir() else ""


def remember_stick(folder: str) -> None:
    """The next bundle is looked for there."""
    _stick[0] = folder
