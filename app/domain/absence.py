"""How often a family, or one of its people, was looked for in vain: what "not found" rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from app.domain.ids import MemberId
from app.domain.standing import NOT_FOUND, VisitStanding

DAYS_NEEDED: Final = 2
"""A visit log proves absence from two tries on (Kepmensos 73/HUK/2024, items 1 and 2, as districts read it)."""

_MEMBER_NOT_FOUND: Final = "6"
"""Member-presence code "Tidak ditemukan" (Regsosek 404)."""


def days_in_vain(visits: Sequence[VisitStanding], member: MemberId | None, day_of: Callable[[int], date]) -> int:
    """On how many different days they were looked for in vain since somebody last found them.

    `visits` in `Entry.order`; `member` None means the family; `day_of` gives the day of a moment (ms since 1970) where
    the family lives. Two tries on one day are one: whoever is out in the morning is out at noon.
    """
    days = set()
    for attempt in reversed(visits):
        absent = _absent(attempt, member)
        if absent is False:
            break
        if absent:
            days.add(day_of(attempt.visit.started_at_ms or attempt.entry.at_ms))
    return len(days)


def _absent(attempt: VisitStanding, member: MemberId | None) -> bool | None:
    """Whether an attempt was in vain; None where it does not tell."""
    if attempt.status == NOT_FOUND:
        return True
    if member is None:
        return False
    seen = next((one.presence for one in attempt.visit.members if one.member == member), "")
    return seen == _MEMBER_NOT_FOUND if seen else None
