"""One program at a time in one vault."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.domain.errors import Refused
from app.storage.durable import disk_errors

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from construction to `release`; the system lets it go when the process dies, however it dies."""

    def __init__(self, path: Path) -> None:
        """Take the lock, or Refused ``vault_in_use``, ``vault_missing``."""
        if not path.parent.is_dir():
            raise Refused("vault_missing")
        with disk_errors():
            self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError as error:
            self.release()
            raise Refused("vault_in_use") from error

    def release(self) -> None:
        """Let the vault go; a second time does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
