from __future__ import annotations

import pytest

from app.domain.phone import mask_phone, plain_phone


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0812-3456-7890", "081234567890"),
        ("+62 812 3456 7890", "081234567890"),
        ("+62 (0)812.3456.7890", "081234567890"),
        ("0062 812 3456 7890", "081234567890"),
        ("62812 3456 7890", "081234567890"),
        ("(0388) 31 234", "038831234"),
        ("+670 7712 3456", "+67077123456"),
        (" tidak punya ", "tidak punya"),
        ("0812 abc", "0812 abc"),
        ("", ""),
    ],
)
def test_a_number_is_kept_in_one_writing(typed: str, kept: str) -> None:
    assert plain_phone(typed) == kept


def test_of_a_number_the_last_three_digits_are_shown() -> None:
    assert mask_phone("081234567890") == "••••••890"
    assert mask_phone("08123") == "••••••"
