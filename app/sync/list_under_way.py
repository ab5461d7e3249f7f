"""What came of a list whose download was cut: kept in the encrypted store, so that it goes on after a lock."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import Final, SupportsIndex

from app.usecases.exchange import Memory

_KEY: Final = "exchange.list_under_way"
STEP: Final = 64 << 10
"""Bytes after which the part is kept anew at the earliest; a large one is kept each time that it grew by a quarter."""


class ListUnderWay(bytearray):
    """The bytes of one list so far, from the first on; what is added is kept as it grows, and at `keep`."""

    def __init__(self, memory: Memory, sha256: str) -> None:
        """Begins with what is kept of this very list."""
        told, _, kept = (memory.get(_KEY) or "").partition(" ")
        super().__init__(b64decode(kept) if told == sha256 else b"")
        self._memory = memory
        self._sha256 = sha256
        self._kept = len(self)

    def extend(self, piece: Iterable[SupportsIndex], /) -> None:
        """Add what came; Unavailable ``disk_*`` where it can not be kept."""
        super().extend(piece)
        if len(self) - self._kept >= max(STEP, self._kept // 4):
            self.keep()

    def keep(self) -> None:
        """Keep all that came; on the disk when this returns. Unavailable ``disk_*``."""
        if len(self) != self._kept:
            self._memory.put(_KEY, f"{self._sha256} {b64encode(self).decode()}")
            self._kept = len(self)


def forget_list(memory: Memory) -> None:
    """A list was taken in, or what came is not the list that was asked for: no part of it is kept any more."""
    if memory.get(_KEY):
        memory.put(_KEY, "")
