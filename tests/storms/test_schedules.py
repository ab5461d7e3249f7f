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

from tests.storms.world import DEEDS, World

steps = st.lists(
    st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 4), st.integers(0, 40), st.integers(0, 40)),
    min_size=3,
    max_size=24,
)


@contextmanager
def world() -> Iterator[World]:
    path = Path(tempfile.mkdtemp())
    made = World(path)
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(path)


def play(happened: list[tuple[int, int, int, int]]) -> None:
    """One schedule from its first step to the calm after it."""
    with world() as village:
        for deed, who, what, much in happened:
            DEEDS[deed](village, who, what, much)
        village.settle_down()
        village.check()


@pytest.fixture(scope="session")
def schedules(request: pytest.FixtureRequest) -> int:
    """How many; ``--schedules`` says."""
    return int(request.config.getoption("--schedules"))


def test_whatever_happens_all_agree_and_nothing_is_lost_or_doubled(schedules: int) -> None:
    @settings(max_examples=schedules, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps)
    def storm(happened: list[tuple[int, int, int, int]]) -> None:
        play(happened)

    storm()
