"""The published list of a village, family by family, and those that it holds no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, select

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


_AT: BindParameter[str] = bindparam("at_village")
_FAMILIES: BindParameter[Any] = bindparam("families", expanding=True)
_OF_THESE = select(family.c.family, family.c.body).where(family.c.village == _AT, family.c.family.in_(_FAMILIES))
_LOST = select(lost.c.family, lost.c.body).where(lost.c.village == _AT)
_LOST_OF_THESE = _LOST.where(lost.c.family.in_(_FAMILIES))


def official_families(connection: Connection, code: str, ids: Iterable[str]) -> dict[str, Family]:
    """The published rows of these families."""
    found: dict[str, Family] = {}
    for some in chunks(list(ids)):
        rows = connection.execute(_OF_THESE, {"at_village": code, "families": some})
        found.update({row.family: family_of(row.body) for row in rows})
    return found


def published_families(connection: Connection, code: str) -> list[Family]:
    """The whole list as last published."""
    rows = connection.execute(select(family.c.body).where(family.c.village == code))
    return [family_of(body) for body in rows.scalars()]


def lost_families(connection: Connection, code: str, ids: Iterable[str] | None = None) -> dict[str, Family]:
    """What `lost` keeps of all families, or of these."""
    found: dict[str, Family] = {}
    if ids is None:
        rows = connection.execute(_LOST, {"at_village": code})
        return {row.family: family_of(row.body) for row in rows}
    for some in chunks(list(ids)):
        rows = connection.execute(_LOST_OF_THESE, {"at_village": code, "families": some})
        found.update({row.family: family_of(row.body) for row in rows})
    return found
