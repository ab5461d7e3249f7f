"""Two lists of one village: the same people meet, nobody twice, whatever the order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.matching import match_rosters
from app.domain.roster import Family, Member, Roster

NAMES = ("Maria Bere", "Muh. Rusdi", "Muhammad Rusdi", "Yohanes Mau", "Besse", "Andi")
CARDS = ("5321101803180001", "5321101803180002", "5321101803180003", "")
NIKS = ("", "5321101708710001", "5321105708710001", "5321100101900001", "5321104101900001")
DATES = ("", "1971-08-17", "1990-01-01")


@st.composite
def rosters(draw: st.DrawFn, prefix: str) -> Roster:
    families = []
    for number in range(draw(st.integers(0, 5))):
        members = tuple(
            Member(
                id=f"{prefix}p{number}.{at}",
                name=draw(st.sampled_from(NAMES)),
                nik=draw(st.sampled_from(NIKS)),
                birth_date=draw(st.sampled_from(DATES)),
                sex=draw(st.sampled_from(("1", "2", ""))),
            )
            for at in range(draw(st.integers(1, 3)))
        )
        family = Family(
            id=f"{prefix}f{number}",
            kk=draw(st.sampled_from(CARDS)),
            head_name=members[0].name,
            rt=draw(st.sampled_from(("001", "002", ""))),
            members=members,
        )
        families.append(family)
    return Roster(families=tuple(families))


def turned(roster: Roster) -> Roster:
    families = [replace(family, members=family.members[::-1]) for family in roster.families[::-1]]
    return replace(roster, families=tuple(families))


@given(rosters("a"), rosters("b"))
def test_nobody_is_matched_twice_and_only_people_who_exist(old: Roster, new: Roster) -> None:
    matches = match_rosters(old, new)
    for found, before, after in (
        (matches.members, [m.id for _, m in old.members()], [m.id for _, m in new.members()]),
        (matches.families, [f.id for f in old.families], [f.id for f in new.families]),
    ):
        assert len(set(found.values())) == len(found)
        assert set(found) <= set(before)
        assert set(found.values()) <= set(after)


@given(rosters("a"), rosters("b"))
def test_the_order_of_the_lists_does_not_matter(old: Roster, new: Roster) -> None:
    assert match_rosters(old, new) == match_rosters(turned(old), turned(new))


@given(rosters("a"), rosters("b"))
def test_matching_back_finds_the_same_pairs(old: Roster, new: Roster) -> None:
    there, back = match_rosters(old, new), match_rosters(new, old)
    assert {new_id: old_id for old_id, new_id in there.members.items()} == back.members
    assert {new_id: old_id for old_id, new_id in there.families.items()} == back.families


@given(rosters("a"))
def test_a_list_matches_itself_wholly(roster: Roster) -> None:
    matches = match_rosters(roster, roster)
    assert matches.members == {member.id: member.id for _, member in roster.members()}
    assert matches.families == {family.id: family.id for family in roster.families}


def one(
    prefix: str,
    kk: str = CARDS[0],
    rt: str = "001",
    nik: str = "",
    name: str = "Muh. Rusdi",
    birth_date: str = "1971-08-17",
    sex: str = "1",
) -> Roster:
    person = Member(f"{prefix}p", name, nik, birth_date, sex)
    return Roster(families=(Family(f"{prefix}f", kk, name, rt=rt, members=(person,)),))


def test_a_nik_finds_a_person_under_another_card() -> None:
    matches = match_rosters(one("a", nik=NIKS[1]), one("b", kk=CARDS[1], rt="002", nik=NIKS[1], name="M. Rusdi"))
    assert matches.members == {"ap": "bp"}
    assert matches.families == {"af": "bf"}


def test_a_nik_that_somebody_else_took_over_matches_nobody() -> None:
    other = one("b", kk=CARDS[1], rt="002", nik=NIKS[1], name="Maria Bere", birth_date="1990-01-01", sex="2")
    assert match_rosters(one("a", nik=NIKS[1]), other).members == {}


def test_without_a_nik_the_card_and_the_name_decide() -> None:
    assert match_rosters(one("a"), one("b", name="MUHAMMAD ROESDI", birth_date="")).members == {"ap": "bp"}


def test_without_nik_and_card_name_and_rt_decide_unless_the_birth_date_contradicts() -> None:
    assert match_rosters(one("a", kk=""), one("b", kk="", birth_date="")).members == {"ap": "bp"}
    assert match_rosters(one("a", kk=""), one("b", kk="", birth_date="1990-01-01")).members == {}


def test_two_namesakes_are_left_to_a_person() -> None:
    twin = Member("cp", "Muh. Rusdi", birth_date="1971-08-17", sex="1")
    new = one("b", kk="")
    new = replace(new, families=(*new.families, Family("cf", "", "Muh. Rusdi", rt="001", members=(twin,))))
    assert match_rosters(one("a", kk=""), new).members == {}


@given(rosters("a"), rosters("b"), rosters("c"))
def test_who_was_lost_before_takes_nobody_s_place(old: Roster, new: Roster, lost: Roster) -> None:
    plain, found = match_rosters(old, new), match_rosters(old, new, lost.families)
    assert plain.families.items() <= found.families.items()
    assert plain.members.items() <= found.members.items()
    assert len(set(found.families.values())) == len(found.families)
    assert len(set(found.members.values())) == len(found.members)
    assert found == match_rosters(turned(old), turned(new), turned(lost).families)


def test_a_family_that_was_missing_for_a_list_is_found_again() -> None:
    gone = Family("f1", CARDS[0], "Maria Bere", rt="001", members=(Member("p1", "Maria Bere", NIKS[1]),))
    stays = Family("f2", CARDS[1], "Andi", rt="001", members=(Member("p2", "Andi", NIKS[3]),))
    back = replace(gone, id="x1", members=(replace(gone.members[0], id="y1"),))
    found = match_rosters(Roster(families=(stays,)), Roster(families=(stays, back)), [gone])
    assert found.families == {"f1": "x1", "f2": "f2"}
    assert found.members == {"p1": "y1", "p2": "p2"}


def test_a_person_whom_a_family_lost_for_a_list_is_found_again() -> None:
    child = Member("p2", "Yohanes Mau", NIKS[1], "1990-01-01", "1")
    stays = Family("f1", CARDS[0], "Maria Bere", rt="001", members=(Member("p1", "Maria Bere", NIKS[3]),))
    whole = replace(stays, members=(*stays.members, replace(child, id="y2")))
    found = match_rosters(Roster(families=(stays,)), Roster(families=(whole,)), [replace(stays, members=(child,))])
    assert found.families == {"f1": "f1"}
    assert found.members == {"p1": "p1", "p2": "y2"}
