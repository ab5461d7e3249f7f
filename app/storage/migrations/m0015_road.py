"""What was handed over remembers by which road, so that a person can tell a stick from the line."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Everything until now went over the line."""
    connection.exec_driver_sql("ALTER TABLE sent ADD COLUMN road TEXT NOT NULL DEFAULT 'line'")
