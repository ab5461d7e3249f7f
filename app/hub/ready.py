"""Statements of every exchange, made once and sent past SQLAlchemy's machinery, several of them on one trip.

They are written with SQLAlchemy like all others, and `rows`, `ask` and `tell` are what stands in place of
``connection.execute``. What is told needs no answer: it goes with the next question, or with the commit.
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import count
from typing import Any, Protocol

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Boolean,
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    Integer,
    LargeBinary,
    Select,
    Table,
    bindparam,
    literal_column,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

STORE = "balai store"
"""Where a connection keeps the store that it belongs to."""

Params = Mapping[str, Any]
Said = tuple["Ready", "Params | Sequence[Params]"]
_Change = Callable[[Any], Any] | None
_numbers = count(1)
_shape: Any = namedtuple  # of columns that are known when the program runs
_NAMED = re.compile(r"%\((\w+)\)s")


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Any:
        """As it is: SQLAlchemy would write ``IN (...) = 1`` for SQLite, which then reads past every index."""
        return self


def among(column: ColumnElement[Any], name: str, texts: list[str] | None = None) -> ColumnElement[bool]:
    """Whether a column is one of the texts in the parameter `name` (always `texts`, where they are given), in one
    statement for lists of any length."""
    told: BindParameter[Any] = bindparam(name, type_=column.type)
    return _Among(column, told if texts is None else bindparam(name, texts, type_=column.type))


@compiles(_Among, "sqlite")
def _among_places(element: Any, compiler: Any, **told: Any) -> str:
    column, values = element.clauses
    return f"{compiler.process(column, **told)} IN ({compiler.process(values, **told)})"


@compiles(_Among, "postgresql")
def _among_array(element: Any, compiler: Any, **told: Any) -> str:
    column, values = element.clauses
    place = compiler.process(values, **told).partition("::")[0]  # without what one text would be taken for
    return f"{compiler.process(column, **told)} = ANY({place}::text[])"


class Asking(Protocol):
    """What a store does with such statements."""

    def ask(self, connection: Connection, said: Sequence[Said]) -> list[list[Any]]:
        """The rows of each statement, after everything that was told."""

    def tell(self, connection: Connection, said: Said) -> None:
        """Send it with what comes next, at the commit at the latest."""

    def foresee(self, connection: Connection, said: Sequence[Said]) -> None:
        """These are likely to be asked after the next question, with nothing told in between."""

    def ask_last(self, connection: Connection, said: Said) -> Last:
        """Ask as the last of a transaction."""


class Last:
    """The rows of a question that is asked as the last of a transaction; there once it has ended well."""

    rows: list[Any]


class Ready:
    """One statement; its parameters are named, and those with a value of their own need not be given."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._forms: dict[str, _Form] = {}
        self.name = b"balai%d" % next(_numbers)

    def form(self, dialect: Dialect) -> _Form:
        """As a store wants it."""
        found = self._forms.get(dialect.name)
        if found is None:
            found = self._forms[dialect.name] = self._made(dialect)
        return found

    def _made(self, dialect: Dialect) -> _Form:
        made: Any = self._statement.compile(dialect=dialect)  # type: ignore[attr-defined]  # every statement has it
        binds = {name: bind for bind, name in made.bind_names.items()}
        fixed = {name: bind.value for name, bind in binds.items() if not bind.required}
        columns = made._result_columns or []
        return _Form(
            str(made),
            made.positiontup or list(dict.fromkeys(_NAMED.findall(str(made)))),
            fixed,
            {name: _change_in(bind.type, dialect) for name, bind in binds.items()},
            [column.keyname for column in columns],
            [column.type._cached_result_processor(dialect, None) for column in columns],
        )


class ReadyEach(Ready):
    """A question about each of the texts in the parameter `name`, to which a column `column` belongs.

    PostgreSQL goes from text to text: it might else, with a plan that was made while the table was empty, read all that
    a village has and pick them out.
    """

    def __init__(self, statement: Select[Any], column: ColumnElement[Any], name: str) -> None:
        super().__init__(statement.where(among(column, name)))
        self._bare, self._column, self._name = statement, column, name

    def _made(self, dialect: Dialect) -> _Form:
        form = super()._made(dialect)
        if dialect.name != "postgresql":
            return form
        each = self._bare.where(self._column == literal_column("one.text")).offset(literal_column("0"))
        texts = f"(SELECT DISTINCT unnest(%({self._name})s::text[]) AS text) AS one"
        form.sql = f"SELECT found.* FROM {texts}, LATERAL ({each.compile(dialect=dialect)}) AS found"
        form.names = list(dict.fromkeys(_NAMED.findall(form.sql)))
        return form


