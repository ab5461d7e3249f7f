"""Backups of a district that goes on working, and the way back from one; keys are never in them.

A backup is a folder of its own: the tables, the address told to laptops, all photos, and what it holds. Photos never
change, so those of the backup before are not copied again but linked (`os.link`): a day of hourly backups takes the
room of one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select, update

from app.domain.errors import Problem, Refused, Unavailable
from app.domain.photo_name import is_photo_name
from app.hub.database import EVERYWHERE, is_empty, open_database
from app.hub.district import DATABASE_NOTE, NAME_NOTE, PROGRAM, STORE_FILE, District
from app.hub.private import open_private
from app.hub.public_address import ADDRESS_FILE
from app.hub.tables import evidence, village

_FORM: Final = "%Y%m%dT%H%M%SZ"
_TOLD: Final = "backup.json"
_DUMP: Final = "hub.dump"
_PHOTOS: Final = "blobs"
_SPARE: Final = 0.1
"""The part of the hub's own disk that a backup on it leaves free: on a full disk the district takes nothing."""
_EVERY_HOUR: Final = timedelta(hours=48)
_EVERY_DAY: Final = timedelta(days=31)
_EVERY_MONTH: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Backup:
    """One that was made."""

    folder: Path
    photos: int
    copied: int
    """Photos that the backup before did not have."""
    removed: int
    """Older backups that made room."""


