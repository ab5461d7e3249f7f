"""HAProxy, as somebody starts it."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.hub.waiting import until
from tests.machine import lacks


def program() -> str:
    """Where it lies; Debian's root alone finds it by its name."""
    found = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    if found is None:
        lacks("needs haproxy (apt-get install haproxy)")
    return found


@contextmanager
def haproxy(folder: Path, settings: str, door: str) -> Iterator[None]:
    """It runs with these settings, by which it opens `door` (address and port)."""
    (folder / "haproxy.cfg").write_text(settings)
    with (folder / "haproxy.log").open("wb") as log:
        process = subprocess.Popen([program(), "-f", folder / "haproxy.cfg"], stdout=log, stderr=log)
    try:
        until(60, lambda: listens(door))
        yield
    finally:
        process.terminate()
        process.wait()


def listens(door: str) -> bool:
    """Whether somebody opens."""
    host, _, port = door.partition(":")
    with socket.socket() as found:
        return found.connect_ex((host, int(port))) == 0
