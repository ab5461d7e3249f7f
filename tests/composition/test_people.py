from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.usecases.desk import Desk
from app.usecases.reading import PersonRow
from tests.villages import unlocked


@pytest.fixture
def operator(practice_copy: Path) -> Iterator[Desk]:
    with unlocked(practice_copy, "operator") as desk:
        yield desk


def person(desk: Desk, role: str) -> PersonRow:
    return next(row for row in desk.people.all() if row.role == role)


def test_an_operator_cannot_take_the_heads_place_away(operator: Desk) -> None:
    head = person(operator, "head")
    for change in (("head", False), ("operator", True)):
        with pytest.raises(Refused) as refused:
            operator.people.change(head.id, head.name, change[0], (), change[1])
        assert refused.value.code == "not_allowed"
    assert person(operator, "head") == head


def test_a_change_that_the_vault_refuses_is_not_written_into_the_journal(practice_copy: Path) -> None:
    with unlocked(practice_copy, "head") as desk:
        other = person(desk, "operator")
        desk.people.change(other.id, other.name, "viewer", (), True)
        me = person(desk, "head")
        for role, active in (("head", False), ("viewer", True)):
            with pytest.raises(Refused) as refused:
                desk.people.change(me.id, me.name, role, (), active)
            assert refused.value.code == "last_manager"
        assert person(desk, "head") == me


def test_somebody_who_left_has_no_way_in_and_stays_in_the_journal(operator: Desk) -> None:
    gone = person(operator, "enumerator")
    operator.people.change(gone.id, gone.name, "enumerator", gone.rts, False)
    row = person(operator, "enumerator")
    assert (row.id, row.active) == (gone.id, False)
    with pytest.raises(Refused) as refused:
        operator.people.change(gone.id, gone.name, "enumerator", gone.rts, True)
    assert refused.value.code == "person_without_slot"
