"""What is contested and what was settled, as two lists."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.beranda.rows import WaitRow
from app.ui.screens.beranda.state import WaitLine
from app.ui.screens.bertentangan.state import PageState, SettledLine, Stage
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    Column,
    Divider,
    EmptyState,
    ErrorState,
    LoadingState,
    Notice,
    Page,
    QuietButton,
    StackedPages,
    Text,
)
from app.ui.widgets.layouts import Turning
from app.ui.widgets.tab_order import TabOrder


class ContestsView(Page):
    """`contest_opened(id)`, `undo_asked(key, words)`, `retry_asked()`."""

    contest_opened = Signal(str)
    undo_asked = Signal(str, str)
    retry_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Bertentangan"), self.tr("Hal yang dicatat berbeda oleh beberapa orang. Pekerjaan lain tetap bisa.")
        )
        self._before = PageState()
        self._came_early = False
        self._rows: dict[Column, dict[str, QWidget]] = {}
        """What can be pressed in each list, by its key."""
        self._loading = LoadingState(self.tr("Mencari yang bertentangan"))
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        self._ready = QWidget()
        self._said = Notice("", Tone.OK)
        self._trouble = Notice("", Tone.WARN)
        self._gone = Notice(self.tr("Hal yang dicari tidak bertentangan lagi."), Tone.INFO)
        self._open, self._open_column = _card(self.tr("Perlu diselesaikan"))
        self._twice, self._twice_column = _card(self.tr("Sama, dicatat dua kali"))
        self._settled, self._settled_column = _card(self.tr("Sudah diselesaikan"))
        self._empty = EmptyState(
            self.tr("Tidak ada yang bertentangan"),
            self.tr("Bila dua laptop mencatat hal yang berbeda tentang satu keluarga, hal itu muncul di sini."),
            icon="circle-check",
        )
        self._empty.become_stop()
        column = Column(self._said, self._trouble, self._gone, gap=12, on=self._ready)
        column.put(Card(self._empty))
        column.put(self._open)
        column.put(self._twice)
        column.put(self._settled)
        column.put(None)
        self._tab_order = TabOrder(self, self._ready)
        self._pages = StackedPages()
        for page in (self._loading, self._ready, self._error):
            self._pages.addWidget(page)
        self.body.put(self._pages, 1)

    def show_state(self, state: PageState) -> None:
        """Show a state; lists that are the same stay as they are."""
        before, self._before = self._before, state
        held, nothing_held = self._held(), self._empty.focusProxy() is self.window().focusWidget()
        self._pages.setCurrentIndex({Stage.LOADING: 0, Stage.READY: 1, Stage.FAILED: 2}[state.stage])
        if state.problem is not None:
            told = state.problem
            self._error.set_words(told.title, told.safe, told.advice, told.action or self.tr("Coba lagi"))
        self._said.setVisible(bool(state.said))
        self._said.set_notice(state.said)
        self._gone.setVisible(state.gone)
        refusal = state.refusal if state.shown is None else None
        self._trouble.setVisible(refusal is not None)
        if refusal is not None:
            self._trouble.set_notice(" ".join(part for part in (refusal.title, refusal.advice) if part))
        holder = self._empty.parentWidget()
        if holder is not None:
            holder.setVisible(not state.lines and not state.twice)
        first = before.stage is not Stage.READY
        if first or (state.lines, state.more) != (before.lines, before.more):
            self._show_lines(state)
        if first or state.twice != before.twice:
            self._twice.setVisible(bool(state.twice))
            self._put_lines(self._twice_column, state.twice)
        if first or state.settled != before.settled:
            self._show_settled(state.settled)
        self._tab_order.follow()
        if self._came_early and state.stage is not Stage.LOADING:
            self._came_early = False
            QTimer.singleShot(0, self, self.focus_work)
        elif held and self._row(held[0]) is not held[1]:
            QTimer.singleShot(0, self, partial(self._hold_again, held[0]))
        elif nothing_held and not self._empty.isVisibleTo(self):
            QTimer.singleShot(0, self, self.focus_work)

    def _held(self) -> tuple[str, QWidget] | None:
        """The line that has the focus, by its key."""
        focus = self.window().focusWidget()
        rows = (pair for rows in self._rows.values() for pair in rows.items())
        return next(((key, row) for key, row in rows if row is focus), None)

    def _row(self, key: str) -> QWidget | None:
        return next((rows[key] for rows in self._rows.values() if key in rows), None)

    def _hold_again(self, key: str) -> None:
        """A line that was drawn anew has the focus again; in the place of one that is gone, the first that is there."""
        row = self._row(key)
        if row is not None:
            row.setFocus()
        else:
            self.focus_work()

    def focus_work(self) -> None:
        """The first thing to settle; as long as nothing is read yet, there is none. Where nothing is left, the words
        that say so: behind them stand the ways back, which an Enter too many would go."""
        self._came_early = self._before.stage is Stage.LOADING
        if self._before.stage is Stage.READY and not self._before.lines and not self._before.twice:
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._came_early:
            super().focus_work()

    def _show_lines(self, state: PageState) -> None:
        self._open.setVisible(bool(state.lines))
        self._put_lines(self._open_column, state.lines)
        if state.more:
            self._open_column.put(Text(self.tr("Dan %n lagi, muncul setelah yang di atas selesai.", "", state.more)))

    def _put_lines(self, column: Column, lines: tuple[tuple[str, WaitLine], ...]) -> None:
        column.clear()
        rows = self._rows[column] = {}
        for contest, line in lines:
            row = WaitRow(line)
            row.clicked.connect(partial(self.contest_opened.emit, contest))
            rows[contest] = row
            column.put(row)

    def _show_settled(self, settled: tuple[SettledLine, ...]) -> None:
        self._settled.setVisible(bool(settled))
        self._settled_column.clear()
        rows = self._rows[self._settled_column] = {}
        for at, line in enumerate(settled):
            if at:
                self._settled_column.put(Divider())
            row = _SettledRow(line)
            row.undo_button.clicked.connect(partial(self.undo_asked.emit, line.key, line.words))
            rows[line.key] = row.undo_button
            self._settled_column.put(row)


class _SettledRow(QWidget):
    """Something that was settled, with the way back."""

    def __init__(self, line: SettledLine) -> None:
        super().__init__()
        words = Column(Text(line.words, "medium"), Text(line.who, "small", "muted"), gap=1)
        if line.note:
            words.put(Text(line.note, "small"))
        self.undo_button = QuietButton(self.tr("Batalkan"), "undo-2")
        self.undo_button.setAccessibleName(self.tr("Batalkan: %1").replace("%1", line.words))
        self.undo_button.setVisible(line.may_undo)
        row = Turning(gap=8, margins=(8, 4, 8, 4), on=self)
        row.put(words, 1)
        row.put(self.undo_button)


def _card(title: str) -> tuple[Card, Column]:
    card, column = Card(margins=(12, 18, 12, 14)), Column(gap=4)
    card.setAccessibleName(title)
    holder = QWidget()
    Column(Text(title, "heading"), margins=(8, 0, 8, 0), on=holder)
    card.body.put(holder)
    card.body.put(column)
    return card, column
