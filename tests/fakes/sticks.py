"""Sticks in memory: what lies in each folder, and what comes of reading it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import Problem, Refused, Unavailable
from app.usecases.carry import Cancelled, Carrying, Found, Load, Saved, Taken, Told

FEW, MANY = Load(3, 1, 2_400, 41_000), Load(12, 2, 9_000, 82_000)


@dataclass
class FakeSticks:
    """Goes through its steps; folders that are not in `lying` are gone."""

    district: Load = FEW
    laptops: Load = MANY
    lying: dict[str, Sequence[Found]] = field(default_factory=dict)
    brings: dict[str, Taken | Problem] = field(default_factory=dict)
    """Path of a bundle -> what it brings."""
    strange: bool = False
    full: bool = False
    not_enrolled: bool = False
    during: Callable[[], None] = field(default=lambda: None)
    """Called in the middle of saving and of taking."""
    asked: list[tuple[str, bool, bool, int | None]] = field(default_factory=list)
    took: list[str] = field(default_factory=list)

    def load(self, *, for_laptops: bool) -> Load:
        """What a bundle would hold."""
        if self.not_enrolled:
            raise Refused("exchange_not_enrolled")
        return self.laptops if for_laptops else self.district

    def save(
        self, folder: Path, *, for_laptops: bool, photos: bool, part_bytes: int | None, told: Told, cancelled: Cancelled
    ) -> Saved:
        """Two steps; then it lies there."""
        self.asked.append((str(folder), for_laptops, photos, part_bytes))
        told(Carrying("writing", 5_000, 10_000))
        self.during()
        if cancelled():
            raise Refused("bundle_stopped")
        if self.full:
            raise Unavailable("stick_full")
        told(Carrying("checking", 10_000, 10_000))
        load = self.load(for_laptops=for_laptops)
        count = 1 if part_bytes is None else 2
        names = ["Balai.balai"] if count == 1 else [f"Balai-{n}dari2.balai" for n in (1, 2)]
        return Saved(tuple(folder / name for name in names), load.entries, load.photos if photos else 0, 50_000)

    def find(self, place: Path) -> Sequence[Found]:
        """What lies there."""
        if str(place) not in self.lying:
            raise Unavailable("stick_gone")
        return self.lying[str(place)]

    def strange_files(self, place: Path) -> bool:
        """As it was told."""
        return self.strange

    def take(self, path: Path, told: Told, cancelled: Cancelled) -> Taken:
        """What it brings, or its problem."""
        self.took.append(str(path))
        told(Carrying("copying", 1_000, 4_000))
        self.during()
        if cancelled():
            raise Refused("bundle_stopped")
        came = self.brings[str(path)]
        if isinstance(came, Problem):
            raise came
        return came
