"""Dates as people type them: day first, with any separator or none; what is no date is given back as it stands."""

from __future__ import annotations

import re
from datetime import date

_TYPED = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})", re.ASCII)
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)


def iso_of(typed: str) -> str:
    """``17-8-1980``, ``17/08/1980`` or ``17081980`` as ``1980-08-17``."""
    found = _TYPED.fullmatch(typed) or _SOLID.fullmatch(typed)
    if found is None:
        return typed
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return typed


def typed_of(iso: str) -> str:
    """``1980-08-17`` as ``17-08-1980``."""
    try:
        return f"{date.fromisoformat(iso):%d-%m-%Y}"
    except ValueError:
        return iso
