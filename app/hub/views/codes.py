"""Codes that were given out, and people whom the district has to confirm."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.hub.enrol import CANCELLED
from app.hub.language import tr
from app.hub.tables import code as code_table
from app.hub.tables import person, village
from app.hub.words import say_role, say_time


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
    until: str
    """ISO date of the certificate's last day; empty where it has none."""
    state: str
    id: str
    """By which it may be cancelled; empty where it is used up or over."""


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
            row.until,
            _code_state(bool(row.used_by), row.expires_at_ms, now_ms),
            "" if row.used_by or row.expires_at_ms < now_ms else row.code,
        )
        for row in rows
    ]


def _code_state(used: bool, expires_at_ms: int, now_ms: int) -> str:
    if used:
        return tr("Sudah dipakai")
    if expires_at_ms == CANCELLED:
        return tr("Dibatalkan")
    if expires_at_ms < now_ms:
        return tr("Kedaluwarsa")
    return tr("Belum dipakai, sampai {time}", time=say_time(expires_at_ms))
