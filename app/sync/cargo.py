"""What one bundle holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.entry import Entry
from app.wire.bundle import PhotoRow, Span


@dataclass(frozen=True, slots=True)
class Cargo:
    """What a bundle will hold."""

    entries: Sequence[Entry]
    packs: Sequence[tuple[str, bytes]]
    photos: Sequence[PhotoRow]
    readers: Sequence[bytes]
    unreadable: int = 0
    """Photos that were left out because their files are damaged or gone."""

    @property
    def photo_bytes(self) -> int:
        """Of all photos."""
        return sum(photo.size for photo in self.photos)

    @property
    def spans(self) -> list[Span]:
        """Its entries as whole runs, each chain's in their order."""
        found: list[Span] = []
        for one in sorted(self.entries, key=lambda one: (one.chain, one.seq)):
            if found and (found[-1].chain, found[-1].last + 1) == (one.chain, one.seq):
                found[-1] = Span(one.chain, found[-1].first, one.seq)
            else:
                found.append(Span(one.chain, one.seq, one.seq))
        return found

    @property
    def ends(self) -> dict[str, int]:
        """How far it takes each chain."""
        return {span.chain: span.last for span in self.spans}
