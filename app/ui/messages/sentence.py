"""The shape of a problem's words, and the mark by which lupdate finds them."""

from __future__ import annotations

from dataclasses import dataclass


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark a sentence for translation without translating it yet; lupdate knows this name."""
    del context
    return source


def QT_TRANSLATE_N_NOOP(context: str, source: str) -> str:
    """Mark a sentence that counts with ``%n``; scripts/translations.py knows this name."""
    del context
    return source


@dataclass(frozen=True, slots=True)
class Sentence:
    """What happened (`title`), what is safe, what to do, and the words of a button; ``{fact}`` is filled in."""

    title: str
    safe: str = ""
    advice: str = ""
    action: str = ""
    count: str = ""
    """The fact that takes the place of ``%n`` and chooses between singular and plural."""


@dataclass(frozen=True, slots=True)
class Message:
    """A problem in the language of the screen, ready to be shown."""

    code: str
    title: str
    safe: str = ""
    advice: str = ""
    action: str = ""

    @property
    def text(self) -> str:
        """What is safe and what to do in one line."""
        return " ".join(filter(None, (self.safe, self.advice)))
