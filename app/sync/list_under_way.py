"""A list on its way from the district; what came before a cut is kept and goes on."""

from __future__ import annotations

from typing import Final, Protocol

from app.domain.errors import Refused, Unavailable
from app.sync.line import Stopped
from app.sync.under_way import UnderWay, forget
from app.usecases.exchange import Memory
from app.wire.pack import LARGEST_PACK, pack_sha256

_KEY: Final = "exchange.list_under_way"
STEP: Final = 64 << 10
"""Bytes after which the part is kept anew at the earliest."""


class PackLine(Protocol):
    """What fetches a list: see `HttpLine`."""

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        """Fetch what is missing behind what `into` holds."""


class ListUnderWay(UnderWay):
    """The bytes of one list so far."""

    def __init__(self, memory: Memory, sha256: str) -> None:
        """Begins with what is kept of this very list."""
        super().__init__(memory, _KEY, sha256, STEP)


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
    forget(memory, _KEY, sha256)
