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
from tests.storms.world import OFFLINE, World
from tests.sync.laptop import VILLAGE
from tests.sync.test_exchange import LIST

DAYS = 30
LINE, WIFI = 0, 1
NEXT = replace(LIST, families=tuple(replace(one, decile="4") for one in LIST.families))
"""The list of the month after."""


@pytest.mark.both_stores
def test_a_village_works_for_a_month_by_every_road_and_all_laptops_end_alike(
    tmp_path: Path, new_database: NewDatabase
) -> None:
    chance = random.Random(30)
    village = World(tmp_path, new_database)
    try:
        for day in range(DAYS):
            for who in (LINE, WIFI, OFFLINE):
                for _ in range(chance.randrange(3)):
                    village.work(who, chance.randrange(6), day)
            _evening(village, chance, day)
            if day == 15:
                publish(village.hub.district, VILLAGE, NEXT, month="2026-12")
        _last_rounds(village)
        assert not village.lost_with_disk
        assert len(village.done) > 60
        village.check()
    finally:
        village.close()


def _evening(village: World, chance: random.Random, day: int) -> None:
    """The line breaks two days of three; a power cut a week; sticks go to and fro, old ones too."""
    if day % 3:
        village.exchange_cut(LINE, chance.randrange(40), chance.randrange(40))
    else:
        village.exchange(LINE, 0, 0)
    if day % 2:
        village.meet(WIFI, 1, chance.choice([1, 3, 6]))  # with the first laptop; now and then they part in the middle
    if day % 7 == 3:
        village.killed(chance.randrange(3), 0, 0)
    if day % 7 == 5:
        village.settle(WIFI, chance.randrange(6), day)
    stick: list[Callable[[], None]] = [
        lambda: village.write_stick(OFFLINE, 1, 0),
        lambda: village.bring_stick(0, chance.randrange(40), 0),
        lambda: village.fetch_stick(0, 0, 0),
        lambda: village.read_stick(OFFLINE, chance.randrange(40), 0),
        lambda: village.read_stick(WIFI, chance.randrange(40), 0),
    ]
    stick[day % len(stick)]()


def _last_rounds(village: World) -> None:
    """The month's end: those who can have come to town, and a stick goes to the district and back."""
    for _ in range(3):
        for who in (LINE, WIFI):
            village.laptops[who].exchange()
        village.carry(OFFLINE)
