"""An entry: one thing that one person did, on one device's chain, never changed and never removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from app.domain.ids import ChainId, EntryId, PersonId, entry_id
from app.domain.payloads import Payload

GENESIS = bytes(32)
"""The "hash before" of the first entry of every chain."""

VILLAGE = ""
"""Subject of an entry that concerns no one family."""


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
    def clock_was_behind(self) -> bool:
        """Whether the device's clock stood before a time that it knew of already: `at_ms` is not to be believed."""
        return is_behind(self.at_ms, self.floor_ms)

    @property
    def order(self) -> tuple[int, str, int]:
        """The one order in which every laptop reads entries, whatever order they came in."""
        return (self.turn, self.chain, self.seq)


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
