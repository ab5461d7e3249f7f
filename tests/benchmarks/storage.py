"""Typing, the store's questions, a list coming in: the figures of the single parts in the common table.

python -m tests.benchmarks.storage typing PEOPLE | questions PEOPLE | intake PEOPLE
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from python_calamine import CalamineWorkbook

from app.sheets.intake import read_list
from app.shelf.headers import load_headers
from app.shelf.regions import load_regions
from tests.benchmarks import bench_search, bench_store
from tests.benchmarks.bench_import import grown, seconds
from tests.benchmarks.figures import Figure, tell
from tests.benchmarks.stores import build
from tests.storage.recall import misspelt_queries, recall

PLAIN = "plain SQLite file"


def typing(people: int) -> Iterator[Figure]:
    """Each key asks for the count and the first page, without a screen."""
    with tempfile.TemporaryDirectory() as folder:
        stores = build(Path(folder) / "village", people)
        texts = list(bench_search.texts_typed(stores.roster))
        gc.collect()
        ours = bench_search.typed(stores.reading(), texts)["all"]
        plain = bench_search.typed(stores.plain_reading(), texts)["all"]
        goal = 5.0 if people >= 100_000 else None
        yield Figure(f"key in storage, {people:,} people, p99", ours.at(99), "ms", goal, PLAIN, plain.at(99))
        yield Figure(f"key in storage, {people:,} people, p50", ours.at(50), "ms", None, PLAIN, plain.at(50))
        if people <= 10_000:
            queries = misspelt_queries(stores.roster, bench_search.QUERIES, bench_search.SEED)
            share, _ = recall(stores.reading(), queries)
            yield Figure(f"misspelt names found in ten rows, {people:,} people", share, "", 0.9, at_least=True)


def questions(people: int) -> Iterator[Figure]:
    """What the screens ask for the first time after a write: nothing is remembered."""
    with tempfile.TemporaryDirectory() as folder:
        stores = build(Path(folder) / "village", people)
        yield Figure(f"a list published into the store, {people:,} people", stores.built_seconds, "s")
        for name in ("sort by name", "page in the middle", "chips", "places", "home", "family"):
            question = bench_store.QUESTIONS[name]
            ours, _ = bench_store.measured(stores.reading, question)
            plain, _ = bench_store.measured(stores.plain_reading, question)
            yield Figure(f"{name}, {people:,} people, p50", ours.at(50), "ms", None, PLAIN, plain.at(50))


def intake(people: int) -> Iterator[Figure]:
    """From the XLSX to families and warnings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        grown(path, people)
        regions, headers, day = load_regions(), load_headers(), date(2026, 11, 23)
        read = seconds(lambda: read_list(path, None, regions, headers, lambda done: None, lambda: False, day))
        bare = seconds(lambda: CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())
        goal = 5.0 if people == 10_000 else None
        yield Figure(f"import of {people:,} rows from XLSX", read, "s", goal, "bare cells by calamine", bare)
        yield Figure("longest without a word of progress or a chance to stop", _silence(path), "s", 0.5)


def _silence(path: Path) -> float:
    """The longest time between two moments at which the reader says how far it is or asks whether to stop."""
    heard = [time.perf_counter()]

    def tell_progress(_: float) -> None:
        heard.append(time.perf_counter())

    def asked() -> bool:
        heard.append(time.perf_counter())
        return False

    read_list(path, None, load_regions(), load_headers(), tell_progress, asked, date(2026, 11, 23))
    heard.append(time.perf_counter())
    return max(now - before for before, now in pairwise(heard))


PARTS: dict[str, Callable[[int], Iterator[Figure]]] = {"typing": typing, "questions": questions, "intake": intake}


if __name__ == "__main__":
    tell(PARTS[sys.argv[1]](int(sys.argv[2])))
