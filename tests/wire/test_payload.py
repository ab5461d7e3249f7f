"""Payloads stay readable: entries of before lack the fields that came later."""

from __future__ import annotations

from dataclasses import asdict

import msgspec
import pytest

from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId, MemberId
from app.domain.payloads import (
    ChangeProposed,
    Choice,
    Evidence,
    FieldChange,
    MemberSeen,
    ObjectionFiled,
    Outcome,
    VisitRecorded,
    VisitsSettled,
)
from app.domain.photo_name import photo_name
from app.wire.payload import decode_payload, encode_payload

LATER = ("outcome", "direction", "direction_list", "programmes", "programme_list", "new_address")


def test_a_proposal_of_before_says_nothing_of_what_stands_afterwards() -> None:
    proposal = ChangeProposed("merge", other_family=FamilyId("k2"), note="Kembali serumah.")
    before = {name: value for name, value in asdict(proposal).items() if name not in LATER}
    assert decode_payload("change_proposed", 1, msgspec.msgpack.encode(before)) == proposal


def test_a_visit_of_before_names_no_other_visits_that_it_knew() -> None:
    visit = VisitRecorded("dtsen", "1", 1, "found", "", "1", "Siti")
    before = {name: value for name, value in asdict(visit).items() if name != "known_visits"}
    assert decode_payload("visit_recorded", 1, msgspec.msgpack.encode(before)) == visit


def test_what_was_settled_comes_back_as_it_was_written() -> None:
    seen = (MemberSeen(MemberId("m1"), "2", {"job": "3"}),)
    choices = (Choice("floor", EntryId("a.1/1")), Choice("aid", None, MemberId("m1")))
    settled = VisitsSettled((EntryId("a.1/1"),), "found", "", "1", seen, {"aid": ("1", "2"), "area": 36}, choices, "ya")
    assert decode_payload(*encode_payload(settled)) == settled


def test_what_stands_afterwards_comes_back_as_it_was_written() -> None:
    after = Outcome(kept_family=FamilyId("k2"), head=MemberId("m7"))
    proposal = ChangeProposed("merge", other_family=FamilyId("k2"), outcome=after, programmes=("PKH", "BPNT"))
    assert decode_payload(*encode_payload(proposal)) == proposal


def test_a_new_address_comes_back_as_it_was_written() -> None:
    address = (FieldChange("address", "Jl. Melati 1", "Jl. Mawar 2"), FieldChange("rt", "001", "001"))
    proposal = ChangeProposed("move", members=(MemberId("m1"),), direction="desa", new_address=address)
    assert decode_payload(*encode_payload(proposal)) == proposal


@pytest.mark.parametrize("name", ["", "ab" * 23, "ab" * 32, "AB" * 24, "../" + "a" * 45])
def test_an_entry_that_calls_a_photo_what_no_photo_is_called_is_malformed(name: str) -> None:
    wrong, right = Evidence(name, 10, "kk"), Evidence(photo_name(b"x"), 10, "kk")
    for told in (
        VisitRecorded("dtsen", "1", 1, "found", "", "1", "Siti", photos=(right, wrong)),
        ChangeProposed("death", evidence=(wrong,)),
        ObjectionFiled("Siti", True, "", "", "", evidence=(wrong,)),
    ):
        with pytest.raises(Refused, match="entry_malformed"):
            decode_payload(*encode_payload(told))
