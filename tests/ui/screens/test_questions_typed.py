from __future__ import annotations

import pytest

from app.domain.questionnaire import Kind
from app.ui.screens.questions.typed import (
    day_of_iso,
    iso_of,
    number_of,
    outside_indonesia,
    place_of_typed,
    typed_of,
)
from app.ui.wording import set_language


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("17-8-1990", "1990-08-17"),
        ("17/08/1990", "1990-08-17"),
        (" 17081990 ", "1990-08-17"),
        ("1990-08-17", "1990-08-17"),
        ("31-02-1990", "31-02-1990"),
        ("tidak tahu", "tidak tahu"),
    ],
)
def test_a_day_is_taken_as_people_write_it_and_never_bent(typed: str, kept: str) -> None:
    assert iso_of(typed) == kept


def test_an_answer_is_shown_as_it_is_typed_in_the_language_of_the_screen() -> None:
    assert typed_of(Kind.DATE, "1990-08-17") == "17-08-1990"
    assert typed_of(Kind.GPS, "-9.8632 124.2841") == "-9,8632 124,2841"
    assert place_of_typed(typed_of(Kind.GPS, "-9.8632 124.2841 5.5")) == "-9.8632 124.2841 5.5"
    assert number_of(typed_of(Kind.DECIMAL, "2.5"), decimal=True) == "2.5"
    set_language("en")
    in_english = typed_of(Kind.DECIMAL, "2.5")
    set_language("id")
    assert in_english == "2.5"


def test_a_day_is_shown_as_it_is_typed() -> None:
    assert iso_of(day_of_iso("1990-08-17")) == "1990-08-17"
    assert day_of_iso("31-02-1990") == "31-02-1990"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("-9,8632 124,2841", "-9.8632 124.2841"),
        ("-9.8632, 124.2841", "-9.8632 124.2841"),
        ("-9.8632;124.2841", "-9.8632 124.2841"),
        ("-9.8632 124.2841 12", "-9.8632 124.2841 12"),
        ("9°51'36\" S 124°16'48\" E", "-9.860000 124.280000"),
        ("9°51'36\" LS, 124°16'48\" BT", "-9.860000 124.280000"),
        ("dekat gereja", "dekat gereja"),
    ],
)
def test_a_place_is_taken_in_degrees_of_either_kind(typed: str, kept: str) -> None:
    assert place_of_typed(typed) == kept


def test_a_forgotten_minus_is_noticed() -> None:
    assert not outside_indonesia("-9.86 124.28")
    assert outside_indonesia("9.86 124.28")
    assert outside_indonesia("124.28 -9.86")


def test_numbers_are_taken_with_points_and_commas_of_the_country() -> None:
    assert number_of("1.200", decimal=False) == "1200"
    assert number_of("2,5", decimal=True) == "2.5"
    assert number_of("dua", decimal=False) == "dua"
