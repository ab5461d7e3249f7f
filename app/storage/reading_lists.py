"""Today's list beside the one before it, from what is kept as lists are laid over each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from app.domain.ids import FamilyId
from app.domain.list_change import DROPPED, ListChange, joined
from app.domain.proposal_course import ACCEPTED, DETERMINED
from app.domain.roster import Family
from app.storage.entry_rows import in_list
from app.storage.reading_scope import Scope
from app.usecases.list_comparison import REMOVING, AgreedRemoval, ChangedFamily, Comparison

_changes = msgspec.msgpack.Decoder(ListChange)
_families = msgspec.msgpack.Decoder(Family)


def comparison(connection: Connection, scope: Scope) -> Comparison | None:
    """Today's list beside that of the month before; None while there was only one list."""
    packs = connection.exec_driver_sql(
        "SELECT id, month, local FROM pack WHERE applied > 0 ORDER BY local DESC, turn, chain, seq"
    ).all()
    if len(packs) < 2:
        return None
    today = packs[-1]
    first = next(at for at in range(len(packs)) if all(one.month == today.month for one in packs[at:]))
    first = max(first, 1)  # the very first list changed nothing
    told = _told(connection, [str(one.id) for one in packs[first:]])
    rows = _rows(connection, told)
    removals = _removals(connection, [one for one, change in told.items() if change.kind == DROPPED])
    found = [
        ChangedFamily(FamilyId(one), *rows[one], change, removals.get(one))
        for one, change in told.items()
        if one in rows and scope.holds(rows[one][2], rows[one][3])
    ]
    found.sort(key=lambda one: (one.rw, one.rt, one.head_name.casefold(), one.family))
    return Comparison(str(today.month), str(packs[first - 1].month), bool(today.local), found)


def _told(connection: Connection, packs: Sequence[str]) -> dict[str, ListChange]:
    changes: dict[str, list[ListChange]] = {}
    for pack in packs:
        for row in connection.exec_driver_sql("SELECT family, body FROM list_change WHERE pack = ?", (pack,)):
            changes.setdefault(str(row[0]), []).append(_changes.decode(row[1]))
    together = {one: joined(told) for one, told in changes.items()}
    return {one: change for one, change in together.items() if change is not None}


def _rows(connection: Connection, told: dict[str, ListChange]) -> dict[str, tuple[str, str, str, str]]:
    """Name, address, RT and RW of families as the list has them, or last had them."""
    held = connection.exec_driver_sql(
        "SELECT id, body FROM register_family WHERE id IN (SELECT value FROM json_each(?))", (in_list(told),)
    )
    found = {}
    for one, body in held.all():
        family = _families.decode(body)
        found[str(one)] = (family.head_name, family.address, family.rt, family.rw)
    return found


def _removals(connection: Connection, families: Sequence[str]) -> dict[str, AgreedRemoval]:
    rows = connection.exec_driver_sql(_REMOVALS, (in_list(families),)).all()
    return {str(row.family): AgreedRemoval(str(row.kind), int(row.answered_at_ms)) for row in rows}


_REMOVALS: Final = f"""
    SELECT family, kind, answered_at_ms FROM proposal_view
    WHERE family IN (SELECT value FROM json_each(?)) AND state IN ('{ACCEPTED}', '{DETERMINED}')
        AND kind IN ({", ".join(map(repr, REMOVING))})
    ORDER BY answered_at_ms
"""
