"""Families come from cards first, and from the head above where a card is missing."""

from __future__ import annotations

from app.domain.families import Person, form_families
from app.domain.roster import Family, Flag, Member

KK, OTHER = "5321101803180001", "5321101803180002"


def person(
    row: int,
    relation: str = "3",
    kk: str = "",
    home: dict[str, str] | None = None,
    programmes: tuple[str, ...] = (),
    flags: tuple[Flag, ...] = (),
) -> Person:
    member = Member(f"p{row}", f"Name {row}", relation=relation)
    return Person(row, member, kk, home=home or {}, programmes=programmes, family_flags=flags)


def formed(*people: Person) -> tuple[Family, ...]:
    return form_families(people, lambda row: f"f-{row}")


def codes(family: Family) -> list[str]:
    return [flag.code for flag in family.flags]


def ids(family: Family) -> list[str]:
    return [member.id for member in family.members]


def test_one_card_is_one_family_wherever_its_rows_stand() -> None:
    families = formed(person(1, "1", KK), person(2, "1", OTHER), person(3, "3", KK))
    assert [(family.id, ids(family)) for family in families] == [("f-1", ["p1", "p3"]), ("f-2", ["p2"])]


def test_rows_without_a_card_follow_the_head_above() -> None:
    families = formed(person(1, "1", KK), person(2, "2"), person(3, "3"), person(4, "1"), person(5, "3"))
    assert [ids(family) for family in families] == [["p1", "p2", "p3"], ["p4", "p5"]]


def test_a_row_that_says_nothing_stays_alone() -> None:
    families = formed(person(1, "1", KK), person(2, ""))
    assert [ids(family) for family in families] == [["p1"], ["p2"]]


def test_a_short_card_joins_the_only_card_that_begins_with_it() -> None:
    short = Flag("kk_short", "kk", KK[:15])
    families = formed(person(1, "1", KK), person(2, "3", KK[:15], flags=(short,)))
    assert len(families) == 1
    assert families[0].kk == KK
    assert families[0].flags == (Flag("kk_short", "kk", KK[:15], KK),)


def test_a_short_card_that_fits_two_families_stays_apart() -> None:
    families = formed(person(1, "1", KK), person(2, "1", OTHER), person(3, "3", KK[:15]))
    assert [ids(family) for family in families] == [["p1"], ["p2"], ["p3"]]


def test_card_numbers_that_lost_digits_join_no_strangers() -> None:
    lost = (Flag("kk_inexact", "kk", KK),)
    heads = [person(at, relation, KK, flags=lost) for at, relation in enumerate("1313", 1)]
    assert [ids(family) for family in formed(*heads)] == [["p1", "p2"], ["p3", "p4"]]


def test_what_is_no_card_number_joins_nobody() -> None:
    families = formed(person(1, "1", "123"), person(2, "1", "123"))
    assert [ids(family) for family in families] == [["p1"], ["p2"]]


def test_two_heads_and_no_head_are_flagged() -> None:
    assert codes(formed(person(1, "1", KK), person(2, "1", KK))[0]) == ["family_two_heads"]
    assert codes(formed(person(1, "2", KK), person(2, "3", KK))[0]) == ["family_no_head"]
    assert codes(formed(person(1, "1", KK))[0]) == []


def test_the_family_takes_the_values_most_rows_have_and_flags_the_rest() -> None:
    rows = [person(row, "1" if row == 1 else "3", KK, {"rt": "001" if row < 3 else "002"}) for row in (1, 2, 3)]
    (family,) = formed(*rows)
    assert family.rt == "001"
    assert family.flags == (Flag("family_values_differ", "rt", "002", "001"),)


def test_the_heads_house_counts_before_the_others() -> None:
    child = person(1, "3", KK, {"id_atap_terluas": "5", "alamat": ""})
    head = person(2, "1", KK, {"id_atap_terluas": "3", "alamat": "Dusun III"})
    (family,) = formed(child, head)
    assert (family.head_name, family.address, family.fields) == ("Name 2", "Dusun III", {"id_atap_terluas": "3"})


def test_programmes_of_all_members_are_the_familys() -> None:
    (family,) = formed(person(1, "1", KK, programmes=("PKH",)), person(2, "3", KK, programmes=("BPNT", "PKH")))
    assert family.programmes == ("BPNT", "PKH")


def test_a_size_that_the_list_names_is_compared() -> None:
    (family,) = formed(person(1, "1", KK, {"jumlah_anggota_keluarga": "4"}), person(2, "3", KK))
    assert family.flags == (Flag("family_size_differs", "jumlah_anggota_keluarga", "4", "2"),)


def test_a_list_of_recipients_alone_accuses_no_family_of_missing_people() -> None:
    rows = [person(row, "", f"532110180318{row:04}", {"jumlah_anggota_keluarga": "4"}) for row in (1, 2)]
    assert [family.flags for family in formed(*rows)] == [(), ()]
    assert [family.head_name for family in formed(*rows)] == ["Name 1", "Name 2"]


def test_nobody_is_lost_or_doubled() -> None:
    people = [person(row, "1" if row % 4 == 0 else "3", KK if row % 3 else "") for row in range(40)]
    members = [member.id for family in formed(*people) for member in family.members]
    assert sorted(members) == sorted(f"p{row}" for row in range(40))
