"""Recovery words to be written down: large, numbered, one line a one-time code."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.ui.widgets.card import Card
from app.ui.widgets.layouts import Column, Row, Tiles
from app.ui.widgets.text import Text

_WORD_WIDTH: Final = 120
_WORDS_A_ROW: Final = 4


class RecoveryWords(QWidget):
    """Shows lines of words."""

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(gap=10, on=self)
        self._shown: tuple[tuple[str, ...], ...] = ()

    def show_lines(self, lines: tuple[tuple[str, ...], ...]) -> None:
        """Show these lines; an empty tuple forgets them."""
        if lines == self._shown:
            return
        self._shown = lines
        self._column.clear()
        for number, line in enumerate(lines, 1):
            title = self.tr("Rangkaian %1").replace("%1", str(number)) if len(lines) > 1 else ""
            card = Card(gap=8, margins=(18, 12, 18, 14))
            if title:
                card.body.put(Text(title, "small_strong", "muted"))
            # In even rows: they are copied to paper, and a last word alone on its line is easily left out.
            words = (_Word(at, word) for at, word in enumerate(line, 1))
            card.body.put(Tiles(*words, width=_WORD_WIDTH, gap=10, most=_WORDS_A_ROW))
            card.setAccessibleName(f"{title} {' '.join(line)}".strip())
            self._column.put(card)


class _Word(QWidget):
    def __init__(self, number: int, word: str) -> None:
        super().__init__()
        said = Text(word, "heading", wrap=False)
        said.setAccessibleName(f"{number}. {word}")
        Row(Text(f"{number}", "small", "muted", wrap=False), said, None, gap=5, on=self)
