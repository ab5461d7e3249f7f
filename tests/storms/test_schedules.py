"""Any mix of roads and accidents ends with the same truth everywhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.postgres import NewDatabase
from tests.storms.ground import GROUNDS
from tests.storms.kept import REGRESSIONS
from tests.storms.schedules import CHANCES, FEWEST, MOST, MUCH, WHO, Step, play

FEW: Final = 12
steps = st.lists(
    st.tuples(st.sampled_from(CHANCES), st.integers(0, WHO - 1), st.integers(0, MUCH - 1), st.integers(0, MUCH - 1)),
    min_size=FEWEST,
    max_size=MOST,
)


@pytest.fixture(scope="session")
def schedules(request: pytest.FixtureRequest) -> settings:
    """How many, and the same ones always; where ``--schedules`` asks for some, others each time."""
    asked = request.config.getoption("--schedules")
    steady = asked is None or bool(os.environ.get("CI"))
    many = int(asked or FEW)
    return settings(max_examples=many, derandomize=steady, deadline=None, suppress_health_check=list(HealthCheck))


def test_whatever_happens_all_agree_and_nothing_is_lost_or_doubled(
    schedules: settings, new_database: NewDatabase
) -> None:
    @schedules
    @given(st.integers(0, GROUNDS - 1), steps)
    def storm(ground: int, happened: Sequence[Step]) -> None:
        play((ground, happened), new_database)

    storm()


def test_a_village_without_any_line_ends_alike_too(schedules: settings, new_database: NewDatabase) -> None:
    @schedules
    @given(st.integers(0, GROUNDS - 1), steps)
    def storm(ground: int, happened: Sequence[Step]) -> None:
        play((ground, happened), new_database, lines=False)

    storm()


@pytest.mark.parametrize("name", REGRESSIONS)
def test_a_storm_that_once_ended_badly_ends_well(name: str, new_database: NewDatabase) -> None:
    play(REGRESSIONS[name], new_database)
