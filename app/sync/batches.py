"""Which entries go next where a line does not carry all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from app.domain.entry import Entry
from app.usecases.exchange import LaptopEntries
from app.wire.exchange import lacks

CARRIED_BYTES: Final = 14_000_000
"""Payload bytes of another laptop's chain: it goes whole, because only its end is vouched for."""


def next_batch(
    entries: LaptopEntries,
    known: Mapping[str, int],
    held: Mapping[str, int],
    is_own: Callable[[str], bool],
    limit: int,
    tried: set[str],
) -> Sequence[Entry]:
    """All that the district lacks (it has `known`) where `limit` bytes of payload hold it; else this laptop's own
    entries piece by piece, and then the chains that it carries for others, each once: `tried` remembers them."""
    batch = entries.entries_after(known, limit)
    reached = dict(known)
    reached.update((one.chain, one.seq) for one in batch)
    if not lacks(reached, held):
        return batch
    others = {chain: seq for chain, seq in held.items() if not is_own(chain)}
    own = entries.entries_after({**known, **others}, limit)
    if own:
        return own
    left = (chain for chain, seq in sorted(others.items()) if seq > known.get(chain, 0) and chain not in tried)
    carried = next(left, None)
    if carried is None:
        return ()
    tried.add(carried)
    return entries.entries_after({**held, carried: known.get(carried, 0)}, CARRIED_BYTES)
