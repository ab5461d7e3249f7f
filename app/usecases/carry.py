"""What is said of a bundle: before it is made, once it is on the stick, and after one was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.domain.errors import Problem
from app.domain.ids import EntryId

Cancelled = Callable[[], bool]
"""Asked now and then by long work: should it stop?"""


@dataclass(frozen=True, slots=True)
class Load:
    """What a bundle made now would hold."""

    entries: int
    photos: int
    word_bytes: int
    """About; the words alone."""
    photo_bytes: int


@dataclass(frozen=True, slots=True)
class Saved:
    """A bundle that lies in a folder and was read again there."""

    paths: tuple[Path, ...]
    """One file, or its parts in order."""
    entries: int
    photos: int
    size: int
    unreadable: int = 0
    """Photos that were left out because their files are damaged or gone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A bundle that lies in a folder, before anything of it is read."""

    path: Path
    """The file, or the first of its parts."""
    at_ms: int
    sender: str
    """The sender's name of the laptop where it is known, else empty."""
    own: bool
    """Whether this laptop made it."""
    size: int
    problem: str = ""
    """Code why this laptop cannot take it in, as far as its beginning tells; empty where it can."""
    missing_parts: tuple[int, ...] = ()
    """Places of parts that do not lie here."""
    parts: int = 1

    @property
    def for_us(self) -> bool:
        """Whether it can be taken in once all its parts are here."""
        return not self.problem


@dataclass(frozen=True, slots=True)
class Missing:
    """Entries of a laptop that the sender knows of and that did not come with the bundle."""

    laptop: str
    """The laptop's name."""
    entries: int
    written_at_ms: int = 0
    """When the sender wrote a bundle that holds the first of them; 0 where he does not know one."""
    by_district: bool = False
    """Whether the district wrote them, and `laptop` is its name."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a bundle brought."""

    sender: str
    at_ms: int
    entries: int
    """New ones."""
    known: int
    photos: int
    decisions: int
    receipts: tuple[str, ...] = ()
    """Numbers of the district's receipts that came with it."""
    list_month: str = ""
    missing: tuple[Missing, ...] = ()
    set_aside: tuple[tuple[EntryId, str], ...] = ()
    notices: tuple[str, ...] = ()
    """``clone_noticed``, ``hub_restored``, ``sender_revoked``."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a laptop in the room got from here."""

    entries: int = 0
    photos: int = 0
    unreadable: int = 0
    """Photos that it did not get because their files are damaged or gone."""


@dataclass(frozen=True, slots=True)
class Carrying:
    """How far it is, in bytes."""

    step: str
    """``gathering``, ``writing``, ``checking``, ``copying``, ``photos`` or ``words``."""
    done: int = 0
    total: int = 0


Told = Callable[[Carrying], None]


@dataclass(frozen=True, slots=True)
class DoorNews:
    """What happened at an open door."""

    laptop: str
    """The other laptop's name where it is known."""
    taken: Taken | None = None
    """What came, once the talk is over."""
    gave: Given = Given()
    problem: Problem | None = None
    """Why the talk was not held to its end."""
    closed: bool = False
    """Whether the door is closed for it: too many wrong codes, or a bug."""


class Door(Protocol):
    """This laptop receives; nothing listens once it is closed."""

    @property
    def code(self) -> str:
        """As it is shown: ``ABCD-EFGH``."""

    @property
    def addresses(self) -> Sequence[str]:
        """``192.168.43.17:51842``, for a laptop that does not find this one by itself."""

    def close(self) -> None:
        """Listen no more; a talk that is under way is cut, and what came whole stays."""


class Nearby(Protocol):
    """Exchanges with a laptop of the same village over its own network, without any internet."""

    def open(self, news: Callable[[DoorNews], None], told: Told) -> Door:
        """Listen until it is closed. Both are called on a thread of their own. Unavailable ``nearby_no_network``."""

    def meet(self, code: str, address: str, told: Told, cancelled: Cancelled) -> tuple[Taken, Given]:
        """Exchange with the laptop that shows `code`; what came, and what it got. It is looked for by itself where
        `address` is empty, or where none of the addresses in it (several, with blanks between) answers.

        Refused ``nearby_*`` and ``bundle_*``; Unavailable ``nearby_not_found``, ``nearby_busy``,
        ``nearby_cut``.
        """


class Sticks(Protocol):
    """Bundles in folders: on a stick, or wherever a messenger took them from."""

    def load(self, *, for_laptops: bool) -> Load:
        """What a bundle made now would hold; `for_laptops`: also what other laptops may lack."""

    def save(
        self,
        folder: Path,
        *,
        for_laptops: bool,
        photos: bool,
        part_bytes: int | None,
        told: Told,
        cancelled: Cancelled,
    ) -> Saved:
        """Write, flush, and read again. Unavailable ``stick_*``; then nothing half is left where that can be helped."""

    def find(self, place: Path) -> Sequence[Found]:
        """Bundles in a folder (and its folder ``Balai``), newest first; or the one that `place` is. Unavailable
        ``stick_*``, Refused ``bundle_unknown``."""

    def strange_files(self, place: Path) -> bool:
        """Whether files that could start by themselves lie beside the bundles; nobody opens them."""

    def take(self, path: Path, told: Told, cancelled: Cancelled) -> Taken:
        """Take one in, whole or not at all. Refused ``bundle_*``, Unavailable ``stick_*`` and ``disk_*``."""
