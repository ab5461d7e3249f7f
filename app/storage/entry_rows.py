"""Entries as rows of the `entry` table, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from app.domain.entry import LARGEST_NUMBER, Entry, Head, Recorded
from app.domain.errors import Refused
from app.domain.ids import ChainId
from app.domain.payloads import Payload
from app.wire.payload import decode_payload

COLUMNS = "chain, seq, author, at_ms, floor_ms, turn, kind, version, subject, payload, hash"
"""In the order of the fields of `Entry`."""
_values = attrgetter(*COLUMNS.split(", "))

COUNTS = ""
"""Quarantine of an entry that counts."""


def as_stored(number: int) -> int:
    """A foreign entry's number in a form that fits a row."""
    return max(-LARGEST_NUMBER, min(number, LARGEST_NUMBER))


def in_list(values: Iterable[object]) -> str:
    """Many values as one parameter, for ``IN (SELECT value FROM json_each(?))``."""
    return json.dumps(list(values), ensure_ascii=False)


def insert_entries(connection: Connection, entries: Sequence[Entry], received_at_ms: int) -> None:
    """Keep new entries as they came; `received_at_ms` is 0 for the own chain."""
    rows = [(*_values(entry), received_at_ms) for entry in entries]
    if rows:
        connection.exec_driver_sql(
            f"INSERT INTO entry ({COLUMNS}, received_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
        )


def select_entries(connection: Connection, rest: str, parameters: tuple[Any, ...] = ()) -> list[Entry]:
    """The entries that ``SELECT ... FROM entry <rest>`` gives."""
    rows = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM entry {rest}", parameters)
    return [Entry(*row) for row in rows.all()]


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry of a row that begins with `COLUMNS`."""
    return Entry(*row[:11])


def payload_or_reason(entry: Entry) -> Payload | str:
    """What the entry says, or the code of why this program can not tell."""
    try:
        return decode_payload(entry.kind, entry.version, entry.payload)
    except Refused as problem:
        return problem.code


def recorded(entries: Iterable[Entry]) -> list[Recorded]:
    """Entries with what they say; those that can not be read are left out."""
    found = []
    for entry in entries:
        payload = payload_or_reason(entry)
        if not isinstance(payload, str):
            found.append(Recorded(entry, payload))
    return found


def heads(connection: Connection) -> dict[ChainId, Head]:
    """The end of every chain held."""
    rows = connection.exec_driver_sql("SELECT chain, seq, hash FROM head").all()
    return {ChainId(chain): Head(seq, hash_) for chain, seq, hash_ in rows}


def set_head(connection: Connection, chain: ChainId, head: Head, own: int = 0) -> None:
    """Move the end of a chain; `own` counts only for a chain that is new."""
    connection.exec_driver_sql(
        "INSERT INTO head (chain, seq, hash, own) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
        (chain, head.seq, head.hash, own),
    )


def hash_at(connection: Connection, chain: str, seq: int) -> bytes | None:
    """The hash held for one number, None where it is not held."""
    row = connection.exec_driver_sql("SELECT hash FROM entry WHERE chain = ? AND seq = ?", (chain, seq)).first()
    return bytes(row[0]) if row else None
