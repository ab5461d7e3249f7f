"""The address of those who move, join or split off, field by field."""

from __future__ import annotations

from dataclasses import replace

from app.domain.ids import FamilyId
from app.domain.new_address import address_told, leaves_from, new_address_of
from app.domain.payloads import ChangeProposed, FieldChange, NewFamily, Outcome
from tests.domain.test_standing import FAMILY

THERE = replace(FAMILY, id=FamilyId("k2"), address="Jl. Kenanga 3", rt="004")


def test_what_nobody_said_of_an_address_is_left_out() -> None:
    told = address_told(THERE, {"address": "Jl. Mawar 2", "dusun": "", "rt": "004"})
    assert told == (FieldChange("address", "Jl. Kenanga 3", "Jl. Mawar 2"), FieldChange("rt", "004", "004"))


def test_a_split_stands_beside_the_family_they_leave() -> None:
    split = ChangeProposed("split", new_family=NewFamily("", "Jl. Mawar 2", "", "004", "", ()))
    assert new_address_of(split, FAMILY)[0] == FieldChange("address", FAMILY.address, "Jl. Mawar 2")
    assert [change.seen for change in new_address_of(split, None)] == ["", ""]


def test_a_new_family_and_a_move_of_everybody_ask_for_no_address_of_their_own() -> None:
    new = ChangeProposed("new_family", new_family=NewFamily("", "Jl. Mawar 2", "", "004", "", ()))
    moved = ChangeProposed("move", changes=(FieldChange("address", "Jl. Melati 1", "Jl. Mawar 2"),))
    assert new_address_of(new, None) == new_address_of(moved, FAMILY) == ()


def test_a_joined_family_leaves_the_address_of_the_card_that_stays() -> None:
    assert leaves_from(Outcome(FamilyId("k2")), FAMILY, THERE) is THERE
    assert leaves_from(Outcome(FamilyId(FAMILY.id)), FAMILY, THERE) is FAMILY
    assert leaves_from(Outcome(FamilyId("k2")), FAMILY, None) is FAMILY
