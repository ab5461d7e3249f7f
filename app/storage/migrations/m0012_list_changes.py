"""What each list changed for a family."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Make the table; it is filled when the views are made anew."""
    connection.exec_driver_sql(
        "CREATE TABLE list_change (family TEXT NOT NULL, pack TEXT NOT NULL, body BLOB NOT NULL,"
        " PRIMARY KEY (family, pack)) STRICT, WITHOUT ROWID"
    )
