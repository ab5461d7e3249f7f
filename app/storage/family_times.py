"""When families were changed and visited last, also where a laptop's clock was wrong.

The rows of `family_view` say what the clocks said: what else is known of the time changes with every receipt, so it is
looked up for the rows that are shown, and for an order by time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from app.storage.clock import HeldTimes
from app.storage.entry_rows import in_list


@dataclass(frozen=True, slots=True)
class LastTimes:
    """Milliseconds since 1970 UTC, 0 where nothing of the kind was recorded."""

    changed_ms: int
    visited_ms: int


def last_times(connection: Connection, times: HeldTimes, families: Iterable[str]) -> Mapping[str, LastTimes]:
    """Of these families, by their ids of today; without those about which nothing was recorded."""
    wanted = list(families)
    aliases = connection.exec_driver_sql(_ALIASES, (in_list(wanted),)).all()
    today = {str(old): str(new) for old, new in aliases}
    changed: dict[str, int] = {}
    visited: dict[str, int] = {}
    for subject, is_visit, *entry in connection.exec_driver_sql(_RECORDED, (in_list([*wanted, *today]),)):
        family = today.get(subject, subject)
        at_ms = times.happened_at(*entry)
        changed[family] = max(at_ms, changed.get(family, 0))
        if is_visit:
            visited[family] = at_ms
    return {family: LastTimes(at_ms, visited.get(family, 0)) for family, at_ms in changed.items()}


def changed_otherwise(connection: Connection, times: HeldTimes) -> Mapping[int, int]:
    """Number of a family in `family_view` -> when it was changed last, of all about which a wrong clock told."""
    wrong = [
        (chain, seq)
        for chain, seq, at_ms, floor_ms in connection.exec_driver_sql("SELECT chain, seq, at_ms, floor_ms FROM entry")
        if times.happened_at(chain, seq, at_ms, floor_ms) != at_ms
    ]
    if not wrong:
        return {}
    families = connection.exec_driver_sql(_TOLD_OF, (json.dumps(wrong),)).scalars().all()
    found = last_times(connection, times, map(str, families))
    numbers = connection.exec_driver_sql(_NUMBERS, (in_list(found),)).all()
    return {int(n): found[family].changed_ms for family, n in numbers}


_ALIASES = "SELECT old, new FROM alias WHERE new IN (SELECT value FROM json_each(?))"
_RECORDED = """
    SELECT subject, kind = 'visit_recorded', chain, seq, at_ms, floor_ms FROM entry
    WHERE subject IN (SELECT value FROM json_each(?)) AND quarantine = '' ORDER BY turn, chain, seq
"""
_TOLD_OF = """
    SELECT DISTINCT coalesce(alias.new, entry.subject)
    FROM json_each(?) AS wrong CROSS JOIN entry LEFT JOIN alias ON alias.old = entry.subject
    WHERE entry.chain = json_extract(wrong.value, '$[0]') AND entry.seq = json_extract(wrong.value, '$[1]')
        AND entry.subject <> ''
"""
_NUMBERS = "SELECT id, n FROM family_view WHERE id IN (SELECT value FROM json_each(?))"
