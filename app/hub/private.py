"""Files of the district that only its own account reads, and that a power cut does not take away again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from app.disk.folders import flush_folder


def open_private(path: Path, mode: str) -> IO[bytes]:
    """Open `path` for writing bytes (``wb``, ``xb``); from its first byte on nobody else may read it."""
    return open(path, mode, opener=_for_us_alone)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file that only its owner reads; whole or not at all, and surely once this ends."""
    part = path.with_name(path.name + ".part")
    with open_private(part, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)
    flush_folder(path.parent)


def make_folder(folder: Path) -> None:
    """The folder, which a power cut does not take away again."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        flush_folder(folder.parent)


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
