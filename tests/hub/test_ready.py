"""Statements that are sent past SQLAlchemy mean the same on both stores, and nothing that is told goes astray."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import bindparam, insert, select, text, update

from app.domain.errors import Unavailable
from app.hub.database import HubDatabase, open_database
from app.hub.ready import Last, Ready, ReadyRows, among, ask, ask_last, foresee, rows, tell
from app.hub.tables import head
from tests.postgres import POSTGRESQL, NewDatabase

pytestmark = pytest.mark.both_stores

ONE = "7308032001"
_NEW = ReadyRows(head)
_MOVE = Ready(update(head).where(head.c.chain == bindparam("at_chain")).values(seq=bindparam("to_seq")))
_THESE = Ready(
    select(head.c.chain, head.c.seq, head.c.hash)
    .where(head.c.village == bindparam("at_village"), among(head.c.chain, "chains"))
    .order_by(head.c.seq)
)
_COUNTED = Ready(select(head.c.seq).where(head.c.village == bindparam("at_village")))


@pytest.fixture
def database(tmp_path: Path, new_database: NewDatabase) -> Iterator[HubDatabase]:
    """An empty store."""
    found = open_database(new_database() or str(tmp_path / "hub.db"))
    yield found
    found.close()


def row(chain: str, seq: int, hash_: bytes = b"h") -> dict[str, object]:
    """Of the table of heads."""
    return {"village": ONE, "chain": chain, "seq": seq, "hash": hash_, "sealed_seq": 0}


def seqs(database: HubDatabase) -> list[int]:
    """What is kept."""
    with database.look() as connection:
        return sorted(one.seq for one in rows(connection, _COUNTED, {"at_village": ONE}))


def test_what_was_told_is_there_for_whoever_asks_by_whatever_road(database: HubDatabase) -> None:
    with database.write(ONE, lazily=True) as connection:
        tell(connection, _NEW, [row("a", 1), row("b", 2)])
        assert [one.seq for one in rows(connection, _COUNTED, {"at_village": ONE})] == [1, 2]
        tell(connection, _MOVE, {"at_chain": "a", "to_seq": 5})
        assert sorted(connection.execute(select(head.c.seq)).scalars()) == [2, 5]
        tell(connection, _MOVE, {"at_chain": "b", "to_seq": 7})
    assert seqs(database) == [5, 7]


def test_what_was_told_is_forgotten_with_the_write_that_fails(database: HubDatabase) -> None:
    def fail(*, asked: bool) -> None:
        with database.write(ONE, lazily=True) as connection:
            tell(connection, _NEW, [row("a", 1)])
            if asked:
                rows(connection, _COUNTED, {"at_village": ONE})
            raise RuntimeError

    for asked in (False, True):
        with pytest.raises(RuntimeError):
            fail(asked=asked)
        assert seqs(database) == []
    with database.write(ONE) as connection:
        tell(connection, _NEW, [row("b", 2)])
    assert seqs(database) == [2]


def test_a_told_change_that_cannot_be_made_fails_the_write_and_shows_no_value(database: HubDatabase) -> None:
    def twice() -> None:
        with database.write(ONE, lazily=True) as connection:
            tell(connection, _NEW, [row("3573010101900001", 1)])
            tell(connection, _NEW, [row("3573010101900001", 2)])

    for _ in range(2):  # also with what was prepared before it failed
        with pytest.raises(Exception, match="head") as caught:
            twice()
        assert "3573010101900001" not in str(caught.value)
        assert caught.value.__suppress_context__ or "3573010101900001" not in str(caught.value.__context__)
    assert seqs(database) == []


def test_what_was_foreseen_is_true_when_it_is_asked(database: HubDatabase) -> None:
    all_of_it = (_COUNTED, {"at_village": ONE})
    with database.write(ONE, lazily=True) as connection:

        def look_ahead() -> None:
            foresee(connection, all_of_it)
            assert rows(connection, _THESE, {"at_village": ONE, "chains": []}) == []

        def held() -> list[int]:
            [found] = ask(connection, all_of_it)
            return sorted(one.seq for one in found)

        tell(connection, _NEW, [row("a", 1), row("b", 2)])
        look_ahead()
        assert held() == held() == [1, 2]
        look_ahead()
        tell(connection, _MOVE, {"at_chain": "a", "to_seq": 5})
        assert held() == [2, 5]
        look_ahead()
        connection.execute(update(head).where(head.c.chain == "b").values(seq=7))
        assert held() == [5, 7]
        foresee(connection, all_of_it)
        tell(connection, _MOVE, {"at_chain": "a", "to_seq": 8})
    assert seqs(database) == [7, 8]


def test_what_was_foreseen_in_one_write_is_not_known_in_the_next(database: HubDatabase) -> None:
    all_of_it = (_COUNTED, {"at_village": ONE})
    with database.write(ONE) as connection:
        foresee(connection, all_of_it)
        rows(connection, _THESE, {"at_village": ONE, "chains": []})
    with database.write(ONE) as connection:
        connection.execute(insert(head).values(row("a", 1)))
        foresee(connection, all_of_it)
    with database.write(ONE) as connection:
        assert [one.seq for one in rows(connection, _COUNTED, {"at_village": ONE})] == [1]


def test_the_last_question_sees_what_was_told_and_has_its_answer_behind_the_commit(database: HubDatabase) -> None:
    def count(*, fails: bool) -> Last:
        with database.write(ONE) as connection:
            tell(connection, _NEW, [row("a", 1), row("b", 2)])
            last = ask_last(connection, _COUNTED, {"at_village": ONE})
            if fails:
                raise RuntimeError
        return last

    with pytest.raises(RuntimeError):
        count(fails=True)
    assert seqs(database) == []
    assert sorted(one.seq for one in count(fails=False).rows) == [1, 2]
    assert seqs(database) == [1, 2]


ODD = ["", "NULL", "null", "a,b", "{}", '"', "\\", '\\"', "a\\x00", "'; --", "a\x00b", "\x1b0", "\x1b1", " ", "Désa 村"]


def test_any_text_and_any_bytes_come_back_as_they_were(database: HubDatabase) -> None:
    told = [row(name, number, bytes([number, 0, 34, 92, 255])) for number, name in enumerate(ODD)]
    with database.write(ONE) as connection:
        tell(connection, _NEW, told)
    with database.look() as connection:
        found, none = ask(
            connection,
            (_THESE, {"at_village": ONE, "chains": ODD}),
            (_THESE, {"at_village": ONE, "chains": []}),
        )
        apart = [rows(connection, _THESE, {"at_village": ONE, "chains": [one]}) for one in ODD]
    assert [(one.chain, one.seq, one.hash) for one in found] == [
        (one["chain"], one["seq"], one["hash"]) for one in told
    ]
    assert none == []
    assert [one.chain for (one,) in apart] == ODD


def test_much_goes_there_and_back_on_one_trip(database: HubDatabase) -> None:
    """More than fits between the two at once, in both directions."""
    told = [row(f"chain {number}", number, bytes(2_000)) for number in range(8_000)]
    chains = [str(one["chain"]) for one in told[:400]]
    with database.write(ONE, lazily=True) as connection:
        tell(connection, _NEW, told)
        every, some = ask(connection, (_COUNTED, {"at_village": ONE}), (_THESE, {"at_village": ONE, "chains": chains}))
    assert (len(every), len(some)) == (8_000, 400)
    assert all(one.hash == bytes(2_000) for one in some)


def test_a_commit_that_the_store_turns_into_a_rollback_is_no_commit(database: HubDatabase, store_kind: str) -> None:
    if store_kind != POSTGRESQL:
        pytest.skip("a file refuses the statement and goes on")

    def swallow() -> None:
        with database.write(ONE) as connection:
            tell(connection, _NEW, [row("a", 1)])
            with suppress(psycopg.Error):  # as a careless caller would
                ask(connection, (Ready(text("SELECT 1 / 0")), {}))

    with pytest.raises(Unavailable):
        swallow()
    assert seqs(database) == []


def test_a_line_that_was_cut_is_replaced_with_what_was_prepared_on_it(database: HubDatabase, store_kind: str) -> None:
    if store_kind != POSTGRESQL:
        pytest.skip("there is no line")
    with database.write(ONE) as connection:
        connection.execute(insert(head).values(row("a", 1)))
    assert seqs(database) == [1]
    with pytest.raises(Unavailable), database.write(ONE) as connection:
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert seqs(database) == [1]
