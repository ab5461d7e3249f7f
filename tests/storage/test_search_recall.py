from __future__ import annotations

from pathlib import Path

from app.practice.village import generate
from app.storage.reading import SqlReading
from tests.storage.laptops import Laptop
from tests.storage.recall import misspelt_queries, recall

FAMILIES, QUERIES = 300, 120


def test_nine_of_ten_misspelt_names_are_among_the_first_ten_rows(tmp_path: Path) -> None:
    village = generate(7, FAMILIES)
    laptop = Laptop(tmp_path)
    laptop.publish(village.roster)

    share, missed = recall(SqlReading(laptop.database, laptop.clock), misspelt_queries(village.roster, QUERIES, 11))

    assert share >= 0.95, missed


def test_misspelt_queries_are_the_same_for_the_same_seed() -> None:
    village = generate(7, 30).roster

    assert misspelt_queries(village, 20, 1) == misspelt_queries(village, 20, 1)
    assert misspelt_queries(village, 20, 1) != misspelt_queries(village, 20, 2)
    assert all(query.typed.casefold() != query.meant.casefold() for query in misspelt_queries(village, 50, 3))
