"""What a form needs before it can be filled in: the family, the words, and the draft or the proposal it begins with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.questionnaire import Questionnaire, instances
from app.domain.reason import ProposalKind
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.usulan.bounds import own_place
from app.ui.screens.usulan.mend import answers_from
from app.ui.screens.usulan.sheet import (
    OTHER_FAMILY,
    PICK,
    REPLACES,
    Sheet,
)
from app.ui.screens.usulan.story import last_answer
from app.usecases.desk import Drafts, Photos
from app.usecases.open_drafts import MEMBERS_SECTION, NEW_FAMILY, draft_form, free_subject
from app.usecases.ports import Actor, EvidenceStore, Journal
from app.usecases.reading import Reading

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Shelf:
    """The words and rules that forms are made of; loaded in the lane."""

    lexicon: Lexicon
    visit: Questionnaire


@dataclass(frozen=True, slots=True)
class Tools:
    """What the form needs of the desk."""

    reading: Reading
    journal: Journal
    drafts: Drafts
    evidence: EvidenceStore
    photos: Photos
    today: Callable[[], date]
    shelf: Callable[[], Shelf]
    read_picture: Callable[[str], object | None]
    actor: Actor
    """Whoever sits at the laptop."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A form that is ready to be filled in."""

    sheet: Sheet
    shelf: Shelf
    returned: str
    """What the verifier said of the proposal that is mended."""
    drafted: bool
    """Whether a draft was left."""
    given: Mapping[str, str]
    """Answers that were known before the form was opened and are in no draft yet."""


def open_sheet(
    tools: Tools,
    kind: str,
    family: FamilyId | None,
    given: Mapping[str, str],
    replaces: EntryId | None,
    unlisted: str | None = None,
) -> Opened | None:
    """In the lane: the family with the draft that was left or the proposal to be mended; None without such a family.

    `given` are answers by their names in the draft: those that the kind asks for and no draft has are taken over.
    `unlisted` names the draft about a family that is not on the list yet; without it a new one is begun.
    """
    detail = tools.reading.family(family) if family else None
    if family and detail is None:
        return None
    shelf = tools.shelf()
    known = shelf.lexicon.reasons.proposals.get(kind)
    if known is None:
        raise Refused("proposal_kind_unknown", kind=kind)
    if detail is None and unlisted is None:
        unlisted = free_subject(tools.drafts)
    subject = detail.standing.id if detail is not None else unlisted or ""
    draft = tools.drafts.load(draft_form(kind, replaces or ""), subject)
    answers = dict(draft.fields) if draft is not None else {}
    comment = ""
    if replaces is not None:
        found = tools.reading.proposal(replaces)
        event = last_answer(found.proposal) if found is not None else None
        comment = _comment(event.note, shelf.lexicon.reason(event.reason_list, event.reason)) if event else ""
        if found is not None and answers.get(REPLACES) != replaces:
            said = {name: value for name, value in answers_from(found.proposal, known.form).items() if name != REPLACES}
            # Its name comes last: a draft that a full disk cut short is begun anew.
            answers = {**said, **answers, REPLACES: str(replaces)}
            keep_all(tools.drafts, draft_form(kind, replaces), subject, answers)
    if kind == NEW_FAMILY and draft is None:
        given = {**own_place(tools.actor), **given}
    new = {name: value for name, value in given.items() if value and name not in answers and _asks(known, name)}
    answers |= new
    if kind == NEW_FAMILY and not instances(answers, MEMBERS_SECTION):
        answers[MEMBERS_SECTION] = "1"
    other = tools.reading.family(FamilyId(answers[OTHER_FAMILY])) if answers.get(OTHER_FAMILY) else None
    sheet = Sheet(known, shelf.lexicon.reasons, tools.today(), detail, answers, other, unlisted or "")
    return Opened(sheet, shelf, comment, draft is not None, new)


def _asks(kind: ProposalKind, name: str) -> bool:
    """Whether a kind of proposal has a place for an answer."""
    if name.startswith(PICK):
        return name.removeprefix(PICK) in kind.picks
    return kind.form is not None and name in kind.form.questions


def keep_all(drafts: Drafts, form: str, subject: str, answers: Mapping[str, str]) -> None:
    """Keep answers as a draft."""
    for name, value in answers.items():
        drafts.save(form, subject, name, value)


def _comment(note: str, reason: str) -> str:
    """What the verifier said."""
    return " · ".join(part for part in (reason, note) if part)
