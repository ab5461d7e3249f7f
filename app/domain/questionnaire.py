"""A questionnaire as data: sections, questions, when each is asked and which answers it takes.

A definition is checked when it is built, so that a form which contradicts itself is refused before anybody stands at a
door with it. Answers are text under a path: ``id_atap_terluas``, or ``members/<instance>/nama`` in a repeated section
(an instance's id may itself hold slashes). What was answered so far is looked at in app/domain/filling.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from app.domain.codelist import ENGLISH, INDONESIAN, Code, CodeList
from app.domain.errors import Refused
from app.domain.expressions import Expression

Answers = Mapping[str, str]

LONGEST_TEXT = 2_000
AGREED = "1"
"""The answer of a statement to which the respondent agreed."""

_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?", re.ASCII)
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
_TYPED_DATE = re.compile(r"(?P<day>\d{1,2})[-/. ]*(?P<month>\d{1,2})[-/. ]*(?P<year>\d{4})", re.ASCII)
_PHOTOS = re.compile(r"[\w.-]{1,80}(?: [\w.-]{1,80})*", re.ASCII)
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


class Kind(StrEnum):
    """How a question is asked, and so what its answer looks like."""

    CHOICE = "choice"
    """One code of a list."""
    MULTI = "multi"
    """Codes of a list with one space between them."""
    YESNO = "yesno"
    """A choice of two."""
    INTEGER = "integer"
    DECIMAL = "decimal"
    """With a point, whatever the screen shows."""
    DATE = "date"
    """ISO: ``2026-11-23``."""
    TEXT = "text"
    PHOTO = "photo"
    """Names of sealed files with one space between them."""
    GPS = "gps"
    """``latitude longitude [metres of accuracy]``, in degrees."""
    STATEMENT = "statement"
    """``1`` when the respondent agreed."""
    NOTE = "note"
    """Words to read out; there is no answer."""


CHOOSING = frozenset({Kind.CHOICE, Kind.MULTI, Kind.YESNO})


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages of the screen."""

    id: str = ""
    en: str = ""

    def say(self, language: str = INDONESIAN) -> str:
        """The text in the language asked for; Indonesian where English is missing."""
        return self.en or self.id if language == ENGLISH else self.id


@dataclass(frozen=True, slots=True)
class Violation:
    """An answer that a question does not take: `code` for the sentence, `words` when the form brings its own."""

    question: str
    code: str
    words: Words = Words()


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `name` is the DTSEN column where there is one."""

    name: str
    kind: Kind
    label: Words
    hint: Words = Words()
    choices: CodeList | None = None
    relevant: Expression | None = None
    """Asked only while this holds; None is always."""
    constraint: Expression | None = None
    """Must hold for an answer; ``.`` is the answer."""
    message: Words = Words()
    """What to say when the constraint does not hold."""
    without: frozenset[str] = frozenset()
    """Codes of the list that are no answer to this question, though the list has them."""
    agreed: Words = Words()
    """What ticking a statement says."""
    example: Words = Words()
    """How the answer is typed, shown in the empty field."""
    required: bool = False
    private: bool = False
    """Health, money, children: masked in lists, asked without listeners (UU 27/2022, Article 4)."""
    default_from: str = ""
    """Where the register knows it: ``family:<column>`` or ``member:<column>``."""
    evidence: str = ""
    """What kind of evidence a photo is (resources/reasons/evidence.json)."""

    @property
    def offered(self) -> tuple[Code, ...]:
        """The codes that are answers to this question, in the order of the list."""
        return tuple(code for code in self.choices or () if code.value not in self.without)

    def shape(self, value: str) -> Violation | None:
        """What is wrong with the form of an answer by itself; an empty answer is never wrong here."""
        code = _shape_problem(self, value) if value else None
        return Violation(self.name, code) if code else None


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that stand on one page; a repeated one is gone through once for each instance (member)."""

    name: str
    label: Words
    questions: tuple[Question, ...]
    relevant: Expression | None = None
    repeat: bool = False
    may_add: bool = False
    """Whether the enumerator may add instances that the register does not know."""


