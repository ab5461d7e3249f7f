"""A month of one village: one laptop on a bad line, one that meets it in the village's Wi-Fi, one with sticks alone
to the end."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.hub.publish import publish
from tests.postgres import NewDatabase
from tests.storms.accidents import killed
from tests.storms.calm import check, everybody_meets_the_district
from tests.storms.ground import LIST
from tests.storms.roads import bring_stick, exchange, exchange_cut, fetch_stick, meet, read_stick, write_stick
from tests.storms.work import settle, work
from tests.storms.world import OFFLINE, World
from tests.sync.laptop import VILLAGE

DAYS = 30
LINE, WIFI = 0, 1
NEXT = replace(LIST, families=tuple(replace(one, decile="4") for one in LIST.families))
"""The list of the month after."""


@pytest.mark.both_stores
def test_a_village_works_for_a_month_by_every_road_and_all_laptops_end_alike(
    tmp_path: Path, new_database: NewDatabase
) -> None:
    chance = random.Random(30)
    with World.begun(tmp_path, new_database=new_database) as village:
        for day in range(DAYS):
            village.time.pass_days(1)
            for who in (LINE, WIFI, OFFLINE):
                for _ in range(chance.randrange(3)):
                    work(village, who, chance.randrange(6), day)
            _evening(village, chance, day)
            if day == 15:
                publish(village.district, VILLAGE, NEXT, month="2026-12")
        for _ in range(3):
            everybody_meets_the_district(village)
        assert not village.lost_with_disk
        assert len(village.done) > 60
        check(village)


def _evening(village: World, chance: random.Random, day: int) -> None:
    """The line breaks two days of three; a power cut a week; sticks go to and fro, old ones too."""
    if day % 3:
        exchange_cut(village, LINE, chance.randrange(40), chance.randrange(40))
    else:
        exchange(village, LINE, 0, 0)
    if day % 2:
        meet(village, WIFI, 1, chance.choice([1, 3, 6]))  # with the first laptop; now and then they part in the middle
    if day % 7 == 3:
        killed(village, chance.randrange(3), 0, 0)
    if day % 7 == 5:
        settle(village, WIFI, chance.randrange(6), day)
    stick: list[Callable[[], None]] = [
        lambda: write_stick(village, OFFLINE, 1, 0),
        lambda: bring_stick(village, 0, chance.randrange(40), 0),
        lambda: fetch_stick(village, 0, 0, 0),
        lambda: read_stick(village, OFFLINE, chance.randrange(40), 0),
        lambda: read_stick(village, WIFI, chance.randrange(40), 0),
    ]
    stick[day % len(stick)]()
