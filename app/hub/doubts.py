"""What somebody is asked before a list is published: every laptop of the village would take it for its list.

None of these stops a list for ever: whoever has looked again says that it is meant, for that one file.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from typing import Final

from app.domain.errors import Refused
from app.domain.roster import Roster
from app.hub.words import day_of

CODES: Final = ("list_without_niks", "list_without_cards", "list_older", "list_month_ahead", "list_of_others")
EVERYTHING: Final = frozenset(CODES)

FEWEST: Final = 20
"""Families of a list from which on it is noticed that most of them are gone."""


def ask_first(roster: Roster, held: Roster | None, month: str, newest: str, now_ms: int, meant: Container[str]) -> None:
    """Refused with one of `CODES` that is not `meant`.

    `roster` has the ids of `held` (the list of today, None where there is none) where it is the same family; `month`
    and `newest` (of the list of today) are year and month, empty where they are not known.
    """
    if "list_without_niks" not in meant and not any(member.nik for _, member in roster.members()):
        raise Refused("list_without_niks")  # as a rule its column was not understood
    if "list_without_cards" not in meant and not any(family.kk for family in roster.families):
        raise Refused("list_without_cards")
    if "list_older" not in meant and month and month < newest:
        raise Refused("list_older", month=month, newest=newest)
    if "list_month_ahead" not in meant and month > _next_month(now_ms):
        raise Refused("list_month_ahead", month=month)
    if "list_of_others" not in meant and held is not None and len(held.families) >= FEWEST:
        before = {one.id for one in held.families}
        kept = sum(one.id in before for one in roster.families)
        if 2 * kept < len(before):
            raise Refused("list_of_others", kept=kept, before=len(before))


def _next_month(now_ms: int) -> str:
    """A list may come some days before its month."""
    today = day_of(now_ms)
    return f"{date(today.year + today.month // 12, today.month % 12 + 1, 1):%Y-%m}"
