"""Two laptops, a district and a stranger, for property tests (what they may do stands in `deeds`)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from app.domain.entry import Entry
from app.domain.ids import EntryId, PersonId
from app.domain.roster import Family, Roster
from app.usecases.ports import Actor
from tests.storage.laptops import (
    HandChain,
    Hands,
    Laptop,
    district,
    family,
)

HEAD = Actor(PersonId("villagehead1"), "Hasan Tolla", "head")
FAMILIES = 5


@contextmanager
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp())
    try:
        yield path
    finally:
        shutil.rmtree(path)


class World:
    """Two laptops that work apart and now and then meet, a district, and a stranger with a broken program."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.district = district()
        self.stranger = HandChain("strangeraaaa.1", "stranger0001", 7)
        self.bodies: dict[str, bytes] = {}
        self.lists: list[tuple[str, Roster]] = []
        self.turn = 1
        self.proposals: list[tuple[str, EntryId]] = []
        self.settlings: list[tuple[str, EntryId, str]] = []
        self.one = self._laptop("one", "laptopaaaaaa", replace(HEAD, person=PersonId("villagehead1")), 1)
        self.two = self._laptop("two", "laptopbbbbbb", Actor(PersonId("operator0002"), "Nur Bora", "operator"), 2)

    def _laptop(self, name: str, device: str, actor: Actor = HEAD, seed: int = 1) -> Laptop:
        laptop = Laptop(self.path / name, device, actor, seed, Hands())
        laptop.store.pin_district(self.district.public_key)
        return laptop

    def reader(self, name: str) -> Laptop:
        """A laptop that has written nothing."""
        return self._laptop(name, "")

    @property
    def laptops(self) -> tuple[Laptop, Laptop]:
        return self.one, self.two

    def step(self) -> int:
        self.turn += 3
        return self.turn

    def families(self) -> list[Family]:
        return [family(number) for number in range(FAMILIES)]

    def all_entries(self) -> list[list[Entry]]:
        """Every chain in its order."""
        chains = [self.district.entries, self.stranger.entries]
        chains += [
            [entry for entry in laptop.store.entries_after({}, 1 << 30) if entry.chain == laptop.chain]
            for laptop in self.laptops
        ]
        return [chain for chain in chains if chain]

    def all_bodies(self) -> list[tuple[str, bytes]]:
        found = dict(self.bodies)
        for laptop in self.laptops:
            found.update(laptop.bodies())
        return sorted(found.items())
