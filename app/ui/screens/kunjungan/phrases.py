"""Answers and what is wrong with them, in words."""

from __future__ import annotations

from typing import Final

from app.domain.codelist import CodeList
from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.domain.phone import mask_phone
from app.domain.questionnaire import CHOOSING, Kind, Question, Violation
from app.ui.screens.kunjungan.previous import Previous
from app.ui.screens.questions import ask
from app.ui.screens.questions.typed import typed_of
from app.ui.vocabulary.times import day_of, iso_day_words
from app.ui.wording import language, number_words
from app.ui.words import translate, translate_counted

_MASKS: Final = {"nik": mask_nik, "no_kk": mask_kk, "telepon_responden": mask_phone}
_TYPED_ANEW: Final = frozenset({"nik", "no_kk"})
"""Numbers that are not shown whole even while they are asked."""


def violation_words(violation: Violation | None) -> str:
    """What is wrong, by the form's own words where it has some; empty where nothing is."""
    if violation is None:
        return ""
    return ask.violation_words(violation)


def is_masked(question: Question) -> bool:
    """Whether the answer is a number that is shown in part only, even to whoever types it."""
    return question.name in _TYPED_ANEW


def is_shown(question: Question) -> bool:
    """Whether an answer stands among others, at least in part; private ones do not, unless there is a mask for them."""
    return not question.private or question.name in _MASKS


def agreed_words(question: Question) -> str:
    """What ticking a statement says."""
    return question.agreed.say(language()) or translate("Visit", "Ya, benar demikian")


def value_words(question: Question, value: str) -> str:
    """An answer in words; numbers of persons are masked."""
    if not value:
        return ""
    if mask := _MASKS.get(question.name):
        return mask(value)
    if question.kind in CHOOSING and question.choices is not None:
        return ", ".join(_code_words(question.choices, code) for code in value.split(" "))
    if question.kind is Kind.DATE:
        return iso_day_words(value)
    if question.kind in (Kind.INTEGER, Kind.DECIMAL):
        return _number(value)
    if question.kind is Kind.PHOTO:
        return translate_counted("Visit", "{n} foto", len(value.split(" ")))
    if question.kind is Kind.STATEMENT:
        return agreed_words(question)
    return typed_of(question.kind, value)


def line_words(question: Question, value: str) -> str:
    """An answer as it stands among others: what was asked without listeners is not written out."""
    if value and not is_shown(question):
        return translate("Visit", "Terisi (tidak ditampilkan)")
    return value_words(question, value)


def origin_words(previous: Previous) -> str:
    """Who said it before."""
    if previous.at_ms:
        return translate("Visit", "Menurut kunjungan {day}", day=day_of(previous.at_ms))
    return translate("Visit", "Menurut daftar")


def _code_words(choices: CodeList, code: str) -> str:
    words = choices.label(code, language())
    return f"{code} · {words}" if code.isdigit() and words != code else words


def _number(value: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    return number_words(number, 0 if number == int(number) else 1)
