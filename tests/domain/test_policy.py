"""Who may record what."""

from __future__ import annotations

import pytest

from app.domain.ids import EntryId, FamilyId, PackId, PersonId
from app.domain.payloads import (
    KINDS,
    CalendarSet,
    ChangeProposed,
    DecisionMade,
    DeviceHandedOver,
    DeviceRetired,
    Endorsed,
    ItemDecided,
    ListExported,
    NewFamily,
    PackPublished,
    Payload,
    PersonChanged,
    ProposalSettled,
    ProposalsMerged,
    RevealLogged,
    SettlingUndone,
    VisitRecorded,
    VisitsSettled,
)
from app.domain.policy import ACTS, ROLES, Holder, is_of_district, may, may_export, place_of, why_not

VISIT = VisitRecorded("dtsen", "1", 1, "found", "", "1", "Siti")
PROPOSAL = ChangeProposed("correction")
SOME = EntryId("a.1/1")
SETTLED = VisitsSettled((SOME,), "found", "", "1")
VISITS_AGAIN = SettlingUndone(SOME, "visits_settled")


def pack(*, local: bool) -> PackPublished:
    return PackPublished("7305012001", "full", "2026-11", "00", 1, 1, 1, PackId("a.1/1"), local=local)


@pytest.mark.parametrize(
    ("payload", "roles"),
    [
        (VISIT, {"enumerator", "operator", "head"}),
        (PROPOSAL, {"enumerator", "operator", "head"}),
        (ListExported("warnings", 3), {"operator", "head"}),
        (RevealLogged("nik", "cek KTP"), {"enumerator", "operator", "head", "second_signer", "verifier"}),
        (ItemDecided(SOME, "agreed", "2026-11-10"), {"operator", "head"}),
        (Endorsed(SOME), {"head", "second_signer"}),
        (DecisionMade(SOME, "accepted"), {"verifier"}),
        (SETTLED, {"enumerator", "operator", "head"}),
        (VISITS_AGAIN, {"enumerator", "operator", "head"}),
        (ProposalSettled(SOME, (), "withdrawn"), {"operator", "head"}),
        (ProposalsMerged(SOME, SOME, FamilyId("k1")), {"operator", "head"}),
        (SettlingUndone(SOME, "proposals_merged"), {"operator", "head"}),
        (SettlingUndone(SOME, "dance_recorded"), set()),
        (CalendarSet("default", {"input.last": 9}), {"verifier"}),
        (PersonChanged(PersonId("p"), "Siti", "viewer"), {"operator", "head"}),
        (DeviceHandedOver(PersonId("p"), PersonId("q")), {"operator", "head"}),
        (DeviceRetired(), set(ROLES)),
        (pack(local=True), {"operator", "head"}),
        (pack(local=False), {"verifier"}),
    ],
)
def test_only_these_roles_may(payload: Payload, roles: set[str]) -> None:
    assert {role for role in ROLES if may(Holder(role), payload)} == roles


def test_a_viewer_records_nothing_but_that_he_was_there_and_what_becomes_of_his_laptop() -> None:
    assert {kind for kind, roles in ACTS.items() if "viewer" in roles} == {"device_started", "sealed", "device_retired"}


def test_every_kind_has_its_rule() -> None:
    assert {kind for kind, _ in KINDS} - ACTS.keys() == {"pack_published"}


def test_nobody_has_a_role_that_is_not_one() -> None:
    assert not may(Holder("king"), VISIT)
    assert not may(Holder(""), VISIT)


@pytest.mark.parametrize("payload", [VISIT, PROPOSAL, SETTLED, VISITS_AGAIN, RevealLogged("kk", "cek KK")])
def test_an_enumerator_stays_in_his_own_rts(payload: Payload) -> None:
    bound = Holder("enumerator", ("001/001", "002/001"))
    assert may(bound, payload, place_of("002", "001"))
    assert not may(bound, payload, place_of("002", "002"))
    assert not may(bound, payload, place_of("", ""))
    assert may(Holder("enumerator"), payload, place_of("", ""))
    assert may(Holder("operator", ("001/001",)), payload, place_of("009", "001"))


def test_a_proposed_family_lives_where_its_proposal_says() -> None:
    bound = Holder("enumerator", ("001/001",))
    inside = ChangeProposed("new_family", new_family=NewFamily("", "", "", "001", "001", ()))
    outside = ChangeProposed("new_family", new_family=NewFamily("", "", "", "002", "001", ()))
    assert may(bound, inside)
    assert not may(bound, outside, "001/001")


def test_enumerators_and_viewers_do_not_export() -> None:
    assert {role for role in ROLES if may_export(Holder(role))} == {"operator", "head", "verifier"}


def test_the_districts_words_need_its_key() -> None:
    assert is_of_district(DecisionMade(SOME, "accepted"))
    assert is_of_district(pack(local=False))
    assert not is_of_district(pack(local=True))
    assert not is_of_district(VISIT)


def test_the_true_reason_is_given_why_something_may_not_be_recorded() -> None:
    bound = Holder("enumerator", ("003/001",))
    assert why_not(bound, VISIT, "003/001") == ""
    assert why_not(bound, VISIT, "004/001") == "outside_rts"
    assert why_not(Holder("viewer"), VISIT, "003/001") == "not_allowed"
