"""Other names of families come from other laptops too."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Tell them from those that lists here show."""
    connection.exec_driver_sql("ALTER TABLE alias ADD COLUMN told INTEGER NOT NULL DEFAULT 0")
