"""Mulai: the first start, and every further village: practise, a list from a file, or the district's code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.mulai.page import StartPage
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk, Intake, PreferenceStore
    from app.usecases.doors import Doors


def build(
    doors: Doors,
    intake: Intake,
    tasks: Tasks,
    preferences: PreferenceStore,
    opened: Callable[[Desk, tuple[str, ...]], None],
) -> StartPage:
    """The first start. `opened(desk, recovery words)` comes after the person wrote the words down; the page's
    signal `left` says that the person goes back to the lock screen."""
    from app.ui.screens.mulai.page import StartPage

    return StartPage(doors, intake, tasks, preferences, opened)
