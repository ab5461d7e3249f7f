"""Bundles that go in parts through a messenger, in any order and under any name, and the hub's own commands for bundles
and mirrors."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.errors import Problem, Refused
from app.hub.bundle_files import Outcome, read_bundles
from app.hub.bundle_out import write_bundle
from app.hub.mirrors import Mirrored, take_mirror
from app.wire.parts import SMALLEST_PART
from tests.storms.work import FAMILIES, may_visit
from tests.storms.world import World, written_by
from tests.sync.laptop import VILLAGE


def send_parts(world: World, who: int, whom: int, much: int) -> None:
    """A laptop's bundle goes in parts to the district or to another laptop; one of them may be long in coming."""
    laptop, words = world.laptop(who), world.next_words()
    if may_visit(laptop, FAMILIES[0], laptop.photo(words, SMALLEST_PART + much * 400), note=words):
        world.done.append(words)
    paths = laptop.write_stick(world.place("parts"), part_bytes=SMALLEST_PART).paths
    arrived = _arrived(world, paths, much)
    if whom % 2:
        _take_at_district(world, arrived, whole=len(arrived) == len(paths))
    else:
        _take_on_laptop(world, who + 1 + whom // 2 % 2, arrived, whole=len(arrived) == len(paths))


def fetch_bundle(world: World, who: int, what: int, much: int) -> None:
    """The hub's command writes a bundle for the village, which goes to one laptop at once and to others later."""
    folder = world.place("bundle")
    folder.mkdir()
    paths = write_bundle(world.district, VILLAGE, folder / "kabupaten.balai", SMALLEST_PART)
    _take_on_laptop(world, who, _arrived(world, paths, 1), whole=True)


def bring_all(world: World, who: int, what: int, much: int) -> None:
    """Whatever lies about is read at the district at once, some of it twice."""
    paths = [*world.sticks[-4:], *world.sticks[: what % 3]]
    _read(world, paths)


def bring_mirror(world: World, who: int, what: int, much: int) -> None:
    """A copy of a laptop's folder is brought to the district, which takes the journal that its mirror holds."""
    own = written_by(world.laptop(who))
    with suppress(Refused):  # the district does not know the laptop any more
        take_mirror(world.district, Mirrored(own[: len(own) - what % 3], 0))


def _arrived(world: World, paths: Sequence[Path], much: int) -> list[Path]:
    """The parts under other names, the last one first; with `much` one of them lacks, and comes later."""
    folder = world.place("messenger")
    folder.mkdir()
    named = [folder / f"kiriman-{len(paths) - at}.balai" for at in range(len(paths))]
    for path, name in zip(paths, named, strict=True):
        shutil.copy(path, name)
    if much % 3 == 0 and len(named) > 1:
        late = named.pop(much % len(named))
        late.rename(world.place("late"))
    world.sticks.append(named[0])
    return list(reversed(named))


def _take_on_laptop(world: World, who: int, paths: list[Path], *, whole: bool) -> None:
    sticks = world.laptop(who).sticks
    if whole:
        with suppress(Problem):  # its writer did not know this laptop, or the other way round
            sticks.take(paths[0], lambda step: None, lambda: False)
    else:
        with pytest.raises(Refused, match="bundle_part_missing"):
            sticks.take(paths[0], lambda step: None, lambda: False)


def _take_at_district(world: World, paths: list[Path], *, whole: bool) -> None:
    (outcome,) = _read(world, paths)
    missing = outcome.problem is not None and outcome.problem.code == "bundle_part_missing"
    assert missing == (not whole), outcome.problem


def _read(world: World, paths: Sequence[Path]) -> list[Outcome]:
    """As the hub's command does."""
    world.district.incoming.mkdir(mode=0o700, exist_ok=True)
    return read_bundles(world.district, [(path.name, path) for path in paths])
