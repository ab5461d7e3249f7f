"""The table's model: windows of 128 rows, the latest kept, missing ones fetched in the DISK lane."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run
from app.ui.shown import EMPTY, PAGE, TableColumn, TableRow, Window
from app.ui.theme import theme

KEPT_PAGES: Final = 24
WANTED_AT_MOST: Final = 3
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)

AnyIndex = QModelIndex | QPersistentModelIndex


class WindowModel(QAbstractTableModel):
    """Rows by number; a row that is not here yet is None and is asked for behind the scenes."""

    failed = Signal(object)
    arrived = Signal()

    def __init__(self, columns: tuple[TableColumn, ...], run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._run = run
        self._window = EMPTY
        self._pages: OrderedDict[int, tuple[TableRow, ...]] = OrderedDict()
        self._wanted: list[int] = []
        self._asked: int | None = None
        self._loading_words = self.tr("Sedang dimuat")
        self._ask_timer = QTimer(self)
        self._ask_timer.setSingleShot(True)
        self._ask_timer.setInterval(0)
        self._ask_timer.timeout.connect(self._ask)

    def show_window(self, window: Window) -> None:
        """Other rows; what is still on its way for the rows before is dropped when it comes."""
        self.beginResetModel()
        self._window = window
        self._pages.clear()
        self._wanted.clear()
        self._asked = None
        if window.first:
            self._pages[0] = window.first[:PAGE]
        self.endResetModel()

    def row(self, number: int) -> TableRow | None:
        """A row if it is here; else it is put on the list of those to be fetched."""
        page, at = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None or at >= len(rows):
            if 0 <= number < self._window.count and (rows is None or len(rows) < PAGE):
                self._want(page)
            return None
        self._pages.move_to_end(page)
        return rows[at]

    def number_of(self, key: str) -> int | None:
        """Where a row stands, if it is among those that are here."""
        for page, rows in self._pages.items():
            for at, row in enumerate(rows):
                if row.key == key:
                    return page * PAGE + at
        return None

    def rowCount(self, parent: AnyIndex | None = None, /) -> int:
        return 0 if parent is not None and parent.isValid() else self._window.count

    def columnCount(self, parent: AnyIndex | None = None, /) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            return self._loading_words
        cell = row.cells[index.column()]
        words = cell.chip.words if cell.chip is not None else cell.text
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        return row.sentence if index.column() == 0 else f"{words} {cell.second}".strip()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.FontRole:
            return theme().font("chip")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _want(self, page: int) -> None:
        if page == self._asked:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-WANTED_AT_MOST]  # whoever scrolls fast wants what is on the screen, not what flew by
        if self._asked is None:
            self._ask_timer.start()

    def _ask(self) -> None:
        if self._asked is not None or not self._wanted:
            return
        page = self._asked = self._wanted.pop()
        window = self._window
        self._run(
            Lane.DISK,
            partial(_fetch, window, page),
            partial(self._take, window, page),
            partial(self._give_up, window),
        )

    def _take(self, window: Window, page: int, rows: tuple[TableRow, ...]) -> None:
        if window is not self._window:
            return
        self._asked = None
        self._pages[page] = rows
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        if rows:
            last = self.index(page * PAGE + len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(page * PAGE, 0), last)
        self.arrived.emit()
        self._ask()

    def _give_up(self, window: Window, problem: Problem) -> None:
        if window is self._window:
            self._asked = None
            self._wanted.clear()
            self.failed.emit(problem)


_ROLES: Final = frozenset((ROW_ROLE, int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)))


def _fetch(window: Window, page: int) -> tuple[TableRow, ...]:
    rows: Sequence[TableRow] = window.fetch(page * PAGE, min(PAGE, window.count - page * PAGE))
    return tuple(rows)
