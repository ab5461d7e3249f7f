"""What the window of one photo shows, in words ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PhotoStage(StrEnum):
    """What stands in the window."""

    OPENING = "opening"
    SHOWN = "shown"
    MISSING = "missing"
    """The file is not here; it may be fetched."""
    FETCHING = "fetching"
    BEYOND = "beyond"
    """It would pass the day's limit: somebody has to say so."""
    FAILED = "failed"
    NO_PICTURE = "no_picture"
    """The file is here and is no picture."""


@dataclass(frozen=True, slots=True)
class PhotoState:
    """One photo."""

    stage: PhotoStage = PhotoStage.OPENING
    image: object | None = None
    """A QImage as the reader made it."""
    words: str = ""
    offer: str = ""
    """What the act is called; empty where there is none."""
    share: float | None = None
    """How much is here while it is fetched; None while nothing came."""
    stopping: bool = False
