"""One process of many that play schedules (`tests.storms.__main__`)."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from tests.postgres import NewDatabase
from tests.storms.schedules import drawn, how_it_ends, shown, shrunk

MEMORY: Final = Path("/dev/shm")
"""Where storms are played if it is there: nobody cuts this machine's power, and a disk would only be waited for."""


def begin() -> None:
    """In each process: nothing is worth waiting for a disk."""
    if MEMORY.is_dir():
        tempfile.tempdir = str(MEMORY)
    if hasattr(os, "sync"):
        del os.sync  # of a backup: it waits for every disk of this machine


def in_file() -> str:
    """The district's own file."""
    return ""


def play_one(seed: str, number: int, new_database: NewDatabase) -> tuple[int, str]:
    """Number, and the story of a bad end with the schedule cut to what matters."""
    schedule = drawn(seed, number)
    end, _ = how_it_ends(schedule, new_database)
    if not end:
        return number, ""
    cut, story = shrunk(schedule, new_database)
    if not story:
        return number, f"--- {seed}/{number}: {end}, and when it was played again it ended well\n{shown(schedule)}"
    return number, f"--- {seed}/{number}: {end}\n{story}\n{shown(cut)}"
