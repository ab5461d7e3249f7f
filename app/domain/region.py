"""Region codes of the interior ministry: province (2 digits), district (4), sub-district (6), village (10)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Protocol

PROVINCE, DISTRICT, SUBDISTRICT, VILLAGE = 2, 4, 6, 10
LEVELS = (PROVINCE, DISTRICT, SUBDISTRICT, VILLAGE)

_KELURAHAN: Final = "1"
"""First of a village's own four digits; a desa has 2 (Permendagri 137/2017)."""
_SAYS_VILLAGE: Final = re.compile(
    r"(desa|ds|kelurahan|kel|kalurahan|kampung|kampong|kp|nagari|nagori|gampong|pekon|tiyuh|negeri|lembang)\b\.?\s*\S",
    re.IGNORECASE,
)
_SAYS_SUBDISTRICT: Final = re.compile(r"(kecamatan|kec|distrik|kapanewon|kemantren)\b\.?\s*\S", re.IGNORECASE)


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


def says_its_kind(name: str, level: int) -> bool:
    """Whether the name of a village or sub-district begins with what it is, in the words of its province: some lists
    write ``Desa Oelbubuk``, ``KEL. OESAPA``, ``Nagari Sungai Pua`` or ``Distrik Agats``."""
    return bool((_SAYS_VILLAGE if level == VILLAGE else _SAYS_SUBDISTRICT).match(name.strip()))


def is_kelurahan(code: str) -> bool:
    """Whether a village's code is that of a kelurahan, not of a desa."""
    return len(code) == VILLAGE and code[SUBDISTRICT] == _KELURAHAN
