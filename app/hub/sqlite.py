"""The district in one SQLite file: one writer at a time, flushed before a write ends."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Problem, Refused, Unavailable

if sys.platform != "win32":
    import fcntl

_WAIT_SECONDS = 30
"""For another process that writes."""

_CONNECTIONS = 40
"""As many as the server has threads, so that nobody waits for one."""


class SqliteStore:
    """A file, and its journal beside it."""

    def __init__(self, path: Path) -> None:
        self._writing = threading.Lock()
        self._door = path.with_name(path.name + ".writer")
        self.engine: Engine = create_engine(
            f"sqlite+pysqlite:///{path}",
            # SQLAlchemy would write the values of a failed statement into its message, and so into a log: names, NIKs.
            hide_parameters=True,
            pool_size=_CONNECTIONS,
            connect_args={"check_same_thread": False, "timeout": _WAIT_SECONDS, "isolation_level": None},
        )
        event.listen(self.engine, "connect", _settings)

    @contextmanager
    def turn(self, place: str) -> Iterator[None]:
        """One writer at a time, wherever he writes: the file has one lock. Other processes that serve it wait in the
        kernel for their turn; SQLite alone would have them sleep and look again."""
        with self._writing:
            if sys.platform == "win32":  # where one process serves
                yield
            else:
                with self._opened() as door:
                    fcntl.flock(door, fcntl.LOCK_EX)
                    yield

    def _opened(self) -> IO[bytes]:
        try:
            return self._door.open("wb")
        except OSError as error:
            raise Unavailable("hub_disk") from error

    def begin_read(self, connection: Connection) -> None:
        """A snapshot."""
        connection.exec_driver_sql("BEGIN")

    def begin_write(self, connection: Connection, place: str) -> None:
        """The file's one write lock."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def together(self, connection: Connection) -> AbstractContextManager[object]:
        """No trip to spare: the file is read by this very process."""
        return nullcontext()

    def check_kept(self, connection: Connection) -> None:
        """Nothing to ask: it was flushed."""

    def problem(self, error: Exception) -> Problem | None:
        """By SQLite's own codes."""
        found = getattr(error, "orig", error)
        primary = getattr(found, "sqlite_errorcode", 0) & 0xFF
        if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return Refused("hub_store_damaged")
        if primary in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return Unavailable("hub_disk")
        if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return Unavailable("hub_busy")
        return None

    def bug(self, error: DBAPIError) -> DBAPIError:
        """SQLite names columns, never values."""
        return error


def _settings(raw: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
        raw.execute(f"PRAGMA {pragma}")
