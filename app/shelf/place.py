"""Where the files of resources/ lie, in a checkout and in a packaged program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one file or folder below resources/, e.g. ``resource("codes", "dtsen.json")``."""
    packed = getattr(sys, "_MEIPASS", None)
    root = Path(packed) if packed else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)
