"""Windows of the list of families: one query of row numbers an order, then pages of rows by number.

The numbers of one filter and order are kept for as long as nothing is written, so that scrolling, counting and the
chips cost nothing more. SQLite hands them over joined in one text: fetching each row would cost ten times as much.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection

from app.domain.ids import FamilyId
from app.domain.kk import mask_kk
from app.domain.standing import VISIT_STATUSES
from app.storage.clock import HeldTimes, Receipts
from app.storage.entry_rows import in_list
from app.storage.family_times import LastTimes, changed_otherwise, last_times
from app.storage.home import LEFT
from app.storage.latest import Latest
from app.storage.reading_scope import Scope, pairs
from app.storage.search import Found, Search
from app.storage.search_names import unpack
from app.storage.tables import NOT_GIVEN_UP
from app.usecases.reading import FamilyCounts, FamilyElsewhere, FamilyFilter, FamilyRow, FamilySort

_REMEMBERED: Final = 1_000_000
"""Row numbers that remembered orders may hold together (4 MB)."""
_FACETS: Final = 16
_ROWS_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Facet:
    """The families of one base filter that are alike in what the chips count."""

    status: str
    flagged: bool
    open: bool
    families: frozenset[int]


class FamilyWindows:
    """Orders and rows of the list, within what one person may see."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._search = Search()
        self._orders: Latest[tuple[FamilyFilter, FamilySort], Sequence[int]] = Latest(_REMEMBERED, _weight)
        self._bases: Latest[tuple[FamilyFilter, FamilySort], Sequence[int]] = Latest(_REMEMBERED, _weight)
        self._facets: Latest[FamilyFilter, tuple[_Facet, ...]] = Latest(_FACETS)
        self._receipts: Latest[None, Receipts] = Latest(1)

    def count(self, connection: Connection, version: int, which: FamilyFilter) -> int:
        """How many families `which` leaves."""
        found = self._found(connection, version, which)
        if found is None:
            return len(self._base(connection, version, which, FamilySort()))
        return len(self._order(connection, version, which, FamilySort("match")))

    def window(
        self, connection: Connection, version: int, which: FamilyFilter, sort: FamilySort, offset: int, limit: int
    ) -> Sequence[FamilyRow]:
        """Rows `offset` to `offset + limit` of the list."""
        order = self._order(connection, version, which, sort)[offset : offset + limit]
        return self._rows(connection, version, order, self._found(connection, version, which))

    def elsewhere(self, connection: Connection, version: int, text: str, limit: int) -> Sequence[FamilyElsewhere]:
        """The best of those that a text finds outside the scope: name and place alone."""
        found = self.find(connection, version, text) if self._scope.rts else None
        if found is None:
            return ()
        inside = frozenset(self._base(connection, version, FamilyFilter(given_up=True), FamilySort()))
        outside = [n for n in found.families if n not in inside][:limit]
        return [FamilyElsewhere(row.head_name, row.rt, row.rw) for row in self._rows(connection, version, outside)]

    def counts(self, connection: Connection, version: int, which: FamilyFilter) -> FamilyCounts:
        """Counts for the chips."""
        plain = replace(which, statuses=(), flagged=None, flag_code="", with_open_proposals=None)
        base = _textless(plain)
        facets = self._facets.get(version, base, lambda: self._all_facets(connection, base))
        found = self._found(connection, version, plain)
        wanted = None if found is None else frozenset(found.families)
        by_status: Counter[str] = Counter(dict.fromkeys(VISIT_STATUSES, 0))
        flagged = with_open = 0
        for facet in facets:
            size = len(facet.families) if wanted is None else len(facet.families & wanted)
            by_status[facet.status] += size
            flagged += size if facet.flagged else 0
            with_open += size if facet.open else 0
        return FamilyCounts(by_status.total(), dict(by_status), flagged, with_open)

    def flag_codes(self, connection: Connection) -> Sequence[str]:
        """The kinds of warnings that families carry, the most frequent first."""
        inside, values = self._scope.families("family_n")
        rows = connection.exec_driver_sql(
            f"SELECT code FROM flag_view WHERE {inside} GROUP BY code ORDER BY count(DISTINCT family_n) DESC, code",
            values,
        )
        return [str(code) for (code,) in rows]

    def _rows(
        self, connection: Connection, version: int, order: Sequence[int], found: Found | None = None
    ) -> list[FamilyRow]:
        """The rows of these families, in this order."""
        by_number: dict[int, Sequence[Any]] = {}
        for start in range(0, len(order), _ROWS_AT_ONCE):
            some = tuple(order[start : start + _ROWS_AT_ONCE])
            rows = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM family_view WHERE n IN ({_marks(some)})", some)
            by_number.update((row[0], row) for row in rows.all())
        matched = _matched_names(connection, order, found) if found is not None else {}
        told = [_row(by_number[n], matched.get(n, "")) for n in order if n in by_number]
        recorded = [row.id for row in told if row.changed_at_ms]
        last = last_times(connection, self._times(connection, version), recorded) if recorded else {}
        return [_timed(row, last[row.id]) if row.id in last else row for row in told]

    def _times(self, connection: Connection, version: int) -> HeldTimes:
        return HeldTimes(connection, self._receipts.get(version, None, dict))

    def route(self, connection: Connection, version: int, rt: str, rw: str) -> Sequence[FamilyRow]:
        """The families of one RT, those left first, by address."""
        unknown = frozenset(part for part, value in (("rt", rt), ("rw", rw)) if not value)
        where, values = _where(FamilyFilter(rt=rt, rw=rw, without=unknown), self._scope)
        order = connection.exec_driver_sql(f"SELECT n FROM family_view {where} ORDER BY {_ROUTE}", values)
        rows = self._rows(connection, version, [int(n) for (n,) in order])
        attempts = connection.exec_driver_sql(
            "SELECT subject, count(*) FROM entry WHERE kind = 'visit_recorded' AND quarantine = ''"
            " AND subject IN (SELECT value FROM json_each(?)) GROUP BY subject",
            (in_list(row.id for row in rows),),
        )
        made = {str(family): int(count) for family, count in attempts}
        return [replace(row, attempts=made.get(row.id, 0)) for row in rows]

    def find(self, connection: Connection, version: int, text: str) -> Found | None:
        """What a text finds in the whole village; None where it asks for nothing."""
        if not text.strip():
            return None
        found = self._search.find(connection, text, version)
        return found if found.typed.asks else None

    def _found(self, connection: Connection, version: int, which: FamilyFilter) -> Found | None:
        return self.find(connection, version, which.text)

    def _order(self, connection: Connection, version: int, which: FamilyFilter, sort: FamilySort) -> Sequence[int]:
        return self._orders.get(version, (which, sort), lambda: self._arrange(connection, version, which, sort))

    def _arrange(self, connection: Connection, version: int, which: FamilyFilter, sort: FamilySort) -> Sequence[int]:
        found = self._found(connection, version, which)
        if found is None:
            return self._base(connection, version, which, sort)
        if sort.by == "match":
            where, _ = _where(_textless(which), self._scope)
            if not where:
                return found.families
            inside = frozenset(self._base(connection, version, which, FamilySort()))
            return array("i", (n for n in found.families if n in inside))
        wanted = frozenset(found.families)
        return array("i", (n for n in self._base(connection, version, which, sort) if n in wanted))

    def _base(self, connection: Connection, version: int, which: FamilyFilter, sort: FamilySort) -> Sequence[int]:
        """Everything that the filter leaves but for its text."""
        plain = _textless(which)
        return self._bases.get(version, (plain, sort), lambda: self._all_numbers(connection, version, plain, sort))

    def _all_numbers(
        self, connection: Connection, version: int, which: FamilyFilter, sort: FamilySort
    ) -> Sequence[int]:
        where, values = _where(which, self._scope)
        wrong = changed_otherwise(connection, self._times(connection, version)) if sort.by == "changed" else {}
        if wrong:
            inner = f"{_RIGHT_TIMES} {where} ORDER BY {_order_by(sort, 'coalesce(right_ms, changed_at_ms)')}"
            values = (json.dumps(wrong), *values)
        else:
            inner = f"SELECT n FROM family_view {where} ORDER BY {_order_by(sort)}"
        return array("i", unpack(connection.exec_driver_sql(f"SELECT group_concat(n) FROM ({inner})", values).scalar()))

    def _all_facets(self, connection: Connection, which: FamilyFilter) -> tuple[_Facet, ...]:
        where, values = _where(which, self._scope)
        rows = connection.exec_driver_sql(
            f"SELECT status, warnings > 0, open_proposals > 0, group_concat(n) FROM family_view {where}"
            " GROUP BY 1, 2, 3",
            values,
        )
        return tuple(
            _Facet(status, bool(flagged), bool(opened), frozenset(unpack(packed)))
            for status, flagged, opened, packed in rows
        )


