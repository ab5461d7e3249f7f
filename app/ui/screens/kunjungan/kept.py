"""What was typed, in the form's own writing; what can not be read stays as it is, so that it can be put right."""

from __future__ import annotations

from typing import Final

from app.domain.filling import Step
from app.domain.phone import plain_phone
from app.domain.questionnaire import Kind
from app.ui.screens.kunjungan.phrases import is_masked
from app.ui.screens.kunjungan.portrait import kept_codes
from app.ui.screens.questions.typed import iso_of, number_of, place_of_typed

PHONE: Final = "telepon_responden"


def as_kept(step: Step, typed: str) -> str:
    """The answer to one question as its draft keeps it."""
    kind = step.question.kind
    if kind is Kind.DATE:
        return iso_of(typed)
    if kind is Kind.GPS:
        return place_of_typed(typed)
    if kind in (Kind.INTEGER, Kind.DECIMAL):
        return number_of(typed, kind is Kind.DECIMAL)
    if is_masked(step.question):
        return "".join(typed.split())
    if step.question.name == PHONE:
        return plain_phone(typed)
    return kept_codes(step, typed) if step.question.choices is not None else typed.strip()
