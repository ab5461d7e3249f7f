"""Beranda: how far the month's work is, what waits and for whom, and what closes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.beranda.view import HomePage
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


def build(desk: Desk, tasks: Tasks, navigate: Navigate) -> HomePage:
    """The page of one unlocked laptop."""
    from app.ui.screens.beranda.view import HomePage

    return HomePage(desk, tasks, navigate)
