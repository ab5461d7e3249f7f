"""The anchor remembers what was acknowledged, through cuts and rot, and speaks up where the journal lost it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.entry import Head
from app.domain.errors import Refused
from app.domain.ids import ChainId
from app.storage.anchor import Anchor

KEY = bytes(range(32))
CHAIN = ChainId("k3f9x2abqwer.1")


def hash_of(seq: int) -> bytes:
    return hashlib.sha256(str(seq).encode()).digest()


def journal(length: int) -> dict[int, bytes]:
    return {seq: hash_of(seq) for seq in range(1, length + 1)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Anchor.create(tmp_path / "anchor.bin", KEY)
    return tmp_path / "anchor.bin"


def recorded(path: Path, upto: int) -> None:
    anchor = Anchor(path, KEY)
    for seq in range(1, upto + 1):
        anchor.record(CHAIN, Head(seq, hash_of(seq)))
    anchor.close()


def code(anchor: Anchor, held: dict[int, bytes]) -> str:
    with pytest.raises(Refused) as caught:
        anchor.verify(lambda chain, seq: held.get(seq))
    return caught.value.code


def test_a_fresh_anchor_promises_nothing(path: Path) -> None:
    Anchor(path, KEY).verify(lambda chain, seq: None)


@pytest.mark.parametrize("length", [1, 2, 3, 8])
def test_the_last_promise_is_there_after_a_restart(path: Path, length: int) -> None:
    recorded(path, length)
    anchor = Anchor(path, KEY)
    assert anchor.mark is not None
    assert (anchor.mark.chain, anchor.mark.head) == (CHAIN, Head(length, hash_of(length)))
    assert not anchor.torn
    anchor.verify(lambda chain, seq: journal(length).get(seq))


def test_a_journal_ahead_of_the_anchor_is_well(path: Path) -> None:
    recorded(path, 3)
    Anchor(path, KEY).verify(lambda chain, seq: journal(5).get(seq))


@given(anchored=st.integers(1, 200), held=st.integers(0, 199))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_journal_behind_the_anchor_is_found_with_its_numbers(path: Path, anchored: int, held: int) -> None:
    anchor = Anchor(path, KEY)
    anchor.renew(CHAIN, Head(anchored, hash_of(anchored)))
    if held >= anchored:
        anchor.verify(lambda chain, seq: journal(held).get(seq))
    else:
        with pytest.raises(Refused) as caught:
            anchor.verify(lambda chain, seq: journal(held).get(seq))
        assert caught.value.code == "journal_behind_anchor"
        assert caught.value.facts == {"chain": CHAIN, "anchored": anchored, "missing_from": held + 1}
    anchor.close()


def test_another_entry_in_the_promised_place_is_found(path: Path) -> None:
    recorded(path, 3)
    assert code(Anchor(path, KEY), journal(3) | {3: bytes(32)}) == "journal_differs_from_anchor"


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_torn_slot_leaves_the_promise_before_it(path: Path, data: st.DataObject) -> None:
    Anchor.create(path, KEY)
    length = data.draw(st.integers(1, 4))
    recorded(path, length)
    content = bytearray(path.read_bytes())
    start = (length % 2) * 4096
    content[start + data.draw(st.integers(0, 150))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(content))
    anchor = Anchor(path, KEY)
    assert anchor.torn
    assert anchor.trouble is None
    assert anchor.mark is not None
    assert anchor.mark.head.seq == length - 1
    anchor.record(CHAIN, Head(length, hash_of(length)))
    anchor.close()
    healed = Anchor(path, KEY)
    assert healed.mark is not None
    assert healed.mark.head.seq == length
    assert not healed.torn


def test_both_slots_spoilt_another_key_or_an_emptied_file_is_damage(path: Path) -> None:
    recorded(path, 4)
    whole = path.read_bytes()
    assert code(Anchor(path, bytes(32)), journal(4)) == "anchor_damaged"
    for content in (b"", bytes(8192), b"\1" + whole[1:4096] + b"\1" + whole[4097:], whole[:10]):
        path.write_bytes(content)
        assert code(Anchor(path, KEY), journal(4)) == "anchor_damaged"


def test_a_lost_anchor_is_named(path: Path) -> None:
    path.unlink()
    assert code(Anchor(path, KEY), {}) == "anchor_missing"


def test_a_person_may_settle_a_broken_anchor(path: Path) -> None:
    path.write_bytes(b"")
    anchor = Anchor(path, KEY)
    anchor.renew(CHAIN, Head(2, hash_of(2)))
    anchor.close()
    again = Anchor(path, KEY)
    again.verify(lambda chain, seq: journal(2).get(seq))
    assert again.mark is not None
    assert again.mark.head.seq == 2


def test_a_promise_is_never_taken_back_by_a_slower_thread(path: Path) -> None:
    anchor = Anchor(path, KEY)
    anchor.record(CHAIN, Head(6, hash_of(6)))
    anchor.record(CHAIN, Head(5, hash_of(5)))
    anchor.close()
    again = Anchor(path, KEY)
    assert again.mark is not None
    assert again.mark.head.seq == 6


def test_a_new_chain_takes_the_anchor_over(path: Path) -> None:
    recorded(path, 3)
    anchor = Anchor(path, KEY)
    anchor.record(ChainId("k3f9x2abqwer.2"), Head(1, hash_of(1)))
    anchor.close()
    again = Anchor(path, KEY)
    assert again.mark is not None
    assert again.mark.chain == "k3f9x2abqwer.2"
