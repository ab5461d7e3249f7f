"""New names in a folder, kept through a power cut."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path


def flush_folder(folder: Path) -> None:
    """Wait until new names in `folder` are on its disk, where its system has such a call.

    Raises OSError as the disk gives it; every room says it in its own sentences. The encrypted store asks more
    (app/storage/durable.py): its disk must have the call.
    """
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
