"""Kunjungan: today's route through an RT, and the form that is filled in at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.screens.kunjungan.page import VisitPage
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


def build(desk: Desk, tasks: Tasks, navigate: Navigate) -> VisitPage:
    """The page of one unlocked laptop."""
    from app.ui.screens.kunjungan.page import VisitPage

    return VisitPage(desk, tasks, navigate)
