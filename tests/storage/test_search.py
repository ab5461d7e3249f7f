from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.roster import Family, Member
from app.storage.reading import SqlReading
from app.usecases.reading import FamilyFilter, FamilySort
from tests.storage.laptops import Laptop, new_family, roster

_PEOPLE = {
    "f1": (("Muhammad Yusuf", "7305011203800001"), ("Siti Aminah", "7305015203820002")),
    "f2": (("Moh. Jusup Hidayat", "7305010101700003"), ("Nurhayati", "")),
    "f3": (("Djoko Soeharto", "9201011005650009"), ("Andi Baso", "7305011503900004")),
    "f4": (("Yohanes Markus Tefa", "7305012002750005"),),
    "f5": (("Aisyah binti Ahmad", "7305016002990006"), ("Ahmad", "7305012003600007")),
}
_HOMES = {
    "f1": ("7305011111110001", "Jl. Melati No. 2", "Dusun Barat", "001", "001"),
    "f2": ("7305011111110002", "Jln Melati no 12", "Dusun Barat", "002", "001"),
    "f3": ("9201012012150077", "Gg. Mawar", "Dusun Timur", "001", "002"),
    "f4": ("7305012208190004", "Jl. Poros", "Dusun Timur", "003", "002"),
    "f5": ("", "Jl. Poros", "Dusun Timur", "003", "002"),
}


@pytest.fixture
def reading(tmp_path: Path) -> SqlReading:
    laptop = Laptop(tmp_path)
    laptop.publish(roster(_family(one) for one in _PEOPLE))
    return SqlReading(laptop.database, laptop.clock)


def _family(one: str) -> Family:
    kk, address, dusun, rt, rw = _HOMES[one]
    members = tuple(
        Member(f"{one}-{place}", name, nik, relation="1" if place == 1 else "3")
        for place, (name, nik) in enumerate(_PEOPLE[one], start=1)
    )
    return Family(one, kk, members[0].name, address, dusun, rt, rw, "7305012001", members=members)


def ids(reading: SqlReading, text: str, *, by: str = "match") -> list[str]:
    rows = reading.families(FamilyFilter(text=text), FamilySort(by), 0, 50)
    assert reading.count_families(FamilyFilter(text=text)) == len(rows)
    return [str(row.id) for row in rows]


@pytest.mark.parametrize("text", ["muhammad yusuf", "Muh. Yusuf", "M. Jusup", "moh yusup", "H. Muhamad Yusuf, S.Pd"])
def test_all_spellings_of_muhammad_find_him_first(reading: SqlReading, text: str) -> None:
    assert set(ids(reading, text)[:2]) >= {"f1"}


@pytest.mark.parametrize("text", ["joko suharto", "Djoko Soeharto", "djoko soharto", "jokosuharto", "suharto joko"])
def test_old_spelling_joined_and_swapped_words_find_the_name(reading: SqlReading, text: str) -> None:
    assert ids(reading, text)[0] == "f3"


def test_every_keystroke_of_a_name_finds_it(reading: SqlReading) -> None:
    for end in range(1, len("Yohanes Markus Tefa") + 1):
        assert "f4" in ids(reading, "Yohanes Markus Tefa"[:end])
    for end in range(1, len("Aisyah binti Ahmad") + 1):
        assert "f5" in ids(reading, "Aisyah binti Ahmad"[:end])


def test_a_members_name_finds_the_family_and_is_told(reading: SqlReading) -> None:
    row = reading.families(FamilyFilter(text="andi baso"), FamilySort("match"), 0, 1)[0]

    assert (row.id, row.head_name, row.matched_name) == ("f3", "Djoko Soeharto", "Andi Baso")


def test_the_heads_own_name_is_not_told_twice(reading: SqlReading) -> None:
    row = reading.families(FamilyFilter(text="djoko"), FamilySort("match"), 0, 1)[0]

    assert (row.id, row.matched_name) == ("f3", "")


