"""Families of a laptop's own list, and proposed ones, that the district's list holds: what was done about them belongs
there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from app.domain.errors import Refused
from app.domain.ids import made_by
from app.domain.payloads import FamiliesMatched
from app.hub import asked
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.database import chunks
from app.hub.listed import published_families
from app.hub.tables import alias, entry
from app.wire.payload import decode_payload

_NAMES: BindParameter[Any] = bindparam("names", expanding=True)
_ALIASES = select(alias.c.old, alias.c.new).where(alias.c.village == bindparam("at_village"))
_BY_OLD, _BY_NEW = _ALIASES.where(alias.c.old.in_(_NAMES)), _ALIASES.where(alias.c.new.in_(_NAMES))


def todays(connection: Connection, code: str, ids: Iterable[str]) -> dict[str, str]:
    """Those of `ids` that a laptop's own list gave -> the id in the district's list."""
    found: dict[str, str] = {}
    for some in chunks(list(ids)):
        rows = connection.execute(_BY_OLD, {"at_village": code, "names": some})
        found.update({row.old: row.new for row in rows})
    return found


def earlier(connection: Connection, code: str, ids: Iterable[str]) -> dict[str, str]:
    """Ids under which laptops knew the families `ids` of the district's list -> that id."""
    found: dict[str, str] = {}
    for some in chunks(list(ids)):
        rows = connection.execute(_BY_NEW, {"at_village": code, "names": some})
        found.update({row.old: row.new for row in rows})
    return found


def settle_matches(connection: Connection, code: str) -> set[str]:
    """Keep what laptops told, but of ids that the list itself has: it knows better; and which proposed families the
    list has brought. Gives the ids that it concerns."""
    proposed = asked.find(connection, code)
    told = {old: new for old, new in _told(connection, code).items() if made_by(old) not in proposed.given_up}
    families = published_families(connection, code) if told else []
    listed = {name for one in families for name in (one.id, *(member.id for member in one.members))}
    now = {**{old: new for old, new in told.items() if old not in listed}, **proposed.names}
    held = connection.execute(select(alias.c.old, alias.c.new).where(alias.c.village == code))
    before = {row.old: row.new for row in held}
    moved = {old for old in before.keys() | now.keys() if before.get(old) != now.get(old)}
    if moved:
        connection.execute(delete(alias).where(alias.c.village == code))
        if now:
            connection.execute(insert(alias), [{"village": code, "old": old, "new": new} for old, new in now.items()])
    return moved | {new for old in moved for new in (before.get(old), now.get(old)) if new}


def _told(connection: Connection, code: str) -> dict[str, str]:
    rows = connection.execute(
        select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind == "families_matched", entry.c.reason == "")
    )
    found: dict[str, str] = {}
    for one in sorted(map(entry_of, rows), key=lambda one: one.order):
        try:
            payload = decode_payload(one.kind, one.version, one.payload)
        except Refused:
            continue
        if isinstance(payload, FamiliesMatched):
            found.update(payload.ids)
    return found
