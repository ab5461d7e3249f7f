"""What is counted over all families after each save is read from indexes alone, without a clock to prove it by."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from app.storage.reading import SqlReading
from app.usecases.reading import FamilyFilter
from tests.storage.laptops import Laptop, family, roster


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop with a list."""
    made = Laptop(tmp_path)
    made.publish(roster(family(number) for number in range(40)))
    return made


def plans(laptop: Laptop, asked: Any) -> list[list[str]]:
    """How SQLite answers each question over groups of families that `asked` puts to the store."""
    told: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        told.append((statement, values))

    event.listen(laptop.database.engine, "before_cursor_execute", hear)
    try:
        asked()
    finally:
        event.remove(laptop.database.engine, "before_cursor_execute", hear)
    groups = [(sql, values) for sql, values in told if "FROM family_view" in sql and "GROUP BY" in sql]
    with laptop.database.read() as connection:
        return [
            [str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all()]
            for sql, values in groups
        ]


def test_the_progress_of_the_village_is_read_from_its_index(laptop: Laptop) -> None:
    reading = SqlReading(laptop.database, laptop.clock)
    for asked in (reading.home, reading.places):
        (plan,) = plans(laptop, asked)
        assert plan[0] == "SCAN family_view USING COVERING INDEX family_view_place", plan


def test_the_chips_are_counted_in_the_order_of_their_index(laptop: Laptop) -> None:
    reading = SqlReading(laptop.database, laptop.clock)
    (plan,) = plans(laptop, lambda: reading.counts(FamilyFilter()))
    assert plan[0] == "SCAN family_view USING INDEX family_view_chips", plan
    assert not any("TEMP B-TREE" in step for step in plan), "nothing is sorted anew"
