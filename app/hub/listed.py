"""The published list of a village, family by family, and those that it holds no more."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from app.domain.roster import Family
from app.hub.database import chunks
from app.hub.tables import family, lost

_decoder = msgspec.msgpack.Decoder(Family)
_encoder = msgspec.msgpack.Encoder()


def family_bytes(one: Family) -> bytes:
    """A family as `family.body` keeps it."""
    return _encoder.encode(one)


def family_of(body: bytes) -> Family:
    """The family of such a body."""
    return _decoder.decode(body)


def official_families(connection: Connection, code: str, ids: Iterable[str]) -> dict[str, Family]:
    """The published rows of these families."""
    found: dict[str, Family] = {}
    for some in chunks(list(ids)):
        rows = connection.execute(
            select(family.c.family, family.c.body).where(family.c.village == code, family.c.family.in_(some))
        )
        found.update({row.family: family_of(row.body) for row in rows})
    return found


def published_families(connection: Connection, code: str) -> list[Family]:
    """The whole list as last published."""
    rows = connection.execute(select(family.c.body).where(family.c.village == code))
    return [family_of(body) for body in rows.scalars()]


def lost_families(connection: Connection, code: str, ids: Iterable[str] | None = None) -> dict[str, Family]:
    """What `lost` keeps of all families, or of these."""
    found: dict[str, Family] = {}
    query = select(lost.c.family, lost.c.body).where(lost.c.village == code)
    queries = [query] if ids is None else [query.where(lost.c.family.in_(some)) for some in chunks(list(ids))]
    for one in queries:
        found.update({row.family: family_of(row.body) for row in connection.execute(one)})
    return found
