"""What the key of the practice village shows, in words ready to read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlantedShown:
    """One planted error."""

    family: str
    """Which family it opens; empty for one that the list has left out."""
    title: str
    truth: str


@dataclass(frozen=True, slots=True)
class LessonShown:
    """One kind of error with all its places."""

    kind: str
    title: str
    lesson: str
    planted: tuple[PlantedShown, ...]
