"""Files dragged in from a folder, as the window system tells a window of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QWidget

ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(paths: Sequence[Path]) -> QMimeData:
    """What a folder's window hands over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def words(text: str) -> QMimeData:
    """Words dragged out of a page."""
    data = QMimeData()
    data.setText(text)
    return data


def drag(target: QWidget, data: QMimeData) -> bool:
    """Drag over the middle of a widget and away again; whether the window said that it would take it there."""
    taken = _drag_over(target, data) is not None
    _leave(target)
    return taken


def drop(target: QWidget, data: QMimeData) -> Qt.DropAction:
    """Let go over the middle of a widget, as a folder that would rather move its files; what the folder is told."""
    proposed = _drag_over(target, data)
    if proposed is None:
        _leave(target)
        return Qt.DropAction.IgnoreAction
    event = QDropEvent(QPointF(_middle(target)), ACTIONS, data, LEFT, NONE)
    event.setDropAction(Qt.DropAction.MoveAction)
    QCoreApplication.sendEvent(_window(target), event)
    return event.dropAction() if event.isAccepted() else Qt.DropAction.IgnoreAction


def _drag_over(target: QWidget, data: QMimeData) -> Qt.DropAction | None:
    """What the window would do with it there, None where it would not take it."""
    window, at = _window(target), _middle(target)
    enter = QDragEnterEvent(at, ACTIONS, data, LEFT, NONE)
    enter.setDropAction(Qt.DropAction.MoveAction)
    enter.ignore()
    QCoreApplication.sendEvent(window, enter)
    move = QDragMoveEvent(at, ACTIONS, data, LEFT, NONE)
    move.setDropAction(enter.dropAction())
    move.setAccepted(enter.isAccepted())
    QCoreApplication.sendEvent(window, move)
    return move.dropAction() if move.isAccepted() else None


def _leave(target: QWidget) -> None:
    """Qt keeps the widget under a drag until it leaves."""
    QCoreApplication.sendEvent(_window(target), QDragLeaveEvent())


def _window(target: QWidget) -> QWindow:
    found = target.window().windowHandle()
    assert found is not None
    return found


def _middle(target: QWidget) -> QPoint:
    assert target.isVisible()
    return target.mapTo(target.window(), target.rect().center())
