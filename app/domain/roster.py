"""The district's register of one village as Balai holds it: families, their members and what is odd about them.

Values are text as the ministry's lists write them (codes, not labels), because a list that is read must be able to say
what stood there. Mapping fields are plain dicts that nobody changes after they were built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from app.domain.ids import MemberId

EXTRA = "x:"
"""Prefix of the keys of `fields` that keep a district's own columns under their own heading."""

DTSEN = "DTSEN"
REGSOSEK = "REGSOSEK"
UNKNOWN_CODES = ""
"""Versions of the house code lists; roof 5 and 6 and "does not cook" differ between the two (domain facts, 2.4)."""

HEAD = "1"
"""DTSEN relation code of the head of a family."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One oddity of one value: never an error, never repaired silently; `proposed` stands beside the original."""

    code: str
    field: str
    original: str
    proposed: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a family; the NIK is a value like others, never a key, and may be empty."""

    id: str
    name: str
    nik: str = ""
    birth_date: str = ""
    """ISO date, or empty when it is not known."""
    sex: str = ""
    """``1`` man, ``2`` woman, or empty."""
    relation: str = ""
    """DTSEN relation to the head, ``1`` to ``8``, or empty."""
    marital: str = ""
    """DTSEN marital state, ``1`` to ``4``, or empty."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Every other person value by its DTSEN column name; a district's own columns under ``x:<heading>``."""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """One family card (KK) as the list shows it, with where it lives and what it receives."""

    id: str
    kk: str = ""
    head_name: str = ""
    address: str = ""
    dusun: str = ""
    rt: str = ""
    """Three digits (``001``), or empty."""
    rw: str = ""
    village_code: str = ""
    decile: str = ""
    """National decile ``1`` to ``10`` as BPS computed it, or empty; Balai never computes one."""
    programmes: tuple[str, ...] = ()
    """Codes such as ``PKH``, ``BPNT``, ``PBI``, sorted."""
    fields: Mapping[str, str] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """All families of one list, with the place and the version of the code lists that its codes belong to."""

    village_code: str = ""
    village_name: str = ""
    subdistrict: str = ""
    district: str = ""
    province: str = ""
    code_list_version: str = UNKNOWN_CODES
    families: tuple[Family, ...] = ()

    def members(self) -> Iterator[tuple[Family, Member]]:
        """Every person beside the family that holds him, in the order of the list."""
        for family in self.families:
            for member in family.members:
                yield family, member

    @property
    def people(self) -> int:
        """How many persons the list holds."""
        return sum(len(family.members) for family in self.families)


def value_of(family: Family, member: MemberId | None, field: str) -> str:
    """The official text of one field; empty where the list has none. `member` None means a field of the family."""
    if member is None:
        return str(getattr(family, field)) if field in _FAMILY_FIELDS else family.fields.get(field, "")
    for person in family.members:
        if person.id == member:
            return str(getattr(person, field)) if field in _MEMBER_FIELDS else person.fields.get(field, "")
    return ""


_FAMILY_FIELDS: Final = frozenset({"kk", "head_name", "address", "dusun", "rt", "rw", "village_code", "decile"})
_MEMBER_FIELDS: Final = frozenset({"name", "nik", "birth_date", "sex", "relation", "marital"})


def by_village(roster: Roster, name_of: Callable[[str], str]) -> tuple[Roster, ...]:
    """One roster for each village of a list that covers several, the largest first.

    `name_of` gives the name of a place of today's list (empty for an unknown code). A family whose code is unknown and
    rare joins the largest village of the same sub-district, else the largest of all: it is flagged already.
    """
    sizes = Counter(family.village_code for family in roster.families)
    least = max(5, len(roster.families) // 20)
    usual = [code for code, size in sizes.most_common() if code and (size >= least or name_of(code))]
    if len(usual) <= 1:
        return (roster,)
    groups: dict[str, list[Family]] = {code: [] for code in usual}
    for family in roster.families:
        code = family.village_code
        if code not in groups:
            code = next((other for other in usual if other[:6] == code[:6]), usual[0])
        groups[code].append(family)
    return tuple(
        replace(
            roster,
            village_code=code,
            village_name=roster.village_name if code == roster.village_code else name_of(code),
            subdistrict=roster.subdistrict if code[:6] == roster.village_code[:6] else name_of(code[:6]),
            families=tuple(families),
        )
        for code, families in groups.items()
    )
