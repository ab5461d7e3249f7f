"""Finding families as somebody types: by names, numbers, address and RT, the best first."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from app.storage.entry_rows import in_list
from app.storage.latest import Latest
from app.storage.search_keys import house_number_key
from app.storage.search_names import Families, Trigrams, bearing, beginning_with, name_tests, unpack, word_tests
from app.storage.search_text import NUMBER_RUN, Spelling, Typed, before_bin, spellings, understand

ENOUGH: Final = 10
"""With fewer families found than this, names that are nearly it are shown behind them."""
NEAR_NAMES: Final = 20
_LEAST_FOR_NEAR: Final = 4
_LEAST_FOR_ADDRESS: Final = 3
_REMEMBERED: Final = 2_000_000
"""Row numbers that remembered answers may hold together: 8 MB, reached only by the largest villages."""
_ANSWER_ITSELF: Final = 100


@dataclass(frozen=True, slots=True)
class Found:
    """What one text finds."""

    families: array[int]
    """Row numbers, best first, each once."""
    typed: Typed
    near: tuple[str, ...] = ()
    """Levelled names that are shown because they are nearly what was typed, nearest first."""

    def person_test(self, norm: str, nik: str) -> tuple[str, tuple[str, ...]]:
        """SQL, with its values, of whether a person's columns hold what was typed itself (not only nearly)."""
        tests: list[str] = []
        values: list[str] = []
        for spelling in self.typed.names:
            sql, given = word_tests(spelling, norm)
            tests.append(sql)
            values.extend(given)
        for digits in self.typed.numbers:
            tests.append(f"instr({nik}, ?)" + (" = 1" if len(digits) < NUMBER_RUN else ""))
            values.append(digits)
        return " OR ".join(tests) or "0", tuple(values)


class Search:
    """Answers texts against the view tables; remembers the last answers for as long as nothing is written."""

    def __init__(self) -> None:
        self._names = Trigrams()
        self._found: Latest[str, Found] = Latest(_REMEMBERED, lambda found: len(found.families) + _ANSWER_ITSELF)
        self._streets: Latest[str, tuple[str, ...]] = Latest(1)

    def find(self, connection: Connection, text: str, version: int) -> Found:
        """All families that `text` finds; `version` is the store's, seen on the same connection."""
        return self._found.get(
            version, " ".join(text.casefold().split(" ")), lambda: self._look(connection, text, version)
        )

    def _look(self, connection: Connection, text: str, version: int) -> Found:
        typed = understand(text)
        told = [_in_place(connection, typed)] if typed.rt or typed.rw else []
        told += [_with_number(connection, digits) for digits in typed.numbers]
        told += [_with_house_number(connection, number) for number in typed.house_numbers]
        if typed.names:
            self._names.count(connection)
            kept = [set(some) for some in told]
            found, near = self._by_words(connection, typed, kept, version)
            return Found(array("i", found), typed, near)
        # The order of the first is the order of the answer, the others only take away from it.
        kept = [set(some) for some in told[1:]]
        return Found(array("i", _each_once(told[0] if told else (), kept)), typed)

    def _by_words(
        self, connection: Connection, typed: Typed, kept: list[set[int]], version: int
    ) -> tuple[Collection[int], tuple[str, ...]]:
        found = self._by_names(connection, typed.names)
        # A street of two letters ("km 5", "jl 12") is looked for where a house number narrows it down.
        found += self._at_address(
            connection, typed.address, version, least=1 if typed.house_numbers else _LEAST_FOR_ADDRESS
        )
        so_far = _each_once(found, kept)
        if len(so_far) >= ENOUGH:
            return so_far, ()
        if not so_far and len(typed.address) > 1:
            found += self._by_names(connection, before_bin(typed.names))
            so_far = _each_once(found, kept)
            if len(so_far) >= ENOUGH:
                return so_far, ()
            found += self._spread(connection, typed, version)
        best = typed.names[0].text
        if len(best) < _LEAST_FOR_NEAR:
            return _each_once(found, kept), ()
        names = self._names.near(connection, best, NEAR_NAMES)
        if names:
            found += bearing(connection, [name_id for name_id, _ in names])
        return _each_once(found, kept), tuple(norm for _, norm in names)

    def _by_names(self, connection: Connection, names: Sequence[Spelling]) -> Families:
        """Those whose name begins so in front of those whose name holds it."""
        beginning = [n for spelling in names for n in beginning_with(connection, spelling)]
        rest = (self._names.holding(connection, spelling, beyond_beginning=True) for spelling in names)
        return beginning + [n for some in rest for n in some]

    def _spread(self, connection: Connection, typed: Typed, version: int) -> Families:
        """Families of which every word is true somewhere: one member's name, another's, or the address.

        The rarest word is looked up first; where it leaves few, the others are read in these families alone.
        """
        last = len(typed.address) - 1
        words = [word if n == last else word + " " for n, word in enumerate(typed.address)]
        words.sort(key=self._names.rarity)
        found: set[int] | None = None
        for n, word in enumerate(words):
            if found is not None and len(found) <= _FEW:
                return sorted(_with_all_words(connection, found, words[n:]))
            here = set(self._at_address(connection, (word.strip(),), version))
            for spelling in spellings(word):
                here.update(self._names.holding(connection, spelling) or beginning_with(connection, spelling))
            found = here if found is None else found & here
            if not found:
                return []
        return sorted(found or ())

    def _at_address(
        self, connection: Connection, words: tuple[str, ...], version: int, least: int = _LEAST_FOR_ADDRESS
    ) -> Families:
        if sum(map(len, words)) < least:
            return []
        streets = self._streets.get(version, "", lambda: _all_streets(connection))
        hits = [street for street in streets if all(f" {word}" in f" {street}" for word in words)]
        found: Families = []
        for start in range(0, len(hits), _STREETS_AT_ONCE):
            some = hits[start : start + _STREETS_AT_ONCE]
            marks = ",".join("?" * len(some))
            found += unpack(connection.exec_driver_sql(_IN_STREETS.format(marks=marks), tuple(some)).scalar())
        return found


