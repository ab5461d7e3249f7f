from __future__ import annotations

from pathlib import Path

import pytest

from app.composition.doors import FileDoors
from app.composition.places import places
from app.domain.errors import Locked, Refused
from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort, ProposalFilter
from tests.villages import unlocked


def test_the_practice_village_opens_with_its_list_and_its_people(practice_desk: Desk) -> None:
    home = practice_desk.reading.home()
    assert home.families > 290
    assert practice_desk.reading.village().practice
    assert {row.role for row in practice_desk.reading.people() if row.certified} >= {"head", "operator", "enumerator"}
    assert practice_desk.findings == ()


def test_a_visit_goes_to_the_pretended_district_and_a_receipt_comes_back(practice_desk: Desk) -> None:
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    visit = VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")
    practice_desk.journal.record(Act(FamilyId(family.id), visit))
    assert practice_desk.reading.waiting().words == 1
    outcome = practice_desk.exchange.run(lambda _: None, lambda: False)
    assert outcome.receipt
    assert outcome.quarantined == ()
    assert practice_desk.reading.waiting().words == 0


def test_what_one_person_recorded_is_there_for_the_next(practice_copy: Path) -> None:
    with unlocked(practice_copy, "enumerator") as desk:
        family = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
        desk.journal.record(Act(family.id, VisitRecorded("visit", "1", 1, "not_found", "unknown", "5", "")))
    with unlocked(practice_copy, "head") as desk:
        detail = desk.reading.family(FamilyId(family.id))
        assert detail is not None
        assert detail.standing.visit_status == "not_found"
        assert [item.author_name for item in detail.history] == ["Petrus Laka"]


def test_a_newcomer_finds_three_things_to_settle_and_the_key_knows_what_is_true(tmp_path: Path) -> None:
    doors = FileDoors(places(tmp_path))
    desk = doors.create_practice(lambda done: None, lambda: False)
    try:
        rows = desk.contests.contests()
        assert [row.key.kind for row in rows] == ["visits", "rivals", "twins"]
        for row in rows:
            told = desk.contests.contest(row.key)
            assert told is not None
            assert {"Yohanes Nabu", "Rut Nenabu"} <= set(told.names.values())
        planted = {one.kind: one for one in desk.practice_key()}
        assert planted["visits_disagree"].family == rows[0].key.family
        assert planted["proposals_disagree"].family == rows[1].key.family
        assert planted["proposed_twice"].head_name == rows[2].head_name
        assert desk.reading.waiting().words == 0
        assert all(one.transport.state == "received" for one in desk.reading.proposals(ProposalFilter(), 0, 10))
    finally:
        desk.close()
        doors.close()


def test_a_wrong_password_is_told_with_how_long_to_wait(practice_copy: Path) -> None:
    doors = FileDoors(places(practice_copy))
    (vault,) = doors.vaults()
    slot = doors.slots(vault)[0]
    with pytest.raises(Locked) as refused:
        doors.unlock(vault, slot.slot, "bukan sandinya")
    assert refused.value.code == "password_wrong"


def test_making_a_practice_village_can_be_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    doors = FileDoors(places(tmp_path))
    with pytest.raises(Refused) as refused:
        doors.create_practice(lambda done: None, lambda: True)
    assert refused.value.code == "create_cancelled"
    assert list(doors.vaults()) == []
    doors.close()


def test_a_photo_of_a_draft_outlives_reopening_and_a_forgotten_one_does_not(practice_copy: Path) -> None:
    with unlocked(practice_copy) as desk:
        kept = desk.evidence.keep(b"kept", "house_front", "image/webp")
        lost = desk.evidence.keep(b"lost", "house_front", "image/webp")
        desk.drafts.save("visit", "latihan-00001", f".photo/{kept.name}", "{}")
    with unlocked(practice_copy) as desk:
        assert desk.evidence.read(kept.name) == b"kept"
        assert desk.evidence.read(lost.name) is None
