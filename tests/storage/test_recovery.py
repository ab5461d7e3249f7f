"""Codes of words: enough of them, told apart by ear, forgiving of one slip."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from app.domain.errors import Refused
from app.storage.recovery import CODE_WORDS, new_code, read_code, words


def test_a_code_is_worth_at_least_eighty_bits() -> None:
    assert len(words()) >= 2048
    assert CODE_WORDS * math.log2(len(words())) >= 80


def test_the_words_are_plain_and_each_stands_once() -> None:
    assert len(set(words())) == len(words())
    assert all(re.fullmatch("[a-z]{4,9}", word) for word in words())


def test_no_two_words_differ_by_one_letter() -> None:
    by_length: dict[int, list[str]] = {}
    for word in words():
        by_length.setdefault(len(word), []).append(word)
    for length, some in by_length.items():
        others = some + by_length.get(length + 1, [])
        for place, word in enumerate(some):
            assert not [
                other for other in others[place + 1 :] if Levenshtein.distance(word, other, score_cutoff=1) <= 1
            ]


def test_codes_are_not_repeated() -> None:
    assert len({new_code() for _ in range(200)}) == 200


def test_a_code_may_be_typed_as_people_type() -> None:
    code = new_code()
    typed = "  " + code.upper().replace(" ", " -\n", 3).replace(" ", ", ", 1) + "."
    assert read_code(typed) == code


@given(st.integers(0, CODE_WORDS - 1), st.sampled_from("qxz"))
def test_a_strange_letter_at_the_end_of_a_word_is_forgiven(place: int, letter: str) -> None:
    said = new_code().split()
    said[place] += letter
    assert read_code(" ".join(said)).split()[place] == said[place][:-1]


def test_a_word_that_does_not_exist_is_named_by_its_place() -> None:
    said = new_code().split()
    said[4] = "qqqqqqq"
    with pytest.raises(Refused) as caught:
        read_code(" ".join(said))
    assert (caught.value.code, caught.value.facts) == ("code_word", {"place": 5})


def test_a_missing_word_is_counted() -> None:
    with pytest.raises(Refused) as caught:
        read_code(new_code().rsplit(" ", 1)[0])
    assert (caught.value.code, caught.value.facts) == ("code_length", {"found": 7, "wanted": 8})
