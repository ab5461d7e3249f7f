"""The published list of a village, family by family, and those that it holds no more."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, select

from app.domain.ids import MemberId
from app.domain.roster import Family
from app.hub.database import chunks
from app.hub.ready import Ready, Said, among, ask, rows
from app.hub.tables import family, former_member, lost

_decoder = msgspec.msgpack.Decoder(Family)
_encoder = msgspec.msgpack.Encoder()


def family_bytes(one: Family) -> bytes:
    """A family as `family.body` keeps it."""
    return _encoder.encode(one)


def family_of(body: bytes) -> Family:
    """The family of such a body."""
    return _decoder.decode(body)


_AT: BindParameter[str] = bindparam("at_village")
_OF_THESE = Ready(
    select(family.c.family, family.c.body).where(family.c.village == _AT, among(family.c.family, "families"))
)
_LOST = select(lost.c.family, lost.c.body).where(lost.c.village == _AT)
_FORMER = select(former_member.c.family, former_member.c.member, former_member.c.name).where(
    former_member.c.village == _AT
)
_FORMER_OF_THESE = Ready(_FORMER.where(among(former_member.c.family, "families")))
_LOST_OF_THESE = Ready(_LOST.where(among(lost.c.family, "families")))


def known_families(
    connection: Connection, code: str, ids: Iterable[str]
) -> tuple[dict[str, Family], dict[str, Family]]:
    """Of these families the published rows, and what `lost` keeps."""
    listed: dict[str, Family] = {}
    dropped: dict[str, Family] = {}
    found = ask(connection, *asking_known(code, ids))
    for now, before in zip(found[::2], found[1::2], strict=True):
        listed.update({row.family: family_of(row.body) for row in now})
        dropped.update({row.family: family_of(row.body) for row in before})
    return listed, dropped


def asking_known(code: str, ids: Iterable[str]) -> list[Said]:
    """What `known_families` asks."""
    asked: list[Said] = []
    for some in chunks(ids):
        where = {"at_village": code, "families": some}
        asked += [(_OF_THESE, where), (_LOST_OF_THESE, where)]
    return asked


def official_families(connection: Connection, code: str, ids: Iterable[str]) -> dict[str, Family]:
    """The published rows of these families."""
    return known_families(connection, code, ids)[0]


def former_members(connection: Connection, code: str, ids: Iterable[str]) -> dict[str, dict[MemberId, str]]:
    """Of each of these families that has any: whom a list once held in it and today's does not, with his name."""
    found: dict[str, dict[MemberId, str]] = {}
    for some in chunks(ids):
        for row in rows(connection, _FORMER_OF_THESE, {"at_village": code, "families": some}):
            found.setdefault(row.family, {})[MemberId(row.member)] = row.name
    return found


def all_former_members(connection: Connection, code: str) -> dict[tuple[str, str], str]:
    """Family and member -> name, of all families."""
    every = connection.execute(_FORMER, {"at_village": code})
    return {(row.family, row.member): row.name for row in every}


def published_families(connection: Connection, code: str) -> list[Family]:
    """The whole list as last published."""
    bodies = connection.execute(select(family.c.body).where(family.c.village == code)).scalars()
    return [family_of(body) for body in bodies]


def lost_families(connection: Connection, code: str) -> dict[str, Family]:
    """What `lost` keeps of all families."""
    every = connection.execute(_LOST, {"at_village": code})
    return {row.family: family_of(row.body) for row in every}
