"""A list of several villages becomes one register each."""

from __future__ import annotations

from app.domain.roster import Family, Member, Roster, by_village

KNOWN = {"5321102001": "Alas Utara", "5321102002": "Kotabiru", "5321112001": "Lain", "532111": "Io Kufeu"}


def name_of(code: str) -> str:
    return KNOWN.get(code, "")


def roster(*codes: str) -> Roster:
    families = [
        Family(f"f{number}", village_code=code, members=(Member(f"m{number}", "N"),))
        for number, code in enumerate(codes)
    ]
    return Roster("5321102001", "Alas Utara", "Kobalima Timur", families=tuple(families))


def test_a_list_of_one_village_stays_as_it_is() -> None:
    one = roster("5321102001", "5321102001", "5321109999")
    assert by_village(one, name_of) == (one,)


def test_a_village_too_new_for_the_list_of_places_still_counts() -> None:
    parts = by_village(roster(*["5321102099"] * 20, *["5321102001"] * 5), name_of)
    assert [(part.village_code, part.village_name) for part in parts] == [
        ("5321102099", ""),
        ("5321102001", "Alas Utara"),
    ]


def test_each_village_gets_its_own_families_and_names() -> None:
    parts = by_village(roster("5321102001", "5321112001", "5321102001"), name_of)
    assert [(part.village_code, part.village_name, part.subdistrict, len(part.families)) for part in parts] == [
        ("5321102001", "Alas Utara", "Kobalima Timur", 2),
        ("5321112001", "Lain", "Io Kufeu", 1),
    ]


def test_rare_unknown_codes_join_the_village_of_their_sub_district() -> None:
    codes = ["5321102001"] * 30 + ["5321112001"] * 20 + ["5321119999", ""]
    parts = by_village(roster(*codes), name_of)
    assert [(part.village_code, len(part.families)) for part in parts] == [("5321102001", 31), ("5321112001", 21)]


def test_nobody_is_lost() -> None:
    whole = roster(*(["5321102001", "5321112001", "5321102002", "x"] * 7))
    assert sum(part.people for part in by_village(whole, name_of)) == whole.people
