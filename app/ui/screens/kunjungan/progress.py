"""The column of progress: every page of the form with how far it is; one Tab stop, arrow keys inside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.kunjungan.lines import SectionButton
from app.ui.screens.kunjungan.state import SectionLine
from app.ui.theme import theme
from app.ui.widgets import Flow, QuietButton, ScrollColumn, Text


class ProgressColumn(ScrollColumn):
    """`pointed(key)` when a page is chosen, `member_added`."""

    pointed = Signal(str)
    member_added = Signal()

    def __init__(self) -> None:
        super().__init__(gap=2)
        self.setAccessibleName(self.tr("Kemajuan formulir"))
        self._keys: tuple[str, ...] = ()
        self._buttons: dict[str, SectionButton] = {}
        self._add_words = ""
        self._sought: SectionButton | None = None
        self.verticalScrollBar().rangeChanged.connect(self._laid)

    def show_lines(self, lines: tuple[SectionLine, ...], add_words: str) -> None:
        """Other pages, or the same ones further on."""
        keys = tuple(line.key or line.words for line in lines)
        anew = keys != self._keys or add_words != self._add_words
        if anew:
            self._keys, self._add_words = keys, add_words
            self._build(lines, add_words)
        for line in lines:
            if line.key:
                button = self._buttons[line.key]
                button.show_line(line)
                if line.current:
                    self._seek(button)
                    self._sought = button if anew else None

    def _build(self, lines: tuple[SectionLine, ...], add_words: str) -> None:
        self._sought = None
        self.body.clear()
        self._buttons = {}
        last_inner = max((at for at, line in enumerate(lines) if line.inner), default=-1)
        for at, line in enumerate(lines):
            if line.key:
                button = self._buttons[line.key] = SectionButton(line.key)
                button.clicked.connect(partial(self.pointed.emit, line.key))
                button.stepped.connect(partial(self._step, line.key))
                self.body.put(button)
            else:
                self.body.put(Text(line.words, "small_strong", "muted"))
            if at == last_inner and add_words:
                self._put_add(add_words)
        if add_words and last_inner < 0:
            self._put_add(add_words)
        self.body.put(None)

    def _put_add(self, words: str) -> None:
        button = QuietButton(words, "user-plus")
        button.setToolTip("Ctrl+T")
        button.clicked.connect(self.member_added)
        holder = QWidget()
        Flow(button, on=holder)
        self.body.put(holder)

    def _step(self, key: str, by: int) -> None:
        keys = list(self._buttons)
        at = keys.index(key) + by
        if 0 <= at < len(keys):
            self._buttons[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
            self._seek(self._buttons[keys[at]])

    def _laid(self) -> None:
        """Where the page that is open lies is known only once its lines are laid out."""
        if self._sought is not None:
            self._seek(self._sought)

    def _seek(self, button: SectionButton) -> None:
        self.ensureWidgetVisible(button, 0, theme().px(40))
