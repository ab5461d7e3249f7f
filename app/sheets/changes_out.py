"""The sheet of what a new list changed: names, places and words, and no number by which a person is known."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from app.sheets.text_sheet import save_sheet

_WIDTHS = (6, 6, 28, 32, 18, 48, 48)


def write_changes(path: Path, headings: Sequence[str], lines: Sequence[Sequence[str]]) -> int:
    """Write the XLSX and say how many families it holds; raises Unavailable when it cannot be saved."""
    save_sheet(path, headings[4], itertools.chain([headings], lines), 1, _WIDTHS)
    return len(lines)
