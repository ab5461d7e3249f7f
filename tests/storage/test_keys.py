"""Keys are made so that one never opens what another is for, and a password's price is bounded on both sides."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.storage.keys import (
    FLOOR_PRACTICE,
    FLOOR_REAL,
    KdfParams,
    Purpose,
    calibrate,
    check_password,
    new_key,
    password_key,
    subkey,
)

CHEAP = KdfParams(FLOOR_PRACTICE, 1, 1)
SALT = bytes(16)


def test_every_purpose_has_a_key_of_its_own() -> None:
    vault_key = new_key()
    keys = {subkey(vault_key, purpose) for purpose in get_args(Purpose)}
    assert len(keys) == len(get_args(Purpose))
    assert all(len(key) == 32 for key in keys)
    assert vault_key not in keys


@given(st.binary(max_size=64).filter(lambda key: len(key) != 32))
def test_only_a_whole_key_makes_keys(key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        subkey(key, "files")


def test_two_spellings_of_one_letter_are_one_password() -> None:
    composed, decomposed = "r\u00e9sep-dapur", "re\u0301sep-dapur"
    assert password_key(composed, SALT, CHEAP, FLOOR_PRACTICE) == password_key(decomposed, SALT, CHEAP, FLOOR_PRACTICE)


def test_salt_and_price_both_change_the_key() -> None:
    keys = {
        password_key("kata-sandi", SALT, CHEAP, FLOOR_PRACTICE),
        password_key("kata-sandi", bytes(15) + b"\1", CHEAP, FLOOR_PRACTICE),
        password_key("kata-sandi", SALT, KdfParams(FLOOR_PRACTICE, 2, 1), FLOOR_PRACTICE),
    }
    assert len(keys) == 3


@pytest.mark.parametrize(
    ("params", "code"),
    [
        (KdfParams(FLOOR_REAL - 1), "kdf_weak"),
        (KdfParams(iterations=0), "kdf_weak"),
        (KdfParams(lanes=0), "kdf_weak"),
        (KdfParams(512 * 1024 + 1), "kdf_excessive"),
        (KdfParams(2**31), "kdf_excessive"),
        (KdfParams(iterations=13), "kdf_excessive"),
        (KdfParams(lanes=9), "kdf_excessive"),
    ],
)
def test_a_price_out_of_bounds_is_refused_before_it_is_paid(params: KdfParams, code: str) -> None:
    started = time.process_time()  # what others on the same cores take is no time of ours
    with pytest.raises(Refused) as caught:
        password_key("kata-sandi", SALT, params)
    assert caught.value.code == code
    assert time.process_time() - started < 0.02


def test_calibration_stays_within_the_bounds_whatever_time_is_asked() -> None:
    for seconds in (0.0001, 0.3, 60.0):
        calibrate(seconds).check()


def test_more_time_never_buys_a_cheaper_key() -> None:
    short, long = calibrate(0.01), calibrate(20.0)
    assert short.memory_kib * short.iterations <= long.memory_kib * long.iterations


@pytest.mark.parametrize("password", ["", "tujuh77", "        ", " pendek "])
def test_a_short_password_is_refused(password: str) -> None:
    with pytest.raises(Refused) as caught:
        check_password(password)
    assert caught.value.code == "password_short"
