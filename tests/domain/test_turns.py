"""How far claimed turns are followed."""

from __future__ import annotations

from app.domain.entry import LARGEST_NUMBER
from app.domain.turns import AHEAD, AT_DISTRICT, OF_LAPTOPS, TRUSTED, followed


def test_what_the_entries_held_explain_is_followed_and_nothing_beyond() -> None:
    assert followed([7, 40, 12], 12, OF_LAPTOPS) == 40
    assert followed([7, 12 + AHEAD, 13 + AHEAD, LARGEST_NUMBER], 12, OF_LAPTOPS) == 12 + AHEAD
    assert followed([LARGEST_NUMBER], 12, TRUSTED) == 0
    assert followed([], 12, OF_LAPTOPS) == 0


def test_the_district_goes_behind_whatever_laptops_follow_and_laptops_behind_the_district() -> None:
    held = 1_000
    turn = held + OF_LAPTOPS  # as far as a laptop lets itself be led
    assert followed([turn + 1], held + 1, AT_DISTRICT) == turn + 1
    turn = held + AT_DISTRICT  # as far as the district does
    assert followed([turn + 1], held + 1, TRUSTED) == turn + 1


def test_nobody_is_led_to_the_last_number_however_often_it_is_tried() -> None:
    village = district = 0
    for held in range(1, 5_000, 3):  # a claim that goes as far as it is followed, a word of the district, a laptop's
        district = max(district, followed([held + AT_DISTRICT], held, AT_DISTRICT)) + 1
        village = max(village, followed([district], held + 1, TRUSTED)) + 1
        assert village == district + 1
        assert followed([village], held + 2, AT_DISTRICT) == village
    assert village < 5_000 + TRUSTED
