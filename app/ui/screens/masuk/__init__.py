"""Masuk: the lock screen. Everything that it needs is light: it is the first thing that a cold start paints."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.masuk.page import LockPage
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk, PreferenceStore
    from app.usecases.doors import Doors
    from app.usecases.enrolling import WaitingVillage


def build(
    doors: Doors,
    tasks: Tasks,
    preferences: PreferenceStore,
    unlocked: Callable[[Desk], None],
    go: Callable[[str], None],
    waiting: Callable[[WaitingVillage], None],
) -> LockPage:
    """The lock screen; `unlocked(desk)` when somebody came in, `go("mulai")` when another village is wanted,
    `waiting(store)` when somebody unlocked a store that waits for its district's answer."""
    from app.ui.screens.masuk.page import LockPage

    return LockPage(doors, tasks, preferences, unlocked, go, waiting)
