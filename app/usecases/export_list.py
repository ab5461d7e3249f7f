"""Write a file with names of people that leaves Balai: on paper of the journal before it is on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from app.domain.entry import VILLAGE
from app.domain.errors import Refused
from app.domain.ids import FamilyId
from app.domain.payloads import ListExported
from app.usecases.ports import Act, Journal
from app.usecases.reveal_identity import SHORTEST_REASON

WARNINGS: Final = "warnings"
"""The sheet of warnings of a list."""
CHANGES: Final = "changes"
"""What this month's list changed."""


class LogExport(Protocol):
    """Writes who is about to take what out of Balai; before the file is written."""

    def __call__(self, said: ListExported) -> None:
        """Refused ``export_purpose_missing`` where whole numbers go out without a word why, ``not_allowed``."""


def check_purpose(said: ListExported) -> None:
    """Refused ``export_purpose_missing`` where NIK and KK stand in the file in full and nobody says what for."""
    if said.whole and len(said.purpose.strip()) < SHORTEST_REASON:
        raise Refused("export_purpose_missing")


@dataclass(frozen=True, slots=True)
class RecordExport:
    """The `LogExport` of an open village (UU 27/2022, art. 31)."""

    journal: Journal

    def __call__(self, said: ListExported) -> None:
        """The journal holds it."""
        check_purpose(said)
        self.journal.record(Act(FamilyId(VILLAGE), said))


@dataclass(frozen=True, slots=True)
class TrailRow:
    """Somebody saw a whole number, or took a file with names out of Balai."""

    kind: str
    """``reveal_logged`` or ``list_exported``."""
    what: str
    """``nik`` or ``kk``; or `WARNINGS`, `CHANGES`."""
    author_name: str
    at_ms: int
    why: str
    head_name: str = ""
    """Whose family it was, where it was one."""
    families: int = 0
    whole: bool = False


class Trail(Protocol):
    """Who saw and took out what."""

    def trail(self, limit: int) -> Sequence[TrailRow]:
        """The newest first; a person bound to some RTs is shown nothing of other families."""
