"""Quick ways to what the end of a certificate is judged by."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Times of one author's entries, and up to where the seals of one key reach."""
    connection.exec_driver_sql("CREATE INDEX entry_author ON entry (author, at_ms, floor_ms)")
    connection.exec_driver_sql("CREATE INDEX seal_key ON seal (public_key, chain, covers)")
