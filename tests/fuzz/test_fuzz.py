"""Whatever is done to a message, its reader says a value or a problem of the catalogue, soon and in little memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.harness import check, read
from tests.fuzz.mutate import STEPS
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.world import world

_steps = st.lists(
    st.tuples(st.integers(0, len(STEPS) - 1), st.integers(0, (1 << 16) - 1), st.integers(0, (1 << 16) - 1)),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_a_spoilt_message_is_a_value_or_a_problem(
    target: Target, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with world(tmp_path) as made:
        seeds = target.seeds(made)
        for seed in seeds:
            read(target, made, seed)

        @given(st.integers(0, len(seeds) - 1), _steps)
        @settings(
            max_examples=int(request.config.getoption("--fuzz")),
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        def spoil(which: int, steps: list[tuple[int, int, int]]) -> None:
            check(target, made, seeds, which, steps)

        spoil()
