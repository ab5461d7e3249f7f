"""A proposed family and what was done about it stand with its row once a list brings it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ids import EntryId, FamilyId, MemberId, PackId
from app.domain.payloads import ChangeProposed, ItemDecided, MemberSeen, ProposalWithdrawn
from app.domain.roster import Family, Member
from app.storage.projection import rebuild, standing
from app.wire.pack import FULL, Pack
from tests.storage.laptops import Laptop, family, new_family, roster, visit
from tests.storage.test_register import Publisher

LISTED = replace(
    family(9),
    id=FamilyId("f-new"),
    kk="",
    head_name="YOHANES LANDO",
    rt="004",
    members=(Member(MemberId("f-new-1"), "YOHANES LANDO", "7305010302790001", "1979-02-03", "1", "1"),),
)
OLD = [family(number) for number in range(3)]


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


@pytest.fixture
def publisher(laptop: Laptop) -> Publisher:
    return Publisher(laptop)


def lists(publisher: Publisher, *families: Family, month: str = "2026-12") -> PackId:
    return PackId(publisher.hand_over(Pack(roster(families), FULL, month)))


def proposes(laptop: Laptop, base: PackId | None = None) -> FamilyId:
    """Somebody proposes the family and visits it."""
    made = laptop.record("", replace(new_family(), base_pack=base))
    laptop.record(made, visit(members=(MemberSeen(MemberId(f"{made}#1"), "1"),)))
    return FamilyId(made)


def states(laptop: Laptop) -> list[tuple[object, ...]]:
    """Family, whether it is listed, its visits, and the state of its proposal."""
    return laptop.rows(
        "SELECT f.id, f.listed, f.visits, p.state FROM proposal_view AS p JOIN family_view AS f ON f.n = p.family_n"
        " ORDER BY 1, p.id"
    )


def rebuilt(laptop: Laptop) -> bool:
    """Whether a rebuild changes nothing."""
    before = laptop.dump()
    with laptop.database.write() as connection:
        rebuild(connection)
    return laptop.dump() == before


def test_visit_and_proposal_stand_with_the_family_once_it_is_listed(laptop: Laptop, publisher: Publisher) -> None:
    first = lists(publisher, *OLD, month="2026-11")
    made = proposes(laptop, first)
    assert states(laptop) == [(made, 0, 1, "proposed")]
    lists(publisher, *OLD, LISTED)
    assert states(laptop) == [("f-new", 1, 1, "fulfilled")]
    assert laptop.rows("SELECT id FROM family_view WHERE id = ?", made) == []
    with laptop.database.read() as connection:
        found = standing(connection, made)
    assert found is not None
    assert found.visit_status == "visited"
    assert found.presence == {"f-new-1": "1"}
    assert found.proposals[0].id == EntryId(made)
    assert rebuilt(laptop)


def test_a_proposal_that_arrives_after_the_list_is_found_too(
    laptop: Laptop, publisher: Publisher, tmp_path: Path
) -> None:
    other = Laptop(tmp_path / "other", device="laptopbbbbbb", seed=2)
    first = lists(publisher, *OLD, month="2026-11")
    proposes(other, first)
    lists(publisher, *OLD, LISTED)
    laptop.take_all(other.store)
    assert states(laptop) == [("f-new", 1, 1, "fulfilled")]
    assert rebuilt(laptop)


def test_a_family_that_the_author_saw_on_the_list_is_not_the_one_he_proposed(
    laptop: Laptop, publisher: Publisher
) -> None:
    seen = lists(publisher, *OLD, LISTED, month="2026-11")
    made = proposes(laptop, seen)
    lists(publisher, *OLD, replace(LISTED, decile="7"))
    assert states(laptop) == [(made, 0, 1, "proposed")]


def test_an_entry_without_its_list_is_placed_by_its_turn(laptop: Laptop, publisher: Publisher) -> None:
    lists(publisher, *OLD, LISTED, month="2026-11")
    made = proposes(laptop)
    lists(publisher, *OLD, replace(LISTED, decile="7"))
    assert states(laptop) == [(made, 0, 1, "proposed")]


def test_a_family_proposed_before_there_was_a_list_is_found_in_the_first(laptop: Laptop, publisher: Publisher) -> None:
    proposes(laptop)
    lists(publisher, *OLD, LISTED)
    assert states(laptop) == [("f-new", 1, 1, "fulfilled")]


def test_two_proposals_of_one_family_are_both_fulfilled(laptop: Laptop, publisher: Publisher) -> None:
    first = lists(publisher, *OLD, month="2026-11")
    proposes(laptop, first)
    proposes(laptop, first)
    lists(publisher, *OLD, LISTED)
    assert states(laptop) == [("f-new", 1, 2, "fulfilled")] * 2


def test_what_was_withdrawn_stays_apart_also_when_that_is_heard_later(laptop: Laptop, publisher: Publisher) -> None:
    first = lists(publisher, *OLD, month="2026-11")
    made = proposes(laptop, first)
    lists(publisher, *OLD, LISTED)
    laptop.record(made, ProposalWithdrawn(EntryId(made), "keliru"))
    assert states(laptop) == [(made, 0, 1, "withdrawn")]
    assert rebuilt(laptop)


def test_a_refused_proposal_that_is_agreed_to_after_all_is_found(laptop: Laptop, publisher: Publisher) -> None:
    first = lists(publisher, *OLD, month="2026-11")
    made = proposes(laptop, first)
    laptop.record(made, ItemDecided(EntryId(made), "refused", "2026-11-10"))
    lists(publisher, *OLD, LISTED)
    assert states(laptop) == [(made, 0, 1, "refused")]
    laptop.record(made, ItemDecided(EntryId(made), "agreed", "2026-12-10"))
    assert states(laptop) == [("f-new", 1, 1, "fulfilled")]
    assert rebuilt(laptop)


def test_a_family_that_falls_off_the_list_again_keeps_its_history(laptop: Laptop, publisher: Publisher) -> None:
    first = lists(publisher, *OLD, month="2026-11")
    proposes(laptop, first)
    lists(publisher, *OLD, LISTED)
    lists(publisher, *OLD, month="2027-01")
    assert states(laptop) == [("f-new", 0, 1, "fulfilled")]
    assert rebuilt(laptop)


def test_a_laptop_that_lacks_the_list_the_author_saw_is_told(
    laptop: Laptop, publisher: Publisher, tmp_path: Path
) -> None:
    first = lists(publisher, *OLD, month="2026-11")
    made = proposes(laptop, first)
    last = lists(publisher, *OLD, LISTED)
    late = Laptop(tmp_path / "late", device="laptopbbbbbb", seed=2)
    late.store.pin_district(publisher.chain.public_key)
    late.store.receive(laptop.store.entries_after({}, 1 << 30))
    sha256 = str(laptop.scalar("SELECT sha256 FROM pack WHERE id = ?", last))
    late.store.take_packs([(sha256, laptop.bodies()[sha256])])
    assert states(late) == [(made, 0, 1, "proposed")]
    assert laptop.store.tell_matches()
    assert not laptop.store.tell_matches()
    late.store.receive(laptop.store.entries_after({}, 1 << 30))
    assert states(late) == [("f-new", 1, 1, "fulfilled")]
    laptop.record(made, ProposalWithdrawn(EntryId(made), "keliru"))
    late.store.receive(laptop.store.entries_after({}, 1 << 30))
    assert states(late) == states(laptop) == [(made, 0, 1, "withdrawn")]
    assert rebuilt(late)


def test_a_family_that_a_new_own_list_brings_is_found(laptop: Laptop) -> None:
    seen = PackId(str(laptop.publish(roster(OLD), "2026-11")))
    proposes(laptop, seen)
    laptop.publish(roster([*OLD, LISTED]), "2026-12")
    assert states(laptop) == [("f-new", 1, 1, "fulfilled")]
    assert rebuilt(laptop)


def test_a_card_that_a_split_asks_for_is_no_family_that_is_looked_for(laptop: Laptop, publisher: Publisher) -> None:
    first = lists(publisher, *OLD, month="2026-11")
    split = ChangeProposed("split", members=(MemberId("k1-2"),), new_family=new_family().new_family, base_pack=first)
    laptop.record("k1", split)
    lists(publisher, *OLD, LISTED)
    assert states(laptop) == [("k1", 1, 0, "proposed")]
