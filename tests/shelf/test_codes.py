from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.shelf.codes import code_book, read_code_book


def test_every_code_has_words_in_both_languages_and_every_list_a_source() -> None:
    for one in code_book().lists.values():
        assert one.source
        assert one.title_id
        assert one.title_en
        assert len(one) >= 2, one.key
        for code in one:
            assert code.value
            assert code.label_id
            assert code.label_en


def test_roof_five_and_six_are_swapped_between_regsosek_and_dtsen() -> None:
    book = code_book()
    way = book.crosswalk("atap@regsosek-2022", "atap@dtsen-2025")
    for code in book.get("atap@regsosek-2022"):
        there = way.translate(code.value)
        assert there is not None
        assert book.get("atap@dtsen-2025").label(there) == code.label_id
    assert way.translate("5") == "6"


def test_not_cooking_is_twelve_in_regsosek_and_nought_in_dtsen() -> None:
    book = code_book()
    assert book.crosswalk("bahan_bakar@regsosek-2022", "bahan_bakar@dtsen-2025").translate("12") == "0"
    assert "12" not in book.get("bahan_bakar@dtsen-2025")


def test_the_eleven_relations_of_the_card_have_their_dtsen_code() -> None:
    way = code_book().crosswalk("shdk@dukcapil-2022", "hub_kepala@dtsen-2025")
    assert "".join(way.translate(str(shdk)) or "?" for shdk in range(1, 12)) == "12234566878"


def test_a_damaged_file_of_codes_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"version": "1", "lists": 3}', encoding="utf-8")
    with pytest.raises(Refused) as caught:
        read_code_book(tmp_path)
    assert caught.value.code == "shelf_file_damaged"
    assert caught.value.facts["file"] == "broken.json"
