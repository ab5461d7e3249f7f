"""A long table on a page that is too low for it: one of the two scrolls to the eye, and the other goes along."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt

from app.ui.table.view import RowTable
from app.ui.widgets.page import ScrollColumn

_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class Rolling(QObject):
    """While the rows do not fit into the table, only it has a scroll bar, and what stands above rolls away with them.

    Where all rows fit, the page keeps its own bar. Wheel and keys reach everything either way: at its end the table
    hands the wheel on to the page.
    """

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)
        self._table = table
        self._page: ScrollColumn | None = None
        table.installEventFilter(self)
        table.verticalScrollBar().rangeChanged.connect(self._one_bar)
        table.verticalScrollBar().valueChanged.connect(self._go_along)
        table.row_chosen.connect(self._go_to_row)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._one_bar()
        return False

    def _one_bar(self) -> None:
        page = self._around()
        if page is not None:
            alone = self._table.isVisible() and self._table.verticalScrollBar().maximum() > 0
            page.setVerticalScrollBarPolicy(_NEVER if alone else _AS_NEEDED)

    def _go_along(self, rolled: int) -> None:
        page = self._around()
        if page is not None:
            bar = page.verticalScrollBar()
            bar.setValue(max(bar.value(), min(rolled, bar.maximum())))

    def _go_to_row(self) -> None:
        """Above the first row the head comes back; below it the page shows the table."""
        page, row = self._around(), self._table.currentIndex().row()
        if page is not None and page.verticalScrollBar().maximum() > 0:
            bar = page.verticalScrollBar()
            bar.setValue(bar.maximum() if row > 0 else bar.minimum())

    def _around(self) -> ScrollColumn | None:
        if self._page is None:
            around = self._table.parentWidget()
            while around is not None and not isinstance(around, ScrollColumn):
                around = around.parentWidget()
            self._page = around
        return self._page
