"""What an exchange asks of a village's journal is found by its index: a long journal costs no more than a short one."""

from __future__ import annotations

from typing import Any

import pytest

from app.hub.effects import _ABOUT, _PROPOSED
from app.hub.exchange import _ASIDE
from app.hub.local import LocalHub
from app.hub.ready import Ready
from app.hub.receive import _WAITING
from app.hub.sqlite import _spread
from tests.postgres import SQLITE

WHERE = {"at_village": "7300000000", "families": ["f-1", "f-2"], "authors": ["p-1", "p-2"]}


@pytest.mark.parametrize(
    ("asked", "ways"),
    [
        (_ABOUT, ["entry_subject (village=? AND subject=?)"]),
        (_PROPOSED, ["proposal_family (village=? AND family=?)"]),
        (_WAITING, ["entry_reason (village=? AND author=? AND reason=?)"]),
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
