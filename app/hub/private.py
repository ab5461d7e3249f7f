"""Files of the district that only its own account reads."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO


def open_private(path: Path, mode: str) -> IO[bytes]:
    """Open `path` for writing bytes (``wb``, ``xb``); from its first byte on nobody else may read it."""
    return open(path, mode, opener=_for_us_alone)


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
