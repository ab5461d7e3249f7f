"""The table on the screen: rows chosen as a whole, sorted by the header, driven by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.lanes import Run
from app.ui.shown import TableColumn, TableRow, Window
from app.ui.table.delegate import RowDelegate
from app.ui.table.model import WindowModel
from app.ui.theme import dress, theme


class RowTable(QTableView):
    """`row_chosen(key)` when the current row changes, `row_activated(key)` on Enter or double click,
    `sort_requested(column key, descending)` on a click on the header, `failed(Problem)` when rows cannot be read."""

    row_chosen = Signal(str)
    row_activated = Signal(str)
    sort_requested = Signal(str, bool)
    failed = Signal(object)

    def __init__(
        self,
        name: str,
        columns: tuple[TableColumn, ...],
        run: Run,
        rows_at_least: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._rows_at_least = columns, rows_at_least
        self._sort: tuple[str, bool] | None = None
        self._awaited = False
        self._quiet = False
        self.rows = WindowModel(columns, run, self)
        self._delegate = RowDelegate(columns, self)
        self.setAccessibleName(name)
        self._set_up()
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.rows.failed.connect(self.failed)
        self.rows.arrived.connect(self._arrived)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.horizontalHeader().sectionClicked.connect(self._header_clicked)
        self.clicked.connect(self._tell_quiet)
        self.doubleClicked.connect(self._activate)
        dress(self._restyle)

    def show_window(self, window: Window, current: str = "") -> None:
        """Show other rows from the top; `current` stays the current row if it is among the first."""
        self._awaited = self._quiet = False
        self._delegate.current_row = -1
        self.rows.show_window(window)
        number = self.rows.number_of(current) if current else None
        self.scrollToTop()
        if number is not None:
            self._go(number)
        elif window.count:
            self._quietly_go(0)

    def show_sort(self, key: str, descending: bool) -> None:
        """Show the arrow of the order that the rows are in."""
        self._sort = (key, descending)
        at = next((i for i, column in enumerate(self._columns) if column.key == key), -1)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(at >= 0)
        header.setSortIndicator(at, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    def current_key(self) -> str:
        """Which row is the current one, empty if none or not loaded yet."""
        row = self.rows.row(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return row.key if row is not None else ""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(self.rows.rowCount() - 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent, /) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self._ring(True)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._ring(False)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _restyle(self) -> None:
        worn = theme()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.verticalScrollBar().setSingleStep(self._delegate.row_height)
        self.horizontalHeader().setFont(worn.font("chip"))
        self.setMinimumHeight(worn.px(36) + self._delegate.row_height * self._rows_at_least)
        self._fit_columns()
        self.viewport().update()

    def _fit_columns(self) -> None:
        """Hide the least needed columns until the others fit, then give the rest to those that stretch."""
        room, em = self.viewport().width(), theme().em
        seen = set(range(len(self._columns)))
        for at in sorted(seen, key=lambda i: (self._columns[i].rank, i), reverse=True):
            if sum(self._columns[i].width * em for i in seen) <= room or self._columns[at].rank == 0:
                break
            seen.discard(at)
        stretching = [i for i in seen if self._columns[i].stretch] or [min(seen, default=0)]
        spare = max(0, room - round(sum(self._columns[i].width * em for i in seen)))
        for at, column in enumerate(self._columns):
            self.setColumnHidden(at, at not in seen)
            if at in seen:
                extra = spare // len(stretching) if at in stretching else 0
                self.setColumnWidth(at, round(column.width * em) + extra)
        self._delegate.first_column = min(seen, default=0)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._delegate.current_row = now.row()
        self._quiet = False
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        number = self.currentIndex().row()
        row = self.rows.row(number) if number >= 0 else None
        self._awaited = row is None and number >= 0
        if row is not None:
            self.row_chosen.emit(row.key)

    def _arrived(self) -> None:
        if self._awaited:
            self._tell()

    def _activate(self, index: QModelIndex) -> None:
        row: TableRow | None = self.rows.row(index.row()) if index.isValid() else None
        if row is not None:
            self.row_activated.emit(row.key)

    def _header_clicked(self, section: int) -> None:
        column = self._columns[section]
        if column.sortable:
            same = self._sort is not None and self._sort[0] == column.key
            self.sort_requested.emit(column.key, bool(same and self._sort and not self._sort[1]))

    def _go(self, number: int) -> None:
        if 0 <= number < self.rows.rowCount():
            index = self.rows.index(number, self._delegate.first_column)
            self.setCurrentIndex(index)
            self._tell_quiet(index)

    def _quietly_go(self, number: int) -> None:
        """Make a row current without choosing it, so that the first arrow key goes on from there."""
        index = self.rows.index(number, self._delegate.first_column)
        selection = self.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.blockSignals(False)
        self._delegate.current_row = number
        self._quiet = True

    def _tell_quiet(self, index: QModelIndex) -> None:
        """Who presses the row that is current without having been chosen chooses it."""
        if self._quiet and index.row() == self.currentIndex().row():
            self._quiet = False
            self.selectionModel().select(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            )
            self._tell()

    def _hover(self, number: int) -> None:
        if number != self._delegate.hovered:
            self._delegate.hovered = number
            self.viewport().update()

    def _ring(self, shown: bool) -> None:
        self._delegate.ring_shown = shown
        self.viewport().update()
