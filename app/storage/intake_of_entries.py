"""Which of the entries that came in continue what is held; whose bytes, numbers or past do not fit stays outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import GENESIS, LARGEST_NUMBER, Entry, Head, header_fits
from app.domain.ids import ChainId
from app.storage.entry_rows import heads
from app.usecases.ports import Quarantined
from app.wire.entry import entry_hash

GAP: Final = "chain_gap"
BROKEN: Final = "chain_broken"
HEADER: Final = "entry_header_wrong"


@dataclass(slots=True)
class Sorted:
    """A batch, sorted out."""

    fitting: list[Entry] = field(default_factory=list)
    """New entries that continue their chains, each chain in order."""
    heads: dict[ChainId, Head] = field(default_factory=dict)
    """Where those chains end now."""
    known: int = 0
    refused: list[Quarantined] = field(default_factory=list)
    """The first entry of each chain that does not fit; the rest of that chain waits for another time."""
    forked: dict[ChainId, int] = field(default_factory=dict)
    """Chain -> first number that is held with another hash."""
    elsewhere: set[ChainId] = field(default_factory=set)
    """Chains that go on behind another end than the one held here; how far back they differ is not known."""


def sort_out(connection: Connection, entries: Iterable[Entry]) -> Sorted:
    """Compare a batch with what is held, chain by chain."""
    chains: dict[ChainId, list[Entry]] = defaultdict(list)
    for entry in entries:
        chains[entry.chain].append(entry)
    held, found = heads(connection), Sorted()
    for chain, run in chains.items():
        run.sort(key=lambda entry: entry.seq)
        hashes = _hashes(connection, chain, run[0].seq)
        _walk(run, held.get(chain), hashes, found)
    return found


def _walk(run: list[Entry], head: Head | None, hashes: Mapping[int, bytes], found: Sorted) -> None:
    """Take a run of one chain up to the first entry that does not fit."""
    end = head or Head(0, GENESIS)
    taken: dict[int, bytes] = {}
    for entry in run:
        reason = _reason(entry, end)
        if entry.seq in taken or (reason != HEADER and 0 < entry.seq <= end.seq):
            if (taken.get(entry.seq) or hashes.get(entry.seq)) != entry.hash:
                found.forked[entry.chain] = entry.seq
                return
            found.known += 1
        elif reason:
            if reason == BROKEN and not taken and head is not None:
                found.elsewhere.add(entry.chain)
            found.refused.append(Quarantined(entry, reason))
            return
        else:
            end = Head(entry.seq, entry.hash)
            taken[entry.seq] = entry.hash
            found.fitting.append(entry)
            found.heads[entry.chain] = end


def _reason(entry: Entry, end: Head) -> str:
    if not header_fits(entry):
        return HEADER
    if entry.seq != end.seq + 1:
        return GAP
    return "" if entry_hash(end.hash, entry) == entry.hash else BROKEN


def _hashes(connection: Connection, chain: str, first: int) -> dict[int, bytes]:
    if not 0 <= first <= LARGEST_NUMBER:
        return {}
    rows = connection.exec_driver_sql("SELECT seq, hash FROM entry WHERE chain = ? AND seq >= ?", (chain, first)).all()
    return {int(seq): bytes(hash_) for seq, hash_ in rows}
