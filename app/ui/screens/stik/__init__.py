"""Sticks: two windows over Kirim & terima, one that saves a bundle and one that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.screens.stik.read_dialog import ReadDialog
    from app.ui.screens.stik.save_dialog import SaveDialog
    from app.ui.tasks import Tasks
    from app.usecases.carry import Sticks


def open_save(parent: QWidget, sticks: Sticks, tasks: Tasks) -> SaveDialog:
    """The window that saves to a stick, opened."""
    from app.ui.screens.stik.save_dialog import SaveDialog

    dialog = SaveDialog(parent, sticks, tasks)
    dialog.open()
    return dialog


def open_read(parent: QWidget, sticks: Sticks, tasks: Tasks) -> ReadDialog:
    """The window that reads from a stick, opened."""
    from app.ui.screens.stik.read_dialog import ReadDialog

    dialog = ReadDialog(parent, sticks, tasks)
    dialog.open()
    return dialog
