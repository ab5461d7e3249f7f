"""A proposed family is found in a list only where it is the same for sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.arrivals import Arrivals
from app.domain.ids import FamilyId, MemberId
from app.domain.roster import Family, Member

BARU = Family(
    FamilyId("laptop.1/7"), "", "Yohanes Lando", "Jl. Baru", "Dusun II", "004", "001",
    members=(
        Member(MemberId("laptop.1/7#1"), "Yohanes Lando", "", "1979-02-03", "1", "1"),
        Member(MemberId("laptop.1/7#2"), "Maria Bora", "7305014302800001", "1980-02-03", "2", "3"),
    ),
)  # fmt: skip


def listed(name: str = "f-9", **words: object) -> Family:
    """The same family as a list writes it."""
    people = tuple(
        replace(one, id=f"{name}-{place}", name=one.name.upper()) for place, one in enumerate(BARU.members, 1)
    )
    return replace(BARU, id=FamilyId(name), head_name="YOHANES LANDO", members=people, **words)  # type: ignore[arg-type]  # its fields


STRANGER = Family(
    FamilyId("f-1"), "7305010000000001", "SITI AMINAH", "Jl. Melati", "Dusun I", "001", "001",
    members=(Member(MemberId("f-1-1"), "SITI AMINAH", "", "1960-01-01", "2", "1"),),
)  # fmt: skip


def test_a_family_and_its_people_are_found_among_others() -> None:
    assert Arrivals([STRANGER, listed()]).names_of(BARU) == {
        "laptop.1/7": "f-9",
        "laptop.1/7#1": "f-9-1",
        "laptop.1/7#2": "f-9-2",
    }


def test_the_same_family_card_is_enough() -> None:
    card = "7305010000000077"
    other = replace(STRANGER, id=FamilyId("f-8"), kk=card)
    assert Arrivals([other]).names_of(replace(BARU, kk=card)) == {"laptop.1/7": "f-8"}


def test_somebody_of_the_same_name_and_rt_with_another_birthday_is_somebody_else() -> None:
    head, wife = listed().members
    other = replace(listed(), members=(replace(head, birth_date="1950-06-06"), replace(wife, nik="", name="ANI")))
    assert Arrivals([other]).names_of(BARU) == {}


def test_one_child_of_four_who_lives_elsewhere_does_not_make_a_family_the_same() -> None:
    children = tuple(replace(BARU.members[1], id=MemberId(f"laptop.1/7#{n}"), nik="", name=f"ANAK {n}") for n in (3, 4))
    grandmother = replace(STRANGER, members=(*STRANGER.members, listed().members[1]))
    assert Arrivals([grandmother]).names_of(replace(BARU, members=(*BARU.members, *children))) == {}


def test_where_two_families_fit_none_is_taken() -> None:
    without = replace(BARU, members=(BARU.members[0],))
    twins = [replace(listed(name), members=listed(name).members[:1]) for name in ("f-8", "f-9")]
    assert Arrivals(twins).names_of(without) == {}


@pytest.mark.parametrize("families", [[], [STRANGER]])
def test_nobody_is_found_where_nobody_is_alike(families: list[Family]) -> None:
    assert Arrivals(families).names_of(BARU) == {}
