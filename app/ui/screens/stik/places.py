"""Where bundles may lie: sticks and other drives that can be pulled out, and the folders where messengers put files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStandardPaths, QStorageInfo

from app.ui.folders import stick_folder
from app.ui.screens.stik.state import PlaceShown
from app.ui.words import translate

_MOUNTED_UNDER: Final = ("/media/", "/run/media/", "/Volumes/")
_REMOVABLE: Final = 2
"""DRIVE_REMOVABLE of GetDriveTypeW."""


def places() -> Sequence[PlaceShown]:
    """Sticks first, then the folder that was used last, then the folder of downloads; asked in a lane, because a drive
    may take its time to answer."""
    found = [
        PlaceShown(volume.rootPath(), translate("Stick", "Stik {name}", name=volume.displayName()))
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady() and _can_be_pulled_out(volume.rootPath())
    ]
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    held = {place.folder for place in found}
    for folder in (stick_folder(), usual):
        if folder and folder not in held:
            held.add(folder)
            found.append(PlaceShown(folder, folder))
    return found


def _can_be_pulled_out(root: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE)
    return root.startswith(_MOUNTED_UNDER)
