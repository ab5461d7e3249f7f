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
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import BigInteger, Connection, Engine, bindparam, create_engine, event, func, text
from sqlalchemy import select as select_sql
from sqlalchemy.exc import DBAPIError, DisconnectionError

from app.domain.errors import Problem, Refused, Unavailable
from app.hub.ready import Last, Ready, Said, belonging

try:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    from app.hub.trip import trip
except ImportError as missing:  # the optional group `hub`, which laptops do without
    raise Refused("hub_driver_missing") from missing

_log = logging.getLogger("balai.hub")

_LOCK_SECONDS = 20
_CONNECTIONS, _CONNECTION_SECONDS = 16, 20
"""All of them stay: a new one costs the server more than a whole exchange, and everything on it is prepared anew."""
_CONNECTING: dict[str, Any] = {
    "application_name": "balai-hub",
    # A server that vanished without a word (power, network) is noticed in six seconds, not in TCP's quarter of an hour:
    # the next primary takes over in less than twice that, and a call that waits for the dead one would come later.
    "connect_timeout": 3,
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 6_000,
}
"""What the address may say otherwise."""

_OPTIONS = f"-c lock_timeout={_LOCK_SECONDS}s -c idle_in_transaction_session_timeout=60s"
"""No statement_timeout: it may end the wait for a synchronous standby, and the commit would count all the same."""

_BUSY = frozenset({"40001", "40P01", "55P03", "57014", "53200", "53300", "53400"})
_FULL = frozenset({"53100", "58030"})
_DAMAGED = frozenset({"XX001", "XX002"})
_AWAY_CLASSES = frozenset({"08", "25", "28", "3D", "57"})
"""Connection lost, a standby that takes no writes, not let in, no such database, a server that is going or coming."""