class ReadyRows(Ready):
    """Puts any number of rows into a table; told with a list of them."""

    def __init__(self, table: Table) -> None:
        super().__init__(table.insert())
        self._table = table

    def _made(self, dialect: Dialect) -> _Form:
        names = [column.name for column in self._table.columns]
        if dialect.name == "sqlite":
            places = ", ".join("?" * len(names))
            source = f"VALUES ({places})"
        else:
            places = ", ".join(f"%({column.name})s::{_array_of(column.type)}" for column in self._table.columns)
            source = f"SELECT * FROM unnest({places})"
        sql = f"INSERT INTO {self._table.name} ({', '.join(names)}) {source}"
        changes = {column.name: _change_in(column.type, dialect) for column in self._table.columns}
        return _Form(sql, names, {}, changes, [], [])


def _array_of(kind: Any) -> str:
    if isinstance(kind, LargeBinary):
        return "bytea[]"
    if isinstance(kind, Boolean):
        return "boolean[]"
    if isinstance(kind, BigInteger):
        return "bigint[]"
    return "integer[]" if isinstance(kind, Integer) else "text[]"


def _change_in(kind: Any, dialect: Dialect) -> _Change:
    """How a value is written down; of bytes the driver's own way is good enough."""
    if isinstance(kind, LargeBinary):
        return None
    found: _Change = kind._cached_bind_processor(dialect)
    return found


class _Form:
    """A statement in the words of one kind of store."""

    def __init__(
        self,
        sql: str,
        names: Sequence[str],
        fixed: Params,
        changes: Mapping[str, _Change],
        columns: Sequence[str],
        answers: Sequence[_Change],
    ) -> None:
        self.sql, self.names = sql, names
        self._fixed, self._changes = fixed, changes
        self._row = _shape("Row", columns)._make if columns else None
        self._answers = answers if any(answers) else None

    def values(self, params: Params) -> list[Any]:
        """In the order of `names`."""
        found = []
        for name in self.names:
            value = params[name] if name in params else self._fixed[name]
            change = self._changes[name]
            if change is not None:
                value = [change(one) for one in value] if isinstance(value, list) else change(value)
            found.append(value)
        return found

    def rows(self, tuples: Sequence[Sequence[Any]]) -> list[Any]:
        """What came, with names."""
        if self._row is None:
            return []
        answers = self._answers
        if answers is not None:
            changed = [
                [value if change is None else change(value) for change, value in zip(answers, one, strict=True)]
                for one in tuples
            ]
            return list(map(self._row, changed))
        return list(map(self._row, tuples))


def ask(connection: Connection, *said: Said) -> list[list[Any]]:
    """The rows of several statements, on one trip where the store is far."""
    if not said:
        return []
    store: Asking = connection.info[STORE]
    return store.ask(connection, said)


def rows(connection: Connection, statement: Ready, params: Params) -> list[Any]:
    """The rows of one statement."""
    return ask(connection, (statement, params))[0]


def tell(connection: Connection, statement: Ready, params: Params | Sequence[Params]) -> None:
    """A change whose answer nobody looks at, part of the transaction that is under way."""
    store: Asking = connection.info[STORE]
    store.tell(connection, (statement, params))


def foresee(connection: Connection, *said: Said) -> None:
    """Questions that are likely to follow the next one, with nothing told in between: where the store is far they go
    on its trip, and whoever asks them in the same words then has the answer at once. Only a hint."""
    store: Asking = connection.info[STORE]
    store.foresee(connection, said)


def ask_last(connection: Connection, statement: Ready, params: Params) -> Last:
    """A question behind which nothing is told, and whose answer nobody needs before the transaction has ended: it goes
    with the commit."""
    store: Asking = connection.info[STORE]
    return store.ask_last(connection, (statement, params))


def belonging(store: Asking) -> Callable[[Any, Any], None]:
    """Listens to new connections of a store, so that it is found again."""
    return partial(_belongs, store)


def _belongs(store: Asking, _raw: Any, record: Any) -> None:
    record.info[STORE] = store
