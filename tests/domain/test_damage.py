"""What spreadsheets do to numbers is seen, named, and never repaired in silence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.damage import cross_checks, nik_twice, read_number, with_proposals
from app.domain.reading import Raw
from app.domain.roster import Flag, Member

TODAY = date(2026, 11, 23)
NIK = "5321101708710001"
KK = "5321101803180001"


def known(prefix: str) -> bool:
    return prefix in {"532110", "532111", "730803"}


def flags_of(member: Member, kk: str = KK) -> dict[str, Flag]:
    return {flag.code: flag for flag in (*with_proposals(member, kk, TODAY, known), *cross_checks(member, kk, known))}


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        (NIK, NIK, []),
        (f" {NIK} ", NIK, []),
        (f"'{NIK}", NIK, ["nik_quoted"]),
        (f"’{NIK}’", NIK, ["nik_quoted"]),
        (f'="{NIK}"', NIK, ["nik_quoted"]),
        ("532110 170871 0001", NIK, ["nik_spaced"]),
        ("53.21.10.170871.0001", NIK, ["nik_spaced"]),
        ("5321-1017-0871-0001", NIK, ["nik_spaced"]),
        (int(NIK), NIK, ["nik_number"]),
        (float(NIK), NIK, ["nik_number"]),
        (f"{NIK}.0", NIK, ["nik_number"]),
        (9112013007740000, "9112013007740000", ["nik_number", "nik_last_digit_zero"]),
        (9112013007740001.0, "9112013007740000", ["nik_number", "nik_inexact", "nik_last_digit_zero"]),
        ("5321101708710000", "5321101708710000", ["nik_last_digit_zero"]),
        ("5321101708710010", "5321101708710010", []),
        ("5.32110E+15", "", ["nik_scientific"]),
        ("5,32110E+15", "", ["nik_scientific"]),
        ("5.321101708710001E+15", NIK, ["nik_scientific"]),
        (5321110000000000, "", ["nik_scientific"]),
        ("532110170871000", "532110170871000", ["nik_short"]),
        ("'532110 170871 000", "532110170871000", ["nik_quoted", "nik_spaced", "nik_short"]),
        ("53211017087100011", "53211017087100011", ["nik_long"]),
        ("", "", ["nik_missing"]),
        (None, "", ["nik_missing"]),
        ("'", "", ["nik_missing"]),
        ("-", "", ["nik_placeholder"]),
        ("0", "", ["nik_placeholder"]),
        (0.0, "", ["nik_placeholder"]),
        ("9999999999999999", "", ["nik_placeholder"]),
        ("Belum ada NIK", "", ["nik_placeholder"]),
        ("hilang", "", ["nik_not_digits"]),
        (float("nan"), "", ["nik_not_digits"]),
    ],
)
def test_each_shape_of_a_number_cell(cell: Raw, value: str, codes: list[str]) -> None:
    reading = read_number(cell, "nik")
    assert (reading.value, sorted(flag.code for flag in reading.flags)) == (value, sorted(codes))


def test_what_stood_there_stays_beside_what_is_used() -> None:
    (flag,) = read_number("532110 170871 0001", "kk").flags
    assert flag == Flag("kk_spaced", "kk", "532110 170871 0001", NIK)


def test_letters_that_look_like_digits_are_proposed_and_not_used() -> None:
    reading = read_number("532I1O170871OOO1", "nik")
    assert reading.value == ""
    assert [(flag.code, flag.proposed) for flag in reading.flags] == [("nik_not_digits", NIK)]


@given(st.text() | st.floats() | st.integers() | st.none() | st.booleans())
def test_no_cell_whatever_breaks_the_reader(cell: Raw) -> None:
    reading = read_number(cell, "nik")
    assert not reading.value or (reading.value.isascii() and reading.value.isdigit())
    assert reading.value or reading.flags


def test_a_swapped_birth_date_is_seen_against_the_nik() -> None:
    member = Member("m", "Magdalena", "5321104903030001", "2003-09-03", "2")
    assert flags_of(member) == {
        "birth_date_swapped": Flag("birth_date_swapped", "birth_date", "2003-09-03", "2003-03-09")
    }


def test_another_birth_date_stands_beside_the_niks() -> None:
    flag = flags_of(Member("m", "Paulus", NIK, "1972-08-17", "1"))["nik_birth_date_differs"]
    assert (flag.original, flag.proposed) == ("1972-08-17", "1971-08-17")


def test_a_missing_birth_date_is_proposed_from_the_nik_and_not_filled_in() -> None:
    missing = Flag("birth_date_missing", "birth_date", "")
    member = Member("m", "Paulus", NIK, "", "1", flags=(missing,))
    assert flags_of(member)["birth_date_missing"].proposed == "1971-08-17"
    assert member.birth_date == ""


def test_a_lost_digit_is_found_where_only_one_fits() -> None:
    short = Flag("nik_short", "nik", "321101708710001")
    member = Member("m", "Paulus", "321101708710001", "1971-08-17", "1", flags=(short,))
    assert flags_of(member)["nik_short"].proposed == NIK


def test_a_lost_digit_of_the_serial_stays_lost() -> None:
    short = Flag("nik_short", "nik", "532110170871001")
    member = Member("m", "Paulus", "532110170871001", "1971-08-17", "1", flags=(short,))
    assert flags_of(member)["nik_short"].proposed in ("", NIK)


def test_exchanged_digits_of_an_unknown_region_are_proposed() -> None:
    flag = flags_of(Member("m", "Paulus", "3521101708710001", "1971-08-17", "1"))["nik_region_unknown"]
    assert flag.proposed == NIK


def test_a_region_one_digit_off_the_card_is_proposed() -> None:
    flag = flags_of(Member("m", "Paulus", "5321901708710001", "1971-08-17", "1"))["nik_region_unknown"]
    assert flag.proposed == NIK


def test_a_region_that_never_was_is_only_a_warning() -> None:
    flag = flags_of(Member("m", "Paulus", "9959901708710001", "1971-08-17", "1"))["nik_region_unknown"]
    assert flag.proposed == ""


def test_an_impossible_day_is_rebuilt_from_the_birth_date_beside_it() -> None:
    flag = flags_of(Member("m", "Maria", "5321109208710001", "1971-08-17", "2"))["nik_date_impossible"]
    assert flag.proposed == "5321105708710001"


def test_an_undamaged_person_carries_no_flag() -> None:
    assert flags_of(Member("m", "Paulus", NIK, "1971-08-17", "1")) == {}


def test_people_without_a_nik_share_nothing() -> None:
    people = [("a", NIK), ("b", ""), ("c", ""), ("d", NIK), ("e", "5321101708710002"), ("f", "123"), ("g", "123")]
    assert nik_twice(people) == {NIK: ("a", "d")}
