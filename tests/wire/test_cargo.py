"""A bundle holds what its readers lack, and where that is too much, the new before the old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import GENESIS, Entry
from app.domain.ids import ChainId, PersonId
from app.wire.cargo import words_for

CHAINS = ("a.1", "b.1")
EACH = 10
"""Payload bytes of an entry."""
HELD = dict.fromkeys(CHAINS, 40)
ENTRIES = [
    Entry(ChainId(chain), seq, PersonId("p"), 0, 0, 2 * seq + at, "sealed", 1, "", b"x" * EACH, GENESIS)
    for at, chain in enumerate(CHAINS)
    for seq in range(1, HELD[chain] + 1)
]


def after(known: Mapping[str, int], limit: int) -> Sequence[Entry]:
    """As a store gives them: oldest first, at least one."""
    found: list[Entry] = []
    for one in sorted(ENTRIES, key=lambda one: one.order):
        if one.seq > known.get(one.chain, 0):
            if found and (len(found) + 1) * EACH > limit:
                break
            found.append(one)
    return found


vectors = st.dictionaries(st.sampled_from(CHAINS), st.integers(0, 40))


@given(readers=st.lists(vectors, min_size=1, max_size=4), room=st.integers(1, 100))
def test_whoever_lacks_least_is_served_whole_and_the_others_as_far_as_there_is_room(
    readers: list[dict[str, int]], room: int
) -> None:
    got = {(one.chain, one.seq) for one in words_for(readers, HELD, after, room * EACH)}
    lacking = sorted(
        (
            {(chain, seq) for chain, last in HELD.items() for seq in range(one.get(chain, 0) + 1, last + 1)}
            for one in readers
        ),
        key=len,
    )
    assert got <= set.union(*lacking)
    assert len(got) <= max(room, 1)
    whole = set[tuple[str, int]]()
    for one in lacking:
        if len(whole | one) > room:
            break
        whole |= one
    assert whole <= got
    if len(set.union(*lacking)) <= room:
        assert got == set.union(*lacking)
