from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.search_text import Spelling, understand


@pytest.mark.parametrize(
    ("text", "rt", "rw"),
    [
        ("rt 3", "003", ""),
        ("RT.03", "003", ""),
        ("rt3 rw1", "003", "001"),
        ("rt 003/01", "003", "001"),
        ("RT 3 / RW 2", "003", "002"),
        ("003/001", "003", "001"),
        ("rw 4", "", "004"),
        ("siti rt 12", "012", ""),
    ],
)
def test_an_rt_is_understood_however_it_is_written(text: str, rt: str, rw: str) -> None:
    typed = understand(text)

    assert (typed.rt, typed.rw) == (rt, rw)
    assert typed.numbers == ()


def test_a_place_that_is_still_being_typed_asks_for_nothing() -> None:
    assert not understand("rt").asks
    assert not understand("rt ").asks
    assert understand("siti rt").names == (Spelling("siti", open=False),)


def test_digits_of_a_nik_are_joined_over_spaces_and_dots() -> None:
    assert understand("730803 711253 0001").numbers == ("7308037112530001",)
    assert understand("7308.0371").numbers == ("73080371",)


def test_a_masked_nik_asks_for_both_its_ends() -> None:
    assert understand("730803••••••0001").numbers == ("730803", "0001")


def test_full_width_and_arabic_digits_are_digits() -> None:
    assert understand("５３０２").numbers == ("5302",)
    assert understand("٥٣٠٢").numbers == ("5302",)


def test_a_short_number_beside_words_is_a_house_number() -> None:
    typed = understand("jl melati no 12")

    assert typed.house_numbers == ("12",)
    assert typed.address == ("jalan", "melati")
    assert typed.numbers == ()


def test_a_long_number_beside_words_is_a_nik_or_kk() -> None:
    typed = understand("siti 5302")

    assert typed.numbers == ("5302",)
    assert typed.house_numbers == ()


def test_a_name_that_goes_on_is_not_yet_levelled_to_its_end() -> None:
    assert understand("ah").names == (Spelling("a", open=False), Spelling("ah", open=True))
    assert understand("muh").names == (Spelling("muhamad", open=False), Spelling("muh", open=True))
    assert understand("dina").names == (Spelling("dina", open=True),)


def test_a_name_before_a_space_is_finished() -> None:
    assert understand("Moh. ").names == (Spelling("muhamad", open=False),)


@given(st.text(max_size=40))
def test_any_text_is_understood(text: str) -> None:
    typed = understand(text)

    assert all(number.isascii() and number.isdigit() for number in (*typed.numbers, *typed.house_numbers))
    assert all(len(place) in (0, 3) for place in (typed.rt, typed.rw))
    assert all(spelling.text.strip() == spelling.text != "" for spelling in typed.names)
