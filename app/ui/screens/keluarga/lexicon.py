"""What a column is called and what a code in it means, by the list and version that the value belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.codelist import CodeBook, CodeList
from app.domain.kk import mask_kk
from app.domain.nik import mask_long_numbers, mask_nik
from app.domain.payloads import AnswerValue
from app.domain.questionnaire import CHOOSING, Kind, Question, Questionnaire
from app.domain.reason import ReasonBook
from app.domain.roster import EXTRA, REGSOSEK
from app.ui.vocabulary.fields import register_field_words
from app.ui.vocabulary.times import iso_day_words
from app.ui.wording import language, number_words
from app.ui.words import translate

VERSION: Final = {"DTSEN": "dtsen-2025", REGSOSEK: "regsosek-2022"}
"""Version that a list names -> version of the shelf's code lists."""

PERSON_LISTS: Final = {"sex": "jenis_kelamin", "relation": "hub_kepala", "marital": "status_kawin"}
"""Fields of the register's members whose values are codes, whatever list they came from (the import crosses them)."""

COLUMN_OF: Final = {
    "nama": "name",
    "tanggal_lahir": "birth_date",
    "id_jenis_kelamin": "sex",
    "id_hub_kepala_keluarga": "relation",
    "id_status_perkawinan": "marital",
    "no_kk": "kk",
    "alamat": "address",
}
"""DTSEN column -> field of the register's dataclasses that holds it."""


def field_of(column: str) -> str:
    """The register's own name of a column."""
    return COLUMN_OF.get(column, column)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words for columns and values; `version` is the code list version that today's list names, or empty."""

    form: Questionnaire
    book: CodeBook
    reasons: ReasonBook
    version: str = ""

    def label(self, field: str) -> str:
        """What a field is called; a district's own column by its heading."""
        own = register_field_words(field_of(field))
        if own:
            return own
        question = self.form.questions.get(field)
        return question.label.say(language()) if question else field.removeprefix(EXTRA)

    def private(self, field: str) -> bool:
        """Whether the value is asked without listeners and so not shown beside others."""
        question = self.form.questions.get(field)
        return question is not None and question.private and field != "nik"

    def listed(self, field: str, value: str) -> str:
        """A value as today's list has it."""
        return self._words(field, value, VERSION.get(self.version, ""))

    def answered(self, field: str, value: AnswerValue) -> str:
        """A value as a visit recorded it: the form names its own lists."""
        return self._words(field, plain(value), None)

    def code(self, key: str, value: str) -> str:
        """The words of a code of one list, e.g. ``keberadaan_anggota@regsosek-2022``."""
        return self.book.get(key).label(value, language()) if value else ""

    def reason(self, reason_list: str, code: str) -> str:
        """A reason in words; the code itself where this laptop does not have its list."""
        known = self.reasons.lists[reason_list].get(code) if reason_list in self.reasons.lists else None
        return known.label(language()) if known else code

    def evidence(self, kind: str) -> str:
        """A kind of photo or scan in words."""
        known = self.reasons.evidence.get(kind)
        return known.words.say(language()) if known else kind

    def _words(self, field: str, value: str, version: str | None) -> str:
        if not value:
            return ""
        own = field_of(field)
        if own in ("nik", "kk"):
            return mask_nik(value) if own == "nik" else mask_kk(value)
        if own in PERSON_LISTS:
            return self.code(f"{PERSON_LISTS[own]}@dtsen-2025", value)
        question = self.form.questions.get(field)
        if own == "birth_date" or (question is not None and question.kind is Kind.DATE):
            return iso_day_words(value)
        if question is None:
            return mask_long_numbers(value)
        if question.kind in CHOOSING and question.choices is not None:
            return self._choice(question, question.choices, value, version)
        return _number(value) if question.kind in (Kind.INTEGER, Kind.DECIMAL) else value

    def _choice(self, question: Question, choices: CodeList, value: str, version: str | None) -> str:
        if question.kind is Kind.MULTI:
            return ", ".join(choices.label(one, language()) for one in value.split())
        if version is None:
            return choices.label(value, language())
        known = [self.book.lists.get(f"{choices.id}@{one}") for one in ([version] if version else VERSION.values())]
        words = {one.label(value, language()) for one in known if one is not None}
        if len(words) == 1:
            return words.pop()
        if not words:
            return choices.label(value, language())
        # Roof 5 is bamboo in one list and shingles in the other: a guess would look like a fact.
        return translate("Family", "kode {code} (versi daftar kode tidak diketahui)", code=value)


def plain(value: AnswerValue) -> str:
    """An answer as the text that a form keeps; yes and no by the codes of the yes-or-no list."""
    if isinstance(value, bool):
        return "1" if value else "2"
    return " ".join(value) if isinstance(value, tuple) else str(value)


def _number(value: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    return number_words(number, 0 if number == int(number) else 1)
