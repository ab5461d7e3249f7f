"""Failing often means waiting; succeeding forgives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from app.domain.errors import Refused
from app.hub.database import OFFICE, HubDatabase, open_database
from app.hub.limits import FORGOTTEN_MS, FREE_TRIES, MOST_NAMES, Limits
from app.hub.tables import attempt
from tests.postgres import NewDatabase


class Hands:
    """A clock that stands."""

    def __init__(self) -> None:
        self.now = 1_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def database(tmp_path: Path, new_database: NewDatabase) -> Iterator[HubDatabase]:
    found = open_database(new_database() or tmp_path / "hub.db")
    yield found
    found.close()


@pytest.mark.both_stores
def test_each_failure_beyond_the_free_ones_doubles_the_wait(database: HubDatabase, clock: Hands) -> None:
    limits = Limits(database, clock)
    for _ in range(FREE_TRIES):
        limits.check("siti")
        limits.failed("siti")
    with pytest.raises(Refused) as refused:
        limits.check("siti")
    assert refused.value.facts["wait_seconds"] == 3
    clock.now += 2_100
    limits.check("siti")
    limits.failed("siti")
    clock.now += 2_900
    with pytest.raises(Refused):
        limits.check("siti", "somebody else")
    limits.check("somebody else")


@pytest.mark.both_stores
def test_success_forgives_and_so_does_a_day(database: HubDatabase, clock: Hands) -> None:
    limits = Limits(database, clock)
    for name in ("siti", "ani"):
        for _ in range(30):
            limits.failed(name)
    limits.succeeded("siti")
    limits.check("siti")
    with pytest.raises(Refused) as refused:
        limits.check("ani")
    assert refused.value.facts["wait_seconds"] == 901
    clock.now += FORGOTTEN_MS + 1
    limits.failed("somebody else")
    for _ in range(FREE_TRIES):
        limits.check("ani")
        limits.failed("ani")


def test_a_clock_set_back_makes_nobody_wait_longer(database: HubDatabase, clock: Hands) -> None:
    limits = Limits(database, clock)
    for _ in range(FREE_TRIES):
        limits.failed("siti")
    clock.now -= 500_000
    with pytest.raises(Refused) as refused:
        limits.check("siti")
    assert refused.value.facts["wait_seconds"] == 3


@pytest.mark.both_stores
def test_processes_count_together_and_a_try_that_runs_counts_already(
    tmp_path: Path, new_database: NewDatabase, clock: Hands
) -> None:
    where = new_database() or tmp_path / "hub.db"
    one, other = open_database(where), open_database(where)
    for number in range(FREE_TRIES):
        Limits(one if number % 2 else other, clock).begin("siti")
    for database in (one, other):
        with pytest.raises(Refused):
            Limits(database, clock).begin("siti")
    Limits(other, clock).succeeded("siti")
    Limits(one, clock).begin("siti")
    one.close()
    other.close()


def test_many_names_do_not_fill_the_disk(database: HubDatabase, clock: Hands) -> None:
    rows = [{"name": str(number), "failures": 1, "last_ms": clock.now - number} for number in range(MOST_NAMES)]
    with database.write(OFFICE) as connection:
        connection.execute(insert(attempt), rows)
    Limits(database, clock).failed("siti")
    with database.read() as connection:
        names = set(connection.execute(select(attempt.c.name)).scalars())
        assert connection.execute(select(func.count()).select_from(attempt)).scalar() == MOST_NAMES
    assert str(MOST_NAMES - 1) not in names
    assert "0" in names
