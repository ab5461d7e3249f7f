"""Two districts, each with a server of its own, tell one reading side everything but accounts, sessions and codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg
import pytest

from app.hub.backup import back_up, restore
from app.hub.local import LocalHub
from tests.benchmarks.villages_online import Caller, Village, prepare
from tests.hub.reading import PASSWORD, TOLD, ReadingSide, compared, psql, publish, rows
from tests.hub.recipe import FILES
from tests.hub.waiting import until
from tests.machine import lacks
from tests.postgres import Server, programs

SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "shared_buffers": "32MB",
    "wal_level": "logical",
    "max_logical_replication_workers": "16",
    "max_worker_processes": "24",
}
NUMBERS = ("7308", "7403")


@dataclass
class Shard:
    """A district with a server of its own."""

    number: str
    server: Server
    address: str
    hub: LocalHub
    villages: list[Village]

    def send(self) -> None:
        """A batch of every village."""
        for one in self.villages:
            caller = Caller(one, self.hub.url)
            caller.send_next()
            caller.close()

    @property
    def place(self) -> str:
        """For the reading side."""
        name = self.address.removeprefix("postgresql:///").partition("?")[0]
        return f"host={self.server.folder} dbname={name} user=reader password={PASSWORD}"


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Shard]]:
    """Two districts that work."""
    found = programs()
    if found is None:
        lacks("needs the programs of a PostgreSQL server")
    with ExitStack() as open_:
        made = []
        for number in NUMBERS:
            server = open_.enter_context(Server.running(found, SETTINGS))
            address = server.new_database()
            hub = LocalHub(tmp_path_factory.mktemp(number), database=address)
            open_.callback(hub.close)
            hub.start()
            villages = prepare(hub.district, 3, 5, first=int(f"{number}032001"))
            made.append(Shard(number, server, address, hub, villages))
        yield made


@pytest.fixture(scope="module")
def reading(shards: list[Shard]) -> Iterator[ReadingSide]:
    """A server that listens to both, from their first batch on."""
    with Server.running(shards[0].server.programs, SETTINGS) as server:
        for one in shards:
            one.send()
            publish(one.server, one.address)
        made = ReadingSide.of(server, shards[0].address)
        for one in shards:
            made.subscribe(one.place, number=one.number)
        yield made
        for one in shards:
            psql(server, made.address, f"ALTER SUBSCRIPTION district_{one.number} DISABLE;")


def test_villages_of_two_districts_lie_in_one_reading_side(shards: list[Shard], reading: ReadingSide) -> None:
    arrive(shards, reading)
    for one in shards:
        one.send()
    arrive(shards, reading)
    for one in shards:
        told = rows(one.address, one.number)
        assert len(told["village"]) == 3
        assert len(told["entry"]) > 60
        assert compared(one.server, one.address, one.number) == compared(reading.server, reading.address, one.number)


def test_a_district_is_fetched_again_while_the_other_goes_on(shards: list[Shard], reading: ReadingSide) -> None:
    arrive(shards, reading)
    first = shards[0]
    psql(reading.server, reading.address, "DELETE FROM entry WHERE village LIKE '7308%' AND seq = 1;")
    psql(reading.server, reading.address, "UPDATE entry SET reason = 'x' WHERE village LIKE '7308%' AND seq = 2;")
    assert compared(first.server, first.address) != compared(reading.server, reading.address)
    reading.forget()
    assert not any(rows(reading.address, first.number).values())
    for one in shards:
        one.send()
    reading.subscribe(first.place, kept=True)
    arrive(shards, reading)
    assert compared(first.server, first.address) == compared(reading.server, reading.address)
    first.send()
    arrive(shards, reading)


def test_the_reader_reads_what_is_told_and_nothing_else(shards: list[Shard], reading: ReadingSide) -> None:
    one = shards[0]
    statement = (FILES / "publication.sql").read_text("utf-8")
    lists = [
        set(re.findall(r"\w+", found)) for found in re.findall(r"(?:TABLE|SELECT ON) ([\w,\s]+?)(?: TO|;)", statement)
    ]
    assert lists == [{table.name for table in TOLD}] * 2
    for table in ("verifier", "session", "code", "attempt"):
        with psycopg.connect(one.place) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"SELECT * FROM {table}".encode())
    with psycopg.connect(one.place) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("DELETE FROM entry")


def test_a_district_that_is_read_is_restored_where_nobody_reads(
    shards: list[Shard], reading: ReadingSide, tmp_path: Path
) -> None:
    made = back_up(shards[0].hub.district, tmp_path / "backups")
    with Server.running(shards[0].server.programs, SETTINGS) as elsewhere:
        address = elsewhere.new_database()
        restore(made.folder, tmp_path / "back", address)
        assert compared(elsewhere, address) == compared(shards[0].server, shards[0].address)
        assert psql(elsewhere, address, "SELECT pubname FROM pg_publication;") == ""
        publish(elsewhere, address)


def _same(one: Shard, reading: ReadingSide) -> bool:
    return rows(one.address, one.number) == rows(reading.address, one.number)


def arrive(shards: list[Shard], reading: ReadingSide) -> None:
    """All that the districts hold is there."""
    for one in shards:
        until(60, partial(_same, one, reading))
