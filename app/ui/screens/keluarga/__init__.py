"""Keluarga: find a family, see everything about it, go on to what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import FamiliesPage, Navigate
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


def build(desk: Desk, tasks: Tasks, navigate: Navigate) -> FamiliesPage:
    """The page of one unlocked laptop."""
    from app.ui.screens.keluarga.page import FamiliesPage

    return FamiliesPage(desk, tasks, navigate)
