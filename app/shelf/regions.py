"""The places of Indonesia from resources/regions/: today's list, and older codes that NIKs and KKs keep.

Reading is lazy: the codes of the sub-districts come first (a few milliseconds), the villages of a province only when
one of them is asked for.
"""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path

from app.domain.region import SUBDISTRICT, VILLAGE, Region
from app.shelf.place import resource


class Regions:
    """The region lists of one folder; keeps what it has read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._upper: dict[str, str] | None = None
        self._former: dict[str, str] | None = None
        self._villages: dict[str, dict[str, str]] = {}

    def knows_prefix(self, prefix: str) -> bool:
        """Whether NIKs or KKs with these six digits were ever issued: today's sub-districts and the vanished ones."""
        return len(prefix) == SUBDISTRICT and (prefix in self._today() or prefix in self._gone())

    def name(self, code: str) -> str:
        """The name of a place of today's list at any level, empty when today's list has it not."""
        if len(code) == VILLAGE:
            return self._villages_of(code[:2]).get(code, "")
        return self._today().get(code, "")

    def children(self, code: str = "") -> tuple[Region, ...]:
        """The places one level below (the provinces for an empty code), in the order of their codes."""
        if len(code) == SUBDISTRICT:
            places, length = self._villages_of(code[:2]), VILLAGE
        else:
            places, length = self._today(), len(code) + 2
        return tuple(
            Region(child, name) for child, name in places.items() if len(child) == length and child.startswith(code)
        )

    def _today(self) -> dict[str, str]:
        if self._upper is None:
            self._upper = _read(self._folder / "upper.txt.xz")
        return self._upper

    def _gone(self) -> dict[str, str]:
        if self._former is None:
            self._former = _read(self._folder / "former.txt.xz")
        return self._former

    def _villages_of(self, province: str) -> dict[str, str]:
        if province not in self._villages:
            known = province in self._today()
            path = self._folder / "villages" / f"{province}.txt.xz"
            self._villages[province] = _read(path) if known else {}
        return self._villages[province]


def _read(path: Path) -> dict[str, str]:
    lines = lzma.decompress(path.read_bytes()).decode().split("\n")
    return {fields[0]: fields[1] for fields in (line.split("\t") for line in lines)}


@cache
def load_regions() -> Regions:
    """The regions that ship with Balai."""
    return Regions(resource("regions"))
