"""Reads reasons, evidence and kinds of proposals from resources/reasons/ and from a district's own files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from app.domain.codelist import CodeBook
from app.domain.errors import Refused
from app.domain.reason import EvidenceKind, EvidenceNeed, ProposalKind, Reason, ReasonBook, ReasonList
from app.shelf.codes import code_book
from app.shelf.forms import FormShape, SectionShape, WordsShape, build_form
from app.shelf.place import resource
from app.shelf.typed import decode

EVIDENCE, PROPOSALS = "evidence.json", "proposals.json"


class _Need(msgspec.Struct, forbid_unknown_fields=True):
    any_of: list[str]
    count: int = 1
    required: bool = True


class _Reason(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    label: WordsShape
    source: str = ""
    evidence: list[_Need] = []
    number: int = 0
    from_centre: bool = False
    note_required: bool = False
    concerns: str = "family"
    suggested_by: dict[str, list[str]] = {}


class _List(msgspec.Struct, forbid_unknown_fields=True):
    group: str
    version: str
    source: str
    title: WordsShape
    reasons: list[_Reason]


class _Lists(msgspec.Struct, forbid_unknown_fields=True):
    lists: list[_List]


class _Kind(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    label: WordsShape
    private: bool = False


class _Kinds(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    kinds: list[_Kind]


class _Proposal(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    label: WordsShape
    explanation: WordsShape
    subject: str
    picks: list[str] = []
    reason_group: str = ""
    reason_required: bool = False
    evidence: list[_Need] = []
    removal: bool = False
    sections: list[SectionShape] = []


class _Proposals(msgspec.Struct, forbid_unknown_fields=True):
    version: str
    source: str
    proposals: list[_Proposal]


@cache
def reason_book() -> ReasonBook:
    """The reasons that Balai ships with (read once)."""
    return read_reasons(resource("reasons"), code_book())


def read_reasons(folder: Path, book: CodeBook, local: Sequence[Path] = ()) -> ReasonBook:
    """The reasons of a folder with a district's own lists (`local` files) beside them.

    Refuses with ``reasons_*``, ``form_*`` and ``shelf_file_*`` codes; a local file can add lists, never change one.
    """
    files = [path for path in sorted(folder.glob("*.json")) if path.name not in (EVIDENCE, PROPOSALS)]
    lists = [_list(one, book) for path in (*files, *local) for one in decode(path, _Lists).lists]
    kinds = [EvidenceKind(k.code, k.label.words(), k.private) for k in decode(folder / EVIDENCE, _Kinds).kinds]
    written = decode(folder / PROPOSALS, _Proposals)
    return ReasonBook.of(lists, kinds, [_proposal(one, written, book) for one in written.proposals])


def _list(one: _List, book: CodeBook) -> ReasonList:
    reasons = tuple(
        Reason(
            code=reason.code,
            label_id=reason.label.id,
            label_en=reason.label.en or reason.label.id,
            source=reason.source or one.source,
            evidence=_needs(reason.evidence),
            number=reason.number,
            from_centre=reason.from_centre,
            note_required=reason.note_required,
            concerns=reason.concerns,
            suggested_by={key: _codes(book, key, values) for key, values in reason.suggested_by.items()},
        )
        for reason in one.reasons
    )
    return ReasonList(one.group, one.version, one.source, one.title.words(), reasons)


def _codes(book: CodeBook, key: str, values: list[str]) -> tuple[str, ...]:
    for value in values:
        if value not in book.get(key):
            raise Refused("codes_value_unknown", list=key, value=value)
    return tuple(values)


def _needs(needs: list[_Need]) -> tuple[EvidenceNeed, ...]:
    return tuple(EvidenceNeed(tuple(need.any_of), need.count, need.required) for need in needs)


def _proposal(one: _Proposal, written: _Proposals, book: CodeBook) -> ProposalKind:
    shape = FormShape(f"proposal-{one.code}", written.version, one.label, one.sections, written.source)
    return ProposalKind(
        code=one.code,
        words=one.label.words(),
        explanation=one.explanation.words(),
        subject=one.subject,
        picks=tuple(one.picks),
        reason_group=one.reason_group,
        reason_required=one.reason_required,
        evidence=_needs(one.evidence),
        removal=one.removal,
        form=build_form(shape, book) if one.sections else None,
    )
