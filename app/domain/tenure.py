"""Until when somebody's acts count: the end date of a certificate, as laptop and district both read it.

No clock of a laptop ends a certificate: it may stand years ahead by accident. An entry stands behind the end where the
district's own times say so: it arrived there after the last day and claims no earlier time, or its laptop had heard
from the district after the last day when it was written, whatever its clock said (docs/decisions/0021).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final, Protocol

NOTICE_DAYS: Final = 30
"""So many days before a certificate ends it is said."""


class DistrictTimes(Protocol):
    """What is held of the district's times: all that is held of them counts, in whatever order it came."""

    def arrived_ms(self, chain: str, seq: int) -> int | None:
        """When the district held an entry for the first time, as far as is known here; None while nothing says it."""

    def heard_since(self, chain: str, seq: int, floor_ms: int, since_ms: int) -> bool:
        """Whether the laptop of `chain` knew a time of the district from `since_ms` on when it wrote number `seq`,
        whose floor is `floor_ms`."""


def day_of(at_ms: int) -> str:
    """The day (ISO, UTC) of a time."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).date().isoformat()


def is_over(until: str, now_ms: int) -> bool:
    """Whether the last day of a certificate (empty: it is open) lies before a time."""
    return bool(until) and day_of(now_ms) > until


def has_ended(until: str, place: tuple[str, int], at_ms: int, floor_ms: int, times: DistrictTimes) -> bool:
    """Whether the entry at `place` (chain, number) was written after the last day of its author's certificate."""
    if not until or not (is_over(until, at_ms) or is_over(until, floor_ms)):
        return False
    arrived = times.arrived_ms(*place)
    if arrived is not None and not is_over(until, arrived):
        return False
    if arrived is not None and is_over(until, at_ms):
        return True
    return times.heard_since(*place, floor_ms, day_after_ms(until))


def day_after_ms(until: str) -> int:
    """The first moment after the last day of a certificate (ISO, UTC)."""
    day = date.fromisoformat(until) + timedelta(days=1)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000


def days_left(until: str, today: date) -> int | None:
    """Days until the last day, negative once it is over; None where the certificate is open."""
    return (date.fromisoformat(until) - today).days if until else None
