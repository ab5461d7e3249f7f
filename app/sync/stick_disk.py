"""The disk of a stick: what it refuses said in its own sentences, and its bytes read again from itself."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from app.domain.errors import Unavailable
from app.sync.own_disk import FULL

_FULL: Final = FULL | {errno.EFBIG}
_DENIED: Final = {errno.EROFS, errno.EACCES, errno.EPERM}
_WIN_READ_ONLY: Final = 19
"""ERROR_WRITE_PROTECT."""


@contextmanager
def on_stick(place: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn what a stick refuses into its own sentence."""
    try:
        yield
    except OSError as error:
        raise _refusal(error, place, writing) from error


def _refusal(error: OSError, place: Path, writing: bool) -> Unavailable:
    windows = getattr(error, "winerror", None)
    if error.errno in _FULL:
        return Unavailable("stick_full")
    if error.errno in _DENIED or windows == _WIN_READ_ONLY:
        return Unavailable("stick_read_only" if writing else "stick_unreadable")
    if not is_there(place):
        return Unavailable("stick_gone")
    return Unavailable("stick_failed", errno=error.errno or 0)


def is_there(place: Path) -> bool:
    """Whether a place is; not where its system cannot say."""
    try:
        return place.exists()
    except OSError:
        return False


def forget_cache(file: IO[bytes]) -> None:
    """So that the reading again asks the stick and not the memory, where the system lets us say so."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
