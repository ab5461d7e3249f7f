"""Why the district set an entry aside, so that the family's history can say it."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """The code of the reason; empty until the next exchange tells it."""
    connection.exec_driver_sql("ALTER TABLE aside_there ADD COLUMN reason TEXT NOT NULL DEFAULT ''")
