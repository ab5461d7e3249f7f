"""When something was done, whatever the clock of its laptop said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.entry import CLOCKS_DIFFER_MS, is_behind

AHEAD: Final = "ahead"
"""The entry had arrived at the district before the time that its clock said."""
BEHIND: Final = "behind"
"""The time that its clock said was over already, as its laptop knew."""
DOUBTFUL: Final = "doubtful"
"""Its laptop had shown a later time before; which of the two was wrong, nothing tells yet."""


@dataclass(frozen=True, slots=True)
class Happened:
    """When an entry was written, as far as it is known; times in milliseconds since 1970 UTC."""

    at_ms: int
    """The best that is known: the clock's time, or the nearest one that is possible."""
    said_ms: int
    """What the clock said."""
    arrived_ms: int = 0
    """When the district received it; 0 while nothing says it."""
    clock: str = ""
    """``ahead``, ``behind``, ``doubtful``; empty where nothing speaks against the clock."""


def happened(at_ms: int, floor_ms: int, arrived_ms: int | None, district_ms: int = 0) -> Happened:
    """What is known of an entry whose clock said `at_ms` when its laptop knew that `floor_ms` was over.

    `arrived_ms`: when the district received it, None while that is not known here; then `district_ms` is the newest
    time of the district that is. A floor behind both was itself shown by a clock that may have stood ahead.
    """
    arrived = arrived_ms or 0
    sure = floor_ms <= (arrived or district_ms)
    found = max(at_ms, floor_ms) if sure else at_ms
    clock = ""
    if arrived and at_ms > arrived + CLOCKS_DIFFER_MS:
        clock = AHEAD
    elif is_behind(at_ms, floor_ms) and (sure or not arrived):
        clock = BEHIND if sure else DOUBTFUL
    return Happened(min(found, arrived) if arrived else found, at_ms, arrived, clock)


def happened_at(at_ms: int, floor_ms: int, arrived_at_ms: int) -> int:
    """The time alone: not before one that its laptop knew of already, and not after it had arrived; between the two its
    own clock is believed."""
    return happened(at_ms, floor_ms, arrived_at_ms).at_ms
