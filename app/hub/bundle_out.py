"""The district's bundles as files: whole or in parts, and called written only when they were read again.

The page and the command line write them alike, piece by piece.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from app.disk.folders import flush_folder
from app.domain.errors import Problem, Refused, Unavailable
from app.hub.bundles import make_bundle
from app.hub.district import District
from app.hub.private import open_private
from app.hub.zones import zone
from app.wire.bundle import check_bundle
from app.wire.parts import cut, read_part

SUFFIX: Final = ".balai"
PART_SIZES: Final = (5_000_000, 16_000_000, 64_000_000)
"""Bytes of a part that the page offers, as laptops do."""

_PIECE: Final = 1 << 16
_KEPT_MS: Final = 7 * 86_400_000


def bundle_name(district: District, code: str) -> str:
    """What a village's bundle of this moment is called."""
    at = zone().at(district.now_ms())
    return f"Balai-kabupaten-{code}-{at:%Y-%m-%d-%H%M}{SUFFIX}"


def write_bundle(district: District, code: str, target: Path, most: int = 0) -> list[Path]:
    """Write what laptops of a village may lack; in parts of at most `most` bytes beside `target` where it is larger
    than that and `most` is not 0. Gives the files.

    All or none of them get their names, after the disk gave back what was written and the signature was proved again.
    Refused ``hub_village_unknown``, ``bundle_no_reader``, ``bundle_too_many_parts``; Unavailable ``bundle_changed``;
    OSError as the disk says.
    """
    unfinished = target.with_name(f"{target.name}.tulis")
    try:
        digest = _write(unfinished, make_bundle(district, code))
        size = unfinished.stat().st_size
        _read_again(unfinished, size, digest)
        if most and size > most:
            made = _cut(unfinished, target, digest, size, most)
        else:
            unfinished.replace(target)
            made = [target]
        flush_folder(target.parent)
        return made
    finally:
        unfinished.unlink(missing_ok=True)


def fetched(district: District, code: str) -> tuple[int, Iterator[bytes]]:
    """Size and bytes of a village's bundle; its file is gone when they were read. Refused and Unavailable as
    `write_bundle`, and ``hub_disk``."""
    try:
        (path,) = write_bundle(district, code, district.incoming / f"{secrets.token_hex(8)}{SUFFIX}")
        file = path.open("rb")
        with suppress(PermissionError):  # where an open file keeps its name, `_pieces` removes it
            path.unlink()
        return os.fstat(file.fileno()).st_size, _pieces(file, path)
    except OSError as error:
        raise Unavailable("hub_disk") from error


def prepare_parts(district: District, code: str, most: int) -> list[Path]:
    """A village's bundle in parts that lie at the district until others are prepared, a week at most. Raises as
    `fetched`."""
    try:
        _forget_old(district)
        folder = _room(district, code)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700, parents=True)
        return write_bundle(district, code, folder / bundle_name(district, code), most)
    except OSError as error:
        raise Unavailable("hub_disk") from error


def prepared_parts(district: District, code: str) -> list[Path]:
    """What `prepare_parts` made last, in its order."""
    folder = _room(district, code)
    if not folder.is_dir():
        return []
    return sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: (len(path.name), path.name))


def fetched_part(district: District, code: str, name: str) -> tuple[int, Iterator[bytes]] | None:
    """Size and bytes of one of `prepared_parts`, None where it is not there any more."""
    path = next((one for one in prepared_parts(district, code) if one.name == name), None)
    try:
        file = path.open("rb") if path is not None else None
    except OSError:
        return None
    return (os.fstat(file.fileno()).st_size, _pieces(file)) if file is not None else None


def _room(district: District, code: str) -> Path:
    if not (code.isascii() and code.isdigit()):
        raise Refused("hub_village_unknown", village=code)
    return district.outgoing / code


def _forget_old(district: District) -> None:
    now = district.now_ms()
    for folder in district.outgoing.glob("*"):
        if now - folder.stat().st_mtime * 1000 > _KEPT_MS:
            shutil.rmtree(folder, ignore_errors=True)


def _pieces(file: IO[bytes], gone: Path | None = None) -> Iterator[bytes]:
    """What an open file holds; the file `gone` is removed at the end."""
    try:
        with file:
            while piece := file.read(_PIECE):
                yield piece
    finally:
        if gone is not None:
            with suppress(OSError):
                gone.unlink(missing_ok=True)


def _write(path: Path, pieces: Iterator[bytes]) -> bytes:
    digest = hashlib.sha256()
    with open_private(path, "wb") as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
        _flush(file)
    return digest.digest()


def _flush(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
    if sys.platform == "linux":  # so that what is read again comes from the disk or stick, not from memory
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _read_again(path: Path, size: int, digest: bytes) -> None:
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").digest() != digest:
            raise Unavailable("bundle_changed")
        file.seek(0)
        try:
            check_bundle(file, size)
        except Refused as refused:
            raise Unavailable("bundle_changed") from refused


def _cut(whole: Path, target: Path, digest: bytes, size: int, most: int) -> list[Path]:
    made: list[Path] = []
    try:
        with whole.open("rb") as file:
            for part, content in cut(file, digest, size, most):
                made.append(target.with_name(f"{target.stem}-{part.place}dari{part.parts}{target.suffix or SUFFIX}"))
                with open_private(made[-1], "wb") as out:
                    out.write(content)
                    _flush(out)
                with made[-1].open("rb") as again:
                    read_part(again, made[-1].stat().st_size)
                    if hashlib.sha256(again.read()).digest() != part.sha256:
                        raise Unavailable("bundle_changed")
    except (OSError, Problem):
        for one in made:
            with suppress(OSError):
                one.unlink(missing_ok=True)
        raise
    return made
