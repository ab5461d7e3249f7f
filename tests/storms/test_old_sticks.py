"""What a laptop lost with its disk comes back from an old stick, also after the laptop has gone on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.postgres import NewDatabase
from tests.storms import accidents, office
from tests.storms.calm import check, everybody_meets_the_district, settle_down
from tests.storms.roads import read_stick, write_stick
from tests.storms.work import work
from tests.storms.world import OFFLINE, World

LINE, WIFI = 0, 1


def lost_but_for_a_stick(village: World) -> str:
    """The words of a visit that only a stick holds; its laptop was restored and writes on where it stood before."""
    for _ in range(2):
        everybody_meets_the_district(village)
    accidents.copy(village, OFFLINE, 0, 0)
    work(village, OFFLINE, 0, 5)
    words = village.done[-1]
    write_stick(village, OFFLINE, 1, 0)
    accidents.restore_laptop(village, OFFLINE, 0, 0)
    assert village.lost_with_disk == {words}
    work(village, OFFLINE, 2, 5)
    settle_down(village)
    return words


@pytest.mark.parametrize("reader", [LINE, WIFI, OFFLINE])
def test_it_is_said_again_by_whoever_reads_it(reader: int, tmp_path: Path, new_database: NewDatabase) -> None:
    with World.begun(tmp_path, new_database=new_database) as village:
        words = lost_but_for_a_stick(village)
        assert words not in village.words_at_district()
        read_stick(village, reader, 0, 0)
        settle_down(village)
        assert village.words_at_district()[words] == 1
        village.lost_with_disk.clear()
        check(village)


def test_of_a_laptop_that_was_revoked_nobody_says_anything_again(tmp_path: Path, new_database: NewDatabase) -> None:
    with World.begun(tmp_path, new_database=new_database) as village:
        words = lost_but_for_a_stick(village)
        office.revoke_one_laptop(village, OFFLINE, 0, 0)
        everybody_meets_the_district(village)
        read_stick(village, LINE, 0, 0)
        settle_down(village)
        assert words not in village.words_at_district(counting=False)
        check(village)
