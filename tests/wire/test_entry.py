"""A chain with any byte changed, entry dropped, swapped or added is noticed, and the place is named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import Entry, Head
from app.domain.errors import Refused
from app.domain.ids import ChainId, PersonId
from app.wire.entry import next_entry, verify_chain

CHAIN = ChainId("laptopaaaaaa.1")
HEADERS = ("author", "at_ms", "floor_ms", "turn", "kind", "version", "subject", "payload", "hash")


@st.composite
def chains(draw: st.DrawFn, least: int = 1) -> list[Entry]:
    """A whole chain."""
    head: Head | None = None
    entries = []
    for _ in range(draw(st.integers(least, 8))):
        entry = next_entry(
            head,
            chain=CHAIN,
            author=PersonId(draw(st.text(max_size=4))),
            at_ms=draw(st.integers(0, 2**50)),
            floor_ms=draw(st.integers(0, 2**50)),
            turn=draw(st.integers(0, 2**40)),
            kind=draw(st.sampled_from(["visit_recorded", "sealed"])),
            version=draw(st.integers(1, 3)),
            subject=draw(st.text(max_size=5)),
            payload=draw(st.binary(max_size=12)),
        )
        head = Head(entry.seq, entry.hash)
        entries.append(entry)
    return entries


def place_of_fault(entries: list[Entry], after: Head | None = None) -> tuple[str, int]:
    with pytest.raises(Refused) as caught:
        verify_chain(entries, after)
    assert caught.value.facts["chain"]
    return caught.value.code, int(caught.value.facts["seq"])


@given(chains())
def test_a_whole_chain_gives_its_end(entries: list[Entry]) -> None:
    assert verify_chain(entries) == Head(entries[-1].seq, entries[-1].hash)


@given(chains(least=2), st.data())
def test_a_chain_may_be_checked_in_pieces(entries: list[Entry], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(entries) - 1))
    assert verify_chain(entries[cut:], verify_chain(entries[:cut])) == Head(entries[-1].seq, entries[-1].hash)


@given(chains(), st.data())
def test_any_byte_changed_is_noticed_where_it_stands(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(HEADERS))
    value = getattr(entries[place], field)
    changed: Any
    if isinstance(value, bytes):
        bit = data.draw(st.integers(0, max(0, 8 * len(value) - 1)))
        changed = _flipped(value, bit) if value else b"\x00"
    else:
        changed = value + 1 if isinstance(value, int) else value + "x"
    entries[place] = replace(entries[place], **{field: changed})
    assert place_of_fault(entries) == ("chain_broken", place + 1)


def _flipped(value: bytes, bit: int) -> bytes:
    changed = bytearray(value)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@given(chains(least=2), st.data())
def test_a_dropped_entry_is_noticed_at_the_next_one(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 2))
    del entries[place]
    assert place_of_fault(entries) == ("chain_gap", place + 2)


@given(chains(least=2), st.data())
def test_a_dropped_entry_can_not_be_hidden_by_new_numbers(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 2))
    del entries[place]
    entries = [replace(entry, seq=seq) for seq, entry in enumerate(entries, start=1)]
    assert place_of_fault(entries) == ("chain_broken", place + 1)


@given(chains(least=2), st.data())
def test_swapped_entries_are_noticed(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 2))
    entries[place], entries[place + 1] = entries[place + 1], entries[place]
    assert place_of_fault(entries) == ("chain_gap", place + 2)


@given(chains(), st.data())
def test_an_added_entry_is_noticed(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    entries.insert(place, replace(entries[place], payload=b"added"))
    assert place_of_fault(entries) == ("chain_broken", place + 1)


def test_an_entry_of_another_chain_does_not_fit_in_between() -> None:
    words = {"at_ms": 1, "floor_ms": 1, "turn": 1, "kind": "sealed", "version": 1, "subject": "", "payload": b""}
    one = next_entry(None, chain=CHAIN, author=PersonId("a"), **words)  # type: ignore[arg-type]  # plain words
    other = next_entry(Head(1, one.hash), chain=ChainId("other.1"), author=PersonId("a"), **words)  # type: ignore[arg-type]  # as above
    assert place_of_fault([one, other]) == ("chain_mixed", 2)
