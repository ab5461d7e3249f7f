"""Until when the district's certificate of an official holds."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """An ISO date, empty where it is open."""
    connection.exec_driver_sql("ALTER TABLE person ADD COLUMN until TEXT NOT NULL DEFAULT ''")
