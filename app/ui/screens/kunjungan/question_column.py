"""The questions of one page, one below the other: lines that can be pressed, and one of them open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.kunjungan.controls import LineControl
from app.ui.screens.kunjungan.lines import QuestionRow
from app.ui.screens.kunjungan.panel import QuestionPanel
from app.ui.screens.kunjungan.photos import PhotoControl
from app.ui.screens.kunjungan.state import Asked, FormState
from app.ui.widgets import Column


class QuestionColumn(Column):
    """Shows the questions of a `FormState`; `panel` is the open one. Tells what the person does there."""

    edited = Signal(str, str)
    advanced = Signal()
    retreated = Signal()
    taken = Signal(str)
    put_off = Signal()
    pointed = Signal(str)
    photos_chosen = Signal(str, tuple)
    photo_removed = Signal(str, str)
    tile_made = Signal(object)
    opened = Signal()
    """Another question is open now."""
    focus_moved = Signal(QWidget)
    found_wrong = Signal(QWidget)
    """What is wrong with the answer is said there now."""

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.panel: QuestionPanel | None = None
        self._rows: dict[str, QuestionRow] = {}
        self._order: tuple[str, ...] = ()

    def show_questions(self, state: FormState, before: Asked | None, first: bool) -> None:
        """Show the questions of a state; `before` was open until now, `first` where the form itself was just opened."""
        asked = state.asked
        moved = (self.panel.path if self.panel is not None else "") != (asked.path if asked is not None else "")
        order = tuple(line.path for line in state.lines)
        for line in state.lines:
            row = self._rows.get(line.path)
            if row is None:
                row = self._rows[line.path] = QuestionRow(line.path)
                row.clicked.connect(partial(self._point, line.path))
                row.stepped.connect(partial(self._step_row, line.path))
            row.show_line(line)
        if moved:
            self._drop_panel()
            if asked is not None:
                self.panel = self._make_panel(asked)
                if first and isinstance(self.panel.control, LineControl):
                    self.panel.control.take_up()
        elif self.panel is not None and asked is not None:
            worse = bool(asked.error) and (before is None or asked.error != before.error)
            self.panel.show_asked(asked)
            if worse:
                self.found_wrong.emit(self.panel.error)
        if moved or order != self._order:
            self._lay(order)
        if moved and self.panel is not None:
            self.opened.emit()

    def clear(self) -> None:
        """Take all questions out; they are deleted."""
        self._drop_panel()
        super().clear()
        for row in self._rows.values():
            row.deleteLater()
        self._rows, self._order = {}, ()

    def _make_panel(self, asked: Asked) -> QuestionPanel:
        panel = QuestionPanel(asked)
        panel.edited.connect(self.edited)
        panel.advanced.connect(self.advanced)
        panel.retreated.connect(self.retreated)
        panel.taken.connect(self.taken)
        panel.put_off.connect(self.put_off)
        panel.focus_moved.connect(self.focus_moved)
        if isinstance(panel.control, PhotoControl):
            panel.control.files_chosen.connect(partial(self.photos_chosen.emit, asked.path))
            panel.control.photo_removed.connect(partial(self.photo_removed.emit, asked.path))
            panel.control.tile_made.connect(self.tile_made)
            panel.control.show_asked(asked)
        return panel

    def _lay(self, order: tuple[str, ...]) -> None:
        """Rows in their order, the open question in the place of its row."""
        self._order = order
        while self.count():
            # Not takeAt: the item would live on in Python, and Qt would go on telling it, not the new one, of sizes.
            self.removeWidget(self.itemAt(0).widget())
        for path in order:
            if self.panel is not None and path == self.panel.path:
                self.put(self.panel)
                self.panel.show()
            else:
                self.put(self._rows[path])
        # Only what stands in the page may be shown: a row without a parent would open as a window of its own. And the
        # page is laid out once, behind the last row, not behind each.
        self.setEnabled(False)
        for path, row in self._rows.items():
            row.setVisible(path in order and (self.panel is None or path != self.panel.path))
        self.setEnabled(True)
        self.invalidate()

    def _drop_panel(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.removeWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None

    def _point(self, path: str) -> None:
        self.pointed.emit(path)

    def _step_row(self, path: str, step: int) -> None:
        """An arrow key on a question that is not open: the line above or below, past the open one."""
        at = self._order.index(path) + step
        if 0 <= at < len(self._order):
            target = self._order[at]
            if self.panel is not None and target == self.panel.path:
                self.panel.focus_work()
            else:
                self._rows[target].setFocus(Qt.FocusReason.TabFocusReason)
                self.focus_moved.emit(self._rows[target])
