"""A code is short enough for the phone and strong enough for a hostile line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.wire.enrol import (
    ALPHABET,
    EnrolAnswer,
    EnrolRequest,
    check_proof,
    new_code,
    prove,
    prove_answer,
    read_answer,
    read_code,
    read_proof,
)

ROOT, CA = b"r" * 32, "-----BEGIN CERTIFICATE-----"
CODE = new_code(ROOT, CA)
REQUEST = EnrolRequest(CODE.id, "dev", "Laptop", b"s" * 32, b"e" * 32, "person", b"p" * 32, "0.1.0", b"n" * 16)
ASKED = prove(REQUEST, CODE.key)
ANSWER = EnrolAnswer("hub", "Kab.", "7308032001", "Bonto", ROOT, b"x" * 32, CA, "operator", "Siti", (), b"")


def test_a_code_survives_lower_case_and_spaces() -> None:
    assert read_code(CODE.text) == CODE
    assert read_code(CODE.text.lower().replace("-", " ")) == CODE
    assert [len(group) for group in CODE.text.split("-")] == [4] * 6


@given(at=st.integers(0, 23), letter=st.sampled_from(ALPHABET))
def test_most_slips_of_the_pen_are_noticed_before_the_line_is_used(at: int, letter: str) -> None:
    letters = list(CODE.text.replace("-", ""))
    if letters[at] == letter:
        return
    letters[at] = letter
    try:
        read = read_code("".join(letters))
    except Refused:
        return
    assert read != CODE


@pytest.mark.parametrize("text", ["", "ABCD", CODE.text[:-1], CODE.text + "A", "0" * 24, "Ä" * 24])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="enrol_code_misspelt"):
        read_code(text)


def test_the_laptop_proves_that_it_knows_the_secret() -> None:
    check_proof(ASKED, CODE.key)
    assert read_proof(ASKED) == REQUEST
    with pytest.raises(Refused, match="enrol_code_wrong"):
        check_proof(ASKED, new_code(ROOT, CA).key)
    with pytest.raises(Refused, match="enrol_code_wrong"):
        check_proof(ASKED[:-1] + b"x", CODE.key)


def test_the_district_proves_it_too_and_is_the_one_that_the_code_tells() -> None:
    answered = prove_answer(ANSWER, ASKED, CODE.key)
    assert read_answer(answered, ASKED, CODE) == ANSWER
    with pytest.raises(Refused, match="enrol_wrong_hub"):
        read_answer(answered, ASKED + b"x", CODE)
    with pytest.raises(Refused, match="enrol_wrong_hub"):
        read_answer(prove_answer(ANSWER, ASKED, new_code(ROOT, CA).key), ASKED, CODE)
    other = EnrolAnswer("hub", "Kab.", "7308032001", "Bonto", b"q" * 32, b"x" * 32, CA, "operator", "Siti", (), b"")
    with pytest.raises(Refused, match="enrol_wrong_hub"):
        read_answer(prove_answer(other, ASKED, CODE.key), ASKED, CODE)
