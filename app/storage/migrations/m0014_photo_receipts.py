"""Receipts tell of photos too, so that a photo that went by stick is not sent again."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE TABLE photo_receipt (
        receipt_chain TEXT NOT NULL,
        receipt_seq INTEGER NOT NULL,
        mark TEXT NOT NULL,
        PRIMARY KEY (receipt_chain, receipt_seq, mark)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX photo_receipt_mark ON photo_receipt (mark)",
)


def up(connection: Connection) -> None:
    """Make the table; the next rebuild fills it."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
