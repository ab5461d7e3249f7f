"""What people call a village's laptops: by who has them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import device_of
from app.domain.laptop_names import call
from app.domain.payloads import DeviceCertified, DeviceHandedOver, DeviceStarted, PersonCertified
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.tables import device, entry, person
from app.wire.payload import decode_payload

_KINDS = ("device_certified", "person_certified", "device_started", "device_handed_over")


def laptop_names(connection: Connection, code: str) -> dict[str, str]:
    """Laptop -> who has it, as laptops themselves call each other (`app.domain.laptop_names`)."""
    rows = connection.execute(select(device.c.device, device.c.label).where(device.c.village == code))
    return call({row.device: str(row.label) for row in rows}, _holders(connection, code))


def _holders(connection: Connection, code: str) -> dict[str, str]:
    """Laptop -> name of whoever has it: whom it was handed to last, else who began its journal, else whom the district
    certified in the same breath (nothing came of that laptop yet)."""
    people = connection.execute(select(person.c.person, person.c.name).where(person.c.village == code))
    names = {row.person: str(row.name) for row in people}
    told = select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind.in_(_KINDS), entry.c.reason == "")
    said = [(one, _said(one)) for one in map(entry_of, connection.execute(told))]
    beside = {(one.chain, one.seq): it.name for one, it in said if isinstance(it, PersonCertified)}
    certified: dict[str, str] = {}
    found: dict[str, str] = {}
    for one, it in sorted(said, key=lambda pair: pair[0].order):
        if isinstance(it, DeviceCertified):
            certified[it.device] = beside.get((one.chain, one.seq + 1), "")
        elif isinstance(it, DeviceStarted):
            found.setdefault(device_of(one.chain), names.get(one.author, ""))
        elif isinstance(it, DeviceHandedOver):
            found[device_of(one.chain)] = names.get(it.taker, "")
    return certified | {name: holder for name, holder in found.items() if holder}


def _said(one: Entry) -> Any:
    try:
        return decode_payload(one.kind, one.version, one.payload)
    except Refused:
        return None
