"""From where on a revocation holds: its place in the one order, also where it had to be said again."""

from __future__ import annotations

from dataclasses import replace

from app.domain.entry import Entry
from app.domain.ids import ChainId, entry_id, is_entry
from app.domain.payloads import KeyRevoked

Order = tuple[int, str, int]
"""As `Entry.order`."""


def holds_from(one: Entry, said: KeyRevoked) -> Order:
    """The place behind which nothing of the key counts: that of the entry, or the earlier one that it names."""
    if said.first is None or not is_entry(said.first):
        return one.order
    chain, _, seq = said.first.rpartition("/")
    return min(one.order, (said.first_turn, chain, int(seq)))


def told_again(one: Entry, said: KeyRevoked) -> KeyRevoked:
    """The same word to be said at another place: it goes on holding from its first one."""
    turn, chain, seq = holds_from(one, said)
    return replace(said, first=entry_id(ChainId(chain), seq), first_turn=turn)
