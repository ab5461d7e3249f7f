"""Writing small files so that a power cut leaves the old file or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.errors import Unavailable

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn the disk's refusals into ``disk_full``, ``disk_readonly`` or ``disk_failed`` (all Unavailable)."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Unavailable("disk_full") from error
        if error.errno in _DENIED:
            raise Unavailable("disk_readonly") from error
        raise Unavailable("disk_failed", errno=error.errno or 0) from error


def flush_handle(handle: int) -> None:
    """Wait until the content of an open file is on the disk (times and other metadata may follow later)."""
    if sys.platform == "linux":
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def flush_folder(folder: Path) -> None:
    """Wait until new names in `folder` are on the disk; Windows keeps them with the file and has no such call."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` by `content` in one step; on return it would survive a power cut."""
    part = path.with_name(path.name + ".part")
    with disk_errors():
        try:
            with part.open("wb", buffering=0) as file:
                write_all(file.fileno(), content)
                os.fsync(file.fileno())
            os.replace(part, path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        flush_folder(path.parent)


def write_all(handle: int, content: bytes) -> None:
    """Write every byte of `content`; the system may take fewer at a time than it is given."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]
