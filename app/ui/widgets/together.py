"""Shows widgets that were put into a layout one after another together, so that the window is laid out once.

Left to itself Qt shows every widget that is put into a visible place by a call of its own, and each of these calls lays
out all that stands above the widget: sixty rows of a list cost sixty layouts of the whole page in one go of the UI
thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid

_SAID = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def put_together(layout: QLayout, item: QWidget | QLayout, put: Callable[[], None]) -> None:
    """`put` the item into the layout; what Qt would then show by itself is shown with all that is put in meanwhile."""
    holder = layout.parentWidget()
    if holder is None or not holder.isVisible():
        put()
        return
    fresh = [widget for widget in _widgets(item) if widget.isHidden() and not widget.testAttribute(_SAID)]
    for widget in fresh:  # as if somebody had hidden it: then Qt leaves it alone
        widget.setAttribute(_SAID, True)
    put()
    for widget in fresh:
        widget.setAttribute(_SAID, False)
    _showing().wait(fresh)


def _widgets(item: QWidget | QLayout) -> Iterator[QWidget]:
    if isinstance(item, QWidget):
        yield item
        return
    for at in range(item.count()):
        inner = item.itemAt(at)
        one: QWidget | QLayout | None = inner.widget() or inner.layout() if inner is not None else None
        if one is not None:
            yield from _widgets(one)


class _Showing(QObject):
    """Those that wait to be shown, until the loop comes round."""

    _asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[QWidget] = []
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def wait(self, fresh: list[QWidget]) -> None:
        """Show these too, soon."""
        if fresh and not self._waiting:
            self._asked.emit()
        self._waiting += fresh

    def _show(self) -> None:
        waiting, self._waiting = self._waiting, []
        # Whoever was shown or hidden meanwhile, taken out or deleted stays as he is.
        waiting = [one for one in waiting if isValid(one) and one.isHidden() and not one.testAttribute(_SAID)]
        waiting = [one for one in waiting if one.parentWidget() is not None]
        above: dict[QLayout, None] = {}
        for holder in {one.parentWidget(): None for one in waiting}:
            above |= dict.fromkeys(_above(holder))
        for layout in above:
            layout.setEnabled(False)
        for one in waiting:
            one.setVisible(True)
        for layout in above:
            layout.setEnabled(True)
        for layout in above:
            layout.activate()


def _above(holder: QWidget | None) -> Iterator[QLayout]:
    """The layouts of a widget and of all in which it stands, from within."""
    while holder is not None:
        layout = holder.layout()
        if layout is not None and layout.isEnabled():
            yield layout
        holder = None if holder.isWindow() else holder.parentWidget()


@cache
def _showing() -> _Showing:
    return _Showing()
