"""A district that is killed between taking a bundle in and giving its receipt: however late the receipt comes, and
whatever came before it, everybody judges by the time at which the bundle was first taken."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.hub.bundles import take_bundle
from app.hub.district import District, open_district
from app.wire.bundle import check_bundle
from tests.postgres import NewDatabase
from tests.sync.steps import Countdown, survived, watch
from tests.sync.test_tenure import Village

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does"),
    pytest.mark.both_stores,
    pytest.mark.timeout(600),
]


@pytest.fixture
def database(new_database: NewDatabase) -> str:
    return new_database()


@pytest.fixture
def village(tmp_path: Path, database: str) -> Iterator[Village]:
    """A district, and no laptop yet."""
    made = Village(tmp_path)
    made.begin(database)
    yield made
    for one in made.laptops:
        one.close()
    made.hub.close()


def take(district: District, path: Path) -> None:
    with path.open("rb") as file:
        take_bundle(district, file, check_bundle(file, path.stat().st_size))


def taken_by_one_that_dies(village: Village, database: str, path: Path, countdown: Countdown) -> bool:
    """Whether the district came to the end of the bundle before it was killed."""
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            watch(countdown, village.folder)
            take(open_district(village.folder / "hub", now_ms=village.now_ms, database=database), path)
            ended = 0
        finally:
            os._exit(ended)
    return survived(child)


def test_the_repeated_bundle_is_judged_by_the_time_at_which_it_was_first_taken(
    village: Village, database: str, tmp_path: Path
) -> None:
    one, other = village.laptop("Siti"), village.laptop("Baso")
    countdown = Countdown(tmp_path / "countdown")
    counted = set()
    for number in range(40):
        village.end_in(one, 0)
        one.exchange(village.hub.url)
        village.set_wrong(one, 1)
        visit = one.visit("f-1", one.photo(f"foto {number}", 700), note="jam sehari di depan")
        path = one.write_stick(tmp_path / f"stik{number}").paths[0]
        village.set_wrong(one, 0)
        village.hub.close()
        countdown.arm(number)
        whole = taken_by_one_that_dies(village, database, path, countdown)
        village.pass_days(2)
        village.open("hub", database)
        other.visit("f-2", note="lewat jalur lain, sesudah masa tugas")
        other.exchange(village.hub.url)
        take(village.hub.district, path)
        counted.add(visit not in village.everywhere())
        if whole:
            break
    assert number > 6, "it died at every step before the last"
    assert counted == {True, False}, "what was first taken on the last day counts, what came first behind it does not"
