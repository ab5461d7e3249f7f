"""Where the practice village lies and how its people are called (resources/practice/)."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

import msgspec

from app.shelf.place import resource
from app.shelf.typed import decode


class Village(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An invented village inside a real sub-district."""

    code: str
    name: str
    subdistrict: str
    district: str
    province: str


class _Pool(msgspec.Struct, forbid_unknown_fields=True):
    weight: int
    men: str
    women: str
    families: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    version: str
    source: str
    village: Village
    hamlets: list[str]
    birth_regions: list[str]
    birth_places: list[str]
    destinations: list[str]
    pools: list[_Pool]


class Often:
    """Words of which the first are far more frequent, as names are in a village."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._weights = list(accumulate(1 / (rank + 4) for rank in range(len(words))))

    def one(self, rng: Random) -> str:
        """One word by chance."""
        return rng.choices(self.words, cum_weights=self._weights)[0]


class Pool:
    """The names of one part of the people."""

    def __init__(self, pool: _Pool) -> None:
        self.men, self.women = Often(pool.men.split()), Often(pool.women.split())
        self.families = Often(pool.families.split())


class Place:
    """The village's surroundings and names, ready to draw from."""

    def __init__(self, file: _File) -> None:
        self.village = file.village
        self.hamlets = file.hamlets
        self.birth_regions = file.birth_regions
        self.birth_places = Often(file.birth_places)
        self.destinations = file.destinations
        self.pools = [Pool(pool) for pool in file.pools]
        self._weights = list(accumulate(pool.weight for pool in file.pools))

    def pool(self, rng: Random) -> Pool:
        """The names from which one family is called."""
        return rng.choices(self.pools, cum_weights=self._weights)[0]


def read_place(path: Path) -> Place:
    """The place that a file describes."""
    return Place(decode(path, _File))


@cache
def timor() -> Place:
    """The village that Balai ships with."""
    return read_place(resource("practice", "timor.json"))
