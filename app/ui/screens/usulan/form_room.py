"""How a long form takes its room: laid out once for many changes, none while it is not seen, the focus in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

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


class InSight(QObject):
    """Whatever has the focus in a page is seen: controls appear below the edge, Enter goes far, and what grows above
    the focus (a picture that has come) must not push it out of sight."""

    def __init__(self, page: QScrollArea, inside: QWidget, bring: Callable[[QWidget], None]) -> None:
        """`bring` scrolls to a widget of `inside` that has the focus, once everything has its place."""
        super().__init__(page)
        self._inside, self._bring = inside, bring
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow)
        page.widget().installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._soon.start()
        return False

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self._soon.start()

    def _follow(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._inside.isAncestorOf(focus):
            self._bring(focus)
