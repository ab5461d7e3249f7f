"""Wiping a vault: its keys first, so that what a cut leaves behind is noise, then its files, its mark last.

What was once on a disk may still lie in blocks that no program reaches (an SSD's spare ones, earlier generations of a
file, copies elsewhere). What is there is encrypted with a key that lay in the slots alone, under passwords and under
the district's key; overwriting the slots is what takes it from whoever gets the laptop.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.domain.errors import Refused
from app.storage.durable import disk_errors, flush_folder, write_whole
from app.storage.lock import FolderLock

MARK: Final = "dikosongkan.json"
"""As long as it lies in a folder, what is left there opens for nobody, and can only be removed."""

_SLOTS: Final = ("slots.json*", "slots.copy.json*")
_SMALL: Final = ("anchor.bin*", "district.bin*", "mirror/*", "throttle.json*")
_STORES: Final = ("village.db*", "aside-*")
_HEAD_BYTES: Final = 1 << 20
"""Of a store its first pages are overwritten: the salt of its checks and its structure lie there."""
_BLOCK: Final = 1 << 20


def begun(folder: Path) -> bool:
    """Whether a wipe of this folder was begun: nothing in it may be opened any more."""
    return (folder / MARK).is_file()


def check_not_begun(folder: Path) -> None:
    """Refused ``vault_wiped`` where a wipe was begun."""
    if begun(folder):
        raise Refused("vault_wiped")


def begin(folder: Path, village: str) -> None:
    """From here on there is no way back; `village` is for whoever finds it unfinished. Unavailable ``disk_*``."""
    write_whole(folder / MARK, json.dumps({"village": village}).encode())


def village_of(folder: Path) -> str:
    """The village whose wipe is not finished; empty where the mark does not tell."""
    try:
        return str(json.loads((folder / MARK).read_text("utf-8"))["village"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def finish(folder: Path) -> None:
    """Do what is left of a wipe that was begun; may be cut and repeated at any point.

    Refused ``vault_in_use``, ``vault_missing``, ``wipe_not_begun``; Unavailable ``disk_*``.
    """
    lock = FolderLock(folder / "vault.lock")
    try:
        if not begun(folder):
            raise Refused("wipe_not_begun")
        with disk_errors():
            _destroy_keys(folder)
            _remove_content(folder)
    finally:
        lock.release()
    with disk_errors():
        # The lock's own file is held until here: Windows removes no open file.
        (folder / "vault.lock").unlink(missing_ok=True)
        (folder / MARK).unlink()
        flush_folder(folder)
        folder.rmdir()
        flush_folder(folder.parent)


def _destroy_keys(folder: Path) -> None:
    for path in _matching(folder, _SLOTS + _SMALL):
        _overwrite(path, path.stat().st_size)
    for path in _matching(folder, _STORES):
        _overwrite(path, min(path.stat().st_size, _HEAD_BYTES))


def _remove_content(folder: Path) -> None:
    """Slots first; then everything but the mark and the lock."""
    for path in _matching(folder, _SLOTS):
        path.unlink()
    flush_folder(folder)
    for path in sorted(folder.iterdir()):
        if path.name in (MARK, "vault.lock"):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    # A store whose making was cut lies beside its folder, with keys of its own.
    for half_made in folder.parent.glob(f".{folder.name}.*"):
        shutil.rmtree(half_made)
    flush_folder(folder)


def _matching(folder: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and not path.is_symlink():
                yield path


def _overwrite(path: Path, size: int) -> None:
    """Noise over the first `size` bytes, flushed, in the same place as far as the disk keeps places."""
    with path.open("r+b", buffering=0) as file:
        for at in range(0, size, _BLOCK):
            file.write(os.urandom(min(_BLOCK, size - at)))
        os.fsync(file.fileno())
