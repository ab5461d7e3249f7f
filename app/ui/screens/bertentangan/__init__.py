"""Bertentangan: what several people told otherwise, side by side, and the choice that settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.bertentangan.page import ContestsPage
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


def build(desk: Desk, tasks: Tasks, navigate: Navigate) -> ContestsPage:
    """The page of one unlocked laptop."""
    from app.ui.screens.bertentangan.page import ContestsPage

    return ContestsPage(desk, tasks, navigate)
