"""What the district says it holds: the only thing that turns "waiting" into "received"."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.payloads import ReceiptIssued
from app.domain.payloads.custody import photo_marks
from app.storage.entry_rows import COUNTS, as_stored, payload_or_reason


def refresh(connection: Connection, entries: Sequence[Entry]) -> None:
    """Write the rows of these receipts, or take them away where the entry does not count (any more)."""
    for entry in entries:
        for table in ("receipt_view", "photo_receipt"):
            connection.exec_driver_sql(
                f"DELETE FROM {table} WHERE receipt_chain = ? AND receipt_seq = ?", (entry.chain, entry.seq)
            )
        payload = payload_or_reason(entry)
        if not isinstance(payload, ReceiptIssued) or not _counts(connection, entry):
            continue
        rows = [
            (
                entry.chain,
                entry.seq,
                chain,
                as_stored(seq),
                payload.hashes.get(chain, b""),
                payload.number,
                entry.turn,
                entry.at_ms,
                int(payload.durable),
            )
            for chain, seq in payload.heads.items()
        ]
        if rows:
            connection.exec_driver_sql(
                "INSERT INTO receipt_view (receipt_chain, receipt_seq, chain, seq, hash, number, turn, at_ms, durable)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
            )
        marks = [(entry.chain, entry.seq, mark) for mark in photo_marks(payload)]
        if marks:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO photo_receipt (receipt_chain, receipt_seq, mark) VALUES (?, ?, ?)", marks
            )


def _counts(connection: Connection, entry: Entry) -> bool:
    found = connection.exec_driver_sql(
        "SELECT quarantine FROM entry WHERE chain = ? AND seq = ?", (entry.chain, entry.seq)
    ).scalar_one()
    return str(found) == COUNTS
