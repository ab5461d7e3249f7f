"""Which entries the district has set aside: what only they tell of is not sent."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Make the table; the next exchange fills it."""
    connection.exec_driver_sql(
        "CREATE TABLE aside_there (chain TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (chain, seq))"
        " STRICT, WITHOUT ROWID"
    )
