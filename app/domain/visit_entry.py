"""Turns a filled-in visit form into the entry that the journal keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.codelist import CodeBook
from app.domain.errors import Refused
from app.domain.filling import Filling, Step
from app.domain.ids import EntryId, MemberId, PackId
from app.domain.payloads.visits import AnswerValue, Evidence, MemberSeen, Place, VisitRecorded
from app.domain.questionnaire import AGREED, Kind, instances

PRESENCE, ABSENCE, RESULT = "status_kunjungan", "alasan_tidak_ditemukan", "hasil_kunjungan"
RESPONDENT, GUIDE, NOTE, STATEMENT = "nama_responden", "saksi_rt", "catatan", "pernyataan_responden"
MEMBERS, MEMBER_PRESENCE = "anggota", "keberadaan_anggota"
PRESENCE_WORDS, ABSENCE_WORDS = "presence@balai-1", "absence@balai-1"

_ELSEWHERE = frozenset({PRESENCE, ABSENCE, RESULT, RESPONDENT, GUIDE, NOTE, STATEMENT})
"""Questions whose answers have a place of their own in the entry."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the form does not ask: which attempt this is, since when, and upon what knowledge."""

    number: int = 1
    started_at_ms: int = 0
    place_source: str = "typed"
    """``photo``, ``typed`` or ``device``."""
    base_pack: PackId | None = None
    base_visit: EntryId | None = None
    known_visits: tuple[EntryId, ...] = ()


def visit_entry(filling: Filling, photos: Mapping[str, Evidence], book: CodeBook, attempt: Attempt) -> VisitRecorded:
    """The entry of a visit: only what was asked; `photos` has the sealed files by their names in the answers.

    Members appear in the order of the form. Refuses an answer that its question does not take (``visit_answer_wrong``).
    """
    for step, violation in filling.violations():
        raise Refused("visit_answer_wrong", question=step.question.name, violation=violation.code)
    asked = [(step, value) for step in filling.steps if (value := filling.value(step))]
    direct = {step.question.name: value for step, value in asked if not step.instance}
    own = {step.question.name: answer_value(step, value) for step, value in asked if not step.instance and _stays(step)}
    return VisitRecorded(
        form=filling.form.id,
        form_version=filling.form.version,
        attempt=attempt.number,
        presence=_word(filling, PRESENCE, direct, PRESENCE_WORDS, book),
        absence_reason=_word(filling, ABSENCE, direct, ABSENCE_WORDS, book),
        result=direct.get(RESULT) or _implied_result(filling, direct, book),
        respondent=direct.get(RESPONDENT, ""),
        respondent_member=_respondent(filling, direct.get(RESPONDENT, "")),
        guide=direct.get(GUIDE, ""),
        members=_members(filling, asked),
        answers=own,
        place=next((_place(v, attempt) for step, v in asked if step.question.kind is Kind.GPS), None),
        note=direct.get(NOTE, ""),
        statement=direct.get(STATEMENT, "") == AGREED,
        photos=tuple(_photos(asked, photos)),
        started_at_ms=attempt.started_at_ms,
        base_pack=attempt.base_pack,
        base_visit=attempt.base_visit,
        known_visits=attempt.known_visits,
    )


def answer_value(step: Step, value: str) -> AnswerValue:
    """An answer as the journal keeps it: numbers as numbers, several codes as a tuple, codes and words as text."""
    kind = step.question.kind
    if kind is Kind.INTEGER:
        return int(value)
    if kind is Kind.DECIMAL:
        return float(value)
    if kind is Kind.MULTI:
        return tuple(value.split(" "))
    return value == AGREED if kind is Kind.STATEMENT else value


def _stays(step: Step) -> bool:
    return step.question.kind not in (Kind.GPS, Kind.PHOTO) and step.question.name not in _ELSEWHERE


def _word(filling: Filling, name: str, direct: Mapping[str, str], words: str, book: CodeBook) -> str:
    """The journal's word for a prelist code."""
    question = filling.form.questions.get(name)
    if question is None or question.choices is None or name not in direct:
        return ""
    return book.crosswalk(question.choices.key, words).translate(direct[name]) or ""


def _implied_result(filling: Filling, direct: Mapping[str, str], book: CodeBook) -> str:
    """The result that the reason of absence means: of a family that moved nobody asks the result (Regsosek 205)."""
    reason, result = (filling.form.questions.get(name) for name in (ABSENCE, RESULT))
    if reason is None or reason.choices is None or result is None or result.choices is None or ABSENCE not in direct:
        return ""
    way = book.crosswalks.get((reason.choices.key, result.choices.key))
    return (way.translate(direct[ABSENCE]) or "") if way is not None else ""


def _members(filling: Filling, asked: list[tuple[Step, str]]) -> tuple[MemberSeen, ...]:
    seen = {one: MemberSeen(MemberId(one), "") for one in instances(filling.answers, MEMBERS)}
    held = [(step, value) for step, value in asked if step.section.name == MEMBERS]
    for step, value in held:
        one = seen[step.instance]
        if step.question.name == MEMBER_PRESENCE:
            seen[step.instance] = replace(one, presence=value)
        elif _stays(step):
            answers = {**one.answers, step.question.name: answer_value(step, value)}
            seen[step.instance] = replace(one, answers=answers)
    met = {step.instance for step, _ in held}
    return tuple(member for instance, member in seen.items() if instance in met)


def _respondent(filling: Filling, name: str) -> MemberId | None:
    """The member of that very name; None when there is none or several."""
    named = [
        step.instance
        for step in filling.steps
        if step.section.name == MEMBERS and step.question.name == "nama" and filling.value(step) == name
    ]
    return MemberId(named[0]) if name and len(named) == 1 else None


def _place(value: str, attempt: Attempt) -> Place:
    latitude, longitude, *accuracy = (float(part) for part in value.split(" "))
    return Place(latitude, longitude, attempt.place_source, accuracy[0] if accuracy else None)


def _photos(asked: list[tuple[Step, str]], photos: Mapping[str, Evidence]) -> list[Evidence]:
    names = [(step, name) for step, value in asked if step.question.kind is Kind.PHOTO for name in value.split(" ")]
    return [replace(photos[name], kind=step.question.evidence or photos[name].kind) for step, name in names]
