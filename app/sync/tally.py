"""What one exchange brought so far, from the laptop's side."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.ids import EntryId


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
