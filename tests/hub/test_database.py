"""The district's store, the same on SQLite and PostgreSQL: alone in a village, nothing half done, nothing leaked."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import insert, inspect, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.errors import Refused, Unavailable
from app.hub.database import EVERYWHERE, OFFICE, HubDatabase, open_database
from app.hub.tables import VERSION, head, meta, metadata, migration
from tests.postgres import POSTGRESQL, NewDatabase, Server

pytestmark = pytest.mark.both_stores

ONE, OTHER = "7308032001", "7308032002"
OLD_CODES = """CREATE TABLE code (code TEXT NOT NULL PRIMARY KEY, village TEXT NOT NULL, key {bytes} NOT NULL,
role TEXT NOT NULL, name TEXT NOT NULL, rts TEXT NOT NULL, made_at_ms BIGINT NOT NULL, expires_at_ms BIGINT NOT NULL,
used_by TEXT NOT NULL)"""
OLD_PROPOSALS = """CREATE TABLE proposal (village TEXT NOT NULL, proposal TEXT NOT NULL, family TEXT NOT NULL,
kind TEXT NOT NULL, state TEXT NOT NULL, name TEXT NOT NULL, rt TEXT NOT NULL, rw TEXT NOT NULL, author TEXT NOT NULL,
at_ms BIGINT NOT NULL, arrived_at_ms BIGINT NOT NULL, waits BOOLEAN NOT NULL, PRIMARY KEY (village, proposal))"""


@pytest.fixture
def address(tmp_path: Path, new_database: NewDatabase) -> str:
    """Of an empty store."""
    return new_database() or str(tmp_path / "hub.db")


@pytest.fixture
def database(address: str) -> Iterator[HubDatabase]:
    """The store, open."""
    found = open_database(address)
    yield found
    found.close()


def put_head(database: HubDatabase, village: str, chain: str, seq: int) -> None:
    """Write one row."""
    with database.write(village) as connection:
        row = {"village": village, "chain": chain, "seq": seq, "hash": b"h", "sealed_seq": 0}
        connection.execute(insert(head).values(**row))


def heads(database: HubDatabase) -> list[tuple[str, str, int]]:
    """All rows."""
    with database.read() as connection:
        rows = connection.execute(select(head.c.village, head.c.chain, head.c.seq).order_by(head.c.village, head.c.seq))
        return [tuple(row) for row in rows]


def test_the_message_of_a_bug_holds_no_values(database: HubDatabase) -> None:
    with pytest.raises(IntegrityError) as caught, database.write(ONE) as connection:
        connection.execute(insert(head).values(village=ONE, chain="3573010101900001"))
    assert "3573010101900001" not in str(caught.value)
    assert caught.value.__suppress_context__ or "3573010101900001" not in str(caught.value.__context__)


def test_a_write_that_fails_leaves_nothing(database: HubDatabase) -> None:
    put_head(database, ONE, "a", 1)

    def fail() -> None:
        with database.write(ONE) as connection:
            connection.execute(update(head).values(seq=9))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert heads(database) == [(ONE, "a", 1)]


def test_writers_of_a_village_take_turns_and_none_writes_over_another(database: HubDatabase, address: str) -> None:
    put_head(database, ONE, "a", 0)
    with closing(open_database(address)) as twin, ThreadPoolExecutor(8) as many:

        def count_up(number: int) -> None:
            with (database, twin)[number % 2].write(ONE) as connection:
                held = connection.execute(select(head.c.seq)).scalar_one()
                connection.execute(update(head).values(seq=held + 1))

        list(many.map(count_up, range(40)))
    assert heads(database) == [(ONE, "a", 40)]


def test_a_reader_sees_one_state_throughout_and_may_not_write(database: HubDatabase) -> None:
    put_head(database, ONE, "a", 1)
    with database.read() as connection:
        before = connection.execute(select(head.c.seq)).scalars().all()
        put_head(database, ONE, "b", 2)
        assert connection.execute(select(head.c.seq)).scalars().all() == before
    assert len(heads(database)) == 2


def test_villages_write_side_by_side_on_a_server(database: HubDatabase, store_kind: str) -> None:
    """In one file they wait for one another, which is why this asks less of it."""
    with database.write(ONE) as connection:
        connection.execute(insert(head).values(village=ONE, chain="a", seq=1, hash=b"", sealed_seq=0))
        if store_kind == POSTGRESQL:
            put_head(database, OTHER, "b", 2)
            with database.write(OFFICE):
                pass
    assert (ONE, "a", 1) in heads(database)


def test_a_write_everywhere_waits_for_every_village(database: HubDatabase) -> None:
    inside, order = threading.Event(), []

    def everywhere() -> None:
        inside.wait(20)
        with database.write(EVERYWHERE) as connection:
            order.append(len(connection.execute(select(head.c.seq)).scalars().all()))

    with ThreadPoolExecutor(1) as one:
        with database.write(ONE) as connection:
            waiting = one.submit(everywhere)
            inside.set()
            connection.execute(insert(head).values(village=ONE, chain="a", seq=1, hash=b"", sealed_seq=0))
        waiting.result(30)
    assert order == [1]


@pytest.mark.parametrize("text", ["a\x00b", "\x1b0", "\x1b1\x00\x1b", "Désa 村 \U0001f3e0", "'; --"])
def test_any_text_of_a_laptop_comes_back_as_it_was(database: HubDatabase, text: str) -> None:
    put_head(database, ONE, text, 1)
    assert heads(database) == [(ONE, text, 1)]


def test_texts_are_ordered_by_their_bytes_everywhere(database: HubDatabase) -> None:
    names = ["a", "B", "é", "_", "Z1", "-"]
    for number, name in enumerate(names):
        put_head(database, ONE, name, number)
    with database.read() as connection:
        found = connection.execute(select(head.c.chain).order_by(head.c.chain)).scalars().all()
    assert found == sorted(names, key=str.encode)


def test_a_store_of_a_newer_program_is_refused_and_left_as_it_is(database: HubDatabase, address: str) -> None:
    with database.write(EVERYWHERE) as connection:
        connection.execute(update(meta).where(meta.c.key == "version").values(value=str(VERSION + 1)))
    with pytest.raises(Refused) as caught:
        open_database(address)
    assert (caught.value.code, caught.value.facts["store"]) == ("hub_store_newer", VERSION + 1)


def test_the_village_stands_first_in_every_key_and_every_change_of_shape_is_recorded(database: HubDatabase) -> None:
    of_the_district = {"meta", "migration", "verifier", "session", "attempt"}
    with database.read() as connection:
        there = inspect(connection)
        keys = {name: there.get_pk_constraint(name)["constrained_columns"] for name in there.get_table_names()}
        assert {name for name, columns in keys.items() if columns[0] != "village"} == of_the_district
        assert connection.execute(select(migration.c.version)).scalars().all() == [VERSION]
    assert set(keys) == set(metadata.tables)


def test_a_store_of_the_second_version_keeps_its_codes_and_proposals(address: str, store_kind: str) -> None:
    kept = ("abc", ONE, b"k", "operator", "Siti", "[]", 1, 2, "")
    sql = (
        OLD_CODES.format(bytes="BYTEA" if store_kind == POSTGRESQL else "BLOB"),
        "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
        "INSERT INTO meta VALUES ('version', '2')",
        OLD_PROPOSALS,
        f"INSERT INTO proposal VALUES ('{ONE}', 'a.1/1', 'f-1', 'death', 'proposed', 'NUR', '1', '1', 'p', 1, 1, true)",
    )
    mark = "%s" if store_kind == POSTGRESQL else "?"
    with closing(psycopg.connect(address) if store_kind == POSTGRESQL else sqlite3.connect(address)) as raw:
        for one in sql:
            raw.execute(one)
        raw.execute(f"INSERT INTO code VALUES ({', '.join([mark] * 9)})", kept)
        raw.commit()
    with closing(open_database(address)) as database, database.read() as connection:
        code = metadata.tables["code"]
        row = connection.execute(select(code.c.code, code.c.village, code.c.key)).one()
        assert tuple(row) == ("abc", ONE, b"k")
        proposal = metadata.tables["proposal"]
        assert connection.execute(select(proposal.c.name, proposal.c.member)).one() == ("NUR", "")
        assert connection.execute(select(migration.c.version)).scalars().all() == list(range(3, VERSION + 1))
        assert "code_before" not in inspect(connection).get_table_names()


def test_a_file_that_is_no_store_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "hub.db").write_bytes(b"no database at all, but long enough to be one" * 100)
    with pytest.raises(Refused, match="hub_store_damaged"):
        open_database(tmp_path / "hub.db")


@pytest.fixture
def own_server(postgresql: Server) -> Iterator[Server]:
    """A server that a test may stop."""
    with Server.running(postgresql.programs) as found:
        yield found


def ends_with(code: str, act: Callable[[], object]) -> None:
    """The act is told to come again later, by this code."""
    with pytest.raises(Unavailable) as caught:
        act()
    assert caught.value.code == code


def test_a_server_that_goes_away_and_comes_back_needs_nobody(own_server: Server) -> None:
    with closing(open_database(own_server.new_database())) as database:
        put_head(database, ONE, "a", 1)

        def cut() -> None:
            with database.write(ONE) as connection:
                connection.execute(update(head).values(seq=2))
                own_server.stop("immediate")
                connection.execute(update(head).values(seq=3))

        ends_with("hub_store_away", cut)
        ends_with("hub_store_away", lambda: heads(database))
        own_server.start()
        assert heads(database) == [(ONE, "a", 1)]
        own_server.stop("immediate")
        own_server.start()  # idle connections that the restart has closed are not used again
        put_head(database, ONE, "b", 2)


def test_a_line_to_the_server_that_was_needed_once_stays(postgresql: Server) -> None:
    with closing(open_database(postgresql.new_database())) as database:

        def servers() -> set[int]:
            with ExitStack() as stack:
                looks = [stack.enter_context(database.look()) for _ in range(16)]
                return {one.exec_driver_sql("SELECT pg_backend_pid()").scalar_one() for one in looks}

        first = servers()
        assert len(first) == 16
        assert servers() == first


def test_a_standby_is_no_place_to_write(postgresql: Server) -> None:
    with closing(open_database(postgresql.new_database())) as database:

        def write() -> None:
            with database.write(ONE) as connection:
                connection.exec_driver_sql("SET TRANSACTION READ ONLY")
                connection.execute(update(head).values(seq=3))

        ends_with("hub_store_away", write)
        assert heads(database) == []


def test_whoever_waits_too_long_for_a_village_is_told_to_come_again(postgresql: Server) -> None:
    address = f"{postgresql.new_database()}&options=-c%20lock_timeout%3D1ms"
    with closing(open_database(address)) as database, database.write(ONE):
        with database.write(OTHER):
            pass
        ends_with("hub_busy", lambda: put_head(database, ONE, "a", 1))


def test_a_server_without_such_a_database_is_said_to_be_away(postgresql: Server) -> None:
    ends_with("hub_store_away", lambda: open_database(postgresql.address("nowhere")))
