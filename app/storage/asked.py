"""Proposed families that a later list brought: found from packs and entries alone, whatever order those came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec
from sqlalchemy import Connection

from app.domain.arrivals import Arrivals, Asked, Found
from app.domain.arrivals import find as find_among
from app.domain.entry import Entry, Recorded
from app.domain.proposal_course import MOVING_KINDS
from app.domain.roster import Family
from app.storage import list_changes
from app.storage.entry_rows import in_list, recorded, select_entries

_AMONG: Final = "IN (SELECT value FROM json_each(?))"
_OWN_SUBJECT: Final = "kind = 'change_proposed' AND subject = chain || '/' || seq"

_decoder = msgspec.msgpack.Decoder(Family)


@dataclass(frozen=True, slots=True)
class _Told:
    """A pack that is told of."""

    id: str
    local: bool
    order: tuple[int, str, int]
    applied: int


def concerned(connection: Connection, entries: Iterable[Entry]) -> bool:
    """Whether `entries` may change which proposed families are looked for."""
    subjects = {entry.subject for entry in entries if entry.kind in MOVING_KINDS}
    found = connection.exec_driver_sql(
        f"SELECT 1 FROM entry WHERE subject {_AMONG} AND {_OWN_SUBJECT} LIMIT 1", (in_list(subjects),)
    )
    return found.first() is not None


def find(connection: Connection, today: Mapping[str, str]) -> Found:
    """Look for every proposed family among those that lists brought after the one that its author saw.

    The register has to stand; `today` gives for ids that lists had the id in today's list.
    """
    packs = _packs(connection)
    holds = next((pack for pack in packs if pack.applied > 1), None)
    run = [pack for pack in packs if holds is not None and pack.local == holds.local]
    places = {pack.id: pack for pack in packs}

    @cache
    def arrivals(after: tuple[str, ...] | None) -> tuple[Arrivals, Arrivals]:
        return _arrivals(connection, after, run, today)

    def among(asked: Asked) -> tuple[Arrivals, Arrivals] | None:
        known, after = _later(asked, run, places)
        return arrivals(after) if known else None

    return find_among(_proposed(connection), among)


def _proposed(connection: Connection) -> dict[str, list[Recorded]]:
    """Every family that an entry which counts proposes -> all that counts about it."""
    subjects = connection.exec_driver_sql(f"SELECT subject FROM entry WHERE {_OWN_SUBJECT} AND quarantine = ''").all()
    entries = select_entries(
        connection, f"WHERE subject {_AMONG} AND quarantine = ''", (in_list(str(row[0]) for row in subjects),)
    )
    found: dict[str, list[Recorded]] = defaultdict(list)
    for record in recorded(entries):
        found[record.entry.subject].append(record)
    return found


def _packs(connection: Connection) -> list[_Told]:
    rows = connection.exec_driver_sql(
        "SELECT id, local, turn, chain, seq, applied FROM pack ORDER BY local DESC, turn, chain, seq"
    ).all()
    return [
        _Told(str(one), bool(local), (turn, str(chain), seq), applied) for one, local, turn, chain, seq, applied in rows
    ]


def _later(asked: Asked, run: list[_Told], places: Mapping[str, _Told]) -> tuple[bool, tuple[str, ...] | None]:
    """Whether it is known which packs came after the author's list, and which: None where all did.

    `run`: the packs of the same origin as today's, laptops' own or the district's.
    """
    if not run:
        return False, None
    order = asked.first.order
    if asked.base is not None:
        base = places.get(asked.base)
        if base is None or (run[0].local and not base.local):
            return False, None
        if base.local and not run[0].local:
            return True, None
        order = base.order
    before = [pack for pack in run if pack.order <= order]
    if not before:
        return True, None
    after = tuple(pack.id for pack in run if pack.applied and pack.order > order)
    return bool(after) and any(pack.applied for pack in before), after


def _arrivals(
    connection: Connection, after: tuple[str, ...] | None, run: list[_Told], today: Mapping[str, str]
) -> tuple[Arrivals, Arrivals]:
    """Families of today's list, and those that it dropped, which came with one of the packs `after` (None: any)."""
    if after is None:
        where, values = "listed = 1 OR pack IN (SELECT value FROM json_each(?))", in_list(pack.id for pack in run)
    else:
        new = {today.get(one, one) for one in list_changes.newcomers(connection, after)}
        where, values = f"id {_AMONG}", in_list(sorted(new))
    rows = connection.exec_driver_sql(f"SELECT listed, body FROM register_family WHERE {where}", (values,)).all()
    listed = [_decoder.decode(body) for is_listed, body in rows if is_listed]
    dropped = [_decoder.decode(body) for is_listed, body in rows if not is_listed]
    return Arrivals(listed), Arrivals(dropped)
