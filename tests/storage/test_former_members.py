"""Whom a newer list dropped from a family is still called by his name where something was recorded about him."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, ObjectionFiled
from app.domain.roster import Family
from app.storage import projection
from app.storage.reading import SqlReading
from app.wire.pack import FULL, Pack
from tests.storage.laptops import Laptop, family, roster
from tests.storage.test_register import Publisher

ONE, TWO = family(1), family(2)
GONE = ONE.members[1]
ALONE = replace(ONE, members=ONE.members[:1])
DEATH = ChangeProposed("death", member=MemberId(GONE.id))


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def names(laptop: Laptop) -> list[tuple[object, ...]]:
    return [tuple(row) for row in laptop.rows("SELECT family, member_name FROM proposal_view ORDER BY seq")]


def former(laptop: Laptop) -> list[tuple[object, ...]]:
    return [tuple(row) for row in laptop.rows("SELECT family, member, name FROM former_member ORDER BY 1, 2")]


def publish(laptop: Laptop, *families: Family) -> None:
    laptop.publish(roster(families))


def same_made_anew(laptop: Laptop) -> None:
    before = laptop.dump()
    with laptop.database.write() as connection:
        projection.rebuild(connection)
    assert laptop.dump() == before


def test_a_proposal_names_whom_a_later_list_dropped(laptop: Laptop) -> None:
    publish(laptop, ONE, TWO)
    laptop.record(ONE.id, DEATH)
    said = ObjectionFiled("Ngalle", True, "mampu", "objection@balai-1", "", member=MemberId(GONE.id))
    laptop.record(ONE.id, said)
    publish(laptop, ALONE, TWO)
    assert names(laptop) == [(ONE.id, GONE.name)] * 2
    laptop.record(ONE.id, replace(DEATH, note="Sudah ada akta."))
    assert names(laptop) == [(ONE.id, GONE.name)] * 3, "also what is recorded from now on"
    found = SqlReading(laptop.database, laptop.clock).family(FamilyId(ONE.id))
    assert found is not None
    assert found.standing.name_of(MemberId(GONE.id)) == GONE.name
    assert found.standing.is_former(MemberId(GONE.id))
    assert not found.standing.is_former(MemberId(ONE.members[0].id))
    assert found.standing.name_of(MemberId("nobody")) == found.standing.name_of(None) == ""
    same_made_anew(laptop)


def test_who_lives_in_another_family_by_now_is_named_where_the_proposal_is(laptop: Laptop) -> None:
    publish(laptop, ONE, TWO)
    laptop.record(ONE.id, DEATH)
    publish(laptop, ALONE, replace(TWO, members=(*TWO.members, replace(GONE, name="Siti Menikah"))))
    assert former(laptop) == [(ONE.id, GONE.id, GONE.name)]
    assert names(laptop) == [(ONE.id, GONE.name)]
    publish(laptop, ONE, TWO)
    assert former(laptop) == [(TWO.id, GONE.id, "Siti Menikah")], "back where he was"
    same_made_anew(laptop)


def test_the_name_survives_that_the_family_goes_and_comes_back_without_him(laptop: Laptop) -> None:
    publish(laptop, ONE, TWO)
    laptop.record(ONE.id, DEATH)
    publish(laptop, TWO)
    assert names(laptop) == [(ONE.id, GONE.name)]
    publish(laptop, ALONE, TWO)
    assert names(laptop) == [(ONE.id, GONE.name)]
    assert former(laptop) == [(ONE.id, GONE.id, GONE.name)]
    same_made_anew(laptop)


def test_he_is_named_where_the_district_calls_the_family_otherwise_and_lacks_him(laptop: Laptop) -> None:
    own = family(1, "f-ab-")
    publish(laptop, own, family(2, "f-ab-"))
    laptop.record(own.id, ChangeProposed("death", member=MemberId(own.members[1].id)))
    Publisher(laptop).hand_over(Pack(roster([ALONE, TWO]), FULL, "2026-11"))
    assert names(laptop) == [(ONE.id, GONE.name)]
    same_made_anew(laptop)


def test_a_list_of_before_that_comes_late_brings_the_names(laptop: Laptop) -> None:
    publisher = Publisher(laptop)
    _, first, body = publisher.tell(Pack(roster([ONE, TWO]), FULL, "2026-11"))
    publisher.hand_over(Pack(roster([ALONE, TWO]), FULL, "2026-12"))
    laptop.record(ONE.id, DEATH)
    assert names(laptop) == [(ONE.id, "")], "nothing here says who that is"
    laptop.store.take_packs([(first, body)])
    assert names(laptop) == [(ONE.id, GONE.name)]
    same_made_anew(laptop)
