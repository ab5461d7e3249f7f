"""How often a misspelt name still brings the one that was meant among the first ten rows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.names import normalise_name
from app.domain.roster import Roster
from app.usecases.reading import FamilyFilter, FamilySort, Reading
from tests.storage.misspelling import misspelt

ROWS = 10


@dataclass(frozen=True)
class Query:
    """One misspelt name and the one that was meant."""

    typed: str
    meant: str


def misspelt_queries(roster: Roster, count: int, seed: int) -> list[Query]:
    """`count` misspelt names of people of the list with at least two words, the same for the same seed."""
    rng = random.Random(seed)
    names = sorted({member.name for _, member in roster.members() if len(member.name.split()) > 1})
    return [Query(misspelt(name, rng), name) for name in (rng.choice(names) for _ in range(count))]


def found(reading: Reading, query: Query) -> bool:
    """Whether one of the first ten rows shows the meant name, in whatever spelling the list has it."""
    rows = reading.families(FamilyFilter(text=query.typed), FamilySort("match"), 0, ROWS)
    meant = normalise_name(query.meant)
    return any(normalise_name(row.matched_name or row.head_name) == meant for row in rows)


def recall(reading: Reading, queries: Sequence[Query]) -> tuple[float, list[Query]]:
    """The share that is found, and those that are not."""
    missed = [query for query in queries if not found(reading, query)]
    return 1 - len(missed) / len(queries), missed
