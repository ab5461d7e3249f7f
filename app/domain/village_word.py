"""What the village itself has to say on an item before the district may accept it (docs/decisions/0013)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.domain.entry import Recorded
from app.domain.ids import EntryId
from app.domain.payloads import ChangeProposed, Endorsed, ItemDecided, ProposalsMerged
from app.domain.proposal_course import AGREED, ENDORSED
from app.domain.same_act import distinct
from app.domain.visit_words import undone_in

MEETING: Final = "meeting"
ENDORSEMENT: Final = "endorsement"

OBJECTION: Final = "objection"
"""The kind of a sanggah, which goes to the district as it is: nobody whom it is about has to agree to it."""


def missing_steps(proposal: EntryId, records: Iterable[Recorded]) -> tuple[str, ...]:
    """The steps that an item still needs in its village, in order; `records` are its family's entries that count.

    A proposal needs an endorsement as the village's last word: what a later meeting decided has to be endorsed anew,
    and a new family that was merged with another one has to be decided anew. An objection needs none, and what is no
    proposal either.
    """
    ordered = distinct(sorted(records, key=lambda record: record.entry.order))
    undone = undone_in(ordered)
    if not any(record.entry.id == proposal and isinstance(record.payload, ChangeProposed) for record in ordered):
        return ()
    last = ""
    for record in ordered:
        body = record.payload
        if isinstance(body, ProposalsMerged) and body.kept == proposal and record.entry.id not in undone:
            last = "" if body.new_family is not None else last
        elif isinstance(body, ItemDecided) and body.proposal == proposal:
            last = body.outcome
        elif isinstance(body, Endorsed) and body.proposal == proposal:
            last = ENDORSED
    if last == ENDORSED:
        return ()
    return (ENDORSEMENT,) if last == AGREED else (MEETING, ENDORSEMENT)
