"""Photos are called by the beginning of their hash (docs/decisions/0017), so the column is no hash any more."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Rename it in the three tables of photos."""
    for table in ("evidence", "evidence_told", "evidence_acknowledged"):
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME COLUMN sha256 TO name")
