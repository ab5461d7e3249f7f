"""Perubahan daftar: this month's list beside the one before it, and why somebody is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.screens.perubahan.view import ChangesPage
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


def build(desk: Desk, tasks: Tasks, navigate: Navigate) -> ChangesPage:
    """The page of one unlocked laptop."""
    from app.ui.screens.perubahan.view import ChangesPage

    return ChangesPage(desk, tasks, navigate)
