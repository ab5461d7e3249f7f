from __future__ import annotations

import pytest

from app.domain.codelist import Code, CodeBook, CodeList, Crosswalk
from app.domain.errors import Refused


def code_list(list_id: str, version: str, values: str, sums: bool = False) -> CodeList:
    codes = tuple(Code(value, f"kode {value}", f"code {value}") for value in values.split())
    return CodeList(list_id, version, "a source", list_id, list_id, codes, sums)


CARDS = code_list("cards", "1", "0 1 2 4 99", sums=True)


def test_a_sum_is_shown_by_its_parts() -> None:
    assert [code.value for code in CARDS.parts("5")] == ["1", "4"]
    assert CARDS.label("5", "en") == "code 1, code 4"


def test_a_code_that_is_no_power_of_two_stands_alone() -> None:
    assert [code.value for code in CARDS.parts("99")] == ["99"]
    assert CARDS.parts("100") == ()


@pytest.mark.parametrize("value", ["8", "-1", "", "x", "9" * 500, "²"])
def test_a_value_that_is_no_sum_of_the_list_has_no_parts_and_is_shown_as_it_is(value: str) -> None:
    assert CARDS.parts(value) == ()
    assert CARDS.label(value) == value


def test_a_list_that_gives_one_value_two_meanings_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        code_list("roof", "1", "1 2 1")
    assert caught.value.code == "codes_value_twice"


def test_a_crosswalk_with_a_code_that_its_list_does_not_know_is_refused() -> None:
    lists = (code_list("roof", "a", "1 2"), code_list("roof", "b", "1 2"))
    with pytest.raises(Refused) as caught:
        CodeBook.of(lists, [Crosswalk("roof@a", "roof@b", "", {"1": "7"})])
    assert caught.value.facts == {"list": "roof@b", "value": "7"}


def test_lists_without_a_way_between_them_are_refused_not_guessed() -> None:
    book = CodeBook.of((code_list("roof", "a", "1 2"), code_list("roof", "b", "1 2")))
    with pytest.raises(Refused) as caught:
        book.crosswalk("roof@a", "roof@b")
    assert caught.value.code == "codes_no_crosswalk"
    assert book.crosswalk("roof@a", "roof@a").translate("2") == "2"
