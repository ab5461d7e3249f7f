"""Names of those whom lists dropped from a family."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Make the table; it is filled when the views are made anew."""
    connection.exec_driver_sql(
        "CREATE TABLE former_member (family TEXT NOT NULL, member TEXT NOT NULL, name TEXT NOT NULL,"
        " PRIMARY KEY (family, member)) STRICT, WITHOUT ROWID"
    )
