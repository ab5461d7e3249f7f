"""When something was done, whatever the clock of its laptop said."""

from __future__ import annotations


def happened_at(at_ms: int, floor_ms: int, arrived_at_ms: int) -> int:
    """Milliseconds since 1970 UTC of an entry: not before a time that its laptop knew of already (`floor_ms`), and not
    after it had arrived here. Between the two its own clock is believed."""
    return min(max(at_ms, floor_ms), arrived_at_ms)
