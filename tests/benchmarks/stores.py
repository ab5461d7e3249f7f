"""The same village in an encrypted store and in a plain SQLite file: what figures are compared with."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.domain.ids import DeviceId, PersonId
from app.domain.roster import Roster
from app.practice.village import generate
from app.storage.anchor import Anchor
from app.storage.database import Database
from app.storage.journal import Origin, SqlJournal
from app.storage.local_lists import SqlRegister
from app.storage.migrations import migrate
from app.storage.mirror import Mirror
from app.storage.reading import SqlReading
from app.usecases.ports import Actor

KEY = bytes(range(32))
PEOPLE_A_FAMILY = 4.15
"""Of the invented villages; how many families make so many people."""


class Now:
    """The real clock."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC."""
        return int(time.time() * 1000)


class PlainDatabase:
    """An unencrypted file behind the same driver, pool and SQLAlchemy."""

    def __init__(self, path: Path) -> None:
        def connect() -> dbapi2.Connection:
            connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA temp_store = MEMORY")
            return connection

        self.engine: Engine = create_engine(
            "sqlite+pysqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, pool_use_lifo=True
        )

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection with one unchanging state."""
        with self.engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("BEGIN")
            yield connection


@dataclass(frozen=True)
class Stores:
    """One village twice, with its journal."""

    roster: Roster
    database: Database
    journal: SqlJournal
    plain: PlainDatabase
    built_seconds: float

    def reading(self) -> SqlReading:
        """A read side that has answered nothing yet."""
        return SqlReading(self.database, Now())

    def plain_reading(self) -> SqlReading:
        """The same on the plain file."""
        return SqlReading(self.plain, Now())


def build(folder: Path, people: int, seed: int = 5) -> Stores:
    """An invented village of about so many people, published on a new laptop, and its plain copy."""
    roster = generate(seed, round(people / PEOPLE_A_FAMILY)).roster
    folder.mkdir(parents=True)
    started = time.perf_counter()
    database = Database(folder / "village.db", KEY, create=True)
    migrate(database)
    Anchor.create(folder / "anchor.bin", KEY)
    journal = SqlJournal(
        database,
        Anchor(folder / "anchor.bin", KEY),
        Mirror(folder / "mirror", KEY, "bench"),
        actor=Actor(PersonId("operator1234"), "Maria Bano", "operator"),
        signing_key=Ed25519PrivateKey.generate(),
        clock=Now(),
    )
    journal.start(Origin(DeviceId("laptopaaaaaa"), roster.village_code, "Laptop"))
    SqlRegister(journal).publish_local(roster, source_name="b.xlsx", source_sha256="0" * 64, month="2026-11")
    seconds = time.perf_counter() - started
    database.checkpoint()
    return Stores(roster, database, journal, _plain_copy(database, folder / "plain.db"), seconds)


def _plain_copy(database: Database, path: Path) -> PlainDatabase:
    raw = database.engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("ATTACH DATABASE ? AS plain KEY ''", (str(path),))
        cursor.execute("SELECT sqlcipher_export('plain')")
        cursor.fetchall()
        cursor.execute("DETACH DATABASE plain")
    finally:
        raw.close()
    return PlainDatabase(path)


@dataclass(frozen=True)
class Times:
    """Milliseconds of many runs."""

    sorted_ms: tuple[float, ...]

    @classmethod
    def of(cls, milliseconds: list[float]) -> Times:
        """In order."""
        return cls(tuple(sorted(milliseconds)))

    def at(self, percent: float) -> float:
        """The value that `percent` of the runs do not exceed."""
        return self.sorted_ms[min(len(self.sorted_ms) - 1, int(len(self.sorted_ms) * percent / 100))]


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000
