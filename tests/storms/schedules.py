"""Schedules: what happens in which order, drawn by chance, played, and cut to what matters where one ends badly."""

from __future__ import annotations

import random
import shutil
import tempfile
import traceback
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from tests.postgres import NewDatabase
from tests.storms import accidents, answers, arrivals, office, officials, parcels, power, roads, work
from tests.storms.calm import check, settle_down
from tests.storms.ground import GROUNDS
from tests.storms.world import World

Deed = Callable[[World, int, int, int], None]
Step = tuple[str, int, int, int]
"""Name of a deed, who does it, and two numbers that mean something to it."""
Schedule = tuple[int, Sequence[Step]]
"""The ground on which it begins, and its steps."""

_OFTEN: Final[tuple[tuple[Deed, int], ...]] = (
    (work.work, 4),
    (work.propose_family, 1),
    (work.settle, 3),
    (work.village_word, 2),
    (work.hand_over, 1),
    (answers.answer_returned, 2),
    (answers.object_to, 1),
    (answers.say_of_proposal, 1),
    (answers.say_aside, 1),
    (officials.unlock, 2),
    (officials.add_official, 1),
    (officials.change_official, 1),
    (officials.new_password, 1),
    (arrivals.enrol_laptop, 4),
    (arrivals.enrol_again, 1),
    (office.publish_list, 1),
    (office.decide_one, 2),
    (office.revoke_one_laptop, 1),
    (office.revoke_one_person, 1),
    (office.confirm, 1),
    (office.end_term, 2),
    (office.change_role, 1),
    (answers.decide_many, 1),
    (answers.look_at_numbers, 1),
    (roads.exchange, 3),
    (roads.exchange_cut, 1),
    (roads.exchange_killed, 1),
    (roads.exchange_paused, 1),
    (roads.write_stick, 1),
    (roads.read_stick, 2),
    (roads.bring_stick, 1),
    (roads.fetch_stick, 1),
    (roads.stick_torn, 1),
    (roads.stick_killed, 1),
    (parcels.send_parts, 1),
    (parcels.fetch_bundle, 1),
    (parcels.bring_all, 1),
    (parcels.bring_mirror, 1),
    (roads.meet, 2),
    (roads.meet_cut, 1),
    (roads.meet_killed, 1),
    (accidents.killed, 1),
    (accidents.clock, 1),
    (accidents.days_pass, 2),
    (accidents.copy, 1),
    (accidents.restore_laptop, 1),
    (accidents.store_spoilt, 1),
    (accidents.clone, 1),
    (accidents.copy_hub, 1),
    (accidents.restore_hub, 2),
    (power.hub_dies, 2),
    (power.hub_restarted, 1),
)
"""Every deed, and how often it happens beside the others."""

DEEDS: Final[dict[str, Deed]] = {deed.__name__: deed for deed, _ in _OFTEN}
CHANCES: Final[tuple[str, ...]] = tuple(deed.__name__ for deed, times in _OFTEN for _ in range(times))
FEWEST, MOST = 3, 30
FEWEST_DEEDS, MOST_DEEDS = 6, 20
WHO, MUCH = 7, 41
MARK: Final = f"{zlib.crc32(repr((CHANCES, FEWEST, MOST, FEWEST_DEEDS, MOST_DEEDS, GROUNDS)).encode()):08x}"
"""Changes whenever a number of a seed would mean another schedule."""


def drawn(seed: str, number: int) -> Schedule:
    """The schedule of this number; always the same one. In one of odd number only some deeds happen at all, so that
    these meet each other more often."""
    chance = random.Random(f"{seed}/{number}")
    some = set(chance.sample(sorted(DEEDS), chance.randint(FEWEST_DEEDS, MOST_DEEDS)) if number % 2 else DEEDS)
    often = [name for name in CHANCES if name in some]
    steps = [
        (chance.choice(often), chance.randrange(WHO), chance.randrange(MUCH), chance.randrange(MUCH))
        for _ in range(chance.randint(FEWEST, MOST))
    ]
    return chance.randrange(GROUNDS), steps


def play(schedule: Schedule, new_database: NewDatabase = lambda: "", *, lines: bool = True) -> None:
    """One schedule from its first step to the calm after it; without `lines` nobody ever has one."""
    ground, steps = schedule
    path = Path(tempfile.mkdtemp(prefix="balai-storm-"))
    try:
        with World.begun(path, ground, new_database, lines=lines) as world:
            for deed, who, what, much in steps:
                DEEDS[deed](world, who, what, much)
            settle_down(world)
            check(world)
    finally:
        shutil.rmtree(path, ignore_errors=True)


def how_it_ends(schedule: Schedule, new_database: NewDatabase = lambda: "") -> tuple[str, str]:
    """Where it went wrong, as one line, and the whole story; both empty where it ended well."""
    try:
        play(schedule, new_database)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  # whatever ends a storm badly is what is looked for
        here = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(here.filename).name}, {here.name}", traceback.format_exc()
    return "", ""


def shrunk(schedule: Schedule, new_database: NewDatabase = lambda: "") -> tuple[Schedule, str]:
    """The same bad end with as few steps as dropping them allows, and its story."""
    end, story = how_it_ends(schedule, new_database)
    ground, steps = schedule
    size = max(1, len(steps) // 2)
    while end:
        at, dropped = 0, False
        while at < len(steps):
            fewer = (ground, [*steps[:at], *steps[at + size :]])
            found, told = how_it_ends(fewer, new_database)
            if found == end:
                steps, story, dropped = fewer[1], told, True
            else:
                at += size
        if size == 1 and not dropped:
            break
        size = max(1, size // 2)
    return (ground, steps), story


def shown(schedule: Schedule) -> str:
    """As it is kept among the regressions (`tests.storms.kept`)."""
    ground, steps = schedule
    lines: list[str] = []
    line = "       "
    for name, who, what, much in steps:
        said = f' ("{name}", {who}, {what}, {much}),'
        if len(line) + len(said) > 118:
            lines, line = [*lines, line], "       "
        line += said
    return "\n".join([f"({ground}, [", *lines, line, "    ])"])
