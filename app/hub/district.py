"""The district as its parts see it: name, keys, database, folder and clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.hub.database import HubDatabase, open_database
from app.hub.keys import HubKeys, open_keys
from app.hub.limits import Limits

PROGRAM = "hub 0.1.0"


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
    now_ms: Callable[[], int] = wall_ms
    limits: Limits = field(default_factory=Limits)

    @property
    def blobs(self) -> Path:
        """Where photos lie."""
        return self.folder / "blobs"

    @property
    def incoming(self) -> Path:
        """Where an uploaded list lies while it is read."""
        return self.folder / "incoming"

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_district(
    folder: Path, name: str = "Kabupaten", keys: Path | None = None, now_ms: Callable[[], int] = wall_ms
) -> District:
    """The district of a folder, made where there is none yet."""
    folder.mkdir(parents=True, exist_ok=True)
    held = open_keys(keys or folder / "keys", name)
    (folder / "blobs").mkdir(exist_ok=True)
    return District(name, folder, held, open_database(folder / "hub.db"), now_ms)
