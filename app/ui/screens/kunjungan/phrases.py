"""Answers and what is wrong with them, in words."""

from __future__ import annotations

from typing import Final

from app.domain.codelist import CodeList
from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.domain.questionnaire import CHOOSING, Kind, Question, Violation
from app.ui.screens.kunjungan.previous import Previous
from app.ui.vocabulary.said import QT_TRANSLATE_NOOP
from app.ui.vocabulary.times import day_of, iso_day_words
from app.ui.wording import language, number_words
from app.ui.words import translate, translate_counted

_WRONG: Final = {
    "answer_not_in_list": QT_TRANSLATE_NOOP("Visit", "Pilih salah satu kode yang ada di daftar."),
    "answer_not_whole_number": QT_TRANSLATE_NOOP("Visit", "Tulis bilangan bulat, misalnya 36."),
    "answer_not_number": QT_TRANSLATE_NOOP("Visit", "Tulis angka, misalnya 2,5."),
    "answer_not_date": QT_TRANSLATE_NOOP("Visit", "Tulis hari-bulan-tahun, misalnya 17-08-1990."),
    "answer_not_place": QT_TRANSLATE_NOOP("Visit", "Tulis lintang lalu bujur, misalnya -9,8632 124,2841."),
    "answer_not_photo": QT_TRANSLATE_NOOP("Visit", "Foto ini tidak dikenali. Pilih fotonya sekali lagi."),
    "answer_not_agreed": QT_TRANSLATE_NOOP("Visit", "Beri tanda bila responden setuju."),
    "answer_too_long": QT_TRANSLATE_NOOP("Visit", "Terlalu panjang. Tulis paling banyak 2.000 huruf."),
    "answer_unprintable": QT_TRANSLATE_NOOP(
        "Visit", "Ada huruf yang tidak dapat disimpan. Ketik ulang tanpa menyalin."
    ),
    "answer_not_asked": QT_TRANSLATE_NOOP("Visit", "Bagian ini tidak perlu dijawab."),
    "answer_constraint": QT_TRANSLATE_NOOP("Visit", "Jawaban ini tidak mungkin. Periksa kembali."),
}
_MASKS: Final = {"nik": mask_nik, "no_kk": mask_kk}


def violation_words(violation: Violation | None) -> str:
    """What is wrong, by the form's own words where it has some; empty where nothing is."""
    if violation is None:
        return ""
    said = violation.words.say(language())
    if said:
        return said
    return translate("Visit", _WRONG.get(violation.code, _WRONG["answer_constraint"]))


def is_masked(question: Question) -> bool:
    """Whether the answer is a number that is shown in part only."""
    return question.name in _MASKS


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
        return translate("Visit", "Ya, setuju")
    return value.replace(" ", ", ", 1) if question.kind is Kind.GPS else value


def line_words(question: Question, value: str) -> str:
    """An answer as it stands among others: what was asked without listeners is not written out."""
    if value and question.private and not is_masked(question):
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
