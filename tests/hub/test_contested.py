"""What is contested is marked at the district as on every laptop, until the village has settled it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selenium import webdriver

from app.domain.contest import visit_contest
from app.domain.ids import EntryId, FamilyId, PersonId
from app.domain.payloads import (
    ChangeProposed,
    FieldChange,
    NewFamily,
    NewMember,
    ProposalSettled,
    ProposalsMerged,
    ProposalsToldApart,
    SettlingUndone,
    VisitRecorded,
)
from app.domain.rivals import rivals
from app.domain.standing import Standing
from app.hub.across import contested_of
from app.hub.contested import LISTED, RIVALS, TWINS, VISITS
from app.hub.decide import decide
from app.hub.effects import standings_of
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.views.queue import Wish, queue_page
from app.storage.reading import SqlReading
from app.usecases.ports import Act
from app.usecases.settle import SettleRivals, SettleVisits
from tests.hub.browsing import Page, agree, endorse, proposed
from tests.hub.conftest import LIST, NUR
from tests.sync.laptop import VILLAGE, Laptop, Wall


def why(hub: LocalHub, *proposals: EntryId) -> list[set[str]]:
    """Why each of them is contested."""
    with hub.district.database.read() as connection:
        found = {one: why for (_, one), why in contested_of(connection, [(VILLAGE, one) for one in proposals]).items()}
        rows = {row.proposal: row.contested for row in queue_page(connection, 0, Wish(VILLAGE, shown="all")).rows}
    assert {one for one, contested in rows.items() if contested} == found.keys() & rows.keys()
    return [found.get(one, set()) for one in proposals]


def standing_at(hub: LocalHub, family: str) -> Standing:
    """How a family stands at the district."""
    with hub.district.database.read() as connection:
        return standings_of(connection, VILLAGE, [family])[0][family]


def standing_on(laptop: Laptop, family: str) -> Standing:
    """How a family stands on a laptop."""
    found = SqlReading(laptop.database, Wall()).family(FamilyId(family))
    assert found is not None
    return found.standing


def visit(fuel: str) -> VisitRecorded:
    return VisitRecorded("dtsen-visit", "1", 1, "found", "", "1", "Baso", answers={"id_bb_utama": fuel})


def address(seen: str, asked: str) -> ChangeProposed:
    return ChangeProposed("correction", changes=(FieldChange("address", seen, asked),))


@pytest.mark.both_stores
def test_two_laptops_that_tell_one_visit_otherwise_agree_again_with_each_other_and_the_district(
    district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    proposal = head.journal.record(Act("f-1", address("Dusun Satu", "Dusun Dua")))[0]
    head.journal.record(Act("f-1", visit("3")))
    operator.journal.record(Act("f-1", visit("4")))
    head.exchange()
    operator.exchange()
    head.exchange()
    assert {standing_on(one, "f-1").visit_status for one in (head, operator)} == {"conflicting"}
    assert standing_at(district, "f-1").visit_status == "conflicting"
    assert why(district, proposal) == [{VISITS}]

    contest = visit_contest(standing_on(operator, "f-1"))
    assert contest is not None
    SettleVisits(operator.journal)(FamilyId("f-1"), contest, {contest.rows[0].key: 1}, "Dilihat bersama")
    operator.exchange()
    head.exchange()
    assert why(district, proposal) == [set()]
    told = [standing_on(head, "f-1"), standing_on(operator, "f-1"), standing_at(district, "f-1")]
    assert {one.visit_status for one in told} == {"visited"}
    assert len({str(one.words) for one in told}) == len({str(one.presence) for one in told}) == 1


@pytest.mark.both_stores
def test_a_new_list_makes_a_proposal_contested_until_it_is_settled(district: LocalHub, head: Laptop) -> None:
    proposal = head.journal.record(Act("f-1", address("Dusun Satu", "Dusun Dua")))[0]
    head.exchange()
    assert why(district, proposal) == [set()]
    now = tuple(replace(one, address="Dusun Tiga") if one.id == "f-1" else one for one in LIST.families)
    publish(district.district, VILLAGE, replace(LIST, families=now), month="2026-12")
    assert why(district, proposal) == [{LISTED}]

    head.exchange()
    kept = ProposalSettled(proposal, (FieldChange("address", "Dusun Tiga", "Dusun Dua"),), "kept")
    settled = head.journal.record(Act("f-1", kept))[0]
    head.exchange()
    assert why(district, proposal) == [set()]
    head.journal.record(Act("f-1", SettlingUndone(settled, "proposal_settled")))
    head.exchange()
    assert why(district, proposal) == [{LISTED}]


def contradicting(head: Laptop, operator: Laptop, other: ChangeProposed) -> tuple[EntryId, EntryId]:
    one = head.journal.record(Act("f-1", address("Dusun Satu", "Dusun Dua")))[0]
    two = operator.journal.record(Act("f-1", other))[0]
    head.exchange()
    operator.exchange()
    head.exchange()
    return one, two


@pytest.mark.both_stores
def test_a_correction_of_a_family_that_no_list_of_the_district_had_contradicts_no_list(
    district: LocalHub, head: Laptop
) -> None:
    """Of a list that a laptop read from a file: the district has nothing that could say another thing."""
    other = head.propose("f-of-a-file")
    said = ChangeProposed("correction", changes=(FieldChange("address", "Dusun Satu", ""),))
    (emptied,) = head.journal.record(Act(FamilyId("f-of-a-file-too"), said))
    head.exchange()
    assert why(district, other, emptied) == [set(), set()]
    for family in ("f-of-a-file", "f-of-a-file-too"):
        (one,) = standing_at(district, family).proposals
        assert (one.state, one.stale) == ("proposed", ()), "nor has it done what was asked"


def test_two_proposals_that_contradict_each_other_are_contested_on_all_sides_until_one_is_chosen(
    district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    both = contradicting(head, operator, address("Dusun Satu", "Dusun Tiga"))
    assert why(district, *both) == [{RIVALS}, {RIVALS}]
    for laptop in (head, operator):
        rows = SqlReading(laptop.database, Wall()).contests()
        assert [(row.key.kind, row.key.proposal, row.key.other) for row in rows] == [("rivals", *both)]
    [pair] = rivals(standing_on(operator, "f-1"))
    settled = SettleRivals(operator.journal)(FamilyId("f-1"), pair, {"/address": 1}, "Ditanyakan lagi")
    operator.exchange()
    head.exchange()
    assert why(district, *both) == [set(), set()]
    told = [standing_on(head, "f-1"), standing_on(operator, "f-1"), standing_at(district, "f-1")]
    assert {tuple(one.state for one in standing.proposals) for standing in told} == {("withdrawn", "proposed")}
    head.journal.record(Act("f-1", SettlingUndone(settled[0], "proposal_settled")))
    head.exchange()
    assert why(district, *both) == [{RIVALS}, {RIVALS}]


def test_two_proposals_that_say_the_same_or_both_stand_are_not_contested(
    district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    same = contradicting(head, operator, address("Dusun Satu", "Dusun Dua"))
    assert why(district, *same) == [set(), set()]
    third = operator.journal.record(Act("f-1", address("Dusun Satu", "Dusun Tiga")))[0]
    operator.exchange()
    head.exchange()
    assert why(district, *same, third) == [{RIVALS}, set(), {RIVALS}]
    head.journal.record(Act("f-1", ProposalsToldApart(same[0], third, FamilyId("f-1"), "Keduanya benar")))
    head.exchange()
    assert why(district, *same, third) == [set(), set(), set()]


def anew(name: str) -> ChangeProposed:
    people = (NewMember(name, "", "1980-02-03", "1", "1"),)
    return ChangeProposed("new_family", new_family=NewFamily("", "Jl. Baru", "Dusun Satu", "001", "001", people))


def proposed_twice(head: Laptop, operator: Laptop) -> tuple[EntryId, EntryId]:
    found = (
        head.journal.record(Act("", anew("Yohanes Lando")))[0],
        operator.journal.record(Act("", anew("Yohanis Lando")))[0],
    )
    head.exchange()
    operator.exchange()
    head.exchange()
    return found


@pytest.mark.both_stores
def test_one_family_proposed_by_two_laptops_is_contested_until_it_is_merged(
    district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    kept, other = proposed_twice(head, operator)
    assert why(district, kept, other) == [{TWINS}, {TWINS}]
    merged = ProposalsMerged(kept, other, FamilyId(other), anew("Yohanes Lando").new_family)
    there = replace(merged, other_family=FamilyId(kept))
    settled = operator.journal.record(Act(kept, merged), Act(other, there))
    operator.exchange()
    assert why(district, kept, other) == [set(), set()]
    assert [standing_at(district, one).proposals[0].state for one in (kept, other)] == ["proposed", "merged"]
    undone = [SettlingUndone(one, "proposals_merged") for one in settled]
    operator.journal.record(Act(kept, undone[0]), Act(other, undone[1]))
    operator.exchange()
    assert why(district, kept, other) == [{TWINS}, {TWINS}]


def test_two_who_were_told_apart_are_contested_no_more(district: LocalHub, head: Laptop, operator: Laptop) -> None:
    kept, other = proposed_twice(head, operator)
    apart = ProposalsToldApart(kept, other, FamilyId(other), "Bapak dan anak")
    head.journal.record(Act(kept, apart), Act(other, ProposalsToldApart(other, kept, FamilyId(kept), "Bapak dan anak")))
    head.exchange()
    assert why(district, kept, other) == [set(), set()]


def test_what_is_answered_is_contested_no_more(district: LocalHub, head: Laptop, operator: Laptop) -> None:
    kept, other = proposed_twice(head, operator)
    who = PersonId("verifikator1")
    decide(
        district.district,
        VILLAGE,
        other,
        "rejected",
        by=who,
        name="Rahma",
        reason="rejected@balai-1:tidak_memenuhi",
        comment="Tidak ada di desa ini.",
    )
    assert why(district, kept, other) == [set(), set()]


def test_only_an_operator_or_the_head_merges(district: LocalHub, head: Laptop, operator: Laptop) -> None:
    kept, other = proposed_twice(head, operator)
    enumerator = Laptop.open(head.folder.parent / "enumerator", "head", "Ana Bano")
    enumerator.enrol(district, role="enumerator")
    enumerator.exchange()
    enumerator.journal.record(Act(kept, ProposalsMerged(kept, other, FamilyId(other))))
    assert [reason for _, reason in enumerator.exchange().quarantined] == ["not_allowed"]
    assert why(district, kept, other) == [{TWINS}, {TWINS}]
    enumerator.close()


def test_the_page_says_what_is_contested(
    browser: webdriver.Chrome, district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    page = Page(browser, district.url)
    proposal = proposed(head, endorsed=False)
    agree(head, proposal)
    endorse(head, proposal)
    head.journal.record(Act(NUR.id, visit("3")))
    operator.journal.record(Act(NUR.id, visit("4")))
    head.exchange()
    operator.exchange()
    page.sign_in()
    assert [chip.text for chip in page.all(".rows .chip")][:1] == ["Bertentangan"]
    page.snap("contested-queue")
    page.go(f"/usulan/{VILLAGE}/{proposal}")
    assert "Hasil kunjungan ke keluarga ini berbeda" in page.text
    page.snap("contested-proposal")
