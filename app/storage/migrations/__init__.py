"""Numbered steps that bring a store to the shape this program expects.

Each step runs in one transaction together with its record, so a store is always at a whole number. A new step is a
module ``m000N_name.py`` with ``up(connection)`` and one line in `MIGRATIONS`; a step that was ever released is never
changed. (Listed by hand, because a packaged program can not list its own folder.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from app.domain.errors import Refused
from app.storage.database import Database
from app.storage.migrations import (
    m0001_desk,
    m0002_journal,
    m0010_search,
    m0011_matches,
    m0012_list_changes,
    m0013_aside_there,
    m0014_photo_receipts,
    m0015_road,
    m0016_until,
    m0017_photo_names,
    m0018_why_aside,
    m0019_times,
    m0020_former_members,
    m0021_given_up,
    m0022_counted,
)


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number, its name as recorded, and what it does to the store."""

    number: int
    name: str
    up: Callable[[Connection], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "desk", m0001_desk.up),
    Migration(2, "journal", m0002_journal.up),
    Migration(10, "search", m0010_search.up),
    Migration(11, "matches", m0011_matches.up),
    Migration(12, "list_changes", m0012_list_changes.up),
    Migration(13, "aside_there", m0013_aside_there.up),
    Migration(14, "photo_receipts", m0014_photo_receipts.up),
    Migration(15, "road", m0015_road.up),
    Migration(16, "until", m0016_until.up),
    Migration(17, "photo_names", m0017_photo_names.up),
    Migration(18, "why_aside", m0018_why_aside.up),
    Migration(19, "times", m0019_times.up),
    Migration(20, "former_members", m0020_former_members.up),
    Migration(21, "given_up", m0021_given_up.up),
    Migration(22, "counted", m0022_counted.up),
)


def migrate(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Run what is missing and give the store's number.

    Refused ``store_newer`` where a newer program has written here: this one must not touch what it does not know.
    """
    done = _recorded(database)
    known = {step.number: step.name for step in migrations}
    newest, ours = max(done, default=0), max(known, default=0)
    if newest > ours or any(known.get(number) != name for number, name in done.items()):
        raise Refused("store_newer", store=newest, program=ours)
    for step in sorted(migrations, key=lambda step: step.number):
        if step.number in done:
            continue
        with database.write() as connection:
            step.up(connection)
            connection.exec_driver_sql(
                "INSERT INTO migration (number, name, at) VALUES (?, ?, ?)",
                (step.number, step.name, datetime.now(UTC).isoformat(timespec="seconds")),
            )
    return ours


def _recorded(database: Database) -> dict[int, str]:
    with database.read() as connection:
        table = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").first()
        if table:
            rows = connection.exec_driver_sql("SELECT number, name FROM migration").all()
            return {int(number): str(name) for number, name in rows}
    with database.write() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL) STRICT"
        )
    return {}
