"""What each list changed for a family, kept beside the register as the lists are laid over each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection

from app.domain.list_change import NEW, ListChange, changes_between
from app.domain.roster import Family
from app.storage.entry_rows import in_list
from app.usecases.reading import ListStep

_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(ListChange)


def forget(connection: Connection) -> None:
    """The lists are laid over each other anew."""
    connection.exec_driver_sql("DELETE FROM list_change")


def note(
    connection: Connection,
    pack: str,
    before: Iterable[Family],
    after: Iterable[Family],
    lost: Iterable[Family],
    names: Mapping[str, str],
) -> None:
    """Keep what the list `pack` changed; `names` gives today's id for one that lists before had."""
    changes = changes_between(_under(before, names), _under(after, {}), _under(lost, names), names)
    rows = [(one, pack, _encoder.encode(change)) for one, change in changes]
    if rows:
        connection.exec_driver_sql("INSERT INTO list_change (family, pack, body) VALUES (?, ?, ?)", rows)


def newcomers(connection: Connection, packs: Iterable[str]) -> set[str]:
    """Families that one of these lists held for the first time, by the ids that it gave them."""
    rows = connection.exec_driver_sql(
        "SELECT family FROM list_change WHERE pack IN (SELECT value FROM json_each(?)) AND body = ?",
        (in_list(packs), _encoder.encode(ListChange(NEW))),
    )
    return {str(row[0]) for row in rows.all()}


def steps(connection: Connection, ids: Iterable[str]) -> tuple[ListStep, ...]:
    """What lists changed for a family that has these ids, the oldest first."""
    rows = connection.exec_driver_sql(_STEPS, (in_list(ids),)).all()
    return tuple(
        ListStep(
            change=_decoder.decode(row.body),
            month=row.month,
            local=bool(row.local),
            at_ms=row.at_ms,
            order=(row.turn, row.chain, row.seq),
        )
        for row in rows
    )


def _under(families: Iterable[Family], names: Mapping[str, str]) -> dict[str, Family]:
    return {names.get(family.id, family.id): family for family in families}


_STEPS = """
    SELECT list_change.body, pack.month, pack.local, pack.at_ms, pack.turn, pack.chain, pack.seq
    FROM list_change JOIN pack ON pack.id = list_change.pack
    WHERE list_change.family IN (SELECT value FROM json_each(?))
    ORDER BY pack.local DESC, pack.turn, pack.chain, pack.seq
"""
