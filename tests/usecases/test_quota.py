"""What a day may cost on the line."""

from __future__ import annotations

from datetime import date

import pytest

from app.usecases.quota import MB, USED, DayMeter, Quota
from app.usecases.rest import BATTERY, PAUSED, PAUSED_SENDING, SENDING_ON_BATTERY, resting
from tests.fakes.line import FakeSettings

TODAY, TOMORROW = date(2026, 11, 28), date(2026, 11, 29)


def test_a_day_is_counted_across_starts_of_the_program_and_begins_anew() -> None:
    settings = FakeSettings()
    DayMeter(settings, lambda: TODAY).choose(20, 100_000)
    for size in (2_000_000, 0, 1_200_000):
        DayMeter(settings, lambda: TODAY).spent(size)
    now = DayMeter(settings, lambda: TODAY).read()
    assert (now.used, now.left, now.cost(now.used)) == (3_200_000, 16_800_000, 320)
    assert DayMeter(settings, lambda: TOMORROW).read().left == 20 * MB


def test_without_limit_and_price_nothing_is_held_back_and_nothing_has_a_price() -> None:
    meter = DayMeter(FakeSettings({"line.limit_mb": "0", "line.price_gb": ""}), lambda: TODAY)
    meter.spent(10**9)
    now = meter.read()
    assert (now.left, now.cost(10**9), now.holds_back(10**12)) == (None, None, False)


def test_a_limit_that_was_passed_leaves_nothing_and_a_price_is_rounded_up() -> None:
    over = Quota(used=6 * MB, limit=5 * MB, price_gb=99_999)
    assert (over.left, over.holds_back(1), over.cost(1)) == (0, True, 1)


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"day": "2026-11-28"}', '{"day": 3, "bytes": "x"}', "no json"])
def test_a_count_that_makes_no_sense_counts_as_none(kept: str) -> None:
    assert DayMeter(FakeSettings({USED: kept}), lambda: TODAY).read().used == 0


def test_sending_by_itself_rests_when_paused_or_on_the_battery_unless_that_is_allowed() -> None:
    settings = FakeSettings()
    assert resting(settings, lambda: False) == ""
    assert resting(settings, lambda: True) == BATTERY
    settings.put(SENDING_ON_BATTERY, "yes")
    assert resting(settings, lambda: True) == ""
    settings.put(PAUSED_SENDING, "yes")
    assert resting(settings, lambda: False) == PAUSED