def back_up(district: District, target: Path) -> Backup:
    """Write a backup into `target`/<time>, then remove those that are not kept any longer: of two days each, of a month
    the last of each day, of a year the last of each month.

    Tables first, photos after: a photo that comes in between is there once more, never one less. Refused
    ``hub_backup_no_room`` (facts: need_mb, free_mb); Unavailable ``hub_backup_failed`` (facts: reason). Nothing half is
    ever left under the name of a backup.
    """
    made_at = datetime.fromtimestamp(district.now_ms() / 1000, UTC)
    folder, part = target / made_at.strftime(_FORM), target / f"{made_at.strftime(_FORM)}.part"
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        try:
            kept = _Kept.of(district.folder, part, made_at)
            before = _newest(target)
            photos = list(_photos(district.blobs))
            old = before / _PHOTOS if before is not None else None
            new = [one for one in photos if old is None or not _same(old / one, district.blobs / one)]
            _check_room(target, district.folder, sum((district.blobs / photo).stat().st_size for photo in new))
            _take_photos(district.blobs, part / _PHOTOS, before, photos, frozenset(new))
            kept.tell(len(photos))
            _flush_all()
            part.rename(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return Backup(folder, len(photos), len(new), _prune(target, made_at))
    except (OSError, sqlite3.Error) as error:
        raise Unavailable("hub_backup_failed", reason=str(error)) from error


def restore(backup: Path, data: Path, database: str = "") -> int:
    """Make a district's folder anew from a backup; how many photos came. `data` holds nothing yet but perhaps keys.

    Of a district on a server `database` is the ``postgresql://`` address of an empty database. Refused
    ``hub_backup_unknown``, ``hub_backup_damaged``, ``hub_restore_not_empty``, ``hub_restore_needs_database``,
    ``hub_restore_needs_none``, ``hub_restore_database_full``; Unavailable ``hub_restore_failed`` (facts: reason).
    """
    told = _told(backup)
    store = str(told["store"])
    if any((data / name).exists() for name in (STORE_FILE, DATABASE_NOTE, _PHOTOS)):
        raise Refused("hub_restore_not_empty")
    if store == _DUMP and not database:
        raise Refused("hub_restore_needs_database")
    if store != _DUMP and database:
        raise Refused("hub_restore_needs_none")
    if database and not is_empty(database):
        raise Refused("hub_restore_database_full")
    try:
        if _digest(backup / store) != told["sha256"]:
            raise Refused("hub_backup_damaged")
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        _take_notes(backup, data)
        photos = list(_photos(backup / _PHOTOS))
        _take_photos(backup / _PHOTOS, data / _PHOTOS, None, photos, frozenset(photos))
        # The store last: without one the folder is no district yet.
        if store == _DUMP:
            # What a reading side was given belongs to the server (installer/hub/publication.sql), not to the district.
            bare = ("--no-owner", "--no-privileges", "--no-publications")
            whole = ("--exit-on-error", "--single-transaction")
            _run("pg_restore", *bare, *whole, f"--dbname={database}", str(backup / store), failed="hub_restore_failed")
            _write(data / DATABASE_NOTE, database.encode())
        else:
            shutil.copy2(backup / store, data / f"{STORE_FILE}.part")
            (data / f"{STORE_FILE}.part").rename(data / STORE_FILE)
        _begin_again(database or data / STORE_FILE, frozenset(photos))
        _flush_all()
    except (OSError, Problem) as error:
        if not (data / STORE_FILE).exists() and not (data / DATABASE_NOTE).exists():  # so that one can try again
            shutil.rmtree(data / _PHOTOS, ignore_errors=True)
            (data / f"{STORE_FILE}.part").unlink(missing_ok=True)
        if isinstance(error, Problem):
            raise
        raise Unavailable("hub_restore_failed", reason=str(error)) from error
    promised = int(str(told["photos"]))
    if len(photos) < promised:
        raise Refused("hub_backup_photos_missing", missing=promised - len(photos))
    return len(photos)


def _begin_again(where: Path | str, photos: frozenset[Path]) -> None:
    """Tell every laptop at its next call that the district was restored, also where what it said of entries is all
    there: photos that came since the backup are missing, and nobody else knows. Of `photos`, which came out of the
    backup, those that it had lost are asked for again by any road."""
    database = open_database(where)
    try:
        with database.write(EVERYWHERE) as connection:
            for row in connection.execute(select(village.c.village, village.c.epoch)).all():
                epoch = f"{row.epoch.partition('.')[0]}.{os.urandom(6).hex()}"
                connection.execute(update(village).where(village.c.village == row.village).values(epoch=epoch))
            held = connection.execute(select(evidence.c.village, evidence.c.name).where(evidence.c.held)).all()
            for row in held:
                if Path(row.village, row.name) not in photos:
                    here = (evidence.c.village == row.village, evidence.c.name == row.name)
                    connection.execute(update(evidence).where(*here).values(held=False))
    finally:
        database.close()


@dataclass(frozen=True, slots=True)
class _Kept:
    """The tables of one backup."""

    folder: Path
    store: str
    made_at: datetime

    @classmethod
    def of(cls, data: Path, folder: Path, made_at: datetime) -> _Kept:
        """As they stand now, in one state."""
        _take_notes(data, folder)
        note = data / DATABASE_NOTE
        if note.exists():
            _write(folder / _DUMP, b"")  # nobody else may read it from its first byte on
            address = note.read_text(encoding="utf-8").strip()
            _run("pg_dump", "--format=custom", f"--file={folder / _DUMP}", f"--dbname={address}")
            return cls(folder, _DUMP, made_at)
        _write(folder / STORE_FILE, b"")
        with (
            closing(sqlite3.connect(data / STORE_FILE)) as here,
            closing(sqlite3.connect(folder / STORE_FILE)) as there,
        ):
            here.backup(there)
            if there.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise OSError("integrity_check")
        return cls(folder, STORE_FILE, made_at)

    def tell(self, photos: int) -> None:
        """Beside them what is there."""
        told = {
            "program": PROGRAM,
            "made_at": self.made_at.isoformat(),
            "store": self.store,
            "sha256": _digest(self.folder / self.store),
            "photos": photos,
        }
        _write(self.folder / _TOLD, json.dumps(told, indent=1).encode())


def _take_notes(source: Path, into: Path) -> None:
    for name in (NAME_NOTE, ADDRESS_FILE):
        if (source / name).exists():
            shutil.copy2(source / name, into / name)


def _told(backup: Path) -> dict[str, object]:
    try:
        told = json.loads((backup / _TOLD).read_bytes())
        ours = {"store", "sha256", "photos"} <= told.keys() and told["store"] in (_DUMP, STORE_FILE)
        if not ours or type(told["photos"]) is not int:
            raise Refused("hub_backup_unknown")
    except (OSError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise Refused("hub_backup_unknown") from error
    return dict(told)


def _photos(folder: Path) -> Iterator[Path]:
    """Whole photos, as paths within `folder`."""
    if folder.is_dir():
        for village in sorted(folder.iterdir()):
            yield from (path.relative_to(folder) for path in sorted(village.glob("*")) if is_photo_name(path.name))


def _take_photos(source: Path, into: Path, before: Path | None, photos: Sequence[Path], new: frozenset[Path]) -> None:
    into.mkdir(mode=0o700)
    for photo in photos:
        (into / photo.parent).mkdir(mode=0o700, exist_ok=True)
        if photo in new or before is None:
            shutil.copy2(source / photo, into / photo)
        else:
            os.link(before / _PHOTOS / photo, into / photo)


def _same(one: Path, other: Path) -> bool:
    """Photos are called after what is in them, so that the size tells enough: whether it is whole."""
    return one.exists() and one.stat().st_size == other.stat().st_size


def _check_room(target: Path, data: Path, photo_bytes: int) -> None:
    """The tables were written already."""
    disk = shutil.disk_usage(target)
    spare = int(disk.total * _SPARE) if target.stat().st_dev == data.stat().st_dev else 0
    if disk.free < photo_bytes + spare:
        raise Refused("hub_backup_no_room", need_mb=(photo_bytes + spare) >> 20, free_mb=disk.free >> 20)


def _made(target: Path) -> dict[datetime, Path]:
    found = {}
    for path in target.iterdir():
        try:
            found[datetime.strptime(path.name, _FORM).replace(tzinfo=UTC)] = path
        except ValueError:
            continue
    return found


def _newest(target: Path) -> Path | None:
    made = _made(target)
    return made[max(made)] if made else None


def _prune(target: Path, now: datetime) -> int:
    made, keep = _made(target), set[datetime]()
    last: dict[tuple[int, ...], datetime] = {}
    for at in sorted(made):
        age = now - at
        if age <= _EVERY_HOUR:
            keep.add(at)
        if age <= _EVERY_DAY:
            last[at.year, at.month, at.day] = at
        if age <= _EVERY_MONTH:
            last[at.year, at.month] = at
    gone = set(made) - keep - set(last.values()) - {max(made)}
    for at in gone:
        shutil.rmtree(made[at])
    return len(gone)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, content: bytes) -> None:
    with open_private(path, "wb") as file:
        file.write(content)


def _run(program: str, *arguments: str, failed: str = "hub_backup_failed") -> None:
    found = shutil.which(program) or next(
        (str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), reverse=True)), ""
    )
    if not found:
        raise Unavailable(failed, reason=f"{program}: not installed")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        # The first line with an error names what failed; those after it may hold rows.
        said = next((line for line in done.stderr.splitlines() if "error:" in line), f"{program}: {done.returncode}")
        raise Unavailable(failed, reason=said[:200])


def _flush_all() -> None:
    if hasattr(os, "sync"):
        os.sync()
