"""Laptops, codes that were given out, and people whom the district has to confirm."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.hub.language import tr
from app.hub.tables import code as code_table
from app.hub.tables import device, person, revoked, village
from app.hub.words import say_role, say_time


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A certified laptop."""

    village: str
    village_name: str
    device: str
    label: str
    certified_at_ms: int
    heard_at_ms: int
    revoked: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody whom the village named and the district has not confirmed."""

    village: str
    village_name: str
    person: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code that was given out."""

    village: str
    name: str
    role: str
    rts: str
    state: str


def devices(connection: Connection) -> list[DeviceRow]:
    """All laptops, those heard of last first."""
    gone = {(row.village, bytes(row.public_key)) for row in connection.execute(select(revoked))}
    rows = connection.execute(
        select(device, village.c.name.label("village_name"))
        .join(village, village.c.village == device.c.village)
        .order_by(device.c.heard_at_ms.desc(), device.c.device)
    )
    return [
        DeviceRow(
            row.village,
            row.village_name or row.village,
            row.device,
            row.label or tr("Laptop"),
            row.certified_at_ms,
            row.heard_at_ms,
            (row.village, bytes(row.signing_key)) in gone,
        )
        for row in rows
    ]


def unconfirmed(connection: Connection) -> list[PersonRow]:
    """Heads and second signers whom a village named, and the district has to confirm before their word counts."""
    rows = connection.execute(
        select(person, village.c.name.label("village_name"))
        .join(village, village.c.village == person.c.village)
        .where(~person.c.certified, person.c.active, person.c.role.in_(["head", "second_signer"]))
        .order_by(person.c.village, person.c.name)
    )
    return [
        PersonRow(row.village, row.village_name or row.village, row.person, row.name, say_role(row.role))
        for row in rows
    ]


def code_lines(connection: Connection, now_ms: int) -> list[CodeLine]:
    """The newest codes; their letters were shown once and are not known any more."""
    rows = connection.execute(select(code_table).order_by(code_table.c.made_at_ms.desc()).limit(30))
    return [
        CodeLine(
            row.village,
            row.name,
            say_role(row.role),
            ", ".join(json.loads(row.rts)),
            _code_state(bool(row.used_by), row.expires_at_ms, now_ms),
        )
        for row in rows
    ]


def _code_state(used: bool, expires_at_ms: int, now_ms: int) -> str:
    if used:
        return tr("Sudah dipakai")
    if expires_at_ms < now_ms:
        return tr("Kedaluwarsa")
    return tr("Belum dipakai, sampai {time}", time=say_time(expires_at_ms))
