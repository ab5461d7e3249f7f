"""Which photos and scans the journal tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.payloads import TELLING, evidence_of
from app.storage.entry_rows import as_stored, payload_or_reason

COUNTS_THERE = """
    NOT EXISTS (SELECT 1 FROM aside_there WHERE aside_there.chain = told.chain AND aside_there.seq = told.seq)
"""
"""Whether the entry that a row of `evidence_told AS told` names counts at the district, as far as is known here."""

WANTED = f"""
    EXISTS (SELECT 1 FROM evidence_told AS told WHERE told.name = evidence.name AND {COUNTS_THERE})
"""
"""Whether the district has a use for a row of `evidence`."""

UNACKNOWLEDGED = """
    evidence.name NOT IN (SELECT name FROM evidence_acknowledged)
    AND substr(evidence.name, 1, 12) NOT IN (SELECT mark FROM photo_receipt)
"""
"""Whether the district has not said yet, on the line or in a receipt, that it holds a row of `evidence` whole."""


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
