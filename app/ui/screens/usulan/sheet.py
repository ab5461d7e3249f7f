"""A proposal being written: the kind, whom it is about, and everything answered so far, as the draft keeps it.

Answers to the kind's own questions stand under their paths; what is picked from the list stands under the names below.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from app.domain.absence import DAYS_NEEDED, days_in_vain
from app.domain.filling import Filling
from app.domain.ids import EntryId, FamilyId, MemberId
from app.domain.payloads import NewMember
from app.domain.payloads.visits import Evidence
from app.domain.questionnaire import Kind
from app.domain.reason import ProposalKind, Reason, ReasonBook
from app.domain.recorded import recorded_representative
from app.domain.roster import Family
from app.ui.vocabulary.times import local_day
from app.usecases.open_drafts import draft_form
from app.usecases.reading import FamilyDetail

OBJECTION: Final = "objection"
REPRESENTATIVE: Final = "representative"
REVIVAL: Final = "revival"

VISIT_LOG: Final = "visit_log"
"""Kind of evidence that visits on record are."""

PICK: Final = "pick:"
MEMBER, MEMBERS = "pick:member", "pick:members"
OTHER_FAMILY, OTHER_MEMBER = "pick:other_family", "pick:other_member"
PRESENT: Final = "pick:present"
"""Who receives the aid now, where the representative changes."""
KEPT, HEAD, STAYING_HEAD = "pick:kept", "pick:head", "pick:staying_head"
REASON, EVIDENCE, REPLACES = "reason", "evidence", "replaces"
NEW_MEMBERS: Final = "new_members"
"""People whom a visit added to a listed family, carried along while its correction is mended (JSON)."""
CHANGE: Final = "change|"
"""``change|<member or empty>|<field>`` -> the value that it should be."""
EMPTY: Final = "\N{EMPTY SET}"
"""A changed value that says that nothing should stand there; an empty text is one that is not typed yet."""
WHOLE_FAMILY: Final = "family"
"""Picked where a member could be, for the family as a whole."""


def change_key(member: str, name: str) -> str:
    """Where a changed value of one field is kept."""
    return f"{CHANGE}{member}|{name}"


@dataclass(frozen=True)
class Sheet:
    """Everything about one unfinished proposal; a new one after each answer."""

    kind: ProposalKind
    book: ReasonBook
    today: date
    detail: FamilyDetail | None = None
    """The family it is about; None for a family that is not on the list yet."""
    answers: Mapping[str, str] = field(default_factory=dict)
    other: FamilyDetail | None = None
    """The other family of a duplicate or a merge, once it was found."""
    unlisted: str = ""
    """Name of the draft about a family that is not on the list yet."""

    @property
    def family(self) -> Family | None:
        """The family as the list has it."""
        return self.detail.standing.family if self.detail is not None else None

    @property
    def subject(self) -> FamilyId:
        """About which family; empty for one that is not on the list yet."""
        return self.detail.standing.id if self.detail is not None else FamilyId("")

    @property
    def picks(self) -> tuple[str, ...]:
        """What is chosen from the list."""
        return self.kind.picks

    @cached_property
    def filling(self) -> Filling | None:
        """The kind's own questions with their answers."""
        return Filling(self.kind.form, self.answers, self.today) if self.kind.form is not None else None

    @cached_property
    def record(self) -> Mapping[str, str]:
        """Answers to the questions that are asked."""
        return self.filling.record() if self.filling is not None else {}

    def answer(self, name: str) -> str:
        """One answer, empty where there is none."""
        return self.answers.get(name, "")

    @property
    def member(self) -> MemberId | None:
        """The member it is about."""
        value = self.answer(MEMBER)
        return MemberId(value) if value and value != WHOLE_FAMILY else None

    @property
    def present(self) -> MemberId | None:
        """Who receives the aid now: as it is on record, else as the person said."""
        known = recorded_representative(self.detail.standing) if self.detail is not None else None
        said = self.answer(PRESENT)
        return known or (MemberId(said) if said and said != WHOLE_FAMILY else None)

    @property
    def members(self) -> tuple[MemberId, ...]:
        """The members it concerns; empty means the whole family."""
        return tuple(MemberId(one) for one in self.answer(MEMBERS).split(" ") if one)

    @property
    def reason_list(self) -> str:
        """List of the chosen reason."""
        return self.answer(REASON).partition("|")[0]

    @property
    def reason_code(self) -> str:
        """Code of the chosen reason."""
        return self.answer(REASON).partition("|")[2]

    @property
    def reason(self) -> Reason | None:
        """The chosen reason."""
        known = self.book.lists.get(self.reason_list)
        return known.get(self.reason_code) if known is not None else None

    @property
    def replaces(self) -> EntryId | None:
        """The returned proposal that this one mends."""
        value = self.answer(REPLACES)
        return EntryId(value) if value else None

    @property
    def draft(self) -> str:
        """The form under which this sheet's draft is kept."""
        return draft_form(self.kind.code, self.answer(REPLACES))

    @property
    def draft_subject(self) -> str:
        """The subject under which this sheet's draft is kept."""
        return self.subject or self.unlisted

    @cached_property
    def new_members(self) -> tuple[NewMember, ...]:
        """People whom a visit added, as the mended proposal named them."""
        return tuple(NewMember(**one) for one in json.loads(self.answer(NEW_MEMBERS) or "[]"))

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Photos and scans added so far."""
        return evidence_from(self.answer(EVIDENCE))

    @property
    def changes(self) -> Mapping[str, str]:
        """Field -> proposed value, of the member or family that is chosen."""
        start = change_key(self.member or "", "")
        return {key.removeprefix(start): value for key, value in self.answers.items() if key.startswith(start)}

    @property
    def other_changes(self) -> Mapping[str, str]:
        """Changed values of members (or the family) that are not chosen just now: another proposal."""
        start = change_key(self.member or "", "")
        if "changes" not in self.picks:
            return {}
        return {
            key: value
            for key, value in self.answers.items()
            if key.startswith(CHANGE) and value and not key.startswith(start)
        }

    @property
    def days_in_vain(self) -> int:
        """On how many days the family (or the chosen member) was looked for in vain."""
        visits = self.detail.standing.visits if self.detail is not None else ()
        return days_in_vain(visits, self.member, local_day)

    @property
    def recorded_kinds(self) -> tuple[str, ...]:
        """Evidence that Balai holds already: visits in vain, and coordinates written down."""
        visits = self.detail.standing.visits if self.detail is not None else ()
        kinds = [VISIT_LOG] if self.days_in_vain >= DAYS_NEEDED else []
        steps = self.filling.steps if self.filling is not None else ()
        typed = any(self.record.get(step.path) for step in steps if step.question.kind is Kind.GPS)
        if typed or any(visit.visit.place is not None for visit in visits):
            kinds.append("coordinates")
        return tuple(kinds)

    @property
    def kinds_there(self) -> tuple[str, ...]:
        """Kinds of evidence at hand, one a piece."""
        return (*(item.kind for item in self.evidence), *self.recorded_kinds)


def evidence_from(text: str) -> tuple[Evidence, ...]:
    """Evidence as a draft keeps it."""
    return tuple(Evidence(one["name"], one["size"], one["kind"], one["media"]) for one in json.loads(text or "[]"))


def new_members_text(people: tuple[NewMember, ...]) -> str:
    """Added people as a draft keeps them."""
    return json.dumps([asdict(one) for one in people]) if people else ""


def evidence_text(items: tuple[Evidence, ...]) -> str:
    """Evidence as a draft keeps it."""
    rows = [{"name": one.name, "size": one.size, "kind": one.kind, "media": one.media} for one in items]
    return json.dumps(rows) if rows else ""
