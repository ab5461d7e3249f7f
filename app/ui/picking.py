"""Windows in which a folder or a file on a stick is picked; they open, they never exec."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.folders import Place, folder_of, remember_stick, stick_folder

Picked = Callable[[Path], None]


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
    dialog = QFileDialog(parent, title, stick_folder() or folder_of(Place.DownloadLocation))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
