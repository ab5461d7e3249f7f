"""Which photos and scans the journal tells of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.payloads import TELLING, evidence_of
from app.domain.payloads.custody import PHOTO_MARK
from app.storage.entry_rows import as_stored, in_list, payload_or_reason

MARK_DIGITS = 2 * PHOTO_MARK

COUNTS_THERE = """
    NOT EXISTS (SELECT 1 FROM aside_there WHERE aside_there.chain = told.chain AND aside_there.seq = told.seq)
    AND EXISTS (
        SELECT 1 FROM entry WHERE entry.chain = told.chain AND entry.seq = told.seq AND entry.quarantine = ''
    )
"""
"""Whether the entry that a row of `evidence_told AS told` names counts at the district, as far as is known here: what
is stopped here by the district's own word is stopped there."""

WANTED = f"""
    EXISTS (SELECT 1 FROM evidence_told AS told WHERE told.name = evidence.name AND {COUNTS_THERE})
"""
"""Whether the district has a use for a row of `evidence`."""

_LACKING = "exchange.photos_lacking"
"""Setting: JSON list of the marks of photos held here that the district lacks though it said once that it held them."""

_LACKED = f"SELECT value FROM json_each(coalesce((SELECT value FROM setting WHERE key = '{_LACKING}'), '[]'))"

UNACKNOWLEDGED = f"""
    (
        evidence.name NOT IN (SELECT name FROM evidence_acknowledged)
        AND substr(evidence.name, 1, {MARK_DIGITS}) NOT IN (SELECT mark FROM photo_receipt)
        OR substr(evidence.name, 1, {MARK_DIGITS}) IN ({_LACKED})
    )
"""
"""Whether the district has not said yet, on the line or in a receipt, that it holds a row of `evidence` whole; or has
said since that it lost it."""


def lacks_as_before(connection: Connection, marks: bytes) -> bool:
    """Whether these marks tell nothing new of the photos held here."""
    return _lacking(connection) == _held_of(connection, marks)


def note_lacking(connection: Connection, marks: bytes) -> None:
    """Remember which of the photos held here the district lacks now."""
    _write_lacking(connection, _held_of(connection, marks))


def note_passed_on(connection: Connection, names: Iterable[str]) -> bool:
    """Add those of these photos that the district acknowledged; whether there are any."""
    rows = connection.exec_driver_sql(
        f"SELECT name FROM evidence WHERE name IN (SELECT value FROM json_each(?)) AND NOT {UNACKNOWLEDGED}",
        (in_list(names),),
    )
    marks = {str(name)[:MARK_DIGITS] for name in rows.scalars()}
    if marks:
        _write_lacking(connection, _lacking(connection) | marks)
    return bool(marks)


def found_again(connection: Connection, names: Iterable[str]) -> None:
    """The district holds these whole again."""
    lacking = _lacking(connection)
    if lacking:
        _write_lacking(connection, lacking - {name[:MARK_DIGITS] for name in names})


def _lacking(connection: Connection) -> set[str]:
    return {str(one) for one in connection.exec_driver_sql(_LACKED).scalars()}


def _held_of(connection: Connection, marks: bytes) -> set[str]:
    wanted = [marks[at : at + PHOTO_MARK].hex() for at in range(0, len(marks), PHOTO_MARK)]
    rows = connection.exec_driver_sql(
        f"SELECT substr(name, 1, {MARK_DIGITS}) FROM evidence"
        f" WHERE substr(name, 1, {MARK_DIGITS}) IN (SELECT value FROM json_each(?))",
        (in_list(wanted),),
    )
    return {str(one) for one in rows.scalars()}


def _write_lacking(connection: Connection, marks: set[str]) -> None:
    connection.exec_driver_sql(
        "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_LACKING, json.dumps(sorted(marks))),
    )


def tell(connection: Connection, entries: Iterable[Entry]) -> None:
    """Note the evidence of new entries; of those set aside too, because what was told is never deleted."""
    rows = list(_rows(entries))
    if rows:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO evidence_told (name, chain, seq, size, kind, media) VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )


def _rows(entries: Iterable[Entry]) -> Iterator[tuple[str, str, int, int, str, str]]:
    for entry in entries:
        payload = payload_or_reason(entry) if entry.kind in TELLING else ""
        if not isinstance(payload, str):
            for item in evidence_of(payload):
                yield item.name, entry.chain, entry.seq, as_stored(item.size), item.kind, item.media
