"""Cells as clean text: no odd blanks, no full-width digits, whole numbers without a decimal tail."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

from app.domain.reading import Raw

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"), None)


def cell_text(cell: Raw) -> str:
    """The words of a cell as a person reads them, blanks levelled; empty for nothing."""
    if isinstance(cell, str):
        return clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def clean(text: str) -> str:
    """Text with plain digits and single plain blanks, nothing invisible, nothing around it."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    if "_x000" in text:
        text = text.replace("_x000D_", " ").replace("_x000A_", " ").replace("_x0009_", " ")
    return " ".join(text.split())


def clean_cell(cell: Raw) -> Raw:
    """The same cell with its text cleaned; numbers and dates stay what they are."""
    return clean(cell) if isinstance(cell, str) else cell