def _textless(which: FamilyFilter) -> FamilyFilter:
    """The filter but for its text, which finds more families than a list shows."""
    return replace(which, text="", given_up=which.given_up or bool(which.text.strip()))


def _weight(order: Sequence[int]) -> int:
    return len(order) + 100


_COLUMNS = """
    n, id, head_name, kk, address, dusun, rt, rw, members, decile, programmes, status, open_proposals, warnings,
    changed_at_ms, visited_at_ms, listed
"""


def _row(row: Sequence[Any], matched_name: str) -> FamilyRow:
    _, family, head_name, kk, address, dusun, rt, rw, members, decile, programmes, status, opened, warnings = row[:14]
    changed_at_ms, visited_at_ms, listed = row[14:]
    return FamilyRow(
        FamilyId(family),
        head_name,
        mask_kk(kk),
        address,
        dusun,
        rt,
        rw,
        members,
        decile,
        tuple(programmes.split()),
        status,
        opened,
        warnings,
        changed_at_ms,
        visited_at_ms,
        bool(listed),
        matched_name,
    )


def _timed(row: FamilyRow, last: LastTimes) -> FamilyRow:
    """With times that are possible; a visit that does not hold any more has none. Hardly any row differs."""
    visited_ms = last.visited_ms if row.visited_at_ms else 0
    if (row.changed_at_ms, row.visited_at_ms) == (last.changed_ms, visited_ms):
        return row
    return replace(row, changed_at_ms=last.changed_ms, visited_at_ms=visited_ms)


