"""Bundles as files that somebody brought: whole ones and parts, in any order and under any name, each judged by itself.

The page and the command line read them alike.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from app.domain.errors import Problem, Unavailable
from app.hub.bundles import Arrived, take_bundle
from app.hub.district import District
from app.hub.private import open_private
from app.wire.bundle import Opened, check_bundle
from app.wire.parts import Part, copy_whole_part, put_in_order, read_part

Brought = tuple[str, Path]
"""A file's name as its bringer knows it, and where it lies."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one bundle."""

    name: str
    """The file's name, or that of the first part."""
    arrived: Arrived | None
    problem: Problem | None


def read_bundles(district: District, brought: Sequence[Brought]) -> list[Outcome]:
    """Take in each of them, those made first first; one that is refused keeps no other away."""
    outcomes: list[Outcome] = []
    whole: list[tuple[str, Path, Opened]] = []
    parts: dict[bytes, list[tuple[str, Path, Part]]] = {}
    joined: list[Path] = []
    try:
        for name, path in brought:
            try:
                part = _part(path)
                if part is None:
                    whole.append((name, path, _opened(path)))
                else:
                    parts.setdefault(part.bundle, []).append((name, path, part))
            except Problem as problem:
                outcomes.append(Outcome(name, None, problem))
        for some in parts.values():
            target = district.incoming / f"{secrets.token_hex(8)}.balai"
            joined.append(target)
            try:
                _join(some, target)
                whole.append((some[0][0], target, _opened(target)))
            except Problem as problem:
                outcomes.append(Outcome(some[0][0], None, problem))
        for name, path, opened in sorted(whole, key=lambda one: one[2].header.at_ms):
            outcomes.append(_take(district, name, path, opened))
    finally:
        for path in joined:
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return outcomes


def _take(district: District, name: str, path: Path, opened: Opened) -> Outcome:
    try:
        with _reading(path) as file:
            return Outcome(name, take_bundle(district, file, opened), None)
    except Problem as problem:
        return Outcome(name, None, problem)


@contextmanager
def _reading(path: Path) -> Iterator[IO[bytes]]:
    """The file, opened. Unavailable ``bundle_not_readable``."""
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise Unavailable("bundle_not_readable") from error


@contextmanager
def _open(path: Path) -> Iterator[Callable[[int], bytes]]:
    """A part, at its bytes. Unavailable ``bundle_not_readable``."""
    try:
        file = path.open("rb")
        read_part(file, path.stat().st_size)
    except OSError as error:
        raise Unavailable("bundle_not_readable") from error
    with file:
        yield partial(_piece, file)


def _piece(file: IO[bytes], size: int) -> bytes:
    try:
        return file.read(size)
    except OSError as error:
        raise Unavailable("bundle_not_readable") from error


def _part(path: Path) -> Part | None:
    with _reading(path) as file:
        return read_part(file, path.stat().st_size)


def _opened(path: Path) -> Opened:
    with _reading(path) as file:
        return check_bundle(file, path.stat().st_size)


def _join(parts: Sequence[tuple[str, Path, Part]], target: Path) -> None:
    """Put the parts of one bundle together. Refused ``bundle_part_missing`` (facts: parts, all), ``bundle_*``;
    Unavailable ``hub_disk``."""
    held: dict[int, list[tuple[str, Path, Part]]] = {}
    for one in parts:
        held.setdefault(one[2].place, []).append(one)
    try:
        with open_private(target, "x+b") as whole:
            for part in put_in_order(some[0][2] for some in held.values()):
                same = [(one, partial(_open, path)) for _, path, one in held[part.place] if one.length == part.length]
                copy_whole_part(same, whole)
    except OSError as error:
        raise Unavailable("hub_disk") from error
