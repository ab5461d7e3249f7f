"""Usulan: what the village asks of the district, what was answered, and the forms that ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.screens.usulan.page import ProposalsPage
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


def build(desk: Desk, tasks: Tasks, navigate: Navigate) -> ProposalsPage:
    """The page of one unlocked laptop."""
    from app.ui.screens.usulan.page import ProposalsPage

    return ProposalsPage(desk, tasks, navigate)
