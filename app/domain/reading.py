"""What one cell of a list turns into: a value for use, and flags for what was odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.roster import Flag

Raw = str | int | float | bool | date | None
"""A cell as a sheet holds it: whole numbers that must be exact come as int, dates as date or datetime."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The value that Balai uses (empty when there is none to trust) and why it may be wrong."""

    value: str
    flags: tuple[Flag, ...] = ()
