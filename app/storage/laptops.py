"""The laptops of this village that the district trusts, as its chain tells of them."""

from __future__ import annotations

from sqlalchemy import Connection

from app.domain.payloads import DeviceCertified, KeyRevoked
from app.storage.entry_rows import recorded, select_entries
from app.usecases.exchange import KnownLaptop


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
