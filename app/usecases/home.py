"""What Beranda shows: how far the visits are, what waits and for whom, and where the list comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.ids import EntryId


@dataclass(frozen=True, slots=True)
class Progress:
    """Families visited and left of one place; left is ``families - visited``."""

    dusun: str
    rt: str
    rw: str
    families: int
    visited: int
    """As in `Place`; those not found and those in conflict are among them."""
    not_found: int
    conflicting: int


@dataclass(frozen=True, slots=True)
class OpenObjections:
    """Objections on which somebody still has to act, all in one state."""

    state: str
    number: int
    due: date
    """Last day on which the most pressing one can be answered."""
    days_left: int
    """Until `due`; negative once it is too late."""


@dataclass(frozen=True, slots=True)
class ReturnedItem:
    """A proposal or objection that the district sent back to whoever made it."""

    proposal: EntryId
    kind: str
    head_name: str
    member_name: str
    reason: str
    reason_list: str
    comment: str
    at_ms: int
    """When the district said so."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """Where a list that is not the district's comes from: so that somebody can hold the file against it."""

    name: str
    sha256: str
    """Hex of the SHA-256 of the file as it was read."""
    by: str
    """Name of the official who opened it; empty where he is not known here."""
    at_ms: int


@dataclass(frozen=True, slots=True)
class Home:
    """What Beranda shows."""

    families: int
    people: int
    visited: int
    progress: Sequence[Progress]
    waiting_entries: int
    waiting_photos: int
    waiting_bytes: int
    open_by_state: Mapping[str, int]
    """Proposals; objections are told apart, for they wait for the district and against a clock."""
    flagged: int
    no_nik: int
    conflicting: int
    returned: int
    list_month: str
    last_exchange_at_ms: int
    last_receipt: str
    objections: Sequence[OpenObjections] = ()
    returned_own: Sequence[ReturnedItem] = ()
    """Those among the returned that the person at the desk made, the one sent back last first."""
    list_changed: bool = False
    """Whether today's list can be compared with one before it."""
    contested: int = 0
    """What somebody has to settle: visits, proposals and families proposed twice."""
    said_twice: int = 0
    """Pairs of proposals that say the same: no quarrel, but one is enough."""
    clock_floor_ms: int = 0
    """A time that is over already, where this laptop's clock stands before it; 0 where the clock may be right."""
    list_file: ListFile | None = None
    """The file that today's list was opened from on a laptop; None for the district's own list."""
    travelling: int = 0
    """Those of the waiting entries that were handed over already, by stick or line; their receipt is still to come."""
    smallest_photo: int = 0
    """Bytes of the waiting photo that would go first; 0 where none waits."""
    decided: int = 0
    """Proposals and objections that the district has decided; what it sent back is none of them."""
