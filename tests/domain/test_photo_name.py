"""How photos are called."""

from __future__ import annotations

import hashlib

import pytest

from app.domain.photo_name import NAME_BYTES, is_photo_name, name_from_hash, photo_name


def test_a_name_is_the_beginning_of_the_hash() -> None:
    whole = hashlib.sha256(b"rumah")
    assert photo_name(b"rumah") == name_from_hash(whole.digest()) == whole.hexdigest()[: 2 * NAME_BYTES]
    assert photo_name(b"rumah") != photo_name(b"ruman")


def test_a_name_is_long_enough_that_nobody_makes_two_photos_of_one_name() -> None:
    assert NAME_BYTES * 8 // 2 >= 96


@pytest.mark.parametrize(
    "text", ["", "a" * 47, "a" * 49, "A" * 48, "g" * 48, "a" * 64, "a" * 48 + "\n", "../" + "a" * 45]
)
def test_nothing_else_is_a_name(text: str) -> None:
    assert is_photo_name(photo_name(b""))
    assert not is_photo_name(text)
