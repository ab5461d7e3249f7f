"""The laptops of this village that the district trusts, as its chain tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Entry, Recorded
from app.domain.ids import device_of, incarnation_of
from app.domain.payloads import DeviceCertified, DeviceHandedOver, DeviceStarted, KeyRevoked, PersonCertified
from app.storage.entry_rows import heads, recorded, select_entries
from app.storage.forks import of_district
from app.usecases.exchange import KnownLaptop
from app.wire.certificate import MOST_ENTRIES

_KINDS: Final = "'device_certified', 'person_certified', 'key_revoked', 'device_started', 'device_handed_over'"


def certified(connection: Connection) -> dict[str, KnownLaptop]:
    """Device -> laptop, those too whose key was revoked since."""
    entries = select_entries(connection, f"WHERE kind IN ({_KINDS}) AND quarantine = ''")
    records = sorted(recorded(entries), key=lambda record: record.entry.order)
    holders = _holders(connection, records)
    gone = {record.payload.public_key for record in records if isinstance(record.payload, KeyRevoked)}
    found = {}
    for record in records:
        said = record.payload
        if isinstance(said, DeviceCertified):
            keys = said.signing_key, said.exchange_key
            found[str(said.device)] = KnownLaptop(
                said.device, said.label, *keys, said.signing_key in gone, holders.get(str(said.device), "")
            )
    return found


def _holders(connection: Connection, records: Sequence[Recorded]) -> dict[str, str]:
    """Device -> name of whoever has it: whom it was handed to last, else who began its journal, else whom the district
    certified in the same breath (nothing came of that laptop yet)."""
    names = {str(one): str(name) for one, name in connection.exec_driver_sql("SELECT id, name FROM person")}
    people = {
        (one.entry.chain, one.entry.seq): one.payload.name
        for one in records
        if isinstance(one.payload, PersonCertified)
    }
    found: dict[str, str] = {}
    told: dict[str, str] = {}
    for one in records:
        said, device = one.payload, str(device_of(one.entry.chain))
        if isinstance(said, DeviceCertified):
            found[str(said.device)] = people.get((one.entry.chain, one.entry.seq + 1), "")
        elif isinstance(said, DeviceStarted):
            told.setdefault(device, names.get(str(one.entry.author), ""))
        elif isinstance(said, DeviceHandedOver):
            told[device] = names.get(str(said.taker), "")
    return found | {device: name for device, name in told.items() if name}


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


def newest_seal(connection: Connection, district: str) -> Entry | None:
    """The last seal in the newest life of the district's chain (its device) that has one here."""
    lives = [chain for chain in heads(connection) if device_of(chain) == district]
    for chain in sorted(lives, key=incarnation_of, reverse=True):
        rest = "WHERE chain = ? AND kind = 'sealed' ORDER BY seq DESC LIMIT 1"
        if found := select_entries(connection, rest, (chain,)):
            return found[0]
    return None


def certifies(connection: Connection, person: str, public_key: bytes) -> bool:
    """Whether the district's chain as it stands here certifies this key of somebody."""
    held = select_entries(connection, "WHERE kind = 'person_certified' AND quarantine = ''")
    told = (one.payload for one in recorded(held))
    return any(
        isinstance(said, PersonCertified) and (said.person, said.public_key) == (person, public_key) for said in told
    )
