"""An entry: one thing that one person did, on one device's chain, never changed and never removed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from app.domain.ids import ChainId, EntryId, PersonId, entry_id
from app.domain.payloads import Payload

GENESIS = bytes(32)
"""The "hash before" of the first entry of every chain."""

VILLAGE = ""
"""Subject of an entry that concerns no one family."""


LARGEST_NUMBER: Final = 2**53
"""Whole numbers of foreign entries are kept up to this; beyond it they are nonsense, and no row holds them."""

LATEST_MS: Final = 253_402_214_400_000
"""The last day but one of the year 9999: what lies beyond is no time that a calendar can show."""

LARGEST_PAYLOAD: Final = 4 << 20
_LONGEST_TEXT: Final = 256
CHAIN_FORM: Final = r"^[^\s/#]{1,64}\.[0-9]{1,9}\Z"
"""How chains are called: device, dot, incarnation."""

_CHAIN = re.compile(CHAIN_FORM)

CLOCKS_DIFFER_MS: Final = 5 * 60_000
"""By so much two good clocks may differ."""


def is_behind(at_ms: int, floor_ms: int) -> bool:
    """Whether a clock that says `at_ms` is wrong, as the time `floor_ms` is over already."""
    return at_ms < floor_ms - CLOCKS_DIFFER_MS


@dataclass(frozen=True, slots=True)
class Entry:
    """Header, payload as bytes, and the hash that binds both to everything before (see app.wire.entry)."""

    chain: ChainId
    seq: int
    author: PersonId
    at_ms: int
    """Wall time of the device, ms since 1970 UTC; shown, never used for order."""
    floor_ms: int
    """Newest time seen in the journal or signed by the hub when this was written; a clock behind it is wrong."""
    turn: int
    """Lamport number: one more than the highest that this laptop knew, so causes come before effects."""
    kind: str
    version: int
    subject: str
    """FamilyId, or VILLAGE. Never a NIK."""
    payload: bytes
    hash: bytes

    @property
    def id(self) -> EntryId:
        """``<chain>/<seq>``."""
        return entry_id(self.chain, self.seq)

    @property
    def at(self) -> datetime:
        """Wall time as an aware datetime in UTC."""
        return datetime.fromtimestamp(self.at_ms / 1000, UTC)

    @property
    def order(self) -> tuple[int, str, int]:
        """The one order in which every laptop reads entries, whatever order they came in."""
        return (self.turn, self.chain, self.seq)


def header_fits(entry: Entry) -> bool:
    """Whether a foreign entry's header is one that a laptop can have written and a row can hold."""
    numbers, times = (entry.seq, entry.turn, entry.version), (entry.at_ms, entry.floor_ms)
    return (
        _CHAIN.match(entry.chain) is not None
        and all(0 <= number <= LARGEST_NUMBER for number in numbers)
        and all(0 <= time <= LATEST_MS for time in times)
        and all(len(text) <= _LONGEST_TEXT and "\0" not in text for text in (entry.author, entry.kind, entry.subject))
        and len(entry.payload) <= LARGEST_PAYLOAD
        and entry.seq >= 1
    )


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry together with what it says."""

    entry: Entry
    payload: Payload


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: last number and its hash."""

    seq: int
    hash: bytes


Vector = dict[ChainId, Head]
"""What a peer holds: chain -> its end. Numbers are contiguous from 1, so a gap cannot be missed."""
