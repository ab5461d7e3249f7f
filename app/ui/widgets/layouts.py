"""Layouts that keep their gaps and margins at every scale: screens say lengths at 100 % and never count pixels."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QGridLayout, QLayout, QLayoutItem, QWidget

from app.ui.theme import dress, theme
from app.ui.widgets.together import put_together

Margins = tuple[float, float, float, float]


class Line(QBoxLayout):
    """Widgets in a line; `gap` and `margins` (left, top, right, bottom) at 100 %."""

    way = QBoxLayout.Direction.LeftToRight

    def __init__(
        self,
        *items: QWidget | QLayout | None,
        gap: float = 8,
        margins: Margins = (0, 0, 0, 0),
        on: QWidget | None = None,
    ) -> None:
        super().__init__(self.way)
        self._gap, self._margins = gap, margins
        if on is not None:
            on.setLayout(self)
        for item in items:
            self.put(item)
        dress(self._restyle)

    def put(self, item: QWidget | QLayout | None, stretch: int = 0) -> None:
        """Append a widget or a layout; None is a spring that takes what is left."""
        if item is None:
            self.addStretch(1)
        elif isinstance(item, QLayout):
            put_together(self, item, partial(self.addLayout, item, stretch))
        else:
            put_together(self, item, partial(self.addWidget, item, stretch))

    def set_gap(self, gap: float) -> None:
        """Another gap."""
        self._gap = gap
        self._restyle()

    def set_margins(self, margins: Margins) -> None:
        """Other margins."""
        self._margins = margins
        self._restyle()

    def clear(self) -> None:
        """Take everything out; the widgets are deleted."""
        empty(self)

    def _restyle(self) -> None:
        px = theme().px
        self.setSpacing(px(self._gap))
        left, top, right, bottom = self._margins
        self.setContentsMargins(px(left), px(top), px(right), px(bottom))


class Row(Line):
    """Side by side."""


class Column(Line):
    """One below the other."""

    way = QBoxLayout.Direction.TopToBottom


class Turning(Row):
    """A row that becomes a column when its holder calls `turn(narrow)`."""

    def turn(self, narrow: bool) -> None:
        """Column when narrow, row otherwise."""
        self.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class Flow(QLayout):
    """Widgets side by side that wrap to a new line instead of being cut off."""

    def __init__(self, *items: QWidget, gap: float = 8, on: QWidget | None = None) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        if on is not None:
            on.setLayout(self)
        for item in items:
            self.addWidget(item)
        dress(self._restyle)

    def clear(self) -> None:
        """Take everything out; the widgets are deleted."""
        empty(self)

    def addWidget(self, widget: QWidget, /) -> None:
        put_together(self, widget, partial(super().addWidget, widget))

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:  # type: ignore[override]  # Qt asks past the end
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._lay(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._lay(rect, place=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _lay(self, rect: QRect, place: bool) -> int:
        x, y, tallest, gap = rect.x(), rect.y(), 0, self.spacing()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), item.minimumSize().width()), 16_777_215))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, tallest = rect.x(), y + tallest + gap, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + gap
            tallest = max(tallest, size.height())
        return y + tallest - rect.y()

    def _restyle(self) -> None:
        self.setSpacing(theme().px(self._gap))


class Form(QFormLayout):
    """Labels beside controls, label above control when the line is too short."""

    def __init__(self, gap: float = 12, on: QWidget | None = None) -> None:
        super().__init__()
        self._gap = gap
        if on is not None:
            on.setLayout(self)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        dress(self._restyle)

    def _restyle(self) -> None:
        px = theme().px
        self.setVerticalSpacing(px(self._gap))
        self.setHorizontalSpacing(px(16))
        self.setContentsMargins(0, 0, 0, 0)


class Tiles(QWidget):
    """Widgets of equal width in as many columns as fit, `most` at most (0 = any); each at least `width` wide."""

    def __init__(
        self, *tiles: QWidget, width: float = 260, gap: float = 12, most: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._width, self._gap, self._most, self._columns = width, gap, most, 0
        self._tiles: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_tiles(*tiles)
        dress(self._restyle)

    def set_tiles(self, *tiles: QWidget) -> None:
        """Other tiles; the old ones are deleted."""
        empty(self._grid)
        self._tiles = list(tiles)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        widest = max((tile.minimumSizeHint().width() for tile in self._tiles), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        gap = theme().px(self._gap)
        fitting = (self.width() + gap) // (theme().px(self._width) + gap)
        columns = max(1, min(fitting, len(self._tiles), self._most or len(self._tiles)))
        if columns == self._columns:
            return
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // columns, at % columns)

    def _restyle(self) -> None:
        self._grid.setSpacing(theme().px(self._gap))
        self._columns = 0
        self._arrange()


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; widgets are hidden at once and deleted soon."""
    while layout.count():
        item = layout.takeAt(0)
        widget: QWidget | None = item.widget()
        inner: QLayout | None = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
            inner.deleteLater()
