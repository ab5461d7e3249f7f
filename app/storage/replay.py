"""The journal out of the mirror: every chain that this laptop wrote, in the order in which it wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import GENESIS, LARGEST_NUMBER, Entry, Head
from app.domain.ids import ChainId, device_of, incarnation_of
from app.domain.payloads import DeviceStarted
from app.storage.entry_rows import heads, insert_entries, payload_or_reason, set_head
from app.storage.incarnation import give_way
from app.storage.journal import OWN, entry_of_mirror, own_chain
from app.storage.mirror import Mirrored
from app.storage.projection import absorb, rebuild
from app.wire.entry import entry_hash

_BEHIND: Final = LARGEST_NUMBER
"""Behind every entry: nothing gives way."""


def replay(connection: Connection, mirrored: Iterable[Mirrored]) -> int:
    """Append again, byte for byte, what the mirror holds beyond the own chain's end; gives the number of entries.

    Where the laptop went on with a new incarnation (`incarnation`), the chain before gives way just as it did then.
    Refused ``mirror_damaged``.
    """
    telling = _Telling(connection)
    for one in mirrored:
        telling.take(entry_of_mirror(one.content))
    telling.keep()
    if telling.began_again:
        rebuild(connection)
    elif telling.kept:
        absorb(connection, telling.kept)
    return len(telling.kept)


class _Telling:
    """What was told so far; entries that stand there twice, or lie before the end that is held, change nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._chain = own_chain(connection)
        self._end = heads(connection).get(self._chain) if self._chain else None
        self._new: list[Entry] = []
        self.kept: list[Entry] = []
        self.began_again = False

    def take(self, entry: Entry) -> None:
        begun = self._incarnation(entry)
        if begun is not None:
            self._begin(entry.chain, begun)
        if entry.chain == (self._chain or entry.chain) and _follows(self._end, entry):
            self._chain, self._end = entry.chain, Head(entry.seq, entry.hash)
            self._new.append(entry)

    def keep(self) -> None:
        """Put down what was taken since the last time."""
        if self._new and self._chain and self._end:
            insert_entries(self._connection, self._new, 0)
            set_head(self._connection, self._chain, self._end, OWN)
            self.kept += self._new
            self._new = []

    def _incarnation(self, entry: Entry) -> DeviceStarted | None:
        """What the first entry of a later chain of the same laptop says."""
        told = self._chain
        if told is None or device_of(entry.chain) != device_of(told) or not _follows(None, entry):
            return None
        if incarnation_of(entry.chain) <= incarnation_of(told):
            return None
        begun = payload_or_reason(entry)
        return begun if isinstance(begun, DeviceStarted) else None

    def _begin(self, chain: ChainId, begun: DeviceStarted) -> None:
        """Go on with `chain`; where the one that it followed is damaged away, what is held before it all stays."""
        self.keep()
        if self._chain:
            first = begun.again_from if begun.after == self._chain else 0
            give_way(self._connection, self._chain, first or _BEHIND, chain)
        self._chain, self._end, self.began_again = None, None, True


def _follows(end: Head | None, entry: Entry) -> bool:
    head = end or Head(0, GENESIS)
    return entry.seq == head.seq + 1 and entry_hash(head.hash, entry) == entry.hash
