"""Impor: a list comes in: which file, what its columns are, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.impor.page import ImportPage
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


def build(desk: Desk, tasks: Tasks, navigate: Navigate) -> ImportPage:
    """The page that brings a newer list into the village that is open."""
    from app.ui.screens.impor.page import ImportPage

    return ImportPage(desk, tasks, navigate)
