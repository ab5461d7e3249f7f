"""Words for those who know no Qt: presenters translate through here, the application puts Qt's translator behind it."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.wording import number_words

Translator = Callable[[str, str, str | None, int], str]
"""Context, sentence, nothing, and the count for ``%n`` (-1 for a sentence that does not count)."""


def _as_written(_context: str, source: str, _beside: str | None, count: int) -> str:
    return source.replace("%n", str(count)) if count >= 0 else source


_behind: list[Translator] = [_as_written]


def install(translator: Translator) -> None:
    """Put a translator behind `translate`; before that words stay as they are written (Indonesian)."""
    _behind[0] = translator


def translate(context: str, source: str, /, **facts: str | int | float) -> str:
    """A sentence in the language of the screen; ``{name}`` in it is filled from `facts`.

    scripts/translations.py finds calls whose context and sentence are literal strings; a sentence that is chosen at run
    time is marked where it stands (QT_TRANSLATE_NOOP).
    """
    return fill(_behind[0](context, source, None, -1), **facts)


def translate_counted(context: str, source: str, count: int, /, **facts: str | int | float) -> str:
    """A sentence about `count` things in the singular or plural of the screen's language.

    The count stands where ``%n`` is, or with thousands apart where ``{n}`` is; `facts` fill the rest.
    A sentence that is chosen at run time is marked with QT_TRANSLATE_N_NOOP.
    """
    return fill(_behind[0](context, source, None, count), n=number_words(count), **facts)


def fill(words: str, /, **facts: str | int | float) -> str:
    """Put facts where ``{name}`` stands in a translated sentence; a name without a fact stays as it is."""
    for name, fact in facts.items():
        words = words.replace("{" + name + "}", str(fact))
    return words


def records_words(entries: int, photos: int) -> str:
    """``3 catatan, 2 foto``; what there is none of is not named."""
    parts = [translate_counted("Exchange", "{n} catatan", entries)] if entries or not photos else []
    parts += [translate_counted("Exchange", "{n} foto", photos)] if photos else []
    return ", ".join(parts)
