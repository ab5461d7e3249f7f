"""A district that was restored from a copy is given the lists back that it had published since."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final, Protocol

from app.domain.errors import Refused
from app.sync.line import Stopped
from app.usecases.exchange import LaptopEntries, Memory
from app.wire.pack import LARGEST_PACK

_OWED: Final = "exchange.lists_owed"


class ListLine(Protocol):
    """What asks for a list and gives one back: see `HttpLine`."""

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        """Fetch what is missing behind what `into` holds."""

    def put_pack(self, sha256: str, body: bytes, authorization: str) -> None:
        """Give a list back."""


def owe_lists(memory: Memory) -> None:
    """The district was restored: it may lack lists, until it was asked."""
    memory.put(_OWED, "1")


def give_lists_back(
    line: ListLine,
    entries: LaptopEntries,
    memory: Memory,
    signed: Callable[[str], str],
    given: Collection[str],
    cancelled: Callable[[], bool],
) -> None:
    """Give what the district lacks, oldest first; `given` are those (by SHA-256) that it just gave itself. Does nothing
    unless lists are owed. Unavailable ``line_*``: they stay owed; Stopped where `cancelled`."""
    if not memory.get(_OWED):
        return
    for sha256, body in entries.packs_worth_carrying():
        if cancelled():
            raise Stopped
        if sha256 in given:
            continue
        try:
            # Whether it has the list is asked by its last byte: that is sooner said than the list.
            line.get_pack(sha256, bytearray(body[:-1]), signed(f"GET /v1/packs/{sha256}"), LARGEST_PACK)
        except Refused as unknown:
            if unknown.code != "pack_unknown":
                raise
            _give(line, sha256, body, signed)
    memory.put(_OWED, "")


def _give(line: ListLine, sha256: str, body: bytes, signed: Callable[[str], str]) -> None:
    try:
        line.put_pack(sha256, body, signed(f"PUT /v1/packs/{sha256}"))
    except Refused as refused:
        # It was told behind what the copy holds and its chain went on otherwise: it has to be published again.
        if refused.code != "pack_unknown":
            raise
