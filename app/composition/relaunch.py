"""Locking ends the process: a fresh one shows the lock screen, because memory can not be wiped from inside Python."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence


def start_fresh(arguments: Sequence[str]) -> None:
    """Start the program anew, independent of this process, which should end right after."""
    packed = getattr(sys, "frozen", False)
    command = [sys.executable, *([] if packed else ["-m", "app"]), *arguments]
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        subprocess.Popen(command, creationflags=flags, close_fds=True)
    else:
        subprocess.Popen(command, start_new_session=True, close_fds=True)
