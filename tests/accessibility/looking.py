"""What a screen reader, a keyboard and an eye would find wrong in a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.table import RowTable
from app.ui.tasks import Tasks

SILENT: Final = frozenset(
    (
        QAccessible.Role.NoRole,
        QAccessible.Role.Client,
        QAccessible.Role.Pane,
        QAccessible.Role.Border,
        QAccessible.Role.Graphic,
    )
)
"""Roles of which a screen reader does not say what can be done with them."""


@dataclass
class Seen:
    """A window with the lanes behind it."""

    qtbot: QtBot
    tasks: Tasks
    window: QWidget

    def settle(self) -> None:
        """Until everything asked for is there and laid out."""
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.tasks.busy)
            QApplication.processEvents()
        before: list[QRect] = []

        def at_rest() -> bool:
            nonlocal before
            now = [widget.geometry() for widget in self.window.findChildren(QWidget)]
            same, before = now == before, now
            return same

        self.qtbot.waitUntil(at_rest)

    def show(self) -> None:
        """At the size of a small laptop."""
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()


def controls(window: QWidget) -> list[QWidget]:
    """What can be seen and reached by Tab; a composite leads on to its proxy."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def said(widget: QWidget) -> str:
    """For a message: what and where."""
    place: QWidget | None = widget
    names: list[str] = []
    while place is not None and len(names) < 4:
        names.append(type(place).__name__)
        place = place.parentWidget()
    return f"{'<'.join(names)} '{getattr(widget, 'text', str)()}'"


def unnamed(window: QWidget) -> list[str]:
    """Controls of which a screen reader could say nothing, or not what they are, also those that only arrows or the
    mouse come to; rows of a table without a sentence."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        control = (takes_focus and widget.isEnabled()) or isinstance(widget, QAbstractButton) or widget.isWindow()
        if widget.isVisible() and control:
            told = QAccessible.queryAccessibleInterface(widget)
            silent = told.role() in SILENT and not widget.isWindow()
            if silent or not told.text(QAccessible.Text.Name).strip():
                found.append(said(widget))
        if isinstance(widget, RowTable) and widget.isVisible():
            rows = (widget.rows.row(number) for number in range(widget.rows.rowCount()))
            found += [
                f"row {row.key} of {said(widget)}" for row in rows if row is not None and not row.sentence.strip()
            ]
    return found


def out_of_the_way_of_tab(seen: Seen) -> list[str]:
    """Controls that Tab never comes to before it is back where it began."""
    window = seen.window
    start = window.focusWidget() or window
    visited: list[QWidget] = []
    for _ in range(600):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is None or now in visited[:1] or (now is start and visited):
            break
        visited.append(now)
    else:
        return ["Tab does not come round"]
    reached = {id(widget) for widget in (*visited, start)}
    return [said(widget) for widget in controls(window) if id(widget) not in reached]


def out_of_reach(window: QWidget) -> list[str]:
    """Controls that lie outside the window, and that no scrolling would bring into it."""
    lost = []
    for widget in controls(window):
        area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        place = widget.parentWidget()
        while place is not None and place is not window:
            if isinstance(place, QAbstractScrollArea) and place is not widget:
                inside = place.viewport()
                contents = place.widget() if isinstance(place, QScrollArea) else inside
                where = QRect(widget.mapTo(contents, QPoint(0, 0)), widget.size()) if contents else area
                if contents is not None and contents.rect().contains(where.center()):
                    area = QRect(inside.mapTo(window, QPoint(0, 0)), inside.size())
            place = place.parentWidget()
        if not window.rect().intersects(area) or area.isEmpty():
            lost.append(said(widget))
    return lost


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons whose words need more room than they got."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel):
            tall = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            wide = widget.minimumSizeHint().width() if widget.wordWrap() else widget.sizeHint().width()
        else:
            needed = widget.minimumSizeHint()
            tall, wide = needed.height(), needed.width()
        if widget.height() < tall - 1 or widget.width() < wide - 1:
            found.append(f"{said(widget)} has {widget.width()}x{widget.height()}, needs {wide}x{tall}")
    return found
