"""One text of a table of words in the language of the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def said(context: str, source: str, **facts: str | int) -> str:
    """The translation of `source`, with ``{name}`` replaced by the facts; safe to call from any thread."""
    words = QCoreApplication.translate(context, source)
    for name, value in facts.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def word_of(table: Mapping[str, str], context: str, code: str) -> str:
    """The words of a code; the code itself where a newer program wrote one that this program does not know."""
    source = table.get(code)
    return said(context, source) if source else code
