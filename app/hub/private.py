"""Files of the district that only its own account reads, and that a power cut does not take away again."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import IO


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


def flush_folder(folder: Path) -> None:
    """Wait until new names in `folder` are on its disk, where its system has such a call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some sticks' file systems have no such call
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """The folder, which a power cut does not take away again."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        flush_folder(folder.parent)


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
