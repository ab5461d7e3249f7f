"""What the acts need from disk, line and clock: roles, not means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.entry import Entry, Recorded
from app.domain.ids import EntryId, FamilyId, PersonId
from app.domain.payloads import Payload
from app.domain.payloads.visits import Evidence


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to be written into the journal: about whom, and what."""

    subject: str
    payload: Payload


@dataclass(frozen=True, slots=True)
class Actor:
    """Who sits at the laptop."""

    person: PersonId
    name: str
    role: str
    rts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An entry that came in and can not count, with the code of the reason; it is kept and shown."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Received:
    """What a batch of foreign entries brought."""

    new: int
    known: int
    quarantined: tuple[Quarantined, ...] = ()
    forked: tuple[str, ...] = ()
    """Chains whose hashes differ from ours at a number that both hold: a cloned or restored laptop."""


class Clock(Protocol):
    """Wall time."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC."""


class Journal(Protocol):
    """The own chain: the only way to write."""

    def record(self, *acts: Act) -> tuple[EntryId, ...]:
        """Append all of `acts` or none, in one transaction with the projection; flushed and anchored on return.

        Weighty acts are sealed in the same transaction. Refused ``not_allowed`` where the role forbids the act,
        ``outside_rts`` where the family lives in none of the RTs to which the person is bound.
        """

    def seal(self) -> EntryId | None:
        """Seal the head (at lock, change of user, before an exchange); None where nothing is unsealed."""

    def entries(self, subject: FamilyId) -> Sequence[Recorded]:
        """All entries about one family in `Entry.order`."""


class EvidenceStore(Protocol):
    """Photos and scans, sealed on disk."""

    def keep(self, content: bytes, kind: str, media: str) -> Evidence:
        """Write, flush and name the file; the returned evidence may then be told in the journal."""

    def read(self, name: str) -> bytes | None:
        """Plain bytes, None where this laptop does not hold the file."""

    def held(self) -> Mapping[str, int]:
        """Name -> plain size of every file held that the journal tells of."""
