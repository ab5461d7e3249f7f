"""The district as its parts see it: name, keys, database, folder and clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.ids import ChainId, device_of
from app.hub.allowance import Allowance
from app.hub.database import HubDatabase, is_address, is_empty, open_database
from app.hub.keys import HubKeys, open_keys
from app.hub.limits import Limits
from app.hub.private import write_whole
from app.hub.tables import village
from app.hub.zones import DistrictZone
from app.wire.trust import district_device

PROGRAM = "hub 0.1.0"

STORE_FILE = "hub.db"
DATABASE_NOTE = "database"
"""Names the database server where the tables lie on one."""
NAME_NOTE = "name"
"""Holds the district's name as villages see it."""


def wall_ms() -> int:
    """Milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class District:
    """Everything that lasts; made once a process."""

    name: str
    folder: Path
    keys: HubKeys
    database: HubDatabase
    limits: Limits
    allowance: Allowance
    zone: DistrictZone
    now_ms: Callable[[], int] = wall_ms

    @property
    def blobs(self) -> Path:
        """Where photos lie."""
        return self.folder / "blobs"

    @property
    def unfinished(self) -> Path:
        """Photos of sticks while they are written, on the disk on which they stay."""
        return self.blobs / ".unfinished"

    @property
    def incoming(self) -> Path:
        """Where an uploaded list lies while it is read."""
        return self.folder / "incoming"

    @property
    def outgoing(self) -> Path:
        """Bundles in parts, a folder for each village, until they were downloaded."""
        return self.folder / "outgoing"

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_district(
    folder: Path,
    name: str = "",
    keys: Path | None = None,
    now_ms: Callable[[], int] = wall_ms,
    database: str = "",
) -> District:
    """The district of a folder, made where there is none yet; the folder remembers its name (``Kabupaten`` until one
    was said).

    `database` is the ``postgresql://`` address of its tables; the folder remembers it, so that no later call works on
    another store by mistake. Its keys are made with it and never later. Refused ``hub_database_bad``,
    ``hub_database_other``, ``hub_keys_other``, and as `open_keys` and `open_database`.
    """
    where = _where(folder, database)
    begun = not is_empty(where) if isinstance(where, str) else where.exists()
    folder.mkdir(parents=True, exist_ok=True)
    held = open_keys(keys or folder / "keys", name.strip() or _remembered(folder), begun=begun)
    name = _named(folder, name.strip())
    (folder / "blobs").mkdir(exist_ok=True)
    found = open_database(where)
    try:
        _check_keys(found, held)
    except BaseException:
        found.close()
        raise
    if isinstance(where, str):
        _remember(folder / DATABASE_NOTE, where)
    return District(name, folder, held, found, Limits(found, now_ms), Allowance(now_ms), DistrictZone(found), now_ms)


def _where(folder: Path, database: str) -> Path | str:
    """The file of the folder, or the address that was given now or before."""
    note = folder / DATABASE_NOTE
    known = note.read_text(encoding="utf-8").strip() if note.exists() else ""
    if not database:
        return known or folder / STORE_FILE
    if not is_address(database):
        raise Refused("hub_database_bad")
    if not known and (folder / STORE_FILE).exists():
        raise Refused("hub_database_other")
    return database


def _named(folder: Path, name: str) -> str:
    """The name that was said now, or before."""
    if name:
        _remember(folder / NAME_NOTE, name)
        return name
    return _remembered(folder)


def _remembered(folder: Path) -> str:
    note = folder / NAME_NOTE
    return (note.read_text(encoding="utf-8").strip() if note.exists() else "") or "Kabupaten"


def _check_keys(database: HubDatabase, keys: HubKeys) -> None:
    """Refused ``hub_keys_other`` where the chains are another root key's: written on with these keys, no laptop would
    believe the district any more."""
    with database.look() as connection:
        row = connection.execute(select(village.c.village, village.c.chain).limit(1)).first()
    if row is not None and device_of(ChainId(row.chain)) != district_device(keys.root_public, row.village):
        raise Refused("hub_keys_other")


def _remember(note: Path, text: str) -> None:
    if note.exists() and note.read_text(encoding="utf-8").strip() == text:
        return
    write_whole(note, text.encode())
