"""What one exchange brought so far, from the laptop's side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import EntryId
from app.domain.payloads import PackPublished
from app.wire.payload import decode_payload


@dataclass
class Tally:
    """What this run brought so far."""

    sent: dict[str, int] = field(default_factory=dict)
    """Chain -> highest number sent."""
    sent_entries: int = 0
    received_entries: int = 0
    sent_photos: int = 0
    receipt: str = ""
    decisions: int = 0
    months: dict[str, str] = field(default_factory=dict)
    """SHA-256 of a told list -> its month."""
    list_month: str = ""
    set_aside: dict[EntryId, str] = field(default_factory=dict)
    notices: dict[str, None] = field(default_factory=dict)
    packs: dict[str, bytes] = field(default_factory=dict)
    fetched: set[str] = field(default_factory=set)
    """SHA-256 of lists that were asked for."""
    limit_reached: bool = False
    carried: set[str] = field(default_factory=set)
    """Other laptops' chains that were offered by themselves."""
    bytes_sent: int = 0
    bytes_received: int = 0
    """Of lines that were let go of."""

    def count_sent(self, batch: Iterable[Entry]) -> None:
        """These went to the district; what went before counts once."""
        for one in batch:
            if one.seq > self.sent.get(one.chain, 0):
                self.sent[one.chain] = one.seq
                self.sent_entries += 1

    def count_news(self, fresh: Iterable[Entry]) -> None:
        """These came: decisions to be told of, and the months of lists."""
        for one in fresh:
            self.decisions += one.kind == "decision_made"
            if one.kind == "pack_published":
                try:
                    told = decode_payload(one.kind, one.version, one.payload)
                except Refused:
                    continue
                if isinstance(told, PackPublished):
                    self.months[told.sha256] = told.month
