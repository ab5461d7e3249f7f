"""Proposed families that nobody asks for any more."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Mark them; they are found when the views are made anew."""
    connection.exec_driver_sql("ALTER TABLE family_view ADD COLUMN given_up INTEGER NOT NULL DEFAULT 0")
    connection.exec_driver_sql("CREATE INDEX family_view_given_up ON family_view (given_up) WHERE given_up = 1")
