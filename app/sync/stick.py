"""Bundles as files: what is called safe is whole on the stick, and one that is read may be pulled out early.

A bundle is written under another name, flushed, read again from its beginning, and only then gets its name. One that is
read is first copied beside the store and proved there; from then on the stick is not needed any more.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import IO, Final

from app.disk.folders import flush_folder
from app.domain.errors import Problem, Refused, Unavailable
from app.sync.carrier import Carrier
from app.sync.own_disk import own_disk
from app.sync.stick_disk import forget_cache, is_there, on_stick
from app.sync.strange_files import MOST_FILES, holds_strange_files
from app.usecases.carry import Cancelled, Carrying, Found, Load, Saved, Taken, Told
from app.wire.bundle import Opened, check_bundle, peek_bundle, size_of
from app.wire.columns import encode_entries
from app.wire.parts import Part, copy_whole_part, cut, put_in_order, read_part

SUFFIX: Final = ".balai"
FOLDER: Final = "Balai"

_PIECE: Final = 1 << 16
_MOST_NAMES: Final = 100_000
"""Names of a folder that are looked through for bundles."""


class Stopped(Exception):
    """The person stopped it."""


class FolderSticks:
    """Implements `Sticks`; `waiting_room` is a folder beside the store for what is being read."""

    def __init__(self, carrier: Callable[[], Carrier], waiting_room: Path, village: Callable[[], str]) -> None:
        """`carrier` is asked for each time. Refused ``exchange_not_enrolled`` where it says so."""
        self._carrier = carrier
        self._room = waiting_room
        self._village = village

    def load(self, *, for_laptops: bool) -> Load:
        """What a bundle made now would hold."""
        cargo = self._carrier().cargo(for_laptops=for_laptops, photos=True)
        words = len(encode_entries(cargo.entries)) + sum(len(body) for _, body in cargo.packs)
        plain = size_of(words, (), len(cargo.readers))
        return Load(len(cargo.entries), len(cargo.photos), plain, cargo.photo_bytes)

    def save(
        self, folder: Path, *, for_laptops: bool, photos: bool, part_bytes: int | None, told: Told, cancelled: Cancelled
    ) -> Saved:
        """Write, flush, read again. Unavailable ``stick_gone``, ``stick_full``, ``stick_read_only``, ``stick_failed``,
        ``stick_changed`` (it gives back other bytes); Refused ``bundle_stopped``, ``bundle_too_many_parts``."""
        carrier = self._carrier()
        told(Carrying("gathering"))
        cargo = carrier.cargo(for_laptops=for_laptops, photos=photos)
        with on_stick(folder, writing=True):
            target = self._target(folder)
        part = target.with_suffix(".tulis")
        try:
            with on_stick(folder, writing=True):
                _sweep(folder)
                try:
                    digest = _write(part, carrier.pieces(cargo), told, cargo.photo_bytes, cancelled)
                except Refused as refused:
                    if refused.code != "bundle_photo_missing":
                        raise
                    cargo = carrier.photos.without_unreadable(cargo)
                    digest = _write(part, carrier.pieces(cargo), told, cargo.photo_bytes, cancelled)
                size = part.stat().st_size
                told(Carrying("checking", 0, size))
                _read_again(part, size, digest, told, cancelled)
                paths = _cut(part, target, part_bytes, digest) if part_bytes and size > part_bytes else ()
                if paths:
                    part.unlink()  # before the flush: where it came back, the next saving would take the parts for torn
                else:
                    os.replace(part, target)
                    paths = (target,)
                flush_folder(folder)
        except Stopped as stop:
            raise Refused("bundle_stopped") from stop
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        carrier.made(cargo)
        return Saved(paths, len(cargo.entries), len(cargo.photos), size, cargo.unreadable)

    def find(self, place: Path) -> Sequence[Found]:
        """Bundles in a folder (and its folder ``Balai``), newest first; or the one that `place` is. Unavailable
        ``stick_gone``, ``stick_unreadable``, ``stick_failed``; Refused ``bundle_unknown`` where a named file is
        none."""
        if not is_there(place):
            raise Unavailable("stick_gone")
        with on_stick(place):
            if place.is_file():
                found = self._look(_siblings(place))
                if all(one.problem == "bundle_unknown" for one in found):
                    raise Refused("bundle_unknown")
                return found
            files = [path for folder in (place, place / FOLDER) if folder.is_dir() for path in _bundles(folder)]
            return self._look(files)

    def strange_files(self, place: Path) -> bool:
        """Whether files that could start by themselves lie in the folder (or beside the file)."""
        try:
            return holds_strange_files(place if place.is_dir() else place.parent)
        except OSError:
            return False

    def take(self, path: Path, told: Told, cancelled: Cancelled) -> Taken:
        """Copy, prove, take in. Refused ``bundle_*``; Unavailable ``stick_*``, ``disk_*``."""
        with own_disk():
            self._room.mkdir(exist_ok=True)
        copy = self._room / f"{secrets.token_hex(8)}.baca"
        try:
            self._copy(path, copy, told, cancelled)
            size = copy.stat().st_size
            with copy.open("rb") as file:
                opened = check_bundle(file, size, partial(_checked, told, cancelled, size))
                return self._carrier().take(file, opened, lambda done, total: told(Carrying("photos", done, total)))
        except Stopped as stop:
            raise Refused("bundle_stopped") from stop
        finally:
            with suppress(OSError):
                copy.unlink(missing_ok=True)

    def clear(self) -> None:
        """Remove what a power cut left in the waiting room; at opening."""
        if self._room.is_dir():
            for path in self._room.glob("*.baca"):
                with suppress(OSError):
                    path.unlink()

    # --- looking ---------------------------------------------------------------------------------------------------

    def _look(self, files: Iterable[Path]) -> list[Found]:
        """Beginnings alone are read, so that a full stick is listed at once; nothing is believed yet."""
        carrier = self._carrier()
        found: list[Found] = []
        parts: dict[bytes, list[tuple[Part, Path]]] = {}
        for path in files:
            size = path.stat().st_size
            try:
                with path.open("rb") as file:
                    part = read_part(file, size)
                    if part is not None:
                        parts.setdefault(part.bundle, []).append((part, path))
                        continue
                    file.seek(0)
                    found.append(_found(carrier, peek_bundle(file, size), path))
            except Refused as refused:
                found.append(Found(path, 0, "", False, size, refused.code))
        found += [_in_parts(carrier, some) for some in parts.values()]
        return sorted(found, key=lambda one: one.at_ms, reverse=True)

    def _copy(self, path: Path, copy: Path, told: Told, cancelled: Cancelled) -> None:
        with on_stick(path), path.open("rb") as file:
            part = read_part(file, path.stat().st_size)
        if part is not None:
            with on_stick(path):
                files = _siblings(path)
            _join(files, copy, told, cancelled, part.bundle)
            return
        with on_stick(path):
            size = path.stat().st_size
            source = path.open("rb")
        with source, _here(copy) as target:
            done = 0
            while piece := _piece(source, path):
                _go_on(cancelled)
                target.write(piece)
                done += len(piece)
                told(Carrying("copying", done, size))

    def _target(self, folder: Path) -> Path:
        day = datetime.now(UTC).astimezone().strftime("%Y-%m-%d-%H%M%S")
        name = again = f"Balai-{self._village()}-{day}"
        for number in count(2):  # two within a second, or by laptops whose clocks differ: none replaces the other
            if not any(folder.glob(f"{again}*")):
                break
            again = f"{name}-{number}"
        return folder / f"{again}{SUFFIX}"


def _found(carrier: Carrier, opened: Opened, path: Path) -> Found:
    header = opened.header
    own, name = carrier.is_own(opened), carrier.laptops.writer(header.sender)
    return Found(path, header.at_ms, name, own, opened.size, carrier.problem(opened))


def _in_parts(carrier: Carrier, parts: Sequence[tuple[Part, Path]]) -> Found:
    """What the first part tells of the whole; without it only which parts lack."""
    held = {part.place: (part, path) for part, path in parts}
    some, path = held[min(held)]
    missing = tuple(place for place in range(1, some.parts + 1) if place not in held)
    told = Found(path, 0, "", False, some.size, "", missing, some.parts)
    if some.place > 1:
        return told
    try:
        with path.open("rb") as file:
            read_part(file, path.stat().st_size)
            found = _found(carrier, peek_bundle(file, some.size), path)
        if not missing:
            put_in_order(part for part, _ in held.values())
    except Refused as refused:
        return replace(told, problem=refused.code)
    return replace(found, missing_parts=missing, parts=some.parts)


def _sweep(folder: Path) -> None:
    """Remove what a power cut left of an earlier saving, its parts too: they would lie on the stick for ever. While its
    own file lies there nobody was told that it is saved, and its entries go with the next one."""
    for path in folder.glob("Balai-*.tulis"):
        a_part = re.compile(rf"{re.escape(path.stem)}-\d+dari\d+{re.escape(SUFFIX)}")
        with suppress(OSError):
            for one in folder.iterdir():
                if a_part.fullmatch(one.name):
                    one.unlink()
            path.unlink()  # last: a cut in between begins again


def _write(path: Path, pieces: Iterable[bytes], told: Told, total: int, cancelled: Cancelled) -> bytes:
    digest, done = hashlib.sha256(), 0
    with path.open("wb") as file:
        for piece in pieces:
            _go_on(cancelled)
            file.write(piece)
            digest.update(piece)
            done += len(piece)
            told(Carrying("writing", done, max(done, total)))
        file.flush()
        os.fsync(file.fileno())
        forget_cache(file)
    return digest.digest()


def _read_again(path: Path, size: int, digest: bytes, told: Told, cancelled: Cancelled) -> None:
    """What the stick gives back must be what was written; the signature is checked on the way."""
    again, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            _go_on(cancelled)
            again.update(piece)
            done += len(piece)
            told(Carrying("checking", done, size))
        if again.digest() != digest:
            raise Unavailable("stick_changed")
        file.seek(0)
        try:
            check_bundle(file, size)
        except Refused as refused:
            raise Unavailable("stick_changed") from refused


def _cut(path: Path, target: Path, most: int, digest: bytes) -> tuple[Path, ...]:
    """The bundle in parts of at most `most` bytes, each under its own name; all or none."""
    made: list[Path] = []
    try:
        with path.open("rb") as file:
            for part, content in cut(file, digest, path.stat().st_size, most):
                made.append(target.with_name(f"{target.stem}-{part.place}dari{part.parts}{SUFFIX}"))
                with made[-1].open("wb") as out:
                    out.write(content)
                    out.flush()
                    os.fsync(out.fileno())
                    forget_cache(out)
                with made[-1].open("rb") as again:
                    read_part(again, made[-1].stat().st_size)
                    if hashlib.sha256(again.read()).digest() != part.sha256:
                        raise Unavailable("stick_changed")
    except (OSError, Problem):
        for one in made:
            with suppress(OSError):
                one.unlink(missing_ok=True)
        raise
    return tuple(made)


def _join(paths: Iterable[Path], copy: Path, told: Told, cancelled: Cancelled, bundle: bytes = b"") -> None:
    """Put the parts of one bundle together. Refused ``bundle_part_missing`` with the places that lack,
    ``bundle_part_damaged`` where no file of that part is whole."""
    held: dict[int, list[tuple[Part, Path]]] = {}
    for path in paths:
        with suppress(Refused), on_stick(path), path.open("rb") as file:
            part = read_part(file, path.stat().st_size)
            if part is not None and bundle in (b"", part.bundle):
                bundle = part.bundle
                held.setdefault(part.place, []).append((part, path))
    if not held:
        raise Refused("bundle_unknown")
    done = 0
    with _here(copy) as target:
        for part in put_in_order(some[0][0] for some in held.values()):
            _go_on(cancelled)
            same = [(one, partial(_opened, path)) for one, path in held[part.place] if one.length == part.length]
            copy_whole_part(same, target)
            done += part.length
            told(Carrying("copying", done, part.size))


@contextmanager
def _opened(path: Path) -> Iterator[Callable[[int], bytes]]:
    """A part at its bytes."""
    with on_stick(path):
        content = path.open("rb")
    with content:
        with on_stick(path):
            read_part(content, path.stat().st_size)
        yield partial(_piece, content, path)


def _siblings(path: Path) -> list[Path]:
    """The named file first, then the other bundles beside it."""
    return [path, *(one for one in _bundles(path.parent) if one != path)] if _is_part(path) else [path]


def _is_part(path: Path) -> bool:
    with suppress(Problem), path.open("rb") as file:
        return read_part(file, path.stat().st_size) is not None
    return False


def _bundles(folder: Path) -> list[Path]:
    """Bundles by their name; whatever else lies on a stick is never opened."""
    found: list[Path] = []
    with os.scandir(folder) as entries:
        for one in islice(entries, _MOST_NAMES):  # a folder of downloads may hold thousands of others
            if one.name.lower().endswith(SUFFIX) and not one.name.startswith(".") and _is_file(one):
                found.append(Path(one.path))
                if len(found) >= MOST_FILES:
                    break
    return sorted(found)


def _is_file(one: os.DirEntry[str]) -> bool:
    """Whether it is a file of its own; not where its system cannot say."""
    with suppress(OSError):
        return one.is_file(follow_symlinks=False)
    return False


@contextmanager
def _here(path: Path) -> Iterator[IO[bytes]]:
    """A file beside the store. Unavailable ``disk_full``, ``disk_failed``."""
    with own_disk(), path.open("w+b") as file:
        yield file
        file.flush()


def _piece(source: IO[bytes], path: Path, size: int = _PIECE) -> bytes:
    with on_stick(path):
        return source.read(size)


def _checked(told: Told, cancelled: Cancelled, size: int, done: int) -> None:
    _go_on(cancelled)
    told(Carrying("checking", done, size))


def _go_on(cancelled: Cancelled) -> None:
    if cancelled():
        raise Stopped
