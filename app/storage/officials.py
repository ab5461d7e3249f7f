"""Officials of the village and their public keys, as the journal tells of them.

The district's certificate beats a laptop's own word. A key that only a laptop vouches for holds on that laptop's chain.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Recorded
from app.domain.ids import PersonId
from app.domain.payloads import PersonAdded, PersonCertified, PersonChanged
from app.storage.entry_rows import recorded, select_entries

GOOD_SEALS: Final = (
    "seal AS s JOIN person_key AS k ON k.person = s.author AND k.public_key = s.public_key AND k.chain IN ('', s.chain)"
    " JOIN entry AS e ON e.chain = s.chain AND e.seq = s.seq AND e.quarantine = ''"
)
"""Seals of keys that are known to be their author's, made before any revocation."""

KINDS: Final = frozenset({"person_added", "person_changed", "person_certified"})


_ASIDE: Final = (
    "SELECT chain, seq FROM entry"
    " WHERE kind IN ('person_added', 'person_changed', 'person_certified') AND quarantine <> ''"
)


@dataclass(frozen=True, slots=True)
class Official:
    """One official."""

    id: PersonId
    name: str
    role: str
    rts: tuple[str, ...] = ()
    active: bool = True
    certified: bool = False
    until: str = ""
    """ISO date of the certificate's last day; empty where it is open."""


def refresh(connection: Connection) -> None:
    """Write everybody and every key anew; there are a few tens of them."""
    people, held = _told(connection)
    connection.exec_driver_sql("DELETE FROM person")
    connection.exec_driver_sql("DELETE FROM person_key")
    rows = [
        (one.id, one.name, one.role, " ".join(one.rts), int(one.active), int(one.certified), one.until)
        for one in people
    ]
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO person (id, name, role, rts, active, certified, until) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
        )
    if held:
        connection.exec_driver_sql("INSERT INTO person_key (person, public_key, chain) VALUES (?, ?, ?)", sorted(held))
    note_sealed(connection)


def note_sealed(connection: Connection) -> None:
    """Write up to where each chain is sealed by keys that are known."""
    connection.exec_driver_sql(
        f"UPDATE head SET sealed_seq = coalesce((SELECT max(s.covers) FROM {GOOD_SEALS} WHERE s.chain = head.chain), 0)"
    )


def keys(connection: Connection) -> dict[str, list[tuple[bytes, str]]]:
    """Person -> his keys, each with the chain that vouches for it (empty: the district)."""
    found: dict[str, list[tuple[bytes, str]]] = defaultdict(list)
    for person, public_key, chain in connection.exec_driver_sql(
        "SELECT person, public_key, chain FROM person_key"
    ).all():
        found[str(person)].append((bytes(public_key), str(chain)))
    return found


def ends(connection: Connection) -> dict[str, str]:
    """Person -> last day of his certificate, of those whose certificate has one."""
    rows = connection.exec_driver_sql("SELECT id, until FROM person WHERE until <> ''").all()
    return {str(one): str(until) for one, until in rows}


def official(connection: Connection, person: PersonId) -> Official | None:
    """One official, None where the journal does not know him."""
    row = connection.exec_driver_sql(
        "SELECT id, name, role, rts, active, certified, until FROM person WHERE id = ?", (person,)
    ).first()
    if row is None:
        return None
    rts = tuple(str(row[3]).split())
    return Official(PersonId(row[0]), row[1], row[2], rts, bool(row[4]), bool(row[5]), str(row[6]))


def _told(connection: Connection) -> tuple[list[Official], set[tuple[str, bytes, str]]]:
    people: dict[PersonId, Official] = {}
    certified: dict[PersonId, Official] = {}
    rts: dict[PersonId, tuple[str, ...]] = {}
    held: set[tuple[str, bytes, str]] = set()
    for record, counts in _records(connection):
        body = record.payload
        if isinstance(body, PersonAdded):
            held.add((body.person, body.public_key, record.entry.chain))
            if counts:
                people.setdefault(body.person, Official(body.person, body.name, body.role, body.rts))
        elif isinstance(body, PersonChanged) and body.person in people and counts:
            people[body.person] = replace(
                people[body.person], name=body.name, role=body.role, rts=body.rts, active=body.active
            )
            rts[body.person] = body.rts
        elif isinstance(body, PersonCertified):
            certified[body.person] = Official(
                body.person, body.name, body.role, body.rts, certified=True, until=body.until
            )
            rts[body.person] = body.rts
            held.add((body.person, body.public_key, ""))
    for person, word in certified.items():
        # Name and role are the district's; who walks which RT the village says again each month (app.hub.effects).
        active = people[person].active if person in people else True
        people[person] = replace(word, active=active, rts=rts[person])
    return sorted(people.values(), key=lambda one: one.id), held


def _records(connection: Connection) -> list[tuple[Recorded, bool]]:
    """What was told of people, in order, each with whether it counts: of what is stopped the keys alone are heeded,
    so that a stop never hangs on what it stops."""
    entries = select_entries(
        connection,
        "WHERE kind IN ('person_added', 'person_changed', 'person_certified')"
        " AND quarantine IN ('', 'device_revoked', 'key_revoked', 'certificate_ended')",
    )
    aside = {(str(chain), int(seq)) for chain, seq in connection.exec_driver_sql(_ASIDE).all()}
    records = sorted(recorded(entries), key=lambda record: record.entry.order)
    return [(record, (record.entry.chain, record.entry.seq) not in aside) for record in records]
