"""Record a rebuttal (sanggah) that somebody of the village brings."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ObjectionFiled
from app.usecases.ports import Act, Journal


@dataclass(frozen=True, slots=True)
class FileObjection:
    """Writes an objection; whoever objects has to live in the same village (domain facts, 3.4)."""

    journal: Journal

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
        return self.journal.record(Act(family, objection))[0]
