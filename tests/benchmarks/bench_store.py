"""What lists and screens ask of the store: ``python -m tests.benchmarks.bench_store [people ...]``.

"first" is the first answer after a write (nothing remembered), "again" the same question once more, which is what
scrolling costs; both beside a plain SQLite file with the same rows.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from app.storage.reading import SqlReading
from app.ui.shown import PAGE
from app.usecases.reading import FamilyFilter, FamilySort
from tests.benchmarks.stores import Stores, Times, build, timed

ROUNDS = 15
Question = Callable[[SqlReading], object]


def _sorted_by(by: str) -> Question:
    return lambda reading: reading.families(FamilyFilter(), FamilySort(by), 0, PAGE)


def _deep(reading: SqlReading) -> object:
    return reading.families(FamilyFilter(), FamilySort(), reading.count_families(FamilyFilter()) // 2, PAGE)


QUESTIONS: Mapping[str, Question] = {
    **{f"sort by {by}": _sorted_by(by) for by in ("name", "address", "members", "status", "changed", "decile")},
    "page in the middle": _deep,
    "filter programme": lambda reading: reading.count_families(FamilyFilter(programme="PKH")),
    "filter warnings": lambda reading: reading.count_families(FamilyFilter(flagged=True)),
    "chips": lambda reading: reading.counts(FamilyFilter()),
    "chips with text": lambda reading: reading.counts(FamilyFilter(text="maria")),
    "places": lambda reading: reading.places(),
    "home": lambda reading: reading.home(),
    "route": lambda reading: reading.route("001", "001"),
    "waiting": lambda reading: reading.waiting(),
    "family": lambda reading: reading.family(reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id),
}


def main() -> None:
    """Prints the figures of each size."""
    for people in [int(size) for size in sys.argv[1:]] or [10_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            stores = build(Path(folder) / "village", people)
            print(f"\n{stores.roster.people} people, published in {stores.built_seconds:.1f} s")
            for name, question in QUESTIONS.items():
                _print(name, stores, question)


def _print(name: str, stores: Stores, question: Question) -> None:
    first, again = measured(stores.reading, question)
    plain_first, plain_again = measured(stores.plain_reading, question)
    print(
        f"{name:20} first p50 {first.at(50):7.2f}  p99 {first.at(99):7.2f} ms ({first.at(50) / plain_first.at(50):.2f}x"
        f" plain)   again p50 {again.at(50):6.2f}  p99 {again.at(99):6.2f} ms"
        f" ({again.at(50) / plain_again.at(50):.2f}x plain)"
    )


def measured(open_reading: Callable[[], SqlReading], question: Question) -> tuple[Times, Times]:
    first, again = [], []
    for _ in range(ROUNDS):
        reading = open_reading()
        first.append(timed(partial(question, reading)))
        again.append(timed(partial(question, reading)))
    return Times.of(first), Times.of(again)


if __name__ == "__main__":
    main()
