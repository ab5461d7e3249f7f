"""When something was done: the clock is believed between what is known to be over and the arrival at the district."""

from __future__ import annotations

import pytest

from app.domain.happened import AHEAD, BEHIND, DOUBTFUL, happened, happened_at

DAY = 86_400_000
NOW = 1_795_000_000_000
YEARS = 730 * DAY


@pytest.mark.parametrize(
    ("said", "floor", "arrived", "district", "at", "clock"),
    [
        (NOW, NOW - DAY, NOW + DAY, 0, NOW, ""),
        (NOW, NOW - DAY, None, NOW - DAY, NOW, ""),
        (NOW + YEARS, NOW - DAY, NOW + DAY, 0, NOW + DAY, AHEAD),
        (NOW + YEARS, NOW - DAY, None, NOW - DAY, NOW + YEARS, ""),
        (NOW - YEARS, NOW - DAY, NOW + DAY, 0, NOW - DAY, BEHIND),
        (NOW - YEARS, NOW - DAY, None, NOW - DAY, NOW - DAY, BEHIND),
        # the clock that stood ahead was set right again: the floor was wrong, the clock is not
        (NOW, NOW + YEARS, NOW + DAY, 0, NOW, ""),
        (NOW, NOW + YEARS, None, NOW - DAY, NOW, DOUBTFUL),
        # good clocks differ by minutes
        (NOW + 200_000, NOW, NOW, 0, NOW, ""),
        (NOW - 200_000, NOW, NOW + DAY, 0, NOW, ""),
    ],
)
def test_a_wrong_clock_is_told_and_corrected_as_far_as_something_is_known(
    said: int, floor: int, arrived: int | None, district: int, at: int, clock: str
) -> None:
    found = happened(said, floor, arrived, district)
    assert (found.at_ms, found.clock, found.said_ms, found.arrived_ms) == (at, clock, said, arrived or 0)
    if arrived is not None:
        assert happened_at(said, floor, arrived) == at
