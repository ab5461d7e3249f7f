"""Reads questionnaires: the visit form of resources/forms/, and a district's own in the same shape."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from app.domain.codelist import CodeBook
from app.domain.errors import Refused
from app.domain.expressions import Expression, parse
from app.domain.questionnaire import Kind, Question, Questionnaire, Section, Words
from app.shelf.codes import code_book
from app.shelf.place import resource
from app.shelf.typed import decode

VISIT = "visit-2025.json"
YES_NO = "ya_tidak@dtsen-2025"
"""The list of a yesno question that names none."""


class WordsShape(msgspec.Struct, forbid_unknown_fields=True):
    """One text in Indonesian and English."""

    id: str
    en: str = ""

    def words(self) -> Words:
        """The text as the domain has it."""
        return Words(self.id, self.en)


class QuestionShape(msgspec.Struct, forbid_unknown_fields=True):
    """One question as a file writes it."""

    name: str
    type: Kind
    label: WordsShape
    hint: WordsShape | None = None
    list: str = ""
    relevant: str = ""
    constraint: str = ""
    message: WordsShape | None = None
    without: tuple[str, ...] = ()
    agreed: WordsShape | None = None
    example: WordsShape | None = None
    required: bool = False
    private: bool = False
    default_from: str = ""
    evidence: str = ""


class SectionShape(msgspec.Struct, forbid_unknown_fields=True):
    """One section as a file writes it."""

    name: str
    label: WordsShape
    questions: list[QuestionShape]
    relevant: str = ""
    repeat: bool = False
    may_add: bool = False


class FormShape(msgspec.Struct, forbid_unknown_fields=True):
    """A whole form as a file writes it."""

    id: str
    version: str
    title: WordsShape
    sections: list[SectionShape]
    source: str = ""


@cache
def visit_form() -> Questionnaire:
    """The DTSEN visit form that Balai ships with (read once)."""
    return read_form(resource("forms", VISIT), code_book())


def read_form(path: Path, book: CodeBook) -> Questionnaire:
    """The form of a file; refuses with ``form_*``, ``expression_*`` and ``shelf_file_*`` codes."""
    return build_form(decode(path, FormShape), book)


def build_form(shape: FormShape, book: CodeBook) -> Questionnaire:
    """A checked form from its written shape and the code lists that it names."""
    sections = tuple(_section(shape.id, section, book) for section in shape.sections)
    return Questionnaire(shape.id, shape.version, shape.title.words(), sections, shape.source)


def _section(form: str, shape: SectionShape, book: CodeBook) -> Section:
    return Section(
        name=shape.name,
        label=shape.label.words(),
        questions=tuple(_question(form, question, book) for question in shape.questions),
        relevant=_expression(form, shape.name, shape.relevant),
        repeat=shape.repeat,
        may_add=shape.may_add,
    )


def _question(form: str, shape: QuestionShape, book: CodeBook) -> Question:
    key = shape.list or (YES_NO if shape.type is Kind.YESNO else "")
    if key and key not in book.lists:
        raise Refused("form_list_unknown", form=form, question=shape.name, list=key)
    return Question(
        name=shape.name,
        kind=shape.type,
        label=shape.label.words(),
        hint=_words(shape.hint),
        choices=book.get(key) if key else None,
        relevant=_expression(form, shape.name, shape.relevant),
        constraint=_expression(form, shape.name, shape.constraint),
        message=_words(shape.message),
        without=frozenset(shape.without),
        agreed=_words(shape.agreed),
        example=_words(shape.example),
        required=shape.required,
        private=shape.private,
        default_from=shape.default_from,
        evidence=shape.evidence,
    )


def _words(shape: WordsShape | None) -> Words:
    return shape.words() if shape is not None else Words()


def _expression(form: str, owner: str, source: str) -> Expression | None:
    if not source:
        return None
    try:
        return parse(source)
    except Refused as refusal:
        raise Refused(refusal.code, **{**refusal.facts, "form": form, "question": owner}) from refusal
