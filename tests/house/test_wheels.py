"""Every package of the lock comes as a proved wheel for each Python on Windows and Linux; no network is needed."""

from __future__ import annotations

from collections import Counter

import pytest
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

from scripts.wheels import LOCK, PLATFORMS, PYTHONS, TABLE, Pin, Wheel, pins, read_table

TARGETS = [f"{python}/{platform}" for platform in PLATFORMS for python in PYTHONS]


@pytest.fixture(scope="module")
def locked() -> tuple[Pin, ...]:
    return pins(LOCK.read_text())


@pytest.fixture(scope="module")
def table() -> tuple[Wheel, ...]:
    return read_table(TABLE.read_text())


def tags_of(target: str) -> frozenset[Tag]:
    """What a Python on a machine can install."""
    python, platform = target.split("/")
    version = (int(python.split(".")[0]), int(python.split(".")[1]))
    platforms = list(PLATFORMS[platform])
    own = cpython_tags(version, platforms=platforms)
    return frozenset((*own, *compatible_tags(version, f"cp{version[0]}{version[1]}", platforms)))


def test_every_line_of_the_lock_is_understood(locked: tuple[Pin, ...]) -> None:
    lines = [line for line in LOCK.read_text().splitlines() if "==" in line and not line.startswith((" ", "#"))]
    assert len(locked) == len(lines) > 50
    assert all(pin.hashes and pin.targets for pin in locked)
    assert {target for pin in locked for target in pin.targets} == set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_each_package_has_one_wheel_with_a_hash_of_the_lock(
    locked: tuple[Pin, ...], table: tuple[Wheel, ...], target: str
) -> None:
    wheels = {(one.name, one.version): one for one in table if target in one.targets}
    assert max(Counter(one.name for one in table if target in one.targets).values()) == 1
    wanted = [pin for pin in locked if target in pin.targets]
    assert {(pin.name, pin.version) for pin in wanted} == set(wheels), "the lock is newer: python scripts/wheels.py"
    fitting = tags_of(target)
    for pin in wanted:
        wheel = wheels[pin.name, pin.version]
        assert wheel.sha256 in pin.hashes, wheel.file
        name, version, _, tags = parse_wheel_filename(wheel.file)
        assert (name, str(version)) == (canonicalize_name(pin.name), pin.version)
        assert tags & fitting, wheel.file


def test_what_is_compiled_is_compiled_for_windows_too(table: tuple[Wheel, ...]) -> None:
    compiled = {one.name for one in table if "manylinux" in one.file}
    for_windows = {one.name for one in table if "win_amd64" in one.file or one.file.endswith("none-any.whl")}
    assert {"pyside6-essentials", "sqlcipher3", "cryptography", "msgspec", "rapidfuzz", "pillow"} <= compiled
    assert compiled <= for_windows
