"""Which entries go into one bundle for several readers, of whom each holds something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.domain.entry import Entry

Numbers = Mapping[str, int]
"""Chain -> last number held."""


def words_for(
    readers: Sequence[Numbers], held: Numbers, after: Callable[[Numbers, int], Sequence[Entry]], limit: int
) -> Sequence[Entry]:
    """What any of `readers` (at least one) lacks of what is `held`, up to about `limit` bytes of payload.

    Where that is not all, whoever lacks least is served whole first: somebody who was never heard of, a laptop that is
    broken perhaps, must not fill every bundle with what everybody else has had for years. `after` gives the entries
    beyond some numbers, oldest first, up to so many bytes.
    """
    common = {chain: min(one[chain] for one in readers) for chain in set.intersection(*map(set, readers))}
    together = after(common, limit)
    if len(together) == _lacking(common, held):
        return together
    chosen: dict[tuple[str, int], Entry] = {}
    left = limit
    for reader in sorted(readers, key=lambda one: _lacking(one, held)):
        for one in after(reader, limit):
            if (one.chain, one.seq) in chosen:
                continue
            if chosen and len(one.payload) > left:
                break
            chosen[one.chain, one.seq] = one
            left -= len(one.payload)
    return sorted(chosen.values(), key=lambda one: one.order)


def _lacking(known: Numbers, held: Numbers) -> int:
    return sum(max(0, seq - known.get(chain, 0)) for chain, seq in held.items())
