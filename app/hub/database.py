"""The district's database: SQLite in one file now; nothing here or above says what PostgreSQL could not."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, insert, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from app.domain.errors import Refused, Unavailable
from app.hub.tables import VERSION, meta, metadata

_CHUNK = 400


class HubDatabase:
    """Reads side by side, one writer at a time; what was written is on the disk when `write` ends."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = threading.Lock()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state throughout."""
        with _translated(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that forgets everything unless it ends well."""
        with self._writing, _translated(), self._engine.connect() as connection:
            connection.info["write"] = True
            try:
                with connection.begin():
                    yield connection
            finally:
                connection.info.pop("write", None)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def open_database(path: Path) -> HubDatabase:
    """The database of a file, made where there is none. Refused ``hub_store_newer``, ``hub_store_damaged``."""
    engine = create_engine(
        f"sqlite+pysqlite:///{path}",
        # SQLAlchemy would write the values of a failed statement into its message, and so into a log: names and NIKs.
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": 30},
    )

    @event.listens_for(engine, "connect")
    def _settings(raw: Any, _record: object) -> None:
        raw.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("write") else "BEGIN")

    database = HubDatabase(engine)
    with database.write() as connection:
        metadata.create_all(connection)
        held = connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar()
        if held is None:
            connection.execute(insert(meta).values(key="version", value=str(VERSION)))
        elif int(held) > VERSION:
            raise Refused("hub_store_newer", store=int(held), program=VERSION)
        elif int(held) < VERSION:  # what is new since are whole tables, which stand by now
            connection.execute(update(meta).where(meta.c.key == "version").values(value=str(VERSION)))
    return database


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Values in portions that any database takes as parameters."""
    held = list(values)
    return (held[at : at + _CHUNK] for at in range(0, len(held), _CHUNK))


def put(connection: Connection, table: Table, key: Mapping[str, object], values: Mapping[str, object]) -> None:
    """Change the row of `key`, or make it."""
    where = [table.c[name] == value for name, value in key.items()]
    if not values or connection.execute(update(table).where(*where).values(**values)).rowcount == 0:
        if not values and connection.execute(select(table.c[next(iter(key))]).where(*where)).first():
            return
        connection.execute(insert(table).values(**key, **values))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise Unavailable("hub_disk" if "full" in str(error.orig) else "hub_busy") from error
    except DatabaseError as error:
        if "malformed" in str(error.orig) or "not a database" in str(error.orig):
            raise Refused("hub_store_damaged") from error
        raise
