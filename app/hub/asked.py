"""Proposed families that a later list brought; found as laptops find them (app/domain/arrivals.py)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial
from typing import Final

from sqlalchemy import Connection, select

from app.domain.arrivals import Arrivals, Asked, Found
from app.domain.arrivals import find as find_among
from app.domain.entry import Recorded
from app.domain.errors import Refused
from app.domain.payloads import PackPublished
from app.domain.roster import Family
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.database import chunks
from app.hub.listed import lost_families, published_families
from app.hub.tables import entry, pack
from app.wire.pack import decode_pack
from app.wire.payload import decode_payload

_ANY: Final = 0


def find(connection: Connection, code: str) -> Found:
    """Look for every proposed family among those that lists brought after the one that its author saw."""
    arrivals = cache(partial(_arrivals, connection, code))

    def among(asked: Asked) -> tuple[Arrivals, Arrivals] | None:
        after = _seen(connection, code, asked)
        return arrivals(after) if after is not None and after < _newest(connection, code) else None

    return find_among(_proposed(connection, code), among)


def _proposed(connection: Connection, code: str) -> dict[str, list[Recorded]]:
    """Every family that an entry which counts proposes -> all that counts about it."""
    rows = connection.execute(
        select(entry.c.chain, entry.c.seq, entry.c.subject).where(
            entry.c.village == code, entry.c.kind == "change_proposed", entry.c.reason == ""
        )
    )
    subjects = {row.subject for row in rows if row.subject == f"{row.chain}/{row.seq}"}
    found: dict[str, list[Recorded]] = defaultdict(list)
    for some in chunks(subjects):
        told = select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.subject.in_(some), entry.c.reason == "")
        for one in map(entry_of, connection.execute(told)):
            try:
                found[one.subject].append(Recorded(one, decode_payload(one.kind, one.version, one.payload)))
            except Refused:
                continue
    return found


def _seen(connection: Connection, code: str, asked: Asked) -> int | None:
    """Number of the last list that the author can have seen; `_ANY` where he saw none, None where it is not known."""
    if asked.base is None:
        order = asked.first.order
        packs = connection.execute(select(pack.c.pack, pack.c.number).where(pack.c.village == code)).all()
        orders = _orders(connection, code)
        return max((row.number for row in packs if row.pack in orders and orders[row.pack] <= order), default=_ANY)
    number = connection.execute(select(pack.c.number).where(pack.c.village == code, pack.c.pack == asked.base)).scalar()
    if number is not None:
        return int(number)
    return _ANY if _is_local(connection, code, asked.base) else None


def _orders(connection: Connection, code: str) -> dict[str, tuple[int, str, int]]:
    rows = connection.execute(
        select(entry.c.turn, entry.c.chain, entry.c.seq).where(
            entry.c.village == code, entry.c.kind == "pack_published", entry.c.reason == ""
        )
    )
    return {f"{row.chain}/{row.seq}": (row.turn, row.chain, row.seq) for row in rows}


def _is_local(connection: Connection, code: str, name: str) -> bool:
    """Whether a pack is a laptop's own, read from a file."""
    chain, _, seq = name.rpartition("/")
    row = connection.execute(
        select(*ENTRY_COLUMNS).where(
            entry.c.village == code,
            entry.c.chain == chain,
            entry.c.seq == (int(seq) if seq.isdecimal() else 0),
            entry.c.kind == "pack_published",
            entry.c.reason == "",
        )
    ).one_or_none()
    if row is None:
        return False
    one = entry_of(row)
    try:
        told = decode_payload(one.kind, one.version, one.payload)
    except Refused:
        return False
    return isinstance(told, PackPublished) and told.local


def _newest(connection: Connection, code: str) -> int:
    found = select(pack.c.number).where(pack.c.village == code).order_by(pack.c.number.desc()).limit(1)
    return int(connection.execute(found).scalar() or _ANY)


def _arrivals(connection: Connection, code: str, after: int) -> tuple[Arrivals, Arrivals]:
    """Families of today's list, and those that it dropped, which came with a list behind number `after`."""
    listed = published_families(connection, code)
    here = {one.id for one in listed}
    dropped = [one for name, one in lost_families(connection, code).items() if name not in here]
    if after == _ANY:
        return Arrivals(listed), Arrivals(dropped)
    earlier = _held_through(connection, code, after)
    return Arrivals(_without(listed, earlier)), Arrivals(_without(dropped, earlier))


def _without(families: list[Family], ids: set[str]) -> list[Family]:
    return [one for one in families if one.id not in ids]


def _held_through(connection: Connection, code: str, number: int) -> set[str]:
    """Ids of families that any list up to this one held: a list keeps the ids of those before it."""
    bodies = select(pack.c.body).where(pack.c.village == code, pack.c.number <= number)
    return {family.id for body in connection.execute(bodies).scalars() for family in decode_pack(body).roster.families}
