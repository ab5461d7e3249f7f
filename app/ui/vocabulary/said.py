"""One text of a table of words in the language of the screen."""

from __future__ import annotations

from collections.abc import Mapping

from app.ui.words import translate


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark words of a table for the translators: lupdate knows this name; needs no Qt."""
    del context
    return source


def word_of(table: Mapping[str, str], context: str, code: str) -> str:
    """The words of a code; the code itself where a newer program wrote one that this program does not know."""
    source = table.get(code)
    return translate(context, source) if source else code
