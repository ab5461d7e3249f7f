"""What happens to laptops and to the district: power cuts, wrong clocks, backups put back, copied disks."""

from __future__ import annotations

import shutil
from dataclasses import replace

from app.hub.backup import back_up, restore
from tests.storms.ground import DAY_MS
from tests.storms.world import MOST_LAPTOPS, World


def killed(world: World, who: int, what: int, much: int) -> None:
    """The power goes, and comes back."""
    world.put(who, world.close_laptop(who))


def clock(world: World, who: int, what: int, much: int) -> None:
    """Somebody sets a clock, days or years ahead or back, or right again."""
    world.laptop(who).wall.wrong_by_ms = (what % 5 - 2) * (365 if much % 2 else 3) * DAY_MS


def days_pass(world: World, who: int, what: int, much: int) -> None:
    """Nobody does anything for a while, now and then for months: a stick that comes to light then is old."""
    world.time.pass_days(much * 5 if what % 7 == 5 else much)


def copy(world: World, who: int, what: int, much: int) -> None:
    """A backup of a laptop's disk."""
    closed = world.close_laptop(who)
    world.copies.append((world.number(who), world.copied(closed, "copy")))
    world.put(who, closed)


def restore_laptop(world: World, who: int, which: int, much: int) -> None:
    """The disk is gone; an old backup goes on."""
    if not world.copies:
        return
    number, kept = world.copies[which % len(world.copies)]
    gone = world.close_laptop(number)
    world.put(number, replace(world.copied(kept, "restored"), wall=gone.wall))
    world.note_lost()


def store_spoilt(world: World, who: int, what: int, much: int) -> None:
    """A laptop's store cannot be read any more: a new one is filled with what it wrote itself, from its mirror."""
    world.laptop(who).begin_anew()
    world.note_lost()


def clone(world: World, who: int, what: int, much: int) -> None:
    """Somebody copies the disk into another laptop, and both go on."""
    if len(world.laptops) < MOST_LAPTOPS:
        world.laptops.append(world.laptop(who).clone(world.place("twin")))


def copy_hub(world: World, who: int, what: int, much: int) -> None:
    """Last night's backup of the district, which goes on meanwhile."""
    world.hub_copy = back_up(world.district, world.place("hubcopy")).folder


def restore_hub(world: World, who: int, what: int, much: int) -> None:
    """The district's disk is gone; last night's backup goes on."""
    if world.hub_copy is not None:
        gone = world.district
        gone.close()
        folder = world.place("hub")
        shutil.copytree(gone.folder / "keys", folder / "keys")
        restore(world.hub_copy, folder, world.new_database())
        world.move_district(folder)
        world.note_lost()
