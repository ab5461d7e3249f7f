"""Which photos and scans the journal tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.payloads import TELLING, ChangeProposed, Evidence, ObjectionFiled, Payload, VisitRecorded
from app.storage.entry_rows import as_stored, payload_or_reason

COUNTS_THERE = """
    NOT EXISTS (SELECT 1 FROM aside_there WHERE aside_there.chain = told.chain AND aside_there.seq = told.seq)
"""
"""Whether the entry that a row of `evidence_told AS told` names counts at the district, as far as is known here."""

WANTED = f"""
    EXISTS (SELECT 1 FROM evidence_told AS told WHERE told.sha256 = evidence.sha256 AND {COUNTS_THERE})
"""
"""Whether the district has a use for a row of `evidence`."""

UNACKNOWLEDGED = """
    evidence.sha256 NOT IN (SELECT sha256 FROM evidence_acknowledged)
    AND substr(evidence.sha256, 1, 12) NOT IN (SELECT mark FROM photo_receipt)
"""
"""Whether the district has not said yet, on the line or in a receipt, that it holds a row of `evidence` whole."""


def evidence_of(payload: Payload) -> tuple[Evidence, ...]:
    """Photos and scans that one entry tells of."""
    if isinstance(payload, VisitRecorded):
        return payload.photos
    if isinstance(payload, ChangeProposed | ObjectionFiled):
        return payload.evidence
    return ()


def tell(connection: Connection, entries: Iterable[Entry]) -> None:
    """Note the evidence of new entries; of those set aside too, because what was told is never deleted."""
    rows = list(_rows(entries))
    if rows:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO evidence_told (sha256, chain, seq, size, kind, media) VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )


def _rows(entries: Iterable[Entry]) -> Iterator[tuple[str, str, int, int, str, str]]:
    for entry in entries:
        payload = payload_or_reason(entry) if entry.kind in TELLING else ""
        if not isinstance(payload, str):
            for item in evidence_of(payload):
                yield item.sha256, entry.chain, entry.seq, as_stored(item.size), item.kind, item.media
