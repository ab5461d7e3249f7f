"""Until when somebody's acts count: the end date of a certificate, as laptop and district both read it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

NOTICE_DAYS: Final = 30
"""So many days before a certificate ends it is said."""


def day_of(at_ms: int, floor_ms: int) -> str:
    """The day (ISO, UTC) of an entry; never before a time that its laptop knew of already, whatever its clock said."""
    return datetime.fromtimestamp(max(at_ms, floor_ms) / 1000, UTC).date().isoformat()


def has_ended(until: str, at_ms: int, floor_ms: int) -> bool:
    """Whether an entry was written after the last day of its author's certificate (empty: it is open)."""
    return bool(until) and day_of(at_ms, floor_ms) > until


def days_left(until: str, today: date) -> int | None:
    """Days until the last day, negative once it is over; None where the certificate is open."""
    return (date.fromisoformat(until) - today).days if until else None
