from __future__ import annotations

from pathlib import Path

import pytest

from app.practice.village import generate
from app.storage.reading import SqlReading
from tests.storage.laptops import Laptop
from tests.storage.recall import misspelt_queries, recall


@pytest.mark.parametrize(
    ("families", "people", "queries", "least"), [(300, 1_200, 120, 0.95), (2_400, 10_000, 400, 0.9)]
)
def test_nine_of_ten_misspelt_names_are_among_the_first_ten_rows(
    tmp_path: Path, families: int, people: int, queries: int, least: float
) -> None:
    village = generate(7, families)
    assert village.roster.people >= people
    laptop = Laptop(tmp_path)
    laptop.publish(village.roster)

    share, missed = recall(SqlReading(laptop.database, laptop.clock), misspelt_queries(village.roster, queries, 11))

    assert share >= least, missed


def test_misspelt_queries_are_the_same_for_the_same_seed() -> None:
    village = generate(7, 30).roster

    assert misspelt_queries(village, 20, 1) == misspelt_queries(village, 20, 1)
    assert misspelt_queries(village, 20, 1) != misspelt_queries(village, 20, 2)
    assert all(query.typed.casefold() != query.meant.casefold() for query in misspelt_queries(village, 50, 3))
