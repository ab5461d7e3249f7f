"""This month's list beside the one of the month before: who is new, gone, moved, in another decile, left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from app.domain.ids import FamilyId
from app.domain.list_change import ListChange

REMOVING: Final = ("death", "move", "duplicate", "merge", "ineligible", "withdrawal", "objection")
"""Kinds of proposals after which a family may be on the list no more."""


@dataclass(frozen=True, slots=True)
class AgreedRemoval:
    """A removal that the district agreed to before the list came, which may be why."""

    kind: str
    """Kind of the proposal."""
    at_ms: int


@dataclass(frozen=True, slots=True)
class ChangedFamily:
    """One family that is not as it was."""

    family: FamilyId
    head_name: str
    address: str
    rt: str
    rw: str
    change: ListChange
    removal: AgreedRemoval | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two lists beside each other."""

    month: str
    """``YYYY-MM`` of today's list."""
    before: str
    """Of the list before; the same where one month brought several and none came before."""
    local: bool
    """Whether today's list was opened from a file."""
    families: Sequence[ChangedFamily]
    """In the order of RW, RT and name."""


class SaveChanges(Protocol):
    """Writes what changed as a sheet, for those who may take lists out of Balai."""

    def __call__(self, path: Path, headings: Sequence[str], lines: Sequence[Sequence[str]]) -> int:
        """How many lines were written (a family each), once that is on record.

        Refused ``not_allowed``, Unavailable ``sheet_cannot_be_saved``.
        """


class Lists(Protocol):
    """What lists changed; a person bound to some RTs is shown nothing of other families."""

    def comparison(self) -> Comparison | None:
        """Today's list beside that of the month before; None while there was only one."""
