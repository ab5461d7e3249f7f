"""Everything that the two windows of sticks show: saving a bundle, and reading some."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message
from app.ui.shown import Chip


class Stage(StrEnum):
    """What goes on."""

    LOOKING = "looking"
    READY = "ready"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    """There is nothing to choose: it says why."""


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A folder that is offered."""

    folder: str
    words: str


@dataclass(frozen=True, slots=True)
class Going:
    """How far it is."""

    step: str = ""
    amount: str = ""
    """How much of how much, in words."""
    share: float | None = None
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class SaveState:
    """A bundle before, while and after it is made."""

    stage: Stage = Stage.LOOKING
    for_laptops: bool = True
    photos: bool = True
    part_bytes: int = 0
    """0: one file."""
    district_load: str = ""
    """What a bundle for the district alone would hold, in words."""
    laptops_load: str = ""
    photo_load: str = ""
    size: str = ""
    """About how large it would be as it is chosen now."""
    nothing_new: bool = False
    places: tuple[PlaceShown, ...] = ()
    folder: str = ""
    going: Going = Going()
    files: tuple[str, ...] = ()
    """Names of the files that were made."""
    held: str = ""
    """What they hold, in words."""
    left_out: str = ""
    """What they do not hold though it was wanted, in words."""
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class BundleShown:
    """A bundle that lies in the folder."""

    path: str
    sender: str
    about: str
    """When it was made, its size, its parts."""
    status: Chip | None = None
    """Why it can or need not be taken; None where it can."""


@dataclass(frozen=True, slots=True)
class ReportShown:
    """What one bundle brought, or why it brought nothing."""

    title: str
    lines: tuple[str, ...]
    good: bool


@dataclass(frozen=True, slots=True)
class ReadState:
    """Bundles in a folder, and what came of those that were read."""

    stage: Stage = Stage.LOOKING
    places: tuple[PlaceShown, ...] = ()
    place: str = ""
    """The folder, or the file, that was looked into; empty before one was chosen."""
    bundles: tuple[BundleShown, ...] = ()
    """Those that can be taken, the newest first."""
    others: tuple[BundleShown, ...] = ()
    """Those that cannot, or need not, each with its reason."""
    chosen: tuple[str, ...] = ()
    strange: bool = False
    """Whether files lie beside them that could start by themselves."""
    going: Going = Going()
    reports: tuple[ReportShown, ...] = ()
    problem: Message | None = None