_FEW: Final = 400
"""Families whose names and streets are read sooner than all families of a common word are found."""
_STREETS_AT_ONCE: Final = 10_000


def _with_all_words(connection: Connection, families: set[int], words: Sequence[str]) -> Families:
    """Those of a few families in which each word stands in a name or in the street, by the rules of all."""
    tests: list[str] = []
    values: list[str] = []
    for word in words:
        named, given = name_tests(spellings(word), "norm")
        values += given
        tests.append(_IN_A_NAME.format(tests=named))
        if len(word.strip()) >= _LEAST_FOR_ADDRESS:
            tests[-1] = f"({tests[-1]} OR instr(' ' || street, ?))"
            values.append(f" {word.strip()}")
    sql = _FEW_WITH.format(tests=" AND ".join(tests))
    return unpack(connection.exec_driver_sql(sql, (in_list(families), *values)).scalar())


def _each_once(found: Iterable[int], kept: list[set[int]]) -> Collection[int]:
    once = dict.fromkeys(found)
    if not kept:
        return once
    return [n for n in once if all(n in some for some in kept)]


def _all_streets(connection: Connection) -> tuple[str, ...]:
    return tuple(street for (street,) in connection.exec_driver_sql(_STREETS))


def _with_number(connection: Connection, digits: str) -> Families:
    """By the beginning of NIK and KK; from `NUMBER_RUN` digits on by their date and serial too, at last by any run."""
    until = digits + ":"
    found = _by_beginning(connection, digits, until)
    if len(digits) >= NUMBER_RUN:
        for statement in _PARTS:
            found += unpack(connection.exec_driver_sql(statement, (digits, until)).scalar())
        if not found:
            for statement in _ANYWHERE:
                found += unpack(connection.exec_driver_sql(statement, (digits,)).scalar())
    return found


