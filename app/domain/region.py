"""Region codes of the interior ministry: province (2 digits), district (4), sub-district (6), village (10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

PROVINCE, DISTRICT, SUBDISTRICT, VILLAGE = 2, 4, 6, 10
LEVELS = (PROVINCE, DISTRICT, SUBDISTRICT, VILLAGE)


@dataclass(frozen=True, slots=True)
class Region:
    """One place of today's list."""

    code: str
    name: str

    @property
    def level(self) -> int:
        """The number of digits of its code, one of LEVELS."""
        return len(self.code)


class RegionBook(Protocol):
    """What the checks ask about places; the shelf keeps the real one."""

    def knows_prefix(self, prefix: str) -> bool:
        """Whether a sub-district with this code exists, or did when NIKs were issued there."""
        ...

    def name(self, code: str) -> str:
        """The name today's list gives a code of any level; empty when today's list has it not."""
        ...


def plain_code(text: str) -> str:
    """A region code without dots and blanks (``53.21.10.2001`` and ``5321102001`` are one)."""
    return text.replace(".", "").replace(" ", "")


def parents(code: str) -> tuple[str, ...]:
    """The codes of the places around a place, widest first."""
    return tuple(code[:level] for level in LEVELS if level < len(code))
