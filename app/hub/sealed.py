"""What a seal on some chain covers."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select

from app.domain.entry import Entry
from app.domain.payloads import Sealed
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.tables import entry
from app.wire.seal import seal_holds

_AT_PLACE = select(*ENTRY_COLUMNS).where(
    entry.c.village == bindparam("at_village"), entry.c.chain == bindparam("at_chain"), entry.c.seq == bindparam("seq")
)


def covered_by(
    connection: Connection, code: str, one: Entry, said: Sealed, fresh: Mapping[tuple[str, int], Entry]
) -> Entry | None:
    """The last entry that `said`, which stands as `one`, covers; None where the key that it names did not make it over
    what the chain holds there. `fresh` need not be in the database yet."""
    if not 0 < said.seq < one.seq or not seal_holds(said, one.chain, said.public_key):
        return None
    held = fresh.get((one.chain, said.seq))
    if held is None:
        row = connection.execute(_AT_PLACE, {"at_village": code, "at_chain": one.chain, "seq": said.seq}).first()
        held = entry_of(row) if row is not None else None
    return held if held is not None and held.hash == said.head else None
