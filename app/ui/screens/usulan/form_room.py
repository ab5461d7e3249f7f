"""How a long form takes its room: laid out once for many changes, and none while it is not seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.widgets import Card


@contextmanager
def laid_out_once(form: QWidget) -> Iterator[None]:
    """Many things shown and hidden inside cost one layout at the end and not one each."""
    layouts = [layout for holder in (form, *form.findChildren(Card)) if (layout := holder.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in reversed(layouts):
            layout.setEnabled(True)
            layout.invalidate()


class WhileSeen(QWidget):
    """Takes room while it is seen: a stack asks hidden pages too how high they would be."""

    def heightForWidth(self, width: int, /) -> int:
        return 0 if self.isHidden() else super().heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize() if self.isHidden() else super().minimumSizeHint()