@dataclass(frozen=True)
class Questionnaire:
    """A whole form, checked: every name once, every reference known, no skip that depends on itself."""

    id: str
    version: str
    title: Words
    sections: tuple[Section, ...]
    source: str = ""

    def __post_init__(self) -> None:
        _check_definition(self)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its name, in the order of the form."""
        return {question.name: question for section in self.sections for question in section.questions}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section in which each question stands, by the question's name."""
        return {question.name: section for section in self.sections for question in section.questions}

    @cached_property
    def repeats(self) -> dict[str, Section]:
        """The repeated sections by name."""
        return {section.name: section for section in self.sections if section.repeat}

    @cached_property
    def dependency_order(self) -> tuple[str, ...]:
        """Names of sections and questions, each after those that decide whether it is asked."""
        return _dependency_order(self)

    @property
    def lists(self) -> tuple[str, ...]:
        """The code lists that answers belong to, with their versions, for the record of a visit."""
        return tuple(sorted({q.choices.key for q in self.questions.values() if q.choices is not None}))


def path_of(section: Section, question: str, instance: str = "") -> str:
    """Where the answer to a question is kept."""
    return f"{section.name}/{instance}/{question}" if section.repeat else question


def split_path(path: str) -> tuple[str, str, str]:
    """Section, instance and question of a path; section and instance are empty outside repeats."""
    if "/" not in path:
        return "", "", path
    section, rest = path.split("/", 1)
    instance, _, question = rest.rpartition("/")
    return section, instance, question


def instances(answers: Answers, section: str) -> tuple[str, ...]:
    """The ids of a repeated section in their order (kept under the section's own name, one a line)."""
    return tuple(dict.fromkeys(line for line in answers.get(section, "").split("\n") if line))


# ------------------------------------------------------------------------------------------------ one answer's form


def _shape_problem(question: Question, value: str) -> str | None:
    kind, choices = question.kind, question.choices
    if kind is Kind.NOTE:
        return "answer_not_asked"
    if kind is Kind.MULTI:
        picked = value.split(" ")
        known = choices is not None and all(code in choices and code not in question.without for code in picked)
        return None if known and len(set(picked)) == len(picked) else "answer_not_in_list"
    if kind in CHOOSING:
        known = choices is not None and value in choices and value not in question.without
        return None if known else "answer_not_in_list"
    if kind is Kind.TEXT:
        if len(value) > LONGEST_TEXT:
            return "answer_too_long"
        return "answer_unprintable" if _UNPRINTABLE.search(value) else None
    if kind is Kind.DATE:
        return _date_problem(value)
    fits, code = _FORMS[kind]
    return None if fits(value) else code


def _date_problem(value: str) -> str | None:
    """What is wrong with a date: one that was typed day first and could not be turned is told by day and month."""
    found = _ISO_DATE.fullmatch(value) or _TYPED_DATE.fullmatch(value)
    if found is None:
        return "answer_not_date"
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    try:
        date(year, month, day)
    except ValueError:
        if not year:
            return "answer_not_date"
        return "answer_no_such_day" if 1 <= month <= 12 else "answer_no_such_month"
    return None if _ISO_DATE.fullmatch(value) else "answer_not_date"


def _is_place(value: str) -> bool:
    parts = value.split(" ")
    if len(parts) not in (2, 3) or not all(_DECIMAL.fullmatch(part) for part in parts):
        return False
    latitude, longitude, *accuracy = (float(part) for part in parts)
    return abs(latitude) <= 90 and abs(longitude) <= 180 and all(metres >= 0 for metres in accuracy)


