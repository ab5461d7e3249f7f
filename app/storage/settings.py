"""Small values that belong to this village's desk, kept in the encrypted store."""

from __future__ import annotations

from app.storage.database import Database


class Settings:
    """Text by key; what a value means is its reader's affair."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """The value, or None where it was never set."""
        with self._database.read() as connection:
            row = connection.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (key,)).first()
        return str(row[0]) if row else None

    def put(self, key: str, value: str) -> None:
        """Set a value; on the disk when this returns."""
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )

    def forget(self, key: str) -> None:
        """Remove a value, if it is there."""
        with self._database.write() as connection:
            connection.exec_driver_sql("DELETE FROM setting WHERE key = ?", (key,))
