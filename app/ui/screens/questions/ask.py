"""One question as the screen shows it: plain words, made from the questionnaire, so that no form draws its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.codelist import Code
from app.domain.errors import Refused
from app.domain.filling import Filling, Step
from app.domain.questionnaire import CHOOSING, Kind, Question, Violation
from app.ui.messages import explain
from app.ui.shown import Option
from app.ui.wording import language
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with its answer; `path` says where the answer is kept."""

    path: str
    kind: Kind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    value: str = ""
    """The answer as the form keeps it (codes, ISO dates, plain words)."""
    error: str = ""
    required: bool = False
    digits: int = 0
    """More than 0: takes up to so many figures and nothing else."""
    lines: int = 1
    """More than 1: room for several lines."""
    show_codes: bool = False
    """Whether codes stand beside the choices and can be typed."""
    all_seen: bool = False
    """All choices are seen, however many there are."""

    @property
    def shape(self) -> tuple[object, ...]:
        """What a control is built from; a question of the same shape keeps its control."""
        return (
            self.path, self.kind, self.label, self.hint, self.options, self.required, self.digits, self.lines,
            self.show_codes, self.all_seen,
        )  # fmt: skip


LONG_TEXTS = frozenset({"note", "catatan"})
NUMBERS = {"nik": 16, "kk": 16, "no_kk": 16, "rt": 3, "rw": 3}


def ask_of(step: Step, filling: Filling, tell_missing: bool = False) -> Ask:
    """A question of a form with the answer given so far; `tell_missing` marks what is required and empty."""
    value = filling.value(step)
    wrong = filling.check(step, value) if value else None
    error = violation_words(wrong) if wrong is not None else ""
    if tell_missing and step.question.required and not value:
        error = missing_words()
    return ask_for(step.question, step.path, value, error)


def ask_for(question: Question, path: str, value: str = "", error: str = "") -> Ask:
    """A question that stands alone."""
    options = choices_of(question.offered) if question.kind in CHOOSING else ()
    return Ask(
        path=path,
        kind=question.kind,
        label=question.label.say(language()),
        hint=question.hint.say(language()),
        options=options,
        value=value,
        error=error,
        required=question.required,
        digits=NUMBERS.get(question.name, 0) if question.kind is Kind.TEXT else 0,
        lines=3 if question.name in LONG_TEXTS else 1,
        show_codes=all(option.code.isdigit() for option in options) and bool(options),
    )


def choices_of(codes: Iterable[Code]) -> tuple[Option, ...]:
    """The choices of a code list in the language of the screen."""
    return tuple(Option(code.value, code.label(language())) for code in codes)


def violation_words(violation: Violation) -> str:
    """Why an answer is not taken: the form's own words, else those of the code."""
    return violation.words.say(language()) or explain(Refused(violation.code)).title


def missing_words() -> str:
    """What stands below a required question without an answer."""
    return translate("Questions", "Belum diisi.")
