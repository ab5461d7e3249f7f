"""Pengaturan: people, look and language, the own password, the district, a newer list, wholeness, the laptop itself,
about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate
    from app.ui.screens.pengaturan.page import SettingsPage
    from app.ui.screens.pengaturan.state import Ends
    from app.ui.tasks import Tasks
    from app.usecases.desk import Desk, Preferences, PreferenceStore


def build(
    desk: Desk,
    tasks: Tasks,
    navigate: Navigate,
    preferences: PreferenceStore,
    apply: Callable[[Preferences], None],
    ends: Ends,
) -> SettingsPage:
    """The page of one unlocked laptop; ``open(section="impor")`` goes to a section. `apply` keeps and wears; `ends` is
    how the window lets go of a laptop that was handed over or is wiped."""
    from app.ui.screens.pengaturan.page import SettingsPage

    return SettingsPage(desk, tasks, navigate, preferences, apply, ends)
