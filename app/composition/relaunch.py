"""Locking ends the process: a fresh one shows the lock screen, because memory can not be wiped from inside Python."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence


def open_streams() -> None:
    """Where nobody reads, what is said goes nowhere.

    Without a console, as after a lock, Windows gives no streams at all, and whoever wrote to one (a report of a crash,
    a warning of a library) would fail by that alone.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # open as long as the program


def start_fresh(arguments: Sequence[str]) -> None:
    """Start the program anew, independent of this process, which should end right after."""
    packed = getattr(sys, "frozen", False)
    command = [sys.executable, *([] if packed else ["-m", "app"]), *arguments]
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        subprocess.Popen(command, creationflags=flags, close_fds=True)
    else:
        subprocess.Popen(command, start_new_session=True, close_fds=True)