def test_a_head_who_is_no_member_is_found_too(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    members = (Member("f9-1", "Rahel Tefa", relation="3"),)
    laptop.publish(roster([Family("f9", head_name="Zakarias Nabuasa", members=members)]))
    reading = SqlReading(laptop.database, laptop.clock)

    assert ids(reading, "zakarias") == ids(reading, "zakaryas nabuasah") == ["f9"]
    assert reading.families(FamilyFilter(text="zakarias"), FamilySort("match"), 0, 1)[0].matched_name == ""
    assert reading.home().people == 1


def test_a_new_familys_people_are_found_at_once(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    laptop.publish(roster([_family("f1")]))
    reading = SqlReading(laptop.database, laptop.clock)
    assert ids(reading, "yohanes lando") == ids(reading, "yohanis landho") == []

    made = laptop.record("", new_family("Yohanes Lando"))

    assert ids(reading, "yohanes lando") == ids(reading, "yohanis landho") == [made]


def test_a_word_inside_a_name_finds_it_behind_those_that_begin_so(reading: SqlReading) -> None:
    assert ids(reading, "ahmad") == ["f5"]
    assert ids(reading, "tefa") == ["f4"]


def test_two_members_names_find_their_family(reading: SqlReading) -> None:
    assert ids(reading, "yusuf aminah")[0] == "f1"


def test_a_nik_is_found_by_its_beginning_its_date_its_serial_and_any_run(reading: SqlReading) -> None:
    assert ids(reading, "7305015203820002") == ["f1"]
    assert ids(reading, "730501520382") == ["f1"]
    assert ids(reading, "520382") == ["f1"]
    assert ids(reading, "0009") == ["f3"]
    assert ids(reading, "1520382000") == ["f1"]


def test_a_kk_is_found_like_a_nik(reading: SqlReading) -> None:
    assert ids(reading, "9201012012150077") == ["f3"]
    assert ids(reading, "220819") == ["f4"]


def test_the_code_of_the_region_finds_all_who_have_it_in_nik_or_kk(reading: SqlReading) -> None:
    assert sorted(ids(reading, "7305")) == ["f1", "f2", "f3", "f4", "f5"]
    assert sorted(ids(reading, "92")) == ["f3"]


def test_a_masked_number_as_the_screen_shows_it_finds_its_family(reading: SqlReading) -> None:
    assert ids(reading, "730501••••••0005") == ["f4"]


def test_three_digits_are_looked_for_at_the_beginning_only(reading: SqlReading) -> None:
    assert ids(reading, "520") == []


def test_an_address_is_found_by_its_words(reading: SqlReading) -> None:
    assert sorted(ids(reading, "jalan melati")) == ["f1", "f2"]
    assert sorted(ids(reading, "jl mel")) == ["f1", "f2"]
    assert ids(reading, "melati 12") == ["f2"]
    assert ids(reading, "melati no. 2") == ["f1"]
    assert sorted(ids(reading, "dusun timur")) == ["f3", "f4", "f5"]


def test_a_short_address_is_found_where_a_number_stands_beside_it(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    laptop.publish(
        roster([_family("f1"), replace(_family("f5"), address="KM 5"), replace(_family("f4"), address="KM 15")])
    )
    reading = SqlReading(laptop.database, laptop.clock)
    assert ids(reading, "km 5") == ["f5"]
    assert ids(reading, "KM 15") == ["f4"]
    assert ids(reading, "km 7") == []


def test_an_rt_is_found_in_the_order_of_addresses(reading: SqlReading) -> None:
    assert ids(reading, "rt 1") == ["f1", "f3"]
    assert ids(reading, "rt 001/02") == ["f3"]
    assert ids(reading, "rw 2") == ["f3", "f4", "f5"]


def test_all_pieces_must_hold(reading: SqlReading) -> None:
    assert ids(reading, "yusuf rt 1")[0] == "f1"
    assert "f2" not in ids(reading, "yusuf rt 1")
    assert ids(reading, "djoko 9201") == ["f3"]
    assert ids(reading, "djoko 7305012") == []


def test_the_list_may_be_sorted_otherwise_than_by_match(reading: SqlReading) -> None:
    assert ids(reading, "dusun", by="name") == ["f5", "f3", "f2", "f1", "f4"]


def test_a_name_that_nobody_bears_nearly_finds_nobody(reading: SqlReading) -> None:
    assert ids(reading, "wlxqkz prtvw") == []


def test_odd_signs_are_harmless(reading: SqlReading) -> None:
    for text in ('"', "'; DROP TABLE", "* OR *", "NEAR(", "%", "_", "\\", "\0", "٣", "😀", "()", "a" * 500):
        reading.families(FamilyFilter(text=text), FamilySort("match"), 0, 5)


def test_a_text_of_odd_signs_alone_asks_for_nothing(reading: SqlReading) -> None:
    assert reading.count_families(FamilyFilter(text=" - ")) == 5
