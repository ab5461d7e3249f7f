"""Kirim & terima: what waits, sending it, and what the district says it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.screens.kirim.page import ExchangePage
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk


def build(desk: Desk, tasks: Tasks, navigate: Navigate) -> ExchangePage:
    """The page of one unlocked laptop; ``open(send=True)`` sends at once."""
    from app.ui.screens.kirim.page import ExchangePage

    return ExchangePage(desk, tasks, navigate)
