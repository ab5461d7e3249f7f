"""Record a rebuttal (sanggah) that somebody of the village brings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ObjectionFiled
from app.usecases.ports import Act, Journal

NeededForObjection = Callable[[ObjectionFiled], Sequence[str]]
"""Evidence kinds that the reason of an objection asks for and that are not there (data of resources/reasons)."""


def _nothing_needed(_: ObjectionFiled) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class FileObjection:
    """Writes an objection; whoever objects has to live in the same village (domain facts, 3.4)."""

    journal: Journal
    needed_evidence: NeededForObjection = _nothing_needed

    def __call__(self, family: FamilyId, objection: ObjectionFiled) -> EntryId:
        """The new entry. Refused with an ``objection_*`` code that names what is missing."""
        if not objection.objector.strip():
            raise Refused("objection_objector_missing")
        if not objection.same_village:
            raise Refused("objection_other_village")
        if not objection.reason:
            raise Refused("objection_reason_missing")
        if not objection.note.strip():
            raise Refused("objection_note_missing")
        missing = self.needed_evidence(objection)
        if missing:
            raise Refused("objection_evidence_missing", kinds=", ".join(missing))
        return self.journal.record(Act(family, objection))[0]
