"""Typing into the search field: ``python -m tests.benchmarks.bench_search [people ...]``.

Each keystroke asks for the count and the first page of rows, as the screen does, on the encrypted store and on a
plain SQLite file with the same rows. Goal: p99 under 5 ms at 100,000 people; recall at ten rows of 0.9 at 10,000.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.domain.roster import Roster
from app.storage.reading import SqlReading
from app.ui.shown import PAGE
from app.usecases.reading import FamilyFilter, FamilySort
from tests.benchmarks.stores import Stores, Times, build, timed
from tests.storage.misspelling import misspelt
from tests.storage.recall import misspelt_queries, recall

TEXTS, QUERIES, SEED = 400, 400, 3
BY_MATCH = FamilySort("match")


def main() -> None:
    """Prints the figures of each size."""
    for people in [int(size) for size in sys.argv[1:]] or [10_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            stores = build(Path(folder) / "village", people)
            print(f"\n{stores.roster.people} people, {len(stores.roster.families)} families")
            _typing(stores)
            share, _ = recall(stores.reading(), misspelt_queries(stores.roster, QUERIES, SEED))
            print(f"recall at ten rows, {QUERIES} misspelt names: {share:.3f}")


def _typing(stores: Stores) -> None:
    texts = list(texts_typed(stores.roster))
    encrypted, plain = typed(stores.reading(), texts), typed(stores.plain_reading(), texts)
    for kind, times in encrypted.items():
        beside = plain[kind]
        print(
            f"{kind:10} {len(times.sorted_ms):6} keys  p50 {times.at(50):6.2f}  p99 {times.at(99):6.2f}"
            f"  max {times.at(100):6.2f} ms   to plain SQLite: p50 {times.at(50) / beside.at(50):.2f}x"
            f"  p99 {times.at(99) / beside.at(99):.2f}x"
        )


def typed(reading: SqlReading, texts: list[tuple[str, str]]) -> dict[str, Times]:
    """Milliseconds of each keystroke by kind of text; the first use of the store is not counted."""
    reading.count_families(FamilyFilter(text="zzzzz"))
    times: dict[str, list[float]] = defaultdict(list)
    for kind, text in texts:
        for end in range(1, len(text) + 1):
            which = FamilyFilter(text=text[:end])
            spent = timed(partial(_answer, reading, which))
            times[kind].append(spent)
            times["all"].append(spent)
    return {kind: Times.of(spent) for kind, spent in times.items()}


def _answer(reading: SqlReading, which: FamilyFilter) -> None:
    reading.count_families(which)
    reading.families(which, BY_MATCH, 0, PAGE)


def texts_typed(roster: Roster) -> Iterator[tuple[str, str]]:
    """What officials look for: mostly names, a quarter of them misspelt; numbers; addresses."""
    rng = random.Random(SEED)
    people = [(family, member) for family in roster.families for member in family.members]
    for _ in range(TEXTS):
        family, member = rng.choice(people)
        kind = rng.choices(("name", "misspelt", "number", "address"), (55, 25, 13, 7))[0]
        text = {
            "name": member.name,
            "misspelt": misspelt(member.name, rng),
            "number": rng.choice((member.nik, family.kk)),
            "address": family.address,
        }[kind]
        if text:
            yield kind, text


if __name__ == "__main__":
    main()
