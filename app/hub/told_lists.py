"""What the district told of its lists, in the order in which they hold."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.domain.payloads import PackPublished
from app.hub.chain import ENTRY_COLUMNS, entry_of, is_own
from app.hub.district import District
from app.hub.tables import entry
from app.wire.payload import decode_payload


def told_lists(connection: Connection, district: District, code: str) -> dict[str, PackPublished]:
    """Pack -> what its entry says, oldest first; whether its body is here or was lost with a disk."""
    wanted = (entry.c.village == code, entry.c.kind == "pack_published", entry.c.reason == "")
    found = (entry_of(row) for row in connection.execute(select(*ENTRY_COLUMNS).where(*wanted)))
    told: dict[str, PackPublished] = {}
    for one in sorted(found, key=lambda one: one.order):
        payload = decode_payload(one.kind, one.version, one.payload) if is_own(district, code, one.chain) else None
        if isinstance(payload, PackPublished):
            told[one.id] = payload
    return told
