"""The laptops of this village that the district trusts, as its chain tells of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.payloads import DeviceCertified, KeyRevoked
from app.storage.entry_rows import heads, recorded, select_entries
from app.storage.forks import of_district
from app.usecases.exchange import KnownLaptop
from app.wire.certificate import MOST_ENTRIES


def certified(connection: Connection) -> dict[str, KnownLaptop]:
    """Device -> laptop, those too whose key was revoked since."""
    entries = select_entries(connection, "WHERE kind IN ('device_certified', 'key_revoked') AND quarantine = ''")
    records = sorted(recorded(entries), key=lambda record: record.entry.order)
    gone = {record.payload.public_key for record in records if isinstance(record.payload, KeyRevoked)}
    found = {}
    for record in records:
        said = record.payload
        if isinstance(said, DeviceCertified):
            keys = said.signing_key, said.exchange_key
            found[str(said.device)] = KnownLaptop(said.device, said.label, *keys, said.signing_key in gone)
    return found


def certificate_of(connection: Connection, device: str) -> Sequence[Entry]:
    """The newest certificate of a laptop as `app.wire.certificate` carries it, also where the district has lost it and
    written otherwise since; empty where there is none."""
    held = select_entries(connection, "WHERE kind = 'device_certified' AND quarantine = ''")
    lost = of_district(connection, heads(connection))
    told = [
        one.entry
        for one in recorded([*held, *lost])
        if isinstance(one.payload, DeviceCertified) and one.payload.device == device
    ]
    found = max(told, key=lambda one: one.order, default=None)
    if found is None:
        return ()
    rows = select_entries(
        connection,
        f"WHERE chain = ? AND seq >= ? ORDER BY seq LIMIT {MOST_ENTRIES}",
        (found.chain, found.seq - 1),
    )
    here = {one.seq: one for one in rows}
    if here.get(found.seq) != found:  # it was put aside; what stands before it may have been, too
        here = {found.seq - 1: rows[0]} if rows and rows[0].seq == found.seq - 1 else {}
        here |= {one.seq: one for one in lost if one.chain == found.chain and one.seq >= found.seq - 1}
    run = [here[seq] for seq in sorted(here)]
    end = next((at for at, one in enumerate(run) if one.seq > found.seq and one.kind == "sealed"), -1)
    return run[: end + 1] if run[0].seq == found.seq - 1 else ()
