"""The officials of a village as the district knows them: since when nothing of somebody counts, and until when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, literal_column, select

from app.domain.errors import Refused
from app.domain.payloads import PersonCertified
from app.domain.tenure import NOTICE_DAYS, days_left
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.tables import entry, person, village
from app.hub.views.revocations import Revocation, revocations
from app.hub.words import say_day, say_role
from app.wire.payload import decode_payload


@dataclass(frozen=True, slots=True)
class Term:
    """What a certificate says, as a form takes it."""

    role: str
    rts: str
    until: str


@dataclass(frozen=True, slots=True)
class Change:
    """When a certificate was changed, and by whom (a name)."""

    at_ms: int
    by: str


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """One official of a village."""

    village: str
    village_name: str
    person: str
    name: str
    role: str
    """In words."""
    rts: str
    """RTs that he is bound to; empty for the whole village."""
    active: bool
    certified: bool
    until: str
    """Last day of his certificate in words; empty where it has none."""
    ended: bool
    ends_soon: bool
    revocation: Revocation | None
    held: Term
    changed: Change | None = None
    """The newest change of his certificate, where the district made one."""
    behind: int = 0
    """How many of his entries were set aside because his certificate had ended."""


def officials(connection: Connection, code: str, *, but: str, today: date) -> list[OfficialRow]:
    """Everybody of a village but the district itself (person `but`): who is active first, then by name."""
    rows = connection.execute(
        select(person, village.c.name.label("village_name"))
        .join(village, village.c.village == person.c.village)
        .where(person.c.village == code, person.c.person != but)
        .order_by(person.c.active.desc(), person.c.name, person.c.person)
    ).all()
    gone = revocations(connection, code)
    return [_official(row, gone, today) for row in rows]


def one_official(connection: Connection, code: str, who: str, *, but: str, today: date) -> OfficialRow:
    """One of them. Refused ``official_unknown``."""
    found = next((one for one in officials(connection, code, but=but, today=today) if one.person == who), None)
    if found is None:
        raise Refused("official_unknown")
    behind = select(func.count()).where(
        entry.c.village == code,
        entry.c.author == who,
        entry.c.reason == "certificate_ended",
        entry.c.reason != literal_column("''"),  # as the index `entry_waiting` wants it
    )
    return replace(
        found,
        changed=_changed(connection, code, who),
        behind=int(connection.execute(behind).scalar_one()),
    )


def _changed(connection: Connection, code: str, who: str) -> Change | None:
    told = select(*ENTRY_COLUMNS).where(
        entry.c.village == code, entry.c.kind == "person_certified", entry.c.reason == ""
    )
    for one in sorted(map(entry_of, connection.execute(told)), key=lambda one: one.order, reverse=True):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, PersonCertified) and said.person == who:
            return Change(one.at_ms, said.by) if said.by else None
    return None


def _official(row: Row[Any], gone: dict[bytes, Revocation], today: date) -> OfficialRow:
    left = days_left(row.until, today)
    rts: Sequence[str] = json.loads(row.rts)
    return OfficialRow(
        row.village,
        row.village_name or row.village,
        row.person,
        row.name,
        say_role(row.role),
        ", ".join(rts),
        row.active,
        row.certified,
        say_day(date.fromisoformat(row.until)) if row.until else "",
        left is not None and left < 0,
        left is not None and 0 <= left <= NOTICE_DAYS,
        gone.get(bytes(row.public_key)),
        Term(row.role, ", ".join(rts), row.until),
    )
