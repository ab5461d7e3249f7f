"""The encrypted store of one village: SQLCipher under SQLAlchemy, with the guards that keep a save saved.

Every guard here was paid for by somebody: see docs/vault.md for what each prevents.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.domain.errors import Problem, Refused, Unavailable
from app.storage.keys import KEY_BYTES

SQLITE_LEAST = (3, 51, 3)
"""Older ones can corrupt a WAL database while a checkpoint and a writer meet."""

_WRITES = "balai_writes"
_BUSY_MS = 5_000
_WRITER_WAIT_SECONDS = 30.0
_SMALLEST_STORE = 512

_FULL, _IOERR, _CORRUPT, _NOTADB = 13, 10, 11, 26
_UNAVAILABLE = {5: "store_busy", 6: "store_busy", 15: "store_busy", 8: "disk_readonly", 14: "store_unreachable"}


class Database:
    """One SQLCipher file; any thread may read, one at a time writes."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        """Open (or with `create` make) the store and prove that the key fits.

        Refused: ``store_missing``, ``store_empty``, ``store_key_wrong``, ``store_damaged``, ``store_exists``,
        ``sqlite_old``, ``cipher_missing``. Unavailable: ``disk_*``, ``store_busy``, ``store_unreachable``.
        """
        if len(key) != KEY_BYTES:
            raise ValueError("the key of a store has 32 bytes; SQLCipher would take another length for a passphrase")
        if dbapi2.sqlite_version_info < SQLITE_LEAST:
            raise Refused("sqlite_old", found=str(dbapi2.sqlite_version))
        self.path = path
        self._lock = threading.Lock()
        self._writer: int | None = None
        self._closed = False
        _check_presence(path, create)
        self.engine: Engine = _engine(_connector(path, key, "rwc" if create else "rw"))
        self._writing: Engine = self.engine.execution_options(**{_WRITES: True})
        try:
            with self.read() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
        except Problem:
            self.engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state of the store for as long as it is held; keep it short.

        Unavailable ``store_unreachable`` once the store was closed: the pool would quietly open it again.
        """
        self._check_open()
        with store_errors(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is on the disk after the block, or nothing where the block raised.

        Unavailable ``disk_full``, ``store_busy``; Refused ``store_damaged``. A write inside a write is a bug.
        """
        me = threading.get_ident()
        if self._writer == me:
            raise RuntimeError("a write inside a write: the outer one must hand its connection on")
        if not self._lock.acquire(timeout=_WRITER_WAIT_SECONDS):
            raise Unavailable("store_busy")
        self._writer = me
        try:
            self._check_open()
            with store_errors(), self._writing.connect() as connection, connection.begin():
                yield connection
        finally:
            self._writer = None
            self._lock.release()

    @property
    def closed(self) -> bool:
        """Whether the store was let go."""
        return self._closed

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the main file and empty it, as far as readers allow."""
        self._outside_transactions("PRAGMA wal_checkpoint(TRUNCATE)")

    def damage(self) -> tuple[str, ...]:
        """What SQLCipher's own check of every page finds, in its words; empty where the store is whole."""
        self.checkpoint()
        found = self._outside_transactions("PRAGMA cipher_integrity_check")
        return tuple(str(row[0]) for row in found)

    def close(self) -> None:
        """Checkpoint as far as possible and let every connection go; a second time does nothing.

        What could not be checkpointed (a full disk) is whole in the write-ahead log and is read from there next time.
        """
        if self._closed:
            return
        self._closed = True
        with suppress(Problem):
            self.checkpoint()
        self.engine.dispose()

    def _check_open(self) -> None:
        if self._closed:
            raise Unavailable("store_unreachable")

    def _outside_transactions(self, pragma: str) -> list[tuple[object, ...]]:
        with store_errors():
            connection = self.engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(pragma)
                return list(cursor.fetchall())
            finally:
                connection.close()


def _check_presence(path: Path, create: bool) -> None:
    """A missing or empty file would open as a new, empty database: all work gone without one error."""
    if create:
        if path.exists():
            raise Refused("store_exists")
        return
    if not path.is_file():
        raise Refused("store_missing")
    if path.stat().st_size < _SMALLEST_STORE:
        raise Refused("store_empty", size=path.stat().st_size)


def _connector(path: Path, key: bytes, mode: str) -> Callable[[], dbapi2.Connection]:
    address = f"{path.resolve().as_uri()}?mode={mode}"
    key_pragma = f"PRAGMA key = \"x'{key.hex()}'\""

    def connect() -> dbapi2.Connection:
        connection = dbapi2.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000
        )
        try:
            _prepare(connection, key_pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    return connect


def _prepare(connection: dbapi2.Connection, key_pragma: str) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(key_pragma)
    if not _scalar(connection, "PRAGMA cipher_version"):
        raise Refused("cipher_missing")
    if str(_scalar(connection, "PRAGMA journal_mode = WAL")).lower() != "wal":
        raise Unavailable("store_unreachable")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")


def _scalar(connection: dbapi2.Connection, sql: str) -> object:
    row = connection.execute(sql).fetchone()
    return row[0] if row else None


def _engine(connect: Callable[[], dbapi2.Connection]) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        # SQLAlchemy would write the values of a failed statement into its message: names and NIKs.
        hide_parameters=True,
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=5,
        max_overflow=5,
        pool_use_lifo=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn SQLite's refusals into ours; a broken constraint or a wrong statement stays what it is."""
    try:
        yield
    except DBAPIError as error:
        problem = _problem(error.orig)
        if problem is None:
            raise
        raise problem from error
    except dbapi2.Error as error:
        problem = _problem(error)
        if problem is None:
            raise
        raise problem from error


def _problem(error: BaseException | None) -> Problem | None:
    extended = getattr(error, "sqlite_errorcode", None)
    if not isinstance(extended, int):
        return None
    code = extended & 0xFF
    if code == _FULL:
        return Unavailable("disk_full")
    if code == _IOERR:
        return Unavailable("disk_failed", errno=extended)
    if code == _CORRUPT:
        return Refused("store_damaged")
    if code == _NOTADB:
        return Refused("store_key_wrong")
    if code in _UNAVAILABLE:
        return Unavailable(_UNAVAILABLE[code])
    return None
