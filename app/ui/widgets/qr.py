"""A QR code: black on white in every theme, with the quiet margin that readers need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import dress, theme

_QUIET: Final = 4
"""Modules of white on every side (ISO/IEC 18004)."""


class QrCode(QWidget):
    """`show_words` draws them; decoration for a screen reader's user, who gets the same words as text beside it."""

    def __init__(self, name: str, side: float = 180) -> None:
        super().__init__()
        self._side, self._words = side, ""
        self._rows: Sequence[Sequence[int]] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        dress(self._restyle)

    def show_words(self, words: str) -> None:
        """Other words; none draws nothing."""
        if words == self._words:
            return
        import segno

        self._words = words
        self._rows = segno.make(words, error="m", micro=False).matrix if words else ()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._side), theme().px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        try:
            module = self.width() // (len(self._rows) + 2 * _QUIET)  # whole pixels: no grey edges between modules
            start = (self.width() - module * len(self._rows)) // 2
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            for y, row in enumerate(self._rows):
                for x, dark in enumerate(row):
                    if dark:
                        place = QRectF(start + x * module, start + y * module, module, module)
                        painter.fillRect(place, Qt.GlobalColor.black)
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
