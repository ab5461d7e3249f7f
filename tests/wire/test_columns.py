"""Entries go through columns unchanged, and nothing that is not such a body gets through."""

from __future__ import annotations

import lzma
import random
from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.domain.entry import GENESIS, Entry
from app.domain.errors import Refused
from app.domain.ids import ChainId
from app.wire.body import Writer
from app.wire.column import write_names, write_texts
from app.wire.columns import decode_entries, encode_entries
from app.wire.entry import entry_hash, verify_chain
from tests.wire.month import month_of_entries, plain_columns

trees = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
payloads = st.one_of(
    st.binary(max_size=40),
    trees.map(msgspec.msgpack.encode),
    st.dictionaries(st.sampled_from(["note", "head", "seq", "member"]), trees).map(msgspec.msgpack.encode),
)
texts = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", "2024-02-29", "2023-02-29", "0012", "f-ab12cd34-7", "f-ab12cd34-8", "a" * 64, "0" * 18]),
)
any_entry = st.builds(
    Entry,
    chain=texts,
    seq=st.integers(1, 2**40),
    author=texts,
    at_ms=st.integers(-(2**63), 2**63 - 1),
    floor_ms=st.integers(0, 2**50),
    turn=st.integers(0, 2**40),
    kind=st.sampled_from(["sealed", "visit_recorded", "later_kind"]),
    version=st.integers(1, 3),
    subject=texts,
    payload=payloads,
    hash=st.binary(min_size=32, max_size=32),
)


@st.composite
def chained(draw: st.DrawFn) -> list[Entry]:
    """Entries of two chains whose hashes hold, cut out of the middle and mixed."""
    made: list[Entry] = []
    for name in ("aaaaaaaaaaaa.1", "bbbbbbbbbbbb.2"):
        before, chain = GENESIS, []
        for seq, bare in enumerate(draw(st.lists(any_entry, max_size=6)), start=1):
            payload = bare.payload
            if draw(st.booleans()):
                payload = msgspec.msgpack.encode({"seq": seq - 1, "head": before, "signature": bytes(64)})
            entry = replace(bare, chain=ChainId(name), seq=seq, payload=payload, kind="sealed", version=1)
            entry = replace(entry, hash=entry_hash(before, entry))
            before = entry.hash
            chain.append(entry)
        made += chain[draw(st.integers(0, 2)) :]
    return draw(st.permutations(made))


@given(st.lists(any_entry, max_size=12) | chained())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_entries_come_out_as_they_went_in(entries: list[Entry]) -> None:
    assert decode_entries(encode_entries(entries)) == entries


MONTH = month_of_entries(visits=40, proposals=6, corrections=6)
BODY = encode_entries(MONTH)


def test_a_month_comes_out_whole_and_its_chain_holds() -> None:
    assert verify_chain(decode_entries(BODY)) is not None
    assert decode_entries(BODY) == MONTH


def test_a_months_body_is_no_larger_than_plain_columns_under_xz() -> None:
    month = month_of_entries()
    floor = len(lzma.compress(plain_columns(month), preset=9 | lzma.PRESET_EXTREME))
    assert len(encode_entries(month)) <= 1.1 * floor


@given(st.lists(texts, max_size=20), st.integers(1, 60))
@settings(max_examples=150, deadline=None)
def test_names_that_come_again_are_the_same_bytes(names: list[str], times: int) -> None:
    told = [name * times for name in names]  # also longer ones than are remembered
    plainly = Writer()
    write_texts(plainly, told)
    for _ in range(2):
        again = Writer()
        write_names(again, told)
        assert (again.plain, again.loose) == (plainly.plain, plainly.loose)


@given(at=st.integers(0, len(BODY) - 1), bit=st.integers(0, 7))
@settings(max_examples=150, deadline=None)
def test_a_flipped_bit_is_refused(at: int, bit: int) -> None:
    damaged = bytearray(BODY)
    damaged[at] ^= 1 << bit
    with pytest.raises(Refused):
        decode_entries(bytes(damaged))


@given(size=st.integers(0, len(BODY) - 1), tail=st.binary(max_size=3))
@settings(max_examples=100, deadline=None)
def test_a_body_that_is_cut_or_longer_is_refused(size: int, tail: bytes) -> None:
    with pytest.raises(Refused):
        decode_entries(BODY[:size])
    if tail:
        with pytest.raises(Refused):
            decode_entries(BODY + tail)


@given(st.binary(max_size=400), st.binary(max_size=80))
@example(b"\xff" * 100, b"")
@settings(max_examples=300, deadline=None)
def test_columns_that_lie_are_refused_and_take_no_memory(plain: bytes, loose: bytes) -> None:
    writer = Writer()
    writer.plain += plain
    writer.loose += loose
    try:
        entries = decode_entries(writer.body())
    except Refused:
        return
    assert len(entries) <= 1


def test_a_small_body_can_not_ask_for_much_memory() -> None:
    writer = Writer()
    writer.uint(150_000)
    for _ in range(40):
        writer.uint(0)
        writer.uint(2**40)
    with pytest.raises(Refused):
        decode_entries(writer.body())


def test_more_entries_than_asked_for_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        decode_entries(BODY, most=10)
    assert refused.value.code == "body_too_large"


def test_the_order_of_a_mixed_batch_is_kept() -> None:
    mixed = list(MONTH)
    random.Random(4).shuffle(mixed)
    assert decode_entries(encode_entries(mixed)) == mixed


def test_no_entries_are_a_body_too() -> None:
    assert decode_entries(encode_entries([])) == []
