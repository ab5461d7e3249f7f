"""One act that stands in the journal twice: after a chain forked, whoever holds its lost end appends it again.

Both the laptop that it belongs to and another one that got it by stick may do so, each on a chain of its own, in the
author's name and with his time. Whoever reads the journal takes such copies for one act, the first in the one order.
A family that an entry makes known goes by that entry's name, so each copy of it makes another name known: `families`
says which of them are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.entry import Entry, Recorded
from app.domain.payloads.moving import moved, moved_id

_Key = tuple[str, int, str, int, str]


@dataclass(slots=True)
class _Act:
    """An act as it stands first, and the chains on which it stands."""

    first: Recorded
    chains: set[str] = field(default_factory=set)


def distinct(ordered: Sequence[Recorded]) -> list[Recorded]:
    """Each act once, in order; what names a copy names the act."""
    acts: dict[_Key, list[_Act]] = defaultdict(list)
    copies: dict[str, str] = {}
    for record in ordered:
        told = acts[_key_of(record.entry, copies)]
        # Twice on one chain are two acts: whoever says an end again says each of them.
        act = next((act for act in told if record.entry.chain not in act.chains and _same(act, record, copies)), None)
        if act is None:
            act = _Act(record)
            told.append(act)
        else:
            copies[record.entry.id] = act.first.entry.id
        act.chains.add(record.entry.chain)
    if not copies:
        return list(ordered)
    return [
        Recorded(record.entry, moved(record.payload, copies)) for record in ordered if record.entry.id not in copies
    ]


def families(proposing: Iterable[Entry]) -> dict[str, str]:
    """Of entries that each make a family known: name of a copy -> name of the act."""
    first: dict[tuple[_Key, bytes], str] = {}
    found: dict[str, str] = {}
    for entry in sorted(proposing, key=lambda entry: entry.order):
        held = first.setdefault((_key_of(entry, {}), entry.payload), entry.id)
        if held != entry.id:
            found[entry.id] = held
    return found


def _key_of(entry: Entry, copies: dict[str, str]) -> _Key:
    """What two copies of one act have in common beside its words: who, when to the millisecond, and about whom."""
    about = "" if entry.subject == entry.id else moved_id(entry.subject, copies)
    return (entry.author, entry.at_ms, entry.kind, entry.version, about)


def _same(act: _Act, record: Recorded, copies: dict[str, str]) -> bool:
    """Whether every word is the same, also where it names a copy."""
    same = act.first.entry.payload == record.entry.payload
    return same or (bool(copies) and moved(record.payload, copies) == act.first.payload)
