"""A finished sheet becomes an entry; before that, its summary."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import replace

from app.domain.errors import Unavailable
from app.domain.ids import EntryId
from app.domain.payloads.visits import Evidence
from app.ui.screens.usulan.card import Content
from app.ui.screens.usulan.content import Telling, content_of
from app.ui.screens.usulan.entry import objection_of, proposal_of
from app.ui.screens.usulan.opening import Shelf, Tools, keep_all
from app.ui.screens.usulan.sheet import OBJECTION, Sheet
from app.ui.words import translate
from app.usecases.file_objection import FileObjection
from app.usecases.open_drafts import draft_form
from app.usecases.propose_change import ProposeChange


def write(tools: Tools, sheet: Sheet) -> EntryId:
    """In the lane: the new entry; its draft goes, changes of other members stay one."""
    journal, book, drafts = tools.journal, sheet.book, tools.drafts
    recorded = sheet.recorded_kinds
    if sheet.kind.code == OBJECTION:
        file = FileObjection(
            journal,
            lambda o: book.missing_kinds(OBJECTION, o.reason_list, o.reason, [*_kinds(o.evidence), *recorded]),
        )
        entry = file(sheet.subject, objection_of(sheet))
    else:
        propose = ProposeChange(
            journal,
            lambda p: book.missing_kinds(p.proposal, p.reason_list, p.reason, [*_kinds(p.evidence), *recorded]),
            tools.today,
            asks_reason=lambda p: book.proposals[p.proposal].reason_required,
            asks_note=lambda p: bool(p.reason) and book.reason(p.reason_list, p.reason).note_required,
        )
        body = proposal_of(sheet)
        # Of a family that the list lacks nobody read a detail: what its author could see is the list that holds now.
        entry = propose(sheet.subject, replace(body, base_pack=body.base_pack or tools.reading.village().pack))
    # A full disk may keep the draft from going; the proposal stands all the same and must not be asked for again.
    with suppress(Unavailable):
        drafts.discard(sheet.draft, sheet.draft_subject)
        keep_all(drafts, draft_form(sheet.kind.code), sheet.subject, _not_begun(tools, sheet))
    return entry


def _not_begun(tools: Tools, sheet: Sheet) -> Mapping[str, str]:
    """Changes of other members that stay a draft; what another draft says of the same field is not written over."""
    begun = tools.drafts.load(draft_form(sheet.kind.code), sheet.subject) if sheet.other_changes else None
    return {name: value for name, value in sheet.other_changes.items() if begun is None or name not in begun.fields}


def summary_of(sheet: Sheet, shelf: Shelf, missing: Collection[str] = ()) -> Content:
    """What will be saved, in words; `missing`: names of photos whose files are on another laptop."""
    body = objection_of(sheet) if sheet.kind.code == OBJECTION else proposal_of(sheet)
    other = sheet.other.standing.family if sheet.other is not None else None
    former = sheet.detail.standing.former if sheet.detail is not None else {}
    held = frozenset(item.name for item in sheet.evidence) - frozenset(missing)
    return content_of(body, Telling(shelf.lexicon, sheet.family, other, held, former))


def kept_words(sheet: Sheet) -> str:
    """That changes of somebody else are not part of this proposal and not lost."""
    if not sheet.other_changes:
        return ""
    return translate("Proposals", "Perubahan untuk anggota lain tetap tersimpan sebagai draf, belum ikut diusulkan.")


def _kinds(evidence: tuple[Evidence, ...]) -> list[str]:
    return [item.kind for item in evidence]
