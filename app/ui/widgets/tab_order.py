"""Tab goes as the eye does: controls that come and go are visited in the order in which they are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


class TabOrder:
    """Keeps the tab order of what stands in `root`, after the control `before` it."""

    def __init__(self, before: QWidget, root: QWidget) -> None:
        self._before, self._root = before, root
        self._known: list[QWidget] = []

    def follow(self) -> None:
        """Order anew, if anything came or went."""
        stops = list(_stops(self._root))
        if stops != self._known:
            self._known = stops
            for one, other in pairwise([self._before, *stops]):
                QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Whatever can take the focus, hidden or not, from top to bottom."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner, deeper = (item.widget(), item.layout()) if item is not None else (None, None)
        if inner is not None:
            yield from _stops(inner)
        elif deeper is not None:
            yield from _laid_out(deeper)
