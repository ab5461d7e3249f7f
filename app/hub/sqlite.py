"""The district in one SQLite file: one writer at a time, flushed before a write ends."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Problem, Refused, Unavailable
from app.hub.ready import Last, Said, belonging

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
        self.errors: type[Exception] = sqlite3.Error
        event.listen(self.engine, "connect", _settings)
        event.listen(self.engine, "connect", belonging(self))

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

    def begin_write(self, connection: Connection, place: str, *, lazily: bool) -> None:
        """The file's one write lock."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def ask(self, connection: Connection, said: Sequence[Said]) -> list[list[Any]]:
        """One after the other."""
        return [self._done(connection, one) for one in said]

    def tell(self, connection: Connection, said: Said) -> None:
        """At once."""
        self._done(connection, said)

    def foresee(self, connection: Connection, said: Sequence[Said]) -> None:
        """No way is spared."""

    def ask_last(self, connection: Connection, said: Said) -> Last:
        """At once."""
        last = Last()
        last.rows = self._done(connection, said)
        return last

    def _done(self, connection: Connection, said: Said) -> list[Any]:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        one, params = said
        form = one.form(connection.dialect)
        if isinstance(params, Sequence):
            raw.executemany(form.sql, [form.values(row) for row in params])
            return []
        values = form.values(params)
        if any(isinstance(value, list) for value in values):
            return form.rows(raw.execute(*_spread(form.sql, values)).fetchall())
        return form.rows(raw.execute(form.sql, values).fetchall())

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

    def bare(self, error: BaseException | None) -> Exception:
        """The same."""
        assert isinstance(error, sqlite3.Error)
        return error


def _spread(sql: str, values: Sequence[Any]) -> tuple[str, list[Any]]:
    """With a place for each item of a list."""
    pieces = sql.split("?")
    found, flat = pieces[0], []
    for piece, value in zip(pieces[1:], values, strict=True):
        items = value if isinstance(value, list) else [value]
        flat += items
        found += ", ".join("?" * len(items)) + piece
    return found, flat


def _settings(raw: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
        raw.execute(f"PRAGMA {pragma}")
