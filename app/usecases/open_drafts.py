"""The forms that a person has begun and not saved: what each is, about whom, and under which name it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.ids import EntryId, FamilyId
from app.domain.questionnaire import instances
from app.domain.roster import HEAD
from app.usecases.desk import Draft, Drafts
from app.usecases.reading import Reading

VISIT: Final = "visit"
NEW_FAMILY: Final = "new_family"
MEMBERS_SECTION: Final = "anggota"
"""Section of a new family's form that holds its people."""

SETTLING: Final = "settling"
"""Choices between what several people told: the list of what is contested leads back to them."""

_PROPOSAL: Final = "proposal"
_NEW: Final = "new:"


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """One form that waits to be finished."""

    kind: str
    """``visit``, or a kind of proposal (``objection`` among them)."""
    family: FamilyId
    """About which family; empty for one that is not on the list yet."""
    subject: str
    """Under which name the draft is kept: the family, or ``new:<n>`` for one that is not on the list yet."""
    name: str
    """Head of the family; empty where nobody was named yet, or where this person may not see the family any more."""
    rt: str
    rw: str
    replaces: EntryId | None
    """The returned proposal that this form mends."""
    saved_at: datetime
    """When a field was last left (aware, UTC)."""


def draft_form(kind: str, replaces: str = "") -> str:
    """The name under which drafts of a kind of proposal are kept; one that mends a proposal is a draft of its own."""
    return ":".join(part for part in (_PROPOSAL, kind, replaces) if part)


def free_subject(drafts: Drafts) -> str:
    """A name for the draft of one more family that is not on the list yet."""
    taken = {draft.subject for draft in drafts.list() if draft.form == draft_form(NEW_FAMILY)}
    return next(name for name in (f"{_NEW}{n}" for n in range(1, len(taken) + 2)) if name not in taken)


def is_listed(subject: str) -> bool:
    """Whether a draft's subject is a family, and not the name of a draft about one that is not on the list yet."""
    return bool(subject) and not subject.startswith(_NEW)


@dataclass(frozen=True, slots=True)
class OpenDrafts:
    """Reads what the person at the desk has begun, the form left last first (DISK lane)."""

    drafts: Drafts
    reading: Reading

    def __call__(self, kind: str = "") -> tuple[OpenDraft, ...]:
        """All of them, or those of one kind."""
        forms = (draft for draft in self.drafts.list() if not draft.form.startswith(SETTLING))
        found = (self._told(draft) for draft in forms if kind in ("", _kind_of(draft)))
        return tuple(found)

    def _told(self, draft: Draft) -> OpenDraft:
        family = FamilyId(draft.subject if is_listed(draft.subject) else "")
        name, rt, rw = self._whose(family) if family else _typed(draft.fields)
        replaces = draft.form.split(":", 2)[2:] if draft.form.startswith(f"{_PROPOSAL}:") else []
        mended = EntryId(replaces[0]) if replaces else None
        return OpenDraft(_kind_of(draft), family, draft.subject, name, rt, rw, mended, draft.saved_at)

    def _whose(self, family: FamilyId) -> tuple[str, str, str]:
        detail = self.reading.family(family)
        if detail is None:
            return "", "", ""
        home = detail.standing.family
        return home.head_name, home.rt, home.rw


def _kind_of(draft: Draft) -> str:
    form = draft.form.split(":", 2)
    return form[1] if form[0] == _PROPOSAL and len(form) > 1 else VISIT


def _typed(fields: Mapping[str, str]) -> tuple[str, str, str]:
    """Head (or whoever was named first), RT and RW of a family that is not on the list yet."""
    people = instances(fields, MEMBERS_SECTION) or ("1",)

    def said(person: str, question: str) -> str:
        return fields.get(f"{MEMBERS_SECTION}/{person}/{question}", "").strip()

    heads = [one for one in people if said(one, "id_hub_kepala_keluarga") == HEAD]
    names = [name for one in (*heads, *people) if (name := said(one, "nama"))]
    return names[0] if names else "", fields.get("rt", "").strip(), fields.get("rw", "").strip()
