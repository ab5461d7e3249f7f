"""What a desk needs before there is a list: settings, and forms that are being filled in."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        person TEXT NOT NULL,
        form TEXT NOT NULL,
        subject TEXT NOT NULL,
        position TEXT NOT NULL DEFAULT '',
        started_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        UNIQUE (person, form, subject)
    ) STRICT
    """,
    """
    CREATE TABLE draft_field (
        draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (draft, field)
    ) STRICT, WITHOUT ROWID
    """,
)


def up(connection: Connection) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
