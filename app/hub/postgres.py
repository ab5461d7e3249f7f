"""The district on PostgreSQL: villages write side by side, from any number of hub processes.

Writers of one village take turns by an advisory lock, which ends with their transaction; a write everywhere takes the
district's own lock alone, which every other write shares. READ COMMITTED is enough then, and right: each statement sees
what the writer before has left, where a snapshot from before the wait would not.
"""

from __future__ import annotations

import hashlib
import logging
import select
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError

from app.domain.errors import Problem, Refused, Unavailable

try:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict, make_conninfo
except ImportError as missing:  # the optional group `hub`, which laptops do without
    raise Refused("hub_driver_missing") from missing

_log = logging.getLogger("balai.hub")

_LOCK_SECONDS = 20
_CONNECTIONS, _MORE_CONNECTIONS, _CONNECTION_SECONDS = 8, 8, 20
_CONNECTING: dict[str, Any] = {
    "application_name": "balai-hub",
    # A server that vanished without a word (power, network) is noticed in ten seconds, not in TCP's quarter of an hour.
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""What the address may say otherwise."""

_OPTIONS = f"-c lock_timeout={_LOCK_SECONDS}s -c idle_in_transaction_session_timeout=60s"
"""No statement_timeout: it may end the wait for a synchronous standby, and the commit would count all the same."""

_BUSY = frozenset({"40001", "40P01", "55P03", "57014", "53200", "53300", "53400"})
_FULL = frozenset({"53100", "58030"})
_DAMAGED = frozenset({"XX001", "XX002"})
_AWAY_CLASSES = frozenset({"08", "25", "28", "3D", "57"})
"""Connection lost, a standby that takes no writes, not let in, no such database, a server that is going or coming."""


class PostgresStore:
    """One database of one server, or of a cluster behind one address."""

    def __init__(self, address: str) -> None:
        told = conninfo_to_dict(address)
        asked = _CONNECTING | told | {"options": f"{_OPTIONS} {told.get('options', '')}".strip()}

        def connect() -> psycopg.Connection[Any]:
            return psycopg.connect(make_conninfo(**asked), autocommit=True)

        self.engine: Engine = create_engine(
            "postgresql+psycopg://",
            creator=connect,
            hide_parameters=True,
            pool_size=_CONNECTIONS,
            max_overflow=_MORE_CONNECTIONS,
            pool_timeout=_CONNECTION_SECONDS,
        )
        self.engine.dialect.use_insertmanyvalues_wo_returning = True  # all rows in one statement, not one by one
        event.listen(self.engine, "connect", _listen)
        event.listen(self.engine, "checkout", _check_alive)

    def turn(self, place: str) -> AbstractContextManager[object]:
        """The database itself keeps the order."""
        return nullcontext()

    def begin_read(self, connection: Connection) -> None:
        """A snapshot."""
        self._begin(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def begin_write(self, connection: Connection, place: str) -> None:
        """Wait for the place; its writers before have left by then."""
        connection.info.pop("warned", None)
        locks = f"pg_advisory_xact_lock_shared({_key('')}), pg_advisory_xact_lock({_key(place)})"
        self._begin(
            connection, f"BEGIN READ WRITE; SELECT {locks if place else f'pg_advisory_xact_lock({_key(place)})'}"
        )

    @contextmanager
    def together(self, connection: Connection) -> Iterator[None]:
        """A pipeline: a trip to the server costs more than most statements."""
        raw = connection.connection.driver_connection
        assert isinstance(raw, psycopg.Connection)
        with self._ours(connection, raw), raw.pipeline():
            yield

    def check_kept(self, connection: Connection) -> None:
        """A commit that stopped waiting for its synchronous standby is one that a failover may lose: not kept."""
        warned = connection.info.pop("warned", None)
        if warned:
            _log.error("the database warned at a commit: %s", warned)
            raise Unavailable("hub_store_away")

    def problem(self, error: Exception) -> Problem | None:
        """By SQLSTATE; an error without one is one of the connection."""
        found = getattr(error, "orig", error)
        state = getattr(found, "sqlstate", None)
        if state in _BUSY:
            return Unavailable("hub_busy")
        if state in _FULL:
            return Unavailable("hub_disk")
        if state in _DAMAGED:
            return Refused("hub_store_damaged")
        if (state is None and isinstance(found, psycopg.OperationalError)) or (state or "")[:2] in _AWAY_CLASSES:
            _log.error("database: %s", str(found).partition("\n")[0])
            return Unavailable("hub_store_away")
        return None

    def bug(self, error: DBAPIError) -> DBAPIError:
        """PostgreSQL tells the failing row in its message."""
        return type(error)(error.statement, None, self.bare(error.orig), hide_parameters=True)

    def bare(self, error: BaseException | None) -> psycopg.Error:
        """What kind of error, and of which constraint."""
        named = getattr(getattr(error, "diag", None), "constraint_name", "") or ""
        return psycopg.Error(f"{type(error).__name__} {getattr(error, 'sqlstate', '')} {named}".strip())

    def _begin(self, connection: Connection, statements: str) -> None:
        """Sent in one go, and never prepared: the places are many."""
        raw = connection.connection.driver_connection
        assert isinstance(raw, psycopg.Connection)
        with self._ours(connection, raw):
            raw.execute(statements.encode(), prepare=False)

    @contextmanager
    def _ours(self, connection: Connection, raw: psycopg.Connection[Any]) -> Iterator[None]:
        """Errors that SQLAlchemy does not see."""
        try:
            yield
        except psycopg.Error as error:
            if raw.closed:
                connection.invalidate()
            problem = self.problem(error)
            if problem is not None:
                raise problem from error
            raise self.bare(error) from None


def _key(place: str) -> int:
    """Of the advisory lock; the whole district's where there is no place."""
    digest = hashlib.sha256(f"balai hub {place}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _listen(raw: Any, record: Any) -> None:
    def note(said: Any) -> None:
        if said.severity_nonlocalized == "WARNING":
            record.info["warned"] = said.message_primary

    raw.add_notice_handler(note)


def _check_alive(raw: Any, _record: object, _proxy: object) -> None:
    """An idle connection on which something is to be read is one that the server has closed."""
    if sys.platform == "win32":  # no poll there; a handful of connections, each below what select takes
        said = bool(select.select([raw.fileno()], [], [], 0)[0])
    else:
        watch = select.poll()
        watch.register(raw.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
        said = bool(watch.poll(0))
    if said:
        raise DisconnectionError
