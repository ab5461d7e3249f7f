from __future__ import annotations

from app.storage.search_keys import address_key, street_words


def test_addresses_are_sorted_as_the_road_goes() -> None:
    houses = ["Jl. Melati No. 10", "Jln Melati no.2", "JALAN MELATI 1", "Gg. Mawar 3"]

    assert sorted(houses, key=address_key) == ["Gg. Mawar 3", "JALAN MELATI 1", "Jln Melati no.2", "Jl. Melati No. 10"]


def test_one_street_has_one_key_however_it_is_written() -> None:
    assert street_words("Dusun II", "Jl. Melati No. 10 RT 001/002") == street_words("II", "JLN MELATI 7")


def test_a_dusun_that_the_address_repeats_is_said_once() -> None:
    assert street_words("Dusun Barat", "Dusun Barat") == "dusun barat"


def test_an_empty_address_has_an_empty_key() -> None:
    assert address_key("") == ""
    assert street_words("", "") == ""
