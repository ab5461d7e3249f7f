"""Any mix of roads and accidents ends with the same truth everywhere."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.postgres import NewDatabase
from tests.storms.world import DEEDS, World

steps = st.lists(
    st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 4), st.integers(0, 40), st.integers(0, 40)),
    min_size=3,
    max_size=24,
)


@contextmanager
def world(new_database: NewDatabase = lambda: "") -> Iterator[World]:
    path = Path(tempfile.mkdtemp())
    made = World(path, new_database)
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(path)


def play(happened: list[tuple[int, int, int, int]], new_database: NewDatabase = lambda: "") -> None:
    """One schedule from its first step to the calm after it."""
    with world(new_database) as village:
        for deed, who, what, much in happened:
            DEEDS[deed](village, who, what, much)
        village.settle_down()
        village.check()


@pytest.fixture(scope="session")
def schedules(request: pytest.FixtureRequest) -> int:
    """How many; ``--schedules`` says."""
    return int(request.config.getoption("--schedules"))


def test_whatever_happens_all_agree_and_nothing_is_lost_or_doubled(schedules: int, new_database: NewDatabase) -> None:
    @settings(max_examples=schedules, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps)
    def storm(happened: list[tuple[int, int, int, int]]) -> None:
        play(happened, new_database)

    storm()


REGRESSIONS = {
    "a twin of a twin writes into a chain that the first twin has left": [
        ("clone", 4, 8, 23), ("work", 4, 0, 30), ("meet", 1, 14, 40), ("exchange", 4, 24, 0), ("work", 1, 37, 2),
        ("clone", 3, 8, 23),
    ],
    "a third laptop holds the end of a chain that its own laptop wrote otherwise": [
        ("exchange", 3, 3, 10), ("work", 2, 7, 34), ("work", 1, 28, 16), ("exchange_killed", 3, 10, 36),
        ("meet", 1, 31, 39), ("meet", 4, 21, 12), ("work", 4, 2, 38), ("fetch_stick", 4, 5, 37), ("exchange", 2, 4, 18),
        ("read_stick", 2, 8, 40), ("work", 3, 14, 6), ("clone", 0, 20, 22), ("meet", 0, 5, 23), ("exchange", 3, 40, 9),
    ],
    "the district wrote on before it heard of what it had lost": [
        ("exchange", 0, 31, 7), ("meet", 1, 31, 15), ("copy_hub", 4, 29, 1), ("exchange", 2, 33, 17),
        ("fetch_stick", 1, 33, 25), ("bring_stick", 4, 3, 4), ("exchange", 1, 6, 22), ("write_stick", 2, 20, 27),
        ("restore_hub", 1, 16, 9), ("work", 3, 11, 12), ("fetch_stick", 4, 39, 5), ("write_stick", 1, 13, 38),
    ],
    "a restored laptop goes on while others hold its later work": [
        ("work", 1, 19, 40), ("clone", 0, 36, 12), ("copy", 4, 20, 11), ("restore", 2, 32, 30), ("copy", 0, 40, 6),
        ("fetch_stick", 1, 10, 39), ("killed", 0, 4, 25), ("clone", 0, 32, 40), ("exchange", 0, 34, 11),
        ("work", 4, 14, 27), ("restore", 3, 27, 31), ("work", 3, 18, 10),
    ],
    "the district is restored three times": [
        ("exchange", 1, 9, 35), ("copy_hub", 1, 12, 6), ("exchange_cut", 0, 35, 38), ("restore_hub", 2, 5, 37),
        ("exchange", 1, 33, 30), ("clone", 3, 36, 1), ("meet", 1, 0, 14), ("fetch_stick", 3, 40, 23),
        ("work", 4, 12, 19), ("exchange", 4, 26, 32), ("meet", 4, 21, 39), ("restore_hub", 1, 30, 21),
        ("bring_stick", 2, 30, 15), ("copy", 0, 0, 28), ("restore", 0, 29, 3), ("restore_hub", 1, 35, 36),
    ],
    "a twin without a line has sealed otherwise under the number that the district holds": [
        ("clone", 2, 34, 6), ("meet", 1, 23, 34), ("meet", 3, 32, 36),
    ],
    "a receipt names what the district lost and has now from a twin": [
        ("copy_hub", 2, 33, 11), ("clone", 2, 14, 31), ("exchange_cut", 0, 32, 31), ("exchange", 3, 1, 40),
        ("restore_hub", 0, 7, 38),
    ],
    "a twin without a line hears of its chain only what stands behind its own end": [
        ("clone", 2, 4, 2), ("meet", 2, 1, 17), ("work", 3, 26, 31), ("exchange_cut", 3, 16, 12),
        ("exchange", 0, 29, 23), ("meet", 0, 36, 27),
    ],
    "the district is restored to a moment before a photo came, and has all words": [
        ("work", 0, 34, 38), ("exchange_killed", 3, 13, 24), ("copy_hub", 2, 1, 35), ("exchange", 0, 3, 29),
        ("restore_hub", 1, 3, 39),
    ],
}  # fmt: skip
"""Storms that once ended badly, cut to what mattered."""


@pytest.mark.parametrize("name", REGRESSIONS)
def test_a_storm_that_once_ended_badly_ends_well(name: str, new_database: NewDatabase) -> None:
    named = {deed.__name__: number for number, deed in enumerate(DEEDS)}
    play([(named[deed], who, what, much) for deed, who, what, much in REGRESSIONS[name]], new_database)


SINGLE_FAULTS = ("exchange_cut", "exchange_killed", "killed", "clone", "restore", "restore_hub", "clock")


@pytest.mark.parametrize("fault", SINGLE_FAULTS)
def test_after_a_single_fault_two_attempts_are_enough(fault: str, new_database: NewDatabase) -> None:
    with world(new_database) as village:
        for who in (0, 1):
            village.work(who, 1, 5)
            village.exchange(who, 0, 0)
        village.copy(0, 0, 0)
        village.copy_hub(0, 0, 0)
        village.work(0, 1, 5)
        village.exchange(0, 0, 0)
        village.work(0, 2, 5)
        getattr(World, fault)(village, 0, 3, 7)
        laptop = village.laptops[0]
        laptop.wall.wrong_by_ms = 0
        laptop.exchange()
        second = laptop.exchange()
        assert (second.photos_left, second.quarantined) == (0, ())
        third = laptop.exchange()
        assert (third.sent_entries, third.received_entries) == (0, 0)
        village.settle_down()
        village.check()
