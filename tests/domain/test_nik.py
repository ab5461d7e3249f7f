"""What a NIK tells, what is odd about it, and how much of it is shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kk import is_kk, kk_region, mask_kk
from app.domain.nik import Nik, mask_nik, nik_warnings, parse_nik

WOMAN = "5321106612050001"
"""Born 26 December 2005."""
MAN = "5321101708710001"
"""Born 17 August 1971."""


def parsed(text: str) -> Nik:
    nik = parse_nik(text)
    assert nik is not None
    return nik


def test_a_womans_day_is_forty_less() -> None:
    nik = parsed(WOMAN)
    assert (nik.region, nik.sex, nik.day, nik.month, nik.year, nik.serial) == ("532110", "2", 26, 12, 5, "0001")


def test_the_century_is_the_youngest_that_is_not_in_the_future() -> None:
    assert parsed(WOMAN).birth_date(date(2026, 11, 23)) == date(2005, 12, 26)
    assert parsed(WOMAN).birth_date(date(2005, 12, 25)) == date(1905, 12, 26)
    assert parsed(MAN).birth_date(date(2026, 11, 23)) == date(1971, 8, 17)


def test_a_birth_date_nearby_decides_the_century() -> None:
    assert parsed(WOMAN).birth_date(date(2026, 1, 1), near=date(1906, 1, 1)) == date(1905, 12, 26)


@pytest.mark.parametrize(
    "text", ["", "532110170871000", "53211017087100011", "5321101708710O01", "５３２１１０１７０８７１０００１"]
)
def test_only_sixteen_plain_digits_are_a_nik(text: str) -> None:
    assert parse_nik(text) is None


def test_a_nik_in_order_raises_nothing() -> None:
    assert nik_warnings(MAN, "1971-08-17", "1") == ()
    assert nik_warnings(WOMAN, "2005-12-26", "2") == ()
    assert nik_warnings("") == ()


@pytest.mark.parametrize(
    ("nik", "birth", "sex", "known", "codes"),
    [
        (MAN, "1971-08-18", "1", True, ("nik_birth_date_differs",)),
        (MAN, "1971-08-17", "2", True, ("nik_sex_differs",)),
        (MAN, "1971-08-17", "1", False, ("nik_region_unknown",)),
        ("5321101708710000", "1971-08-17", "1", True, ("nik_serial_zero",)),
        ("5321109208710001", "1971-08-17", "2", True, ("nik_date_impossible",)),
        ("532110170871", "1971-08-17", "1", True, ("nik_length",)),
        ("5.32110E+15", "1971-08-17", "1", True, ("nik_not_digits",)),
    ],
)
def test_each_oddity_has_its_code(nik: str, birth: str, sex: str, known: bool, codes: tuple[str, ...]) -> None:
    assert nik_warnings(nik, birth, sex, known) == codes


def test_masks_follow_the_ministrys_pattern() -> None:
    assert mask_nik(MAN) == "532110••••••0001"
    assert mask_kk("5321101803180001") == "5321101803••••••"
    assert mask_nik("") == mask_kk("") == ""


@given(st.text("0123456789", min_size=1, max_size=20))
def test_a_mask_never_shows_the_birth_date_and_never_the_whole(digits: str) -> None:
    for shown in (mask_nik(digits), mask_kk(digits)):
        assert "••••••" in shown
        assert sum(map(str.isdigit, shown)) <= min(10, max(len(digits) - 1, 0))
    assert len(digits) < 16 or mask_nik(digits)[6:12] == "••••••"


def test_a_card_is_sixteen_digits_with_a_region_in_front() -> None:
    assert is_kk("5321101803180001")
    assert not is_kk("532110180318000")
    assert kk_region("5321101803180001") == "532110"
    assert kk_region("532110180318000") == ""
