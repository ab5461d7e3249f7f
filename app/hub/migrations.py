"""Brings the district's tables to this program's shape, each step with its record in one transaction."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
from sqlalchemy import Connection, insert, inspect, select, update

from app.domain.errors import Refused
from app.domain.roster import Family
from app.hub.tables import VERSION, meta, metadata, migration

Step = Callable[[Connection], None]


def migrate(connection: Connection) -> None:
    """Make or change the tables; the connection must be the only writer. Refused ``hub_store_newer``."""
    held = _version(connection)
    if held is not None and held > VERSION:
        raise Refused("hub_store_newer", store=held, program=VERSION)
    for version in range(held + 1, VERSION + 1) if held is not None else ():
        if version in _STEPS:
            _STEPS[version](connection)
    metadata.create_all(connection)
    if held == VERSION:
        return
    for table in metadata.sorted_tables:
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    _record(connection, held)


def _record(connection: Connection, held: int | None) -> None:
    now = time.time_ns() // 1_000_000
    first = held + 1 if held is not None else VERSION
    done = [{"version": version, "applied_at_ms": now} for version in range(first, VERSION + 1)]
    connection.execute(insert(migration), done)
    if held is None:
        connection.execute(insert(meta).values(key="version", value=str(VERSION)))
    else:
        connection.execute(update(meta).where(meta.c.key == "version").values(value=str(VERSION)))


def _version(connection: Connection) -> int | None:
    """Of the tables that are there, None where there are none yet."""
    if not inspect(connection).has_table("meta"):
        return None
    held = connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar()
    return int(held) if held is not None else None


def _village_first_in_codes(connection: Connection) -> None:
    """Codes were known by their letters alone."""
    connection.exec_driver_sql("ALTER TABLE code RENAME TO code_before")
    metadata.tables["code"].create(connection)
    names = "village, code, key, role, name, rts, made_at_ms, expires_at_ms, used_by"
    connection.exec_driver_sql(f"INSERT INTO code ({names}) SELECT {names} FROM code_before")
    connection.exec_driver_sql("DROP TABLE code_before")


def _roles_of_accounts(connection: Connection) -> None:
    """Accounts were verifiers, and some of them also admins; sessions knew no pause: everybody signs in anew."""
    if inspect(connection).has_table("verifier"):
        connection.exec_driver_sql("ALTER TABLE verifier ADD COLUMN roles TEXT NOT NULL DEFAULT 'verifier'")
        connection.exec_driver_sql("UPDATE verifier SET roles = 'verifier,admin' WHERE admin")
        connection.exec_driver_sql("ALTER TABLE verifier DROP COLUMN admin")
    connection.exec_driver_sql("DROP TABLE IF EXISTS session")


def _until_of_codes(connection: Connection) -> None:
    """Codes told no last day of the certificate."""
    store = inspect(connection)
    if store.has_table("code") and "until" not in {column["name"] for column in store.get_columns("code")}:
        connection.exec_driver_sql("ALTER TABLE code ADD COLUMN until TEXT NOT NULL DEFAULT ''")


def _names_of_photos(connection: Connection) -> None:
    """Photos were called by their whole hash (docs/decisions/0017)."""
    store = inspect(connection)
    for table in ("evidence", "arrived"):
        if store.has_table(table) and "sha256" in {column["name"] for column in store.get_columns(table)}:
            connection.exec_driver_sql(f"ALTER TABLE {table} RENAME COLUMN sha256 TO name")


def _kinds_with_subjects(connection: Connection) -> None:
    """The index of kinds held no subjects; the new one takes its place."""
    connection.exec_driver_sql("DROP INDEX IF EXISTS entry_kind")


def _members_of_proposals(connection: Connection) -> None:
    """Proposals told their family's head alone; whom earlier ones are about is filled in when they move next."""
    store = inspect(connection)
    if store.has_table("proposal") and "member" not in {column["name"] for column in store.get_columns("proposal")}:
        connection.exec_driver_sql("ALTER TABLE proposal ADD COLUMN member TEXT NOT NULL DEFAULT ''")


def _former_members(connection: Connection) -> None:
    """Names of those whom a list dropped from a family were not kept apart: `lost` has all but those who went to
    another family of the village."""
    former = metadata.tables["former_member"]
    if inspect(connection).has_table(former.name) or not inspect(connection).has_table("lost"):
        return
    former.create(connection)
    lost = metadata.tables["lost"]
    for code in connection.execute(select(lost.c.village).distinct()).scalars().all():
        people = [
            {"village": code, "family": row.family, "member": one.id, "name": one.name}
            for row in connection.execute(select(lost).where(lost.c.village == code)).all()
            for one in msgspec.msgpack.decode(row.body, type=Family).members
        ]
        if people:
            connection.execute(insert(former), people)


def _authors_of_what_waits(connection: Connection) -> None:
    """The index of authors held every entry; the new one holds those alone that were set aside."""
    connection.exec_driver_sql("DROP INDEX IF EXISTS entry_reason")


_STEPS: dict[int, Step] = {
    3: _village_first_in_codes,
    5: _roles_of_accounts,
    6: _until_of_codes,
    7: _names_of_photos,
    9: _kinds_with_subjects,
    10: _members_of_proposals,
    11: _former_members,
    12: _authors_of_what_waits,
}
"""To which version -> what has to be changed; new tables and indexes are made without a step."""
