"""Where a seal stands when it is asked whether something stopped its author: where the last entry that it covers does.

A seal says nothing of its own; it answers for what its author said before it. Were it judged by its own place, a
revocation or a last day that falls between an act and the seal right behind it would leave an act that counts without
the seal that it needs (docs/decisions/0022).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.entry import Entry
from app.domain.revocation import Order


@dataclass(frozen=True, slots=True)
class Stand:
    """What of an entry says whether it stands behind a stop: its place in the one order, its clock and its floor (ms
    since 1970 UTC)."""

    order: Order
    at_ms: int
    floor_ms: int

    @classmethod
    def of(cls, one: Entry) -> Stand:
        """An entry's own."""
        return cls(one.order, one.at_ms, one.floor_ms)


def judged_at(own: Stand, covered: Stand | None) -> Stand:
    """By what an entry is judged; `covered` is what a true seal covers last, None of everything else."""
    return own if covered is None else covered
