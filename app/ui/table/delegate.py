"""Paints a cell: two lines or a chip, the chosen row in the soft accent, the current one in the focus ring."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from app.ui.chips import chip_pixmap, chip_within
from app.ui.shown import Cell, Chip, TableColumn, TableRow
from app.ui.theme import Theme, dress, theme
from app.ui.wording import unbroken

ROW_HEIGHT, TALL_ROW = 48, 66
LARGE = 1.5
"""From this size of type on, columns are too narrow for many a name: it may take two lines in every table."""
_AIR = 8
_ROW = int(Qt.ItemDataRole.UserRole)


class _Brushes:
    """Everything of a theme that a cell needs, looked up once."""

    def __init__(self, worn: Theme, tall: bool) -> None:
        colour = worn.colour
        self.text, self.muted, self.border = colour("text"), colour("muted"), colour("border")
        self.hover, self.soft, self.on_soft = colour("hover"), colour("primary_soft"), colour("on_soft")
        self.primary, self.focus, self.idle = colour("primary"), colour("focus"), colour("idle_bg")
        self.body, self.strong, self.small = worn.font("body"), worn.font("strong"), worn.font("small")
        self.body_metrics, self.strong_metrics = worn.metrics("body"), worn.metrics("strong")
        self.small_metrics = worn.metrics("small")
        self.line, self.ring, self.bar, self.side = worn.px(1), worn.px(2), worn.px(4), worn.px(12)
        self.wraps = worn.scale >= LARGE
        name, low, air = self.strong_metrics.height(), self.small_metrics.height(), worn.px(_AIR)
        needed = 2 * name + 2 * low + air if tall else 2 * name + low + air if self.wraps else 0
        self.height = max(worn.px(TALL_ROW if tall else ROW_HEIGHT), needed)


class RowDelegate(QStyledItemDelegate):
    """One for the whole table; `hovered` is set by the view."""

    def __init__(self, columns: tuple[TableColumn, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self.hovered = -1
        self.first_column = 0
        self.ring_shown = False
        self.current_row = -1
        dress(self._restyle)

    @property
    def row_height(self) -> int:
        """Pixels of one row."""
        return self._b.height

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        return QSize(0, self._b.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        b = self._b
        number, column = index.row(), index.column()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave out the fields of style options
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # as above
        self._ground(painter, rect, number, column, chosen)
        row = index.data(_ROW)
        area = rect.adjusted(b.side, 0, -b.side, 0)
        if isinstance(row, TableRow):
            self._cell(painter, area, row.cells[column], self._columns[column], chosen)
        else:
            painter.fillRect(QRect(area.x(), area.center().y() - b.bar, area.width() * 2 // 3, b.bar * 2), b.idle)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> bool:
        """What does not fit into its cell is told whole where the mouse rests on it."""
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave out the fields of style options
        words = self.cut_words(index, rect.width())
        QToolTip.showText(event.globalPos(), words, view)  # hides the one before where there are none
        return bool(words)

    def cut_words(self, index: QModelIndex | QPersistentModelIndex, width: int) -> str:
        """All that a cell of so many pixels says, where some of it is cut off; empty where it is seen whole."""
        row = index.data(_ROW)
        if not isinstance(row, TableRow):
            return ""
        b, cell, column = self._b, row.cells[index.column()], self._columns[index.column()]
        room = width - 2 * b.side
        if cell.chip is not None:
            chip = chip_pixmap(cell.chip)
            cut = chip.width() > room * chip.devicePixelRatio() or b.small_metrics.horizontalAdvance(cell.second) > room
            return " · ".join(filter(None, (cell.chip.words, cell.second))) if cut else ""
        lines, metrics, below = self._lines(cell, column, room)
        cut = any(metrics.horizontalAdvance(line) > room for line in lines)
        cut = cut or any(b.small_metrics.horizontalAdvance(line) > room for line in below)
        return "\n".join(filter(None, (cell.text, cell.second))) if cut else ""

    def _lines(
        self, cell: Cell, column: TableColumn, width: int
    ) -> tuple[tuple[str, ...], QFontMetrics, tuple[str, ...]]:
        """The lines of its words with their metrics, and those of the second, smaller ones."""
        b = self._b
        metrics = b.strong_metrics if column.strong else b.body_metrics
        may_wrap = column.tall or (column.strong and b.wraps)
        lines = two_lines(cell.text, metrics, width) if may_wrap else (cell.text,)
        below = two_lines(cell.second, b.small_metrics, width) if column.tall else (cell.second,)
        return lines, metrics, below

    def _ground(self, painter: QPainter, rect: QRect, number: int, column: int, chosen: bool) -> None:
        b = self._b
        if chosen:
            painter.fillRect(rect, b.soft)
        elif number == self.hovered:
            painter.fillRect(rect, b.hover)
        painter.fillRect(rect.x(), rect.bottom() - b.line + 1, rect.width(), b.line, b.border)
        if chosen and column == self.first_column:
            painter.fillRect(rect.x(), rect.y(), b.bar, rect.height(), b.primary)
        if self.ring_shown and number == self.current_row:
            painter.fillRect(rect.x(), rect.y(), rect.width(), b.ring, b.focus)
            painter.fillRect(rect.x(), rect.bottom() - b.ring + 1, rect.width(), b.ring, b.focus)

    def _cell(self, painter: QPainter, area: QRect, cell: Cell, column: TableColumn, chosen: bool) -> None:
        b = self._b
        if cell.chip is not None:
            self._chip(painter, area, cell.chip, cell.second, chosen)
            return
        font = b.strong if column.strong else b.body
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        ink = b.muted if cell.muted else b.text
        lines, metrics, below = self._lines(cell, column, area.width())
        high, low = metrics.height(), b.small_metrics.height()
        top = area.y() + (area.height() - high * len(lines) - (low * len(below) if cell.second else 0)) // 2
        for line in lines:
            self._words(painter, QRect(area.x(), top, area.width(), high), line, font, metrics, ink, side)
            top += high
        for line in below if cell.second else ():
            ink = b.on_soft if chosen else b.muted
            self._words(painter, QRect(area.x(), top, area.width(), low), line, b.small, b.small_metrics, ink, side)
            top += low

    def _chip(self, painter: QPainter, area: QRect, told: Chip, second: str, chosen: bool) -> None:
        b = self._b
        chip = chip_pixmap(told)
        if chip.width() > area.width() * chip.devicePixelRatio():
            chip = chip_pixmap(chip_within(told, area.width()))
        height = round(chip.height() / chip.devicePixelRatio())
        low = b.small_metrics.height() if second else 0
        top = area.y() + (area.height() - height - low) // 2
        painter.save()
        painter.setClipRect(area)
        painter.drawPixmap(area.x(), top, chip)
        painter.restore()
        if second:
            ink, below = b.on_soft if chosen else b.muted, QRect(area.x(), top + height, area.width(), low)
            self._words(painter, below, second, b.small, b.small_metrics, ink, Qt.AlignmentFlag.AlignLeft)

    def _words(
        self,
        painter: QPainter,
        area: QRect,
        words: str,
        font: QFont,
        metrics: QFontMetrics,
        ink: QColor,
        side: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, fitting)

    def _restyle(self) -> None:
        self._b = _Brushes(theme(), any(column.tall for column in self._columns))


def two_lines(words: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """Words on one line where they fit, else on two, parted at a space; a single long word is not parted."""
    if metrics.horizontalAdvance(words) <= width:
        return (words,)
    parts = unbroken(words).split(" ")
    for taken in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:taken])
        if taken == 1 or metrics.horizontalAdvance(first) <= width:
            return (first, " ".join(parts[taken:]))
    return (words,)
