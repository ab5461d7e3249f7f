"""Names in the store: those that begin with or hold what was typed, and those that are nearly it.

Trigrams stand first in every join (SQLite would otherwise walk the people) and nothing is ordered by FTS5's own rank,
which reads every hit. One- and two-letter words have no trigram: they are looked for at the beginning of names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from app.storage.search_rank import nearest
from app.storage.search_text import Spelling, spellings

_TRIGRAM: Final = 3
_TELLING: Final = 2
"""Trigrams asked for where all must be there: each more costs a walk through all its names."""
_HITS_EXPECTED: Final = 150
"""Names that the question for near ones should bring, as if trigrams fell together by chance; more come in truth."""
_NAMES_RANKED: Final = 600
_BEGIN_SO: Final = (1, 12, 60)
"""Of how many names one begins with the same sign, or the same two: a guess that only orders the questions."""

_decode = msgspec.json.Decoder(list[int]).decode

Families = list[int]
"""Row numbers of families, best first, perhaps with repetitions."""


def beginning_with(connection: Connection, spelling: Spelling) -> Families:
    """Families with a person whose name begins so, in the order of names."""
    return [n for bounds in _beginnings(spelling) for n in _numbers(connection, _IN_RANGE, bounds)]


def bearing(connection: Connection, name_ids: Sequence[int]) -> Families:
    """Families with a person of one of these names, in the order of the names given."""
    marks = ",".join("?" * len(name_ids))
    rows = connection.exec_driver_sql(_BEARING.format(marks=marks), tuple(name_ids)).all()
    found = {name_id: unpack(packed) for name_id, packed in rows}
    return [family for name_id in name_ids for family in found.get(name_id, ())]


class Trigrams:
    """Finds names by the trigrams they hold; remembers how common each is, so that it asks for the telling ones."""

    def __init__(self) -> None:
        self._common: dict[str, int] = {}
        self._counted_at = -1

    def count(self, connection: Connection) -> None:
        """Look how many names hold each trigram, before anything is asked; anew only when the names have grown by a
        tenth, because it only guides."""
        newest = int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM name").scalar_one())
        if self._counted_at < 0 or not self._counted_at <= newest <= self._counted_at * 1.1:
            rows = connection.exec_driver_sql("SELECT term, doc FROM name_trigram")
            self._common = {str(term): int(count) for term, count in rows}
            self._counted_at = newest

    def holding(self, connection: Connection, spelling: Spelling, *, beyond_beginning: bool = False) -> Families:
        """Families with a person in whose name every word stands somewhere; `beyond_beginning` leaves out names of
        :func:`beginning_with`, which are most of those with a common first name."""
        grams = {gram for word in spelling.words for gram in trigrams(word)}
        if not grams:
            return []
        common = self._common
        telling = _all_of(sorted(grams, key=lambda gram: (common.get(gram, 0), gram))[:_TELLING])
        if not beyond_beginning and len(grams) == 1 and spelling.open and len(spelling.words) == 1:
            return _numbers(connection, _HOLDING_GRAM, (telling,))
        tests, values = word_tests(spelling, "name.norm")
        if beyond_beginning:
            for bounds in _beginnings(spelling):
                tests += " AND NOT (name.norm >= ? AND name.norm < ?)"
                values += bounds
        return _numbers(connection, _HOLDING.format(tests=tests), (telling, *values))

    def rarity(self, word: str) -> int:
        """About how many names a word finds, in the commonest of its spellings; of short words, those that begin so."""
        return max(map(self._finds, spellings(word)), default=self._counted_at)

    def _finds(self, spelling: Spelling) -> int:
        grams = [gram for word in spelling.words for gram in trigrams(word)]
        if grams:
            return min(self._common.get(gram, 0) for gram in grams)
        return self._counted_at // _BEGIN_SO[min(len(spelling.text), len(_BEGIN_SO) - 1)]

    def near(self, connection: Connection, typed: str, limit: int) -> Sequence[tuple[int, str]]:
        """At most `limit` (id, levelled name), nearest first; none that is clearly another name."""
        wanted = self._question(typed)
        if not wanted:
            return ()
        keys, norms = connection.exec_driver_sql(_CANDIDATES, (wanted, _NAMES_RANKED)).one()
        return [(key, name) for key, name, _ in nearest(typed, unpack(keys), norms or "", limit)]

    def _question(self, typed: str) -> str:
        """Pairs of trigrams that stand apart, the rarest first: few names come back, the one that was meant among them.

        Two trigrams from two places of a name say more than one rare one, which may be the slip itself.
        """
        common = self._common
        known = [(place, gram) for place, gram in enumerate(trigrams(typed)) if gram in common]
        pairs = {
            tuple(sorted((gram, other))): common[gram] * common[other]
            for n, (place, gram) in enumerate(known)
            for there, other in known[n + 1 :]
            if there - place >= _TRIGRAM and gram != other
        }
        asked: list[str] = []
        left = _HITS_EXPECTED * max(self._counted_at, 1)
        for pair, hits in sorted(pairs.items(), key=lambda item: (item[1], item[0])):
            left -= hits
            if asked and left < 0:
                break
            asked.append(f"({_all_of(pair)})")
        return " OR ".join(asked) or _all_of([gram for _, gram in known])


def trigrams(text: str) -> list[str]:
    """Every three signs in a row, in order."""
    return [text[n : n + _TRIGRAM] for n in range(len(text) - _TRIGRAM + 1)]


def unpack(packed: str | None) -> Families:
    """Row numbers that SQLite joined with commas: ten thousand rows cost a tenth of fetching each."""
    return _decode(f"[{packed}]") if packed else []


def _numbers(connection: Connection, sql: str, values: tuple[str, ...]) -> Families:
    return unpack(connection.exec_driver_sql(sql, values).scalar())


def _beginnings(spelling: Spelling) -> Sequence[tuple[str, str]]:
    """Names that begin so, as ranges: from the first text on, up to before the second."""
    text = spelling.text
    if spelling.open:
        return ((text, _after(text)),)
    return ((text, text + "\0"), (text + " ", text + "!"))


def _after(text: str) -> str:
    """The least text that comes after everything that begins with `text`."""
    return text[:-1] + chr(ord(text[-1]) + 1)


def _quoted(gram: str) -> str:
    return f'"{gram}"'


def _all_of(grams: Sequence[str]) -> str:
    return " AND ".join(_quoted(gram) for gram in dict.fromkeys(grams))


def word_tests(spelling: Spelling, norm: str) -> tuple[str, list[str]]:
    """`Spelling.holds` as SQL with its values: FTS5 knows that trigrams are there, not that they stand together."""
    tests: list[str] = []
    values: list[str] = []
    words = spelling.words
    for n, word in enumerate(words):
        if not spelling.open and n == len(words) - 1:
            tests.append(f"instr(' ' || {norm} || ' ', ?)")
            values.append(f" {word} ")
        elif len(word) < _TRIGRAM:
            tests.append(f"instr(' ' || {norm}, ?)")
            values.append(f" {word}")
        else:
            tests.append(f"instr({norm}, ?)")
            values.append(word)
    return f"({' AND '.join(tests)})", values


def name_tests(spelled: Sequence[Spelling], norm: str) -> tuple[str, list[str]]:
    """As SQL with its values, whether a name would be found by one of these spellings: a word too short for a trigram
    is looked for at the beginning of names alone."""
    tests: list[str] = []
    values: list[str] = []
    for spelling in spelled:
        if any(len(word) >= _TRIGRAM for word in spelling.words):
            sql, given = word_tests(spelling, norm)
        else:
            text = spelling.text
            sql = f"substr({norm}, 1, {len(text)}) = ?" if spelling.open else f"instr({norm} || ' ', ?) = 1"
            given = [text if spelling.open else text + " "]
        tests.append(sql)
        values += given
    return " OR ".join(tests) or "0", values


_IN_RANGE = """
    SELECT group_concat(family_n) FROM (
        SELECT family_n FROM person_view WHERE norm >= ? AND norm < ? ORDER BY norm, family_n)
"""
_HOLDING = """
    SELECT group_concat(person_view.family_n)
    FROM name_fts CROSS JOIN name CROSS JOIN person_view
    WHERE name_fts MATCH ? AND name.id = name_fts.rowid AND {tests} AND person_view.name_id = name.id
"""
_HOLDING_GRAM = """
    SELECT group_concat(person_view.family_n) FROM name_fts CROSS JOIN person_view
    WHERE name_fts MATCH ? AND person_view.name_id = name_fts.rowid
"""
_BEARING = "SELECT name_id, group_concat(family_n) FROM person_view WHERE name_id IN ({marks}) GROUP BY name_id"
_CANDIDATES = """
    SELECT group_concat(id), group_concat(norm, char(10)) FROM (
        SELECT name.id AS id, name.norm AS norm FROM name_fts CROSS JOIN name
        WHERE name_fts MATCH ? AND name.id = name_fts.rowid LIMIT ?)
"""
