"""The district's database: one SQLite file, or PostgreSQL; nothing above this file and its two stores knows which.

A write belongs to a place (a village, or the district's own office) and is alone there until it ends; what was written
is on the disk when `write` ends. Writes of different villages go side by side where the store can do that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine, Table, insert, inspect, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from app.domain.errors import Problem, Unavailable
from app.hub.migrations import migrate
from app.hub.ready import Asking
from app.hub.sqlite import SqliteStore

OFFICE = "office"
"""The place of what belongs to no village: accounts and sessions."""

EVERYWHERE = ""
"""The place of a write that touches any number of villages; it waits for all others, and they for it."""

Value = TypeVar("Value")
_CHUNK = 400


class Store(Asking, Protocol):
    """What differs between one kind of database and another."""

    @property
    def errors(self) -> type[Exception]:
        """Of the driver, where it was used without SQLAlchemy."""

    @property
    def engine(self) -> Engine:
        """Its connections; they begin no transaction by themselves."""

    def turn(self, place: str) -> AbstractContextManager[object]:
        """To be waited for before a writer of `place` takes a connection."""

    def begin_read(self, connection: Connection) -> None:
        """Begin a transaction that sees one state throughout and changes nothing."""

    def begin_write(self, connection: Connection, place: str, *, lazily: bool) -> None:
        """Begin a transaction that is alone in `place`; `lazily`: with its first statement."""

    def check_kept(self, connection: Connection) -> None:
        """After a commit. Unavailable where it is not kept as surely as was asked."""

    def problem(self, error: Exception) -> Problem | None:
        """What an error of the driver means, None where it is a bug of ours."""

    def bug(self, error: DBAPIError) -> DBAPIError:
        """The same error without any value of a row: it ends up in a log."""

    def bare(self, error: BaseException | None) -> Exception:
        """The same for an error of the driver."""


class HubDatabase:
    """Reads side by side, one writer in a place at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state throughout. Unavailable ``hub_busy``, ``hub_disk``, ``hub_store_away``;
        Refused ``hub_store_damaged``."""
        with self._translated(), self._store.engine.connect() as connection, connection.begin():
            self._store.begin_read(connection)
            yield connection

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A connection for a single question. Raises as `read`."""
        with self._translated(), self._store.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self, place: str, *, lazily: bool = False) -> Iterator[Connection]:
        """One transaction of a village (its code) or of `OFFICE`, which forgets everything unless it ends well.

        Who says `lazily` looks at nothing that the place guards before he asked the store for something: he is alone
        from his first statement on, which spares a trip.

        Raises as `read`. After ``hub_store_away`` nobody knows whether it was kept: the same act has to be harmless
        when it is done again.
        """
        with self._translated(), self._store.turn(place), self._store.engine.connect() as connection:
            with connection.begin():
                self._store.begin_write(connection, place, lazily=lazily)
                yield connection
            self._store.check_kept(connection)

    def close(self) -> None:
        """Let go of the store."""
        self._store.engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except NoConnectionFree as error:
            raise Unavailable("hub_busy") from error
        except DBAPIError as error:
            problem = self._store.problem(error)
            if problem is not None:
                raise problem from error
            raise self._store.bug(error) from None
        except self._store.errors as error:
            problem = self._store.problem(error)
            if problem is not None:
                raise problem from error
            raise self._store.bare(error) from None


def open_database(where: Path | str) -> HubDatabase:
    """The database of a file or of a ``postgresql://`` address, its tables made or brought up to date.

    Refused ``hub_store_newer``, ``hub_store_damaged``, ``hub_driver_missing``; Unavailable as `HubDatabase.read`.
    """
    database = HubDatabase(_store(where))
    try:
        with database.write(EVERYWHERE) as connection:
            migrate(connection)
    except BaseException:
        database.close()
        raise
    return database


def is_empty(where: str) -> bool:
    """Whether the database at an address has no tables yet. Unavailable as `HubDatabase.read`."""
    database = HubDatabase(_store(where))
    try:
        with database.look() as connection:
            return not inspect(connection).get_table_names()
    finally:
        database.close()


def is_address(where: str) -> bool:
    """Whether this names a database server, not a file."""
    return where.startswith(("postgresql://", "postgres://"))


def _store(where: Path | str) -> Store:
    if isinstance(where, str) and is_address(where):
        from app.hub.postgres import PostgresStore

        return PostgresStore(where)
    return SqliteStore(Path(where))


def chunks(values: Iterable[Value]) -> Iterator[list[Value]]:
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
