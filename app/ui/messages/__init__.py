"""Codes of problems become sentences here and nowhere else: what happened, what is safe, what to do.

One table per area beside this file. A key that ends in ``_*`` speaks for every code that begins so and has no sentence
of its own (faults inside a resource file, which only its author can mend).
"""

from __future__ import annotations

from app.domain.errors import Locked, Problem, Refused, Unavailable
from app.ui.messages import (
    answers,
    aside,
    district,
    enrol,
    forms,
    journal,
    line,
    lists,
    nearby,
    proposals,
    settling,
    sticks,
    store,
    vault,
)
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Message, Sentence
from app.ui.words import fill, translate, translate_counted

__all__ = ["Message", "Sentence", "explain", "explain_aside", "sentence_of"]

_TABLES: tuple[dict[str, Sentence], ...] = (
    answers.SENTENCES,
    aside.SENTENCES,
    district.SENTENCES,
    enrol.SENTENCES,
    forms.SENTENCES,
    journal.SENTENCES,
    line.SENTENCES,
    lists.SENTENCES,
    nearby.SENTENCES,
    proposals.SENTENCES,
    sticks.SENTENCES,
    settling.SENTENCES,
    store.SENTENCES,
    vault.SENTENCES,
)
SENTENCES: dict[str, Sentence] = {code: sentence for table in _TABLES for code, sentence in table.items()}

_BY_KIND: dict[type[Problem], Sentence] = {
    Refused: Sentence(
        QT_TRANSLATE_NOOP("Messages", "Ini belum bisa dilakukan."),
        QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        QT_TRANSLATE_NOOP("Messages", "Periksa kembali isian Anda, lalu coba lagi."),
    ),
    Unavailable: Sentence(
        QT_TRANSLATE_NOOP("Messages", "Saat ini belum bisa."),
        QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        QT_TRANSLATE_NOOP("Messages", "Tunggu sebentar, lalu coba lagi."),
        QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    Locked: Sentence(
        QT_TRANSLATE_NOOP("Messages", "Balai masih terkunci."),
        QT_TRANSLATE_NOOP("Messages", "Semua data tetap aman di laptop ini."),
        QT_TRANSLATE_NOOP("Messages", "Masuk dengan kata sandi Anda."),
    ),
}


def sentence_of(code: str) -> Sentence | None:
    """The sentence of a code, its own or that of its family (``form_*``)."""
    if code in SENTENCES:
        return SENTENCES[code]
    parts = code.split("_")
    families = ("_".join(parts[:length]) + "_*" for length in range(len(parts) - 1, 0, -1))
    return next((SENTENCES[family] for family in families if family in SENTENCES), None)


def explain(problem: Problem) -> Message:
    """A problem as words on the screen; a code nobody knows is explained by its kind."""
    kind = next(kind for kind in (Refused, Unavailable, Locked, Problem) if isinstance(problem, kind))
    sentence = sentence_of(problem.code) or _BY_KIND.get(kind, _BY_KIND[Refused])
    return _said(problem, sentence)


def explain_aside(code: str) -> Message:
    """Why an entry was set aside, as words about the entry and its author, not about the reader."""
    sentence = aside.SENTENCES.get(code)
    return _said(Refused(code), sentence) if sentence else explain(Refused(code))


def _said(problem: Problem, sentence: Sentence) -> Message:
    count = problem.facts.get(sentence.count, 0) if sentence.count else 0
    title, safe, advice, action = (
        fill(_translated(words, int(count)), **problem.facts) if words else ""
        for words in (sentence.title, sentence.safe, sentence.advice, sentence.action)
    )
    return Message(problem.code, title, safe, advice, action)


def _translated(words: str, count: int) -> str:
    return translate_counted("Messages", words, count) if "%n" in words else translate("Messages", words)
