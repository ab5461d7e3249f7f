"""What came of a list whose download was cut: kept in the encrypted store, so that it goes on after a lock."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import Final, Protocol, SupportsIndex

from app.domain.errors import Refused, Unavailable
from app.sync.line import Stopped
from app.usecases.exchange import Memory
from app.wire.pack import LARGEST_PACK, pack_sha256

_KEY: Final = "exchange.list_under_way"
STEP: Final = 64 << 10
"""Bytes after which the part is kept anew at the earliest; a large one is kept each time that it grew by a quarter."""


class PackLine(Protocol):
    """What fetches a list: see `HttpLine`."""

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        """Fetch what is missing behind what `into` holds."""


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


def fetch_list(line: PackLine, memory: Memory, sha256: str, authorization: str) -> bytes | None:
    """A list's body, from where its download was cut; None where the hub does not have it (it was restored from a copy
    and has told less since). Refused ``pack_damaged``, Unavailable ``line_*``, ``disk_*``."""
    into = ListUnderWay(memory, sha256)
    if pack_sha256(bytes(into)) != sha256:
        try:
            line.get_pack(sha256, into, authorization, LARGEST_PACK)
        except Refused as refused:
            if refused.code == "pack_unknown":
                return None
            raise
        except (Unavailable, Stopped):
            into.keep()
            raise
    body = bytes(into)
    if pack_sha256(body) != sha256:
        forget_list(memory, sha256)
        raise Refused("pack_damaged", sha256=sha256)
    return body


def list_so_far(memory: Memory) -> int:
    """How much is kept of a list under way; grows as it comes."""
    return len(memory.get(_KEY) or "")


def forget_list(memory: Memory, sha256: str) -> None:
    """This list was taken in, or what came is another one: no part of it is kept any more."""
    if (memory.get(_KEY) or "").startswith(sha256):
        memory.put(_KEY, "")
