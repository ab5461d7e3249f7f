"""Birth dates in all the shapes of lists."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.birth_date import read_birth_date, swapped
from app.domain.nik import parse_nik
from app.domain.reading import Raw

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "cell",
    [
        date(1971, 8, 17),
        datetime(1971, 8, 17, 0, 0),  # noqa: DTZ001 - sheets hold dates without a zone
        "17/08/1971",
        "17-8-1971",
        "17.08.1971",
        "17 08 1971",
        "1971-08-17",
        "1971/08/17",
        "1971-08-17 00:00:00",
        "17 Agustus 1971",
        "17 AGT 1971",
        "17-Agu-1971",
        "17 aug 1971",
        "Kupang, 17-08-1971",
        "Kupang, 17 Agustus 1971",
        "17081971",
        17081971,
        17081971.0,
        "19710817",
    ],
)
def test_every_usual_shape_is_read_without_a_warning(cell: Raw) -> None:
    reading = read_birth_date(cell, None, TODAY)
    assert (reading.value, reading.flags) == ("1971-08-17", ())


def test_seven_digits_have_lost_a_leading_nought() -> None:
    assert read_birth_date(7081971, None, TODAY).value == "1971-08-07"


@pytest.mark.parametrize("cell", ["", None, "-", "0", "0000-00-00", "00/00/0000", " ", "#N/A", 0])
def test_a_missing_date_is_missing_whatever_stands_for_it(cell: Raw) -> None:
    reading = read_birth_date(cell, None, TODAY)
    assert reading.value == ""
    assert [flag.code for flag in reading.flags] == ["birth_date_missing"]


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        (26162, "1971-08-17", "birth_date_serial"),
        ("26162", "1971-08-17", "birth_date_serial"),
        ("08/17/1971", "1971-08-17", "birth_date_month_first"),
        ("31/02/1990", "", "birth_date_impossible"),
        ("31-02-1990", "", "birth_date_impossible"),
        ("Kupang, 31.04.2001", "", "birth_date_impossible"),
        ("30 Februari 1990", "", "birth_date_impossible"),
        ("1990-02-31", "", "birth_date_impossible"),
        ("31021990", "", "birth_date_impossible"),
        ("29/02/2001", "", "birth_date_impossible"),
        ("lahir subuh", "", "birth_date_unreadable"),
        ("17 Agustos 1971", "", "birth_date_unreadable"),
        ("9" * 400, "", "birth_date_unreadable"),
        ("9" * 5_000, "", "birth_date_unreadable"),
        ("1971", "", "birth_date_year_only"),
        (1971.0, "", "birth_date_year_only"),
        (float("nan"), "", "birth_date_unreadable"),
        (float("inf"), "", "birth_date_unreadable"),
        ("17/08/2027", "2027-08-17", "birth_date_future"),
        ("17/08/1871", "1871-08-17", "birth_date_too_old"),
        ("17/08/71", "1971-08-17", "birth_date_short_year"),
        ("17/08/26", "2026-08-17", "birth_date_short_year"),
    ],
)
def test_odd_dates_say_why(cell: Raw, value: str, code: str) -> None:
    reading = read_birth_date(cell, None, TODAY)
    assert (reading.value, [flag.code for flag in reading.flags]) == (value, [code])


def test_the_nik_decides_the_century_of_a_short_year() -> None:
    nik = parse_nik("5321101708190001")
    assert read_birth_date("17/08/19", nik, TODAY).value == "2019-08-17"
    assert read_birth_date("17/08/19", None, date(2018, 1, 1)).value == "1919-08-17"


@given(st.dates(date(1930, 1, 1), date(2026, 11, 22)))
def test_day_first_dates_come_back_whole(day: date) -> None:
    for text in (f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", day.isoformat(), f"{day:%d%m%Y}"):
        reading = read_birth_date(text, None, TODAY)
        assert (reading.value, reading.flags) == (day.isoformat(), ())


@given(st.text())
def test_no_text_whatever_breaks_the_reader(text: str) -> None:
    reading = read_birth_date(text, None, TODAY)
    assert not reading.value or date.fromisoformat(reading.value)


def test_a_swap_is_another_date_or_none() -> None:
    assert swapped("2003-09-03") == "2003-03-09"
    assert swapped("2003-09-09") == ""
    assert swapped("2003-09-13") == ""


def test_a_raised_digit_is_no_number() -> None:
    assert read_birth_date("²", None, TODAY).value == ""
