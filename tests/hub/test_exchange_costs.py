"""What an exchange asks of a village's journal is found by its index: a long journal costs no more than a short one."""

from __future__ import annotations

import re
from contextlib import closing
from typing import Any

import pytest

from app.domain.entry import Entry
from app.domain.ids import ChainId, PersonId
from app.hub import postgres
from app.hub.chain import NEW_ENTRIES, entry_row
from app.hub.database import open_database
from app.hub.district import District
from app.hub.effects import _ABOUT, _PROPOSED
from app.hub.exchange import _ASIDE, serve_exchange
from app.hub.local import LocalHub
from app.hub.ready import Ready, rows, tell
from app.hub.receive import _WAITING
from app.hub.sqlite import _spread
from app.hub.trip import trip
from tests.benchmarks.villages_online import Caller, prepare
from tests.postgres import POSTGRESQL, SQLITE, NewDatabase

WHERE: dict[str, Any] = {"at_village": "7300000000", "families": ["f-1", "f-2"], "authors": ["p-1", "p-2"]}


@pytest.mark.parametrize(
    ("asked", "ways"),
    [
        (_ABOUT, ["entry_subject (village=? AND subject=?)"]),
        (_PROPOSED, ["proposal_family (village=? AND family=?)"]),
        (_WAITING, ["entry_waiting (village=? AND author=?)"]),
        (_ASIDE, ["entry_aside (village=?)", "entry_aside (village=? AND chain=? AND reason=?)"]),
    ],
)
def test_no_question_of_an_exchange_reads_a_whole_journal(
    district: LocalHub, store_kind: str, asked: Ready, ways: list[str]
) -> None:
    if store_kind != SQLITE:
        pytest.skip("PostgreSQL chooses by what is in the table")
    with district.district.database.read() as connection:
        form = asked.form(connection.dialect)
        sql, values = _spread(form.sql, form.values(WHERE))
        plan: list[Any] = [
            row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", tuple(values)).all()
        ]
    found = [line.partition("INDEX ")[2] for line in plan if "INDEX " in line]
    assert found == ways, plan


class _Calling(Caller):
    """A laptop beside the hub."""

    district: District

    def _post(self, message: bytes) -> bytes:
        return serve_exchange(self.district, message)


@pytest.mark.both_stores
def test_an_exchange_goes_four_times_to_a_server(
    district: LocalHub, store_kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if store_kind != POSTGRESQL:
        pytest.skip("a file is near")
    trips: list[int] = []

    def counted(raw: Any, kept: Any, dialect: Any, said: Any) -> Any:
        trips.append(len(said))
        return trip(raw, kept, dialect, said)

    monkeypatch.setattr(postgres, "trip", counted)
    [village] = prepare(district.district, 1, 3)
    laptop = _Calling(village, "http://hub:1")
    laptop.district = district.district
    laptop.send_next()
    for _ in range(2):
        trips.clear()
        laptop.send_next()  # nine visits and a proposal, with their seal
        assert len(trips) == 4, trips


@pytest.mark.both_stores
def test_a_plan_made_while_the_journal_was_empty_is_right_for_a_long_one(
    new_database: NewDatabase, store_kind: str
) -> None:
    if store_kind != POSTGRESQL:
        pytest.skip("SQLite plans without looking at what is in the table")
    with closing(open_database(new_database())) as database:
        made = 0
        for _ in range(8):
            with database.write(WHERE["at_village"]) as connection:
                rows(connection, _ABOUT, WHERE)
                told = [
                    entry_row(
                        WHERE["at_village"],
                        Entry(ChainId("d-1.1"), seq, PersonId("p-1"), 1, 1, 1, "note", 1, f"f-{seq}", b"", b""),
                        "",
                        1,
                    )
                    for seq in range(made, made + 200)
                ]
                tell(connection, NEW_ENTRIES, told)
                made += 200
        with database.write(WHERE["at_village"]) as connection:
            rows(connection, _ABOUT, WHERE)
            asked = f"EXPLAIN EXECUTE {_ABOUT.name.decode()}('{{f-1,f-2}}', '7300000000', '')"
            plan = "\n".join(connection.exec_driver_sql(asked).scalars())
    assert re.search(r"Index Cond: .*village = \$2.*subject = ", plan), plan
