"""Where bundles may lie: sticks and other drives that can be pulled out, and the folders where messengers put files."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QStandardPaths, QStorageInfo

from app.ui.folders import stick_folder
from app.ui.screens.stik.state import PlaceShown
from app.ui.words import translate

_MOUNTED_UNDER: Final = ("/media/", "/run/media/", "/Volumes/")
_REMOVABLE: Final = 2
"""DRIVE_REMOVABLE of GetDriveTypeW."""

ONLY_THESE: Final = "BALAI_STICKS"
"""Environment variable: folders (parted as in PATH) that are offered in the stead of this machine's sticks and
downloads. So that no test ever writes to a stick that happens to be in the machine that runs it."""


def places() -> Sequence[PlaceShown]:
    """Sticks first, that with the folder that was used last before all, then the folder of downloads; asked in a lane,
    because a drive may take its time to answer. Written as the system writes paths, like those that a person chooses:
    else one folder of Windows would be offered twice."""
    last = QDir.toNativeSeparators(stick_folder())
    only = os.environ.get(ONLY_THESE)
    if only is None:
        found, usual = _sticks(), QDir.toNativeSeparators(_usual())
    else:
        found, usual = [_stick(folder, Path(folder).name) for folder in only.split(os.pathsep) if folder], ""
    found.sort(key=lambda place: not _lies_in(last, place.folder))
    if last and all(place.folder != last for place in found):
        on_stick = any(_lies_in(last, place.folder) for place in found)
        found.insert(0 if on_stick else len(found), PlaceShown(last, last))
    if usual and all(place.folder != usual for place in found):
        found.append(PlaceShown(usual, usual))
    return found


def _sticks() -> list[PlaceShown]:
    return [
        _stick(volume.rootPath(), volume.displayName())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady() and _can_be_pulled_out(volume.rootPath())
    ]


def _stick(folder: str, name: str) -> PlaceShown:
    return PlaceShown(QDir.toNativeSeparators(folder), translate("Stick", "Stik {name}", name=name))


def _usual() -> str:
    """The folder of downloads, or the person's own where there is none: a folder that is not there would be told as a
    stick that was pulled out."""
    at = QStandardPaths.StandardLocation
    downloads = QStandardPaths.writableLocation(at.DownloadLocation)
    return downloads if QDir(downloads).exists() else QStandardPaths.writableLocation(at.HomeLocation)


def _lies_in(folder: str, root: str) -> bool:
    return bool(folder) and Path(folder).is_relative_to(root)


def _can_be_pulled_out(root: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE)
    return root.startswith(_MOUNTED_UNDER)
