"""Requests and answers are bound to their senders and to each other."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import Head, Vector
from app.domain.errors import Refused
from app.domain.ids import ChainId
from app.wire.exchange import (
    PROTOCOL,
    Answer,
    Request,
    check_call,
    check_request,
    forks,
    lacks,
    open_answer,
    read_call,
    read_request,
    rows_of,
    seal_answer,
    sign_call,
    sign_request,
    vector_of,
)


@dataclass(frozen=True)
class Pair:
    """A laptop and a hub."""

    device: Ed25519PrivateKey
    exchange: X25519PrivateKey
    root: Ed25519PrivateKey

    @property
    def root_public(self) -> bytes:
        return self.root.public_key().public_bytes_raw()


PAIR = Pair(Ed25519PrivateKey.generate(), X25519PrivateKey.generate(), Ed25519PrivateKey.generate())
VECTOR: Vector = {ChainId("a.1"): Head(3, b"x" * 32), ChainId("b.2"): Head(1, b"y" * 32)}
REQUEST = Request(PROTOCOL, "hub", "", "7308032001", "dev", b"n" * 16, 5, rows_of(VECTOR), b"")
ANSWER = Answer(PROTOCOL, "hub", "e1", "7308032001", 6, rows_of(VECTOR), b"", False, "")
ASKED = sign_request(REQUEST, PAIR.device)
ANSWERED = seal_answer(ANSWER, ASKED, PAIR.root, PAIR.exchange.public_key().public_bytes_raw())


def test_a_request_tells_who_asks_and_for_which_village() -> None:
    check_request(ASKED, PAIR.device.public_key().public_bytes_raw())
    assert read_request(ASKED) == REQUEST
    assert vector_of(read_request(ASKED).vector) == VECTOR


@given(at=st.integers(0, len(ASKED) - 1))
def test_a_changed_request_is_refused(at: int) -> None:
    changed = bytearray(ASKED)
    changed[at] ^= 1
    with pytest.raises(Refused):
        check_request(bytes(changed), PAIR.device.public_key().public_bytes_raw())


@given(st.binary(max_size=200))
def test_noise_is_no_request(noise: bytes) -> None:
    with pytest.raises(Refused):
        read_request(bytes(64) + noise + b"\xc1")


def test_an_answer_is_for_this_laptop_and_this_request_alone() -> None:
    assert open_answer(ANSWERED, ASKED, PAIR.root_public, PAIR.exchange) == ANSWER
    with pytest.raises(Refused, match="exchange_answer_forged"):
        open_answer(ANSWERED, ASKED + b"x", PAIR.root_public, PAIR.exchange)
    with pytest.raises(Refused, match="seal_broken"):
        open_answer(ANSWERED, ASKED, PAIR.root_public, X25519PrivateKey.generate())
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    with pytest.raises(Refused, match="exchange_answer_forged"):
        open_answer(ANSWERED, ASKED, other, PAIR.exchange)


@given(at=st.integers(0, len(ANSWERED) - 1), size=st.integers(0, len(ANSWERED) - 1))
def test_a_changed_or_cut_answer_is_refused(at: int, size: int) -> None:
    changed = bytearray(ANSWERED)
    changed[at] ^= 1
    for bad in (bytes(changed), ANSWERED[:size]):
        with pytest.raises(Refused, match="exchange_answer_forged"):
            open_answer(bad, ASKED, PAIR.root_public, PAIR.exchange)


def test_a_newer_protocol_is_named() -> None:
    newer = Request(PROTOCOL + 1, "hub", "", "7308032001", "dev", b"n" * 16, 5, (), b"")
    with pytest.raises(Refused, match="exchange_protocol_newer"):
        read_request(sign_request(newer, PAIR.device))


def test_hashes_are_compared_and_not_only_numbers() -> None:
    held = {("a.1", 3): b"x" * 32, ("b.2", 1): b"z" * 32}
    assert forks(VECTOR, lambda chain, seq: held.get((chain, seq))) == {"b.2": 1}
    assert lacks({"a.1": 2}, {"a.1": 3})
    assert not lacks({"a.1": 3}, {"a.1": 3})


def test_a_call_is_signed_for_its_very_path() -> None:
    header = sign_call(PAIR.device, "hub", "7308032001", "dev", "PUT /v1/blobs/ab")
    village, device, signature = read_call(header)
    key = PAIR.device.public_key().public_bytes_raw()
    check_call(signature, key, "hub", village, device, "PUT /v1/blobs/ab")
    with pytest.raises(Refused):
        check_call(signature, key, "hub", village, device, "PUT /v1/blobs/cd")
    with pytest.raises(Refused):
        read_call("Bearer 12")