def _matched_names(connection: Connection, order: Sequence[int], found: Found) -> Mapping[int, str]:
    """The member of each family who fits best what was typed; nobody where the head fits as well."""
    test, values = found.person_test("person_view.norm", "person_view.nik")
    near = {norm: rank for rank, norm in enumerate(found.near, start=1)}
    best: dict[int, tuple[int, bool, str]] = {}
    for start in range(0, len(order), _ROWS_AT_ONCE):
        some = tuple(order[start : start + _ROWS_AT_ONCE])
        rows = connection.exec_driver_sql(
            _PEOPLE.format(test=test, families=_marks(some), near=_marks(found.near)), (*values, *some, *found.near)
        )
        for n, name, norm, is_member, exact in rows.all():
            fit = (0 if exact else near[norm], bool(is_member), str(name))
            if n not in best or fit < best[n]:
                best[n] = fit
    return {n: name if is_member else "" for n, (_, is_member, name) in best.items()}


_PEOPLE = """
    SELECT person_view.family_n, person_view.name, person_view.norm, person_view.name <> family_view.head_name,
        ({test}) AS exact
    FROM family_view CROSS JOIN person_view
    WHERE family_view.n IN ({families}) AND person_view.family_n = family_view.n
        AND (exact OR person_view.norm IN ({near}))
"""


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _where(which: FamilyFilter, scope: Scope) -> tuple[str, tuple[Any, ...]]:
    """The filter but for its text as SQL."""
    tests: list[str] = []
    values: list[Any] = []

    def test(sql: str, *given: object) -> None:
        tests.append(sql)
        values.extend(given)

    if not which.given_up:
        test(NOT_GIVEN_UP)
    for column, wanted in (("dusun", which.dusun), ("rt", which.rt), ("rw", which.rw), ("decile", which.decile)):
        if wanted:
            test(f"{column} = ?", wanted)
    for column in ("dusun", "rt", "rw"):
        if column in which.without:
            test(f"{column} = ''")
    if which.statuses:
        test(f"status IN ({_marks(which.statuses)})", *which.statuses)
    if which.programme:
        test("instr(programmes, ?)", f" {which.programme} ")
    for column, yes in (
        ("warnings", which.flagged),
        ("open_proposals", which.with_open_proposals),
        ("people_without_nik", which.no_nik),
    ):
        if yes is not None:
            test(f"{column} > 0" if yes else f"{column} = 0")
    if which.flag_code:
        test("n IN (SELECT family_n FROM flag_view WHERE code = ?)", which.flag_code)
    for bound in (which.rts, scope.rts):
        if bound:
            sql, given = pairs("rt", "rw", bound)
            test(sql, *given)
    return (f"WHERE {' AND '.join(tests)}" if tests else "", tuple(values))


_STATUS_RANK = "CASE status " + " ".join(f"WHEN '{name}' THEN {n}" for n, name in enumerate(VISIT_STATUSES)) + " END"
_ROUTE = f"status NOT IN ({', '.join(map(repr, LEFT))}), address_key, name_key, n"
_ORDERS_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name_key",),
    "match": ("name_key",),
    "address": ("dusun", "rw", "rt", "address_key"),
    "members": ("members",),
    "status": (_STATUS_RANK,),
    "decile": ("decile_rank",),
}


_RIGHT_TIMES = """
    WITH told AS MATERIALIZED (SELECT CAST(key AS INTEGER) AS whose, value AS right_ms FROM json_each(?))
    SELECT n FROM family_view LEFT JOIN told ON whose = n"""


def _order_by(sort: FamilySort, changed: str = "changed_at_ms") -> str:
    """`changed`: the time by which an order by time goes."""
    down = " DESC" if sort.descending else ""
    first = "decile_rank = 99, " if sort.by == "decile" else ""
    by = (changed,) if sort.by == "changed" else _ORDERS_BY[sort.by]
    keys = ", ".join(f"{key}{down}" for key in by)
    then = "" if sort.by in ("name", "match") else ", name_key"
    return f"{first}{keys}{then}, n"
