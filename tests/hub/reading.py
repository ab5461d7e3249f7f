"""A reading side as docs/deploy.md makes it: the shipped statements, run by psql as somebody would."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import Table

from app.hub.tables import attempt, code, meta, metadata, migration, session, verifier
from tests.hub.recipe import changed, commands, shipped, words
from tests.postgres import Server

RECIPE = "Many districts"
PASSWORD = "kata-sandi-pembaca"
TOLD = [one for one in metadata.sorted_tables if one not in (meta, migration, code, verifier, session, attempt)]
"""Tables that a reading side is told."""


@dataclass(frozen=True)
class ReadingSide:
    """A database that many districts tell."""

    server: Server
    address: str

    @classmethod
    def of(cls, server: Server, district: str) -> ReadingSide:
        """Empty, with the tables of a district."""
        (dump,) = commands(RECIPE, "runuser -u postgres -- pg_dump")
        options = [one for one in words(dump, "pg_dump") if one.startswith("--")]
        tables = subprocess.run(
            [server.programs / "pg_dump", *options, "-d", district], check=True, capture_output=True, text=True
        ).stdout
        made = cls(server, server.new_database())
        psql(server, made.address, tables)
        return made

    def subscribe(self, place: str, *, kept: bool = False, number: str = "7308") -> None:
        """Listen to one district at a place; `kept` where it keeps our place there already."""
        statement = shipped("subscription.sql", {"CHANGE-ME-5": PASSWORD, "district_7308": f"district_{number}"})
        statement = re.sub(r"CONNECTION '.*'", f"CONNECTION '{place}'", statement)
        if not kept:
            statement = changed(statement, {"create_slot = false, ": ""})
        psql(self.server, self.address, statement)

    def forget(self, number: str = "7308") -> None:
        """One district's rows, to fetch them again."""
        psql(self.server, self.address, shipped("resubscribe.sql", {"7308": number}))


def publish(server: Server, district: str) -> None:
    """Let the reader in."""
    psql(server, district, shipped("publication.sql", {"CHANGE-ME-5": PASSWORD}))


def compared(server: Server, address: str, number: str = "7308") -> str:
    """The lines by which two sides are compared."""
    return psql(server, address, shipped("compare.sql", {"7308": number}))


def rows(address: str, number: str) -> Mapping[str, list[str]]:
    """All of a district's rows that a reading side is told, by table."""
    with psycopg.connect(address) as connection:
        return {one.name: _rows(connection, one, number) for one in TOLD}


def _rows(connection: psycopg.Connection[tuple[object, ...]], table: Table, number: str) -> list[str]:
    found = connection.execute(f"SELECT t::text FROM {table.name} t WHERE village LIKE %s".encode(), [f"{number}%"])
    return sorted(str(row[0]) for row in found)


def psql(server: Server, address: str, script: str) -> str:
    """What the script printed; its first error ends it."""
    ran = subprocess.run(
        [server.programs / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", address],
        input=script,
        capture_output=True,
        text=True,
        cwd=Path("/"),
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
