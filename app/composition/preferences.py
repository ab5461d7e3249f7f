"""Preferences in a small JSON file, because the lock screen needs them before anybody has unlocked anything."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from app.domain.errors import Unavailable
from app.storage.durable import disk_errors, write_whole
from app.usecases.desk import Preferences

_LANGUAGES: Final = ("id", "en")
_THEMES: Final = ("system", "light", "dark", "contrast")


class FilePreferences:
    """Reads and writes the preferences; a file that is torn or from another version counts as far as it makes sense.

    What was read or worn once is known from then on: only the first `load` and `save` touch the disk.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._worn: Preferences | None = None

    def load(self) -> Preferences:
        """What is worn, else what was kept; each value that makes no sense falls back to its default."""
        if self._worn is None:
            self._worn = self._read()
        return self._worn

    def wear(self, preferences: Preferences) -> None:
        """These hold from now on, whether or not the disk takes them."""
        self._worn = preferences

    def save(self, preferences: Preferences) -> None:
        """Keep them, whole or not at all. They are worn all the same, unless others have been put on since they were
        chosen. Unavailable ``preferences_not_kept``."""
        if self._worn is None:
            self._worn = preferences
        try:
            with disk_errors():
                self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps(asdict(preferences), indent=1).encode())
        except Unavailable as problem:
            raise Unavailable("preferences_not_kept", why=problem.code) from problem

    def _read(self) -> Preferences:
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return Preferences()
        return _sensible(kept) if isinstance(kept, dict) else Preferences()


def _sensible(kept: dict[str, object]) -> Preferences:
    found = Preferences()
    if kept.get("language") in _LANGUAGES:
        found = replace(found, language=str(kept["language"]))
    if kept.get("theme") in _THEMES:
        found = replace(found, theme=str(kept["theme"]))
    scale, idle = kept.get("scale"), kept.get("idle_minutes")
    if isinstance(scale, int | float) and 1.0 <= scale <= 2.0:
        found = replace(found, scale=float(scale))
    if isinstance(idle, int) and 1 <= idle <= 120:
        found = replace(found, idle_minutes=idle)
    return found