def _by_beginning(connection: Connection, digits: str, until: str) -> Families:
    """Where most cards begin so (the code of the region), only the families of the others are asked for their NIKs."""
    found = unpack(connection.exec_driver_sql(_KK, (digits, until)).scalar())
    families = connection.exec_driver_sql("SELECT count(*) FROM family_view").scalar_one()
    if len(found) * 2 <= families:
        return found + unpack(connection.exec_driver_sql(_NIK, (digits, until)).scalar())
    for statement, bound in ((_NIK_BEFORE, digits), (_NIK_BEHIND, until)):
        found += unpack(connection.exec_driver_sql(statement, (bound, digits, until)).scalar())
    return found


def _with_house_number(connection: Connection, number: str) -> Families:
    key = f" {house_number_key(number)} "
    return unpack(connection.exec_driver_sql(_HOUSE_NUMBER, (key,)).scalar())


def _in_place(connection: Connection, typed: Typed) -> Families:
    if not typed.rt:
        return unpack(connection.exec_driver_sql(_IN_RW, (typed.rw,)).scalar())
    if not typed.rw:
        return unpack(connection.exec_driver_sql(_IN_RT, (typed.rt,)).scalar())
    return unpack(connection.exec_driver_sql(_IN_RT_RW, (typed.rt, typed.rw)).scalar())


# Distinct streets by leaps from one to the next in the index: a hundred leaps instead of thirty thousand rows.
_STREETS = """
    WITH RECURSIVE leap (street) AS (
        SELECT min(street) FROM family_view
        UNION ALL
        SELECT (SELECT min(street) FROM family_view WHERE street > leap.street) FROM leap WHERE leap.street IS NOT NULL
    )
    SELECT street FROM leap WHERE street IS NOT NULL AND street <> ''
"""
_IN_A_NAME = "EXISTS (SELECT 1 FROM person_view WHERE family_n = family_view.n AND ({tests}))"
_FEW_WITH = "SELECT group_concat(n) FROM family_view WHERE n IN (SELECT value FROM json_each(?)) AND {tests}"
_IN_STREETS = "SELECT group_concat(n) FROM (SELECT n FROM family_view WHERE street IN ({marks}))"


def _range(table: str, column: str, family: str) -> str:
    return f"SELECT group_concat({family}) FROM {table} WHERE {column} >= ? AND {column} < ?"


_KK = _range("family_view", "kk", "n")
_NIK = _range("person_view", "nik", "family_n")
_NIK_BESIDE = """
    SELECT group_concat(n) FROM family_view
    WHERE {where} AND EXISTS (
        SELECT 1 FROM person_view WHERE person_view.family_n = family_view.n AND nik >= ? AND nik < ?)
"""
_NIK_BEFORE, _NIK_BEHIND = _NIK_BESIDE.format(where="kk < ?"), _NIK_BESIDE.format(where="kk >= ?")
_PARTS = (
    _range("person_view", "substr(nik, 7)", "family_n"),
    _range("family_view", "substr(kk, 7)", "n"),
    _range("person_view", "substr(nik, 13)", "family_n"),
    _range("family_view", "substr(kk, 13)", "n"),
)
_ANYWHERE = (
    "SELECT group_concat(family_n) FROM person_view WHERE instr(nik, ?)",
    "SELECT group_concat(n) FROM family_view WHERE instr(kk, ?)",
)
_HOUSE_NUMBER = "SELECT group_concat(n) FROM family_view WHERE instr(' ' || address_key || ' ', ?)"
_IN_RT = "SELECT group_concat(n) FROM (SELECT n FROM family_view WHERE rt = ? ORDER BY rw, address_key)"
_IN_RW = "SELECT group_concat(n) FROM (SELECT n FROM family_view WHERE rw = ? ORDER BY rt, address_key)"
_IN_RT_RW = "SELECT group_concat(n) FROM (SELECT n FROM family_view WHERE rt = ? AND rw = ? ORDER BY address_key)"
