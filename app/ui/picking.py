"""The windows of files and folders: how large they are, and those for a stick. They open, they never exec."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QSplitter, QTreeView, QWidget

from app.ui.folders import Place, folder_of, remember_stick, stick_folder
from app.ui.theme import theme

Picked = Callable[[Path], None]

_WIDTH: Final = 860
_HEIGHT: Final = 560
_PLACES: Final = 130
_COLUMN: Final = 84
"""At 100 %: how large the window is where the screen allows it, the places at its left, the narrowest column."""
_FRAME: Final = 40
"""Pixels of the screen that are left free around it."""
_KIND: Final = 2
"""The column of Qt's window that tells the kind of a file."""


def file_window(parent: QWidget, title: str, start: str) -> QFileDialog:
    """A window of files, gone once it is closed. Qt's own asks for one size whatever the size of the type."""
    dialog = QFileDialog(parent, title, start)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    px, screen = theme().px, parent.screen().availableSize()
    dialog.resize(min(px(_WIDTH), screen.width() - _FRAME), min(px(_HEIGHT), screen.height() - 2 * _FRAME))
    _give_columns_room(dialog)
    return dialog


def _give_columns_room(dialog: QFileDialog) -> None:
    """Qt's own window has columns of so many pixels; where the system has a window, nothing of it is found here."""
    for split in dialog.findChildren(QSplitter):
        split.setSizes([theme().px(_PLACES), dialog.width() - theme().px(_PLACES)])
    for tree in dialog.findChildren(QTreeView):
        head = tree.header()
        head.setMinimumSectionSize(theme().px(_COLUMN))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.setColumnHidden(_KIND, True)  # which kind may be chosen is said below; the names need the room


def pick_folder(parent: QWidget, title: str, picked: Picked) -> QFileDialog:
    """`picked` gets the folder; nothing happens where the person changes his mind."""
    dialog = _window(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)

    def take(name: str) -> None:
        remember_stick(name)
        picked(Path(name))

    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def pick_file(parent: QWidget, title: str, filters: list[str], picked: Picked) -> QFileDialog:
    """`picked` gets the file; `filters` as Qt writes them (``Words (*.ending)``)."""
    dialog = _window(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)

    def take(name: str) -> None:
        remember_stick(str(Path(name).parent))
        picked(Path(name))

    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def _window(parent: QWidget, title: str) -> QFileDialog:
    return file_window(parent, title, stick_folder() or folder_of(Place.DownloadLocation))
