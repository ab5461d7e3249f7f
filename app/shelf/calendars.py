"""Reads the districts' calendars of resources/calendars/ and a district's own file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from app.domain.calendar import Calendar, Window
from app.shelf.forms import WordsShape
from app.shelf.place import resource
from app.shelf.typed import decode


class _Window(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    label: WordsShape
    first: int
    last: int
    source: str = ""
    counts: bool = True


class _Calendar(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    version: str
    source: str
    windows: list[_Window]
    objection_days: int = 14


@cache
def shipped_calendars() -> dict[str, Calendar]:
    """The calendars that Balai ships with, by district code; ``default`` for all others (read once)."""
    return read_calendars(sorted(resource("calendars").glob("*.json")))


def read_calendars(files: Sequence[Path]) -> dict[str, Calendar]:
    """The calendars of some files, later ones over earlier ones of the same district."""
    written = [decode(path, _Calendar) for path in files]
    return {one.id: _calendar(one) for one in written}


def _calendar(one: _Calendar) -> Calendar:
    windows = tuple(Window(w.code, w.label.words(), w.first, w.last, w.source, w.counts) for w in one.windows)
    return Calendar(one.id, one.version, one.source, windows, one.objection_days)
