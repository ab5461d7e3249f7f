"""One act that stands in the journal twice: after a chain forked, whoever holds its lost end appends it again.

Both the laptop that it belongs to and another one that got it by stick may do so, each on a chain of its own, in the
author's name and with his time. Whoever reads the journal takes such copies for one act, the first in the one order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.domain.entry import Entry, Recorded
from app.domain.payloads.moving import moved

Key = tuple[str, int, str, int, str, bytes]


def key_of(entry: Entry) -> Key:
    """What two copies of one act have in common: who, when to the millisecond, and every word."""
    return (entry.author, entry.at_ms, entry.kind, entry.version, entry.subject, entry.payload)


def distinct(ordered: Sequence[Recorded]) -> list[Recorded]:
    """Each act once, in order; what names a copy names the act."""
    first: dict[tuple[Key, int], str] = {}
    times: Counter[tuple[Key, str]] = Counter()
    copies: dict[str, str] = {}
    for record in ordered:
        key = key_of(record.entry)
        times[key, record.entry.chain] += 1
        held = first.setdefault((key, times[key, record.entry.chain]), record.entry.id)
        if held != record.entry.id:
            copies[record.entry.id] = held
    if not copies:
        return list(ordered)
    return [
        Recorded(record.entry, moved(record.payload, copies)) for record in ordered if record.entry.id not in copies
    ]
