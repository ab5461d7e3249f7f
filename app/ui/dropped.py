"""Files that somebody drags in from a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def files_of(event: QDropEvent) -> tuple[Path, ...]:
    """The files of this disk that are dragged; empty for words, links and the like."""
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())


def take_copy(event: QDropEvent) -> None:
    """Say yes to what is dragged, as a copy: a folder that was told "moved" would delete its file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