def _key(place: str) -> int:
    """Of the advisory lock; the whole district's where there is no place."""
    digest = hashlib.sha256(f"balai hub {place}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


_ALONE, _SHARED = bindparam("place", type_=BigInteger), bindparam("everywhere", _key(""), type_=BigInteger)
_BEGIN, _COMMIT = Ready(text("BEGIN READ WRITE")), Ready(text("COMMIT"))
_KEPT_PLANS = func.set_config("plan_cache_mode", "force_generic_plan", text("true"))
"""For this transaction: to plan an exchange's statements for the very values costs more than to answer them."""
_ENTER = Ready(select_sql(func.pg_advisory_xact_lock_shared(_SHARED), func.pg_advisory_xact_lock(_ALONE), _KEPT_PLANS))
_ENTER_ALL = Ready(select_sql(func.pg_advisory_xact_lock(_ALONE)))
_IDLE = psycopg.pq.TransactionStatus.IDLE
_TOLD, _FORESEEN, _KNOWN, _LAST = "balai told", "balai foreseen", "balai known", "balai last"
"""Where a connection keeps what goes with its next trip, of what was foreseen what still has to go with it and what has
come, and what goes with the commit."""


class PostgresStore:
    """One database of one server, or of a cluster behind one address."""

    def __init__(self, address: str) -> None:
        told = conninfo_to_dict(address)
        asked = _CONNECTING | told | {"options": f"{_OPTIONS} {told.get('options', '')}".strip()}

        def connect() -> psycopg.Connection[Any]:
            # psycopg would forget what it prepared, and our own with it, at every transaction that fails.
            return psycopg.connect(make_conninfo(**asked), autocommit=True, prepare_threshold=None)

        self.engine: Engine = create_engine(
            "postgresql+psycopg://",
            creator=connect,
            hide_parameters=True,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            pool_timeout=_CONNECTION_SECONDS,
            pool_use_lifo=True,  # the one that was just at work knows the tables best
        )
        self.engine.dialect.use_insertmanyvalues_wo_returning = True  # all rows in one statement, not one by one
        self.errors: type[Exception] = psycopg.Error
        event.listen(self.engine, "connect", _listen)
        event.listen(self.engine, "connect", belonging(self))
        event.listen(self.engine, "before_cursor_execute", self._first_what_was_told)
        event.listen(self.engine, "commit", self._commit)
        event.listen(self.engine, "checkin", _forget)
        event.listen(self.engine, "checkout", _check_alive)

    def turn(self, place: str) -> AbstractContextManager[object]:
        """The database itself keeps the order."""
        return nullcontext()

    def begin_read(self, connection: Connection) -> None:
        """A snapshot."""
        raw = _raw(connection)
        with self._ours(connection, raw):
            raw.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def begin_write(self, connection: Connection, place: str, *, lazily: bool) -> None:
        """Wait for the place; its writers before have left by then."""
        connection.info.pop("warned", None)
        enter = (_ENTER, {"place": _key(place)}) if place else (_ENTER_ALL, {"place": _key("")})
        connection.info[_TOLD] = [(_BEGIN, {}), enter]
        if not lazily:
            self.ask(connection, ())

    def ask(self, connection: Connection, said: Sequence[Said]) -> list[list[Any]]:
        """A trip to the server costs more than most statements."""
        kept = connection.info
        known: list[tuple[Said, list[Any]]] = kept.pop(_KNOWN, [])
        if said and known:
            found = [next((answer for one, answer in known if one == asked), None) for asked in said]
            if None not in found:
                kept[_KNOWN] = [pair for pair in known if pair[0] not in said]
                return [answer for answer in found if answer is not None]
        told: list[Said] = kept.pop(_TOLD, [])
        ahead: list[Said] = kept.pop(_FORESEEN, []) if said else []
        raw = _raw(connection)
        with self._ours(connection, raw):
            answers = trip(raw, kept, connection.dialect, [*told, *said, *ahead])[len(told) :]
        if ahead:
            kept[_KNOWN] = list(zip(ahead, answers[len(said) :], strict=True))
        return answers[: len(said)]

    def tell(self, connection: Connection, said: Said) -> None:
        """Of what is told nothing is sent before something is asked, or the transaction ends."""
        connection.info.pop(_KNOWN, None)
        connection.info.setdefault(_TOLD, []).append(said)

    def foresee(self, connection: Connection, said: Sequence[Said]) -> None:
        """Asked with the next question; what comes is true until something is told."""
        connection.info.setdefault(_FORESEEN, []).extend(said)

    def ask_last(self, connection: Connection, said: Said) -> Last:
        """With the commit."""
        last = Last()
        connection.info.setdefault(_LAST, []).append((said, last))
        return last

    def _commit(self, connection: Connection) -> None:
        """With what was still to be told."""
        connection.info.pop(_FORESEEN, None)
        last: list[tuple[Said, Last]] = connection.info.pop(_LAST, [])
        if last or connection.info.get(_TOLD) or _raw(connection).info.transaction_status != _IDLE:
            answers = self.ask(connection, [*(said for said, _ in last), (_COMMIT, {})])
            for (_, one), found in zip(last, answers, strict=False):
                one.rows = found

    def _first_what_was_told(self, connection: Connection, *_: Any) -> None:
        connection.info.pop(_KNOWN, None)
        if connection.info.get(_TOLD):
            self.ask(connection, ())

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

    @contextmanager
    def _ours(self, connection: Connection, raw: psycopg.Connection[Any]) -> Iterator[None]:
        """A line that broke where SQLAlchemy does not see it."""
        try:
            yield
        except psycopg.Error:
            if raw.closed:
                connection.invalidate()
            raise


def _raw(connection: Connection) -> psycopg.Connection[Any]:
    raw = connection.connection.driver_connection
    assert isinstance(raw, psycopg.Connection)
    return raw


def _forget(_raw: object, record: Any) -> None:
    for name in (_TOLD, _FORESEEN, _KNOWN, _LAST):
        record.info.pop(name, None)


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
