"""Files on a stick that could start by themselves or pretend to be a folder: told of, never opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

MOST_FILES: Final = 2_000
"""Files of a folder that are looked at."""

_NAMES: Final = frozenset({"autorun.inf"})
_ENDINGS: Final = frozenset(
    {".bat", ".cmd", ".com", ".exe", ".hta", ".js", ".jse", ".lnk", ".pif", ".ps1", ".scr", ".vbe", ".vbs", ".wsf"}
)


def holds_strange_files(folder: Path) -> bool:
    """Whether any lies in this folder itself, by its name alone; False where the folder cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            return any(_is_strange(one.name) for _, one in zip(range(MOST_FILES), entries, strict=False))
    except OSError:
        return False


def _is_strange(name: str) -> bool:
    low = name.lower()
    return low in _NAMES or os.path.splitext(low)[1] in _ENDINGS
