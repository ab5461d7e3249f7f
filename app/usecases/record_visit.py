"""Record one attempt to visit a family, with the corrections that the visit brought up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ChangeProposed, VisitRecorded
from app.usecases.ports import Act, Journal
from app.usecases.propose_change import check_proposal

FOUND: Final = "found"
NOT_FOUND: Final = "not_found"
PRESENCES: Final = frozenset({FOUND, NOT_FOUND, "double", "new_proposal"})
ABSENCES: Final = frozenset({"moved", "dead", "unknown"})
COMPLETE: Final = "1"


@dataclass(frozen=True, slots=True)
class RecordVisit:
    """Writes the visit and its corrections as one act: all or nothing."""

    journal: Journal

    def __call__(
        self, family: FamilyId, visit: VisitRecorded, corrections: Sequence[ChangeProposed] = ()
    ) -> tuple[EntryId, ...]:
        """The new entries, the visit first. Refused with a ``visit_*`` code where something needed is missing."""
        check_visit(visit)
        for correction in corrections:
            check_proposal(correction)
        return self.journal.record(Act(family, visit), *(Act(family, correction) for correction in corrections))


def check_visit(visit: VisitRecorded) -> None:
    """Refuse a visit that says too little to be understood ten years later."""
    if visit.presence not in PRESENCES:
        raise Refused("visit_presence_missing")
    if visit.presence == NOT_FOUND and visit.absence_reason not in ABSENCES:
        raise Refused("visit_absence_reason_missing")
    if visit.presence != NOT_FOUND and visit.absence_reason:
        raise Refused("visit_absence_reason_unexpected")
    if visit.presence == FOUND and visit.result == COMPLETE:
        if not visit.respondent.strip():
            raise Refused("visit_respondent_missing")
        if not visit.statement:
            raise Refused("visit_statement_missing")
    if visit.attempt < 1:
        raise Refused("visit_attempt_wrong", attempt=visit.attempt)
    if visit.place is not None and not (-90 <= visit.place.latitude <= 90 and -180 <= visit.place.longitude <= 180):
        raise Refused("visit_place_impossible")
