"""What was said before: by the register, then by visits and what settled them; beside a question, never its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.codelist import CodeBook
from app.domain.payloads import AnswerValue, VisitRecorded, VisitsSettled
from app.domain.prefill import register_answers
from app.domain.questionnaire import Kind, Questionnaire, path_of
from app.domain.visit_entry import MEMBER_PRESENCE, MEMBERS
from app.usecases.reading import FamilyDetail


@dataclass(frozen=True, slots=True)
class Previous:
    """One earlier answer; `at_ms` 0 means that it stands in the register."""

    value: str
    at_ms: int = 0


def text_of(value: AnswerValue) -> str:
    """A journal's answer as the text that a form keeps."""
    if isinstance(value, bool):
        return "1" if value else ""
    return " ".join(value) if isinstance(value, tuple) else str(value)


def previous_answers(form: Questionnaire, detail: FamilyDetail, version: str, book: CodeBook) -> dict[str, Previous]:
    """The newest word on each question by path; answers that the form does not take any more are left out.

    `version` is that of the code lists which the register names, empty where it is not known.
    """
    family = detail.standing.family
    found = {path: Previous(value) for path, value in register_answers(form, family, version, book).items()}
    members = {section.name for section in form.sections if section.repeat}
    for word in detail.standing.words:
        for path, name, value in _answers(form, word.body):
            if value and name in form.questions and form.questions[name].shape(value) is None:
                found[path] = Previous(value, word.entry.at_ms)
    return {path: one for path, one in found.items() if path not in members}


def _answers(form: Questionnaire, visit: VisitRecorded | VisitsSettled) -> Iterator[tuple[str, str, str]]:
    """Path, question and text of every answer that a later visit may lean on."""
    for name, value in visit.answers.items():
        if name in form.section_of and not form.section_of[name].repeat:
            yield name, name, text_of(value)
    if isinstance(visit, VisitRecorded) and visit.place is not None:
        where = f"{visit.place.latitude:.6f} {visit.place.longitude:.6f}"
        for name, question in form.questions.items():
            if question.kind is Kind.GPS:
                yield name, name, where
    section = form.repeats.get(MEMBERS)
    for seen in visit.members if section is not None else ():
        assert section is not None
        yield path_of(section, MEMBER_PRESENCE, seen.member), MEMBER_PRESENCE, seen.presence
        for name, value in seen.answers.items():
            yield path_of(section, name, seen.member), name, text_of(value)
