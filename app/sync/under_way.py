"""What came of something whose download was cut: kept in the encrypted store, so that it goes on after a lock."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import SupportsIndex

from app.usecases.exchange import Memory


class UnderWay(bytearray):
    """The bytes of one thing so far, from the first on; what is added is kept as it grows, and at `keep`."""

    def __init__(self, memory: Memory, key: str, name: str, step: int) -> None:
        """Begins with what the memory holds under `key` of the thing `name` (its hash), and is kept there anew after
        `step` bytes at the earliest; a large one each time that it grew by a quarter."""
        told, _, kept = (memory.get(key) or "").partition(" ")
        super().__init__(b64decode(kept) if told == name else b"")
        self._memory, self._key, self._name, self._step = memory, key, name, step
        self._kept = len(self)

    def extend(self, piece: Iterable[SupportsIndex], /) -> None:
        """Add what came; Unavailable ``disk_*`` where it can not be kept."""
        super().extend(piece)
        if len(self) - self._kept >= max(self._step, self._kept // 4):
            self.keep()

    def keep(self) -> None:
        """Keep all that came; on the disk when this returns. Unavailable ``disk_*``."""
        if len(self) != self._kept:
            self._memory.put(self._key, f"{self._name} {b64encode(self).decode()}")
            self._kept = len(self)


def forget(memory: Memory, key: str, name: str) -> None:
    """This very thing was taken in, or what came is another one: no part of it is kept any more."""
    if (memory.get(key) or "").startswith(name):
        memory.put(key, "")