_FORMS: Mapping[Kind, tuple[Callable[[str], bool], str]] = {
    Kind.INTEGER: (lambda value: bool(_WHOLE.fullmatch(value)), "answer_not_whole_number"),
    Kind.DECIMAL: (lambda value: bool(_DECIMAL.fullmatch(value)), "answer_not_number"),
    Kind.PHOTO: (lambda value: bool(_PHOTOS.fullmatch(value)), "answer_not_photo"),
    Kind.GPS: (_is_place, "answer_not_place"),
    Kind.STATEMENT: (lambda value: value == AGREED, "answer_not_agreed"),
}


# ------------------------------------------------------------------------------------------- the definition as a whole


def _check_definition(form: Questionnaire) -> None:
    if not form.questions:
        raise Refused("form_empty", form=form.id)
    names = [section.name for section in form.sections]
    names += [question.name for section in form.sections for question in section.questions]
    for name, times in Counter(names).items():
        if not _NAME.fullmatch(name):
            raise Refused("form_name_bad", form=form.id, name=name)
        if times > 1:
            raise Refused("form_name_twice", form=form.id, name=name)
    for question in form.questions.values():
        _check_question(form, question)
    for owner, section, expression in _expressions(form):
        _check_references(form, owner, section, expression)
    _ = form.dependency_order


def _check_question(form: Questionnaire, question: Question) -> None:
    where = {"form": form.id, "question": question.name}
    if not question.label.id:
        raise Refused("form_label_missing", **where)
    if (question.kind in CHOOSING) != (question.choices is not None):
        raise Refused("form_choices_missing" if question.choices is None else "form_choices_unexpected", **where)
    if any(code not in (question.choices or ()) for code in question.without):
        raise Refused("form_choice_unknown", **where)
    if question.kind is Kind.MULTI and any(" " in code.value for code in question.choices or ()):
        raise Refused("form_choices_with_space", **where)
    if question.default_from and question.default_from.partition(":")[0] not in ("family", "member"):
        raise Refused("form_origin_unknown", **where)


def _expressions(form: Questionnaire) -> Iterator[tuple[str, Section | None, Expression]]:
    """Every expression with the name it belongs to and the section whose answers it may read one by one."""
    for section in form.sections:
        if section.relevant is not None:
            yield section.name, None, section.relevant
        for question in section.questions:
            for expression in (question.relevant, question.constraint):
                if expression is not None:
                    yield question.name, section, expression


def _check_references(form: Questionnaire, owner: str, section: Section | None, expression: Expression) -> None:
    for name in sorted(expression.references()):
        home = form.section_of.get(name)
        if home is None:
            raise Refused("form_question_unknown", form=form.id, question=owner, name=name)
        if home.repeat and home is not section:
            raise Refused("form_reference_into_repeat", form=form.id, question=owner, name=name)
    for name in sorted(expression.aggregates()):
        repeated = name in form.repeats or (name in form.section_of and form.section_of[name].repeat)
        if not repeated:
            raise Refused("form_not_a_repeat", form=form.id, question=owner, name=name)


def _dependency_order(form: Questionnaire) -> tuple[str, ...]:
    """Sections and questions, each after everything its skip reads; nothing may wait for itself."""
    waits: dict[str, frozenset[str]] = {}
    for section in form.sections:
        waits[section.name] = _reads(section.relevant)
        for question in section.questions:
            waits[question.name] = _reads(question.relevant) | {section.name}
    order: dict[str, None] = {}
    for start in waits:
        trail: list[str] = []
        pending: list[tuple[str, bool]] = [(start, False)]
        while pending:
            name, left = pending.pop()
            if left:
                order[trail.pop()] = None
            elif name in trail:
                circle = [*trail[trail.index(name) :], name]
                raise Refused("form_relevance_cycle", form=form.id, names=" > ".join(circle))
            elif name not in order:
                trail.append(name)
                pending.append((name, True))
                pending.extend((other, False) for other in sorted(waits[name]))
    return tuple(order)


def _reads(expression: Expression | None) -> frozenset[str]:
    return frozenset() if expression is None else expression.references() | expression.aggregates()
