"""Prepared statements to PostgreSQL on one trip there and back: sent together, answered together.

What psycopg does for each statement (a cursor, adapters, waiting) costs several times what the statement itself does.
Values travel as PostgreSQL's own texts, bytes as they are.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from psycopg import Connection, DataError, OperationalError
from psycopg.adapt import Transformer
from psycopg.errors import InFailedSqlTransaction, error_from_result
from psycopg.generators import fetch_many, send
from psycopg.pq import ConnStatus, ExecStatus

from app.hub.ready import Params, Ready, Said

_PREPARED = "balai prepared"
_FAILED = (ExecStatus.FATAL_ERROR, ExecStatus.PIPELINE_ABORTED, ExecStatus.BAD_RESPONSE)
_TABLE = ExecStatus.TUPLES_OK
_BARE = str.maketrans({"\\": r"\\", '"': r"\""})


def trip(raw: Connection[Any], kept: dict[Any, Any], dialect: Any, said: Sequence[Said]) -> list[list[Any]]:
    """The rows of each; `kept` is what is remembered with this connection. Raises psycopg's errors."""
    prepared: dict[bytes, Any] = kept.setdefault(_PREPARED, {})
    server = raw.pgconn
    server.enter_pipeline_mode()
    try:
        fresh = _send(server, prepared, dialect, said)
        found = raw.wait(_answers(server, len(fresh) + len(said)))
        for name, told in zip(fresh, found, strict=False):
            if told.status not in _FAILED:  # it stays, also where the transaction fails
                prepared[name] = Transformer(raw)
        failed = next((one for one in found if one.status in _FAILED), None)
        if failed is not None:
            raise error_from_result(failed)
    finally:
        if server.status == ConnStatus.OK:
            try:
                server.exit_pipeline_mode()
            except OperationalError:  # something came between: nobody may use this line any more
                raw.close()
    answers = found[len(fresh) :]
    if any(one.command_status == b"ROLLBACK" for one in answers):  # to a commit: the transaction had failed before
        raise InFailedSqlTransaction
    return [_rows(prepared[one.name], one, dialect, answer) for (one, _), answer in zip(said, answers, strict=True)]


def _send(server: Any, prepared: dict[bytes, Any], dialect: Any, said: Sequence[Said]) -> list[bytes]:
    """Queue everything, with what has to be prepared first; gives the names of those."""
    fresh = {one.name: one for one, _ in said if one.name not in prepared}
    for name, one in fresh.items():
        server.send_prepare(name, _numbered(one, dialect))
    for one, params in said:
        values = [_written(value) for value in _values(one, dialect, params)]
        formats = [int(raw) for _, raw in values]
        server.send_query_prepared(one.name, [text for text, _ in values], formats)
    server.pipeline_sync()
    return list(fresh)


def _answers(server: Any, number: int) -> Generator[Any, Any, list[Any]]:
    """A generator of psycopg's: sends, and gives the results."""
    yield from send(server)
    found: list[Any] = []
    for _ in range(number):
        found += (yield from fetch_many(server))[:1]
    yield from fetch_many(server)
    return found


def _rows(reader: Any, one: Ready, dialect: Any, answer: Any) -> list[Any]:
    if answer.status != _TABLE or not answer.ntuples:
        return []
    reader.set_pgresult(answer)
    return one.form(dialect).rows(reader.load_rows(0, answer.ntuples, tuple))


def _numbered(one: Ready, dialect: Any) -> bytes:
    form = one.form(dialect)
    sql = form.sql
    for place, name in enumerate(form.names, 1):
        sql = sql.replace(f"%({name})s", f"${place}")
    return sql.replace("%%", "%").encode()


def _values(one: Ready, dialect: Any, params: Params | Sequence[Params]) -> list[Any]:
    form = one.form(dialect)
    if isinstance(params, Sequence):  # rows: an array for each column
        return form.values({name: [row[name] for row in params] for name in form.names})
    return form.values(params)


def _written(value: Any) -> tuple[bytes | None, bool]:
    """A value as it travels, and whether as it is."""
    if isinstance(value, bytes):
        return value, True
    if value is None:
        return None, False
    text = _array(value) if isinstance(value, list) else str(value)
    if "\0" in text:  # it would end there for the server
        raise DataError
    return text.encode(), False


def _array(values: list[Any]) -> str:
    kinds = set(map(type, values))
    if kinds == {int}:
        return "{" + ",".join(map(str, values)) + "}"
    if kinds == {str}:
        whole = "".join(values)
        if '"' not in whole and "\\" not in whole:
            return '{"' + '","'.join(values) + '"}'
    return "{" + ",".join(map(_item, values)) + "}"


def _item(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value.translate(_BARE)}"'
    if isinstance(value, bytes):
        return f'"\\\\x{value.hex()}"'
    return "NULL" if value is None else str(value)
