"""Figures of a list by which one sees whether an invented village could be one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.domain.roster import HEAD, Member, Roster

BAND = 5


@dataclass(frozen=True, slots=True)
class Portrait:
    """Counts and shares of one list."""

    families: int
    people: int
    mean_size: float
    one_person: float
    """Share of families of one person."""
    led_by_women: float
    without_nik: float
    """Share of people whose NIK is empty, for whatever cause."""
    children: float
    """Share of people under 15."""
    elders: float
    """Share of people of 65 and over."""
    men_per_100_women: float
    pyramid: tuple[tuple[int, int, int], ...]
    """First age of each five-year band with its men and women."""
    deciles: tuple[int, ...]
    """Families in deciles 1 to 10."""
    off_grid: float
    """Share of families without electricity of PLN."""
    earth_floor: float
    """Share of families in a house with a floor of earth."""
    aided: float
    """Share of families with any programme."""
    names_shared: float
    """Share of people who bear exactly the name of somebody else."""


def portrait(roster: Roster, as_of: date) -> Portrait:
    """The figures of a list on a day."""
    families = roster.families
    people = [member for _, member in roster.members()]
    ages = {member.id: _age(member, as_of) for member in people}
    bands: Counter[tuple[int, str]] = Counter((ages[m.id] // BAND * BAND, m.sex) for m in people)
    deciles = Counter(family.decile for family in families)
    names = Counter(member.name for member in people)
    heads = [member for member in people if member.relation == HEAD]
    men, women = (sum(member.sex == sex for member in people) for sex in ("1", "2"))
    oldest = max(age for age, _ in bands)
    return Portrait(
        families=len(families),
        people=len(people),
        mean_size=len(people) / len(families),
        one_person=sum(len(family.members) == 1 for family in families) / len(families),
        led_by_women=sum(head.sex == "2" for head in heads) / len(heads),
        without_nik=sum(not member.nik for member in people) / len(people),
        children=sum(age < 15 for age in ages.values()) / len(people),
        elders=sum(age >= 65 for age in ages.values()) / len(people),
        men_per_100_women=100 * men / max(1, women),
        pyramid=tuple((age, bands[age, "1"], bands[age, "2"]) for age in range(0, oldest + BAND, BAND)),
        deciles=tuple(deciles[str(decile)] for decile in range(1, 11)),
        off_grid=sum(f.fields.get("id_sumberpenerangan") in ("3", "4") for f in families) / len(families),
        earth_floor=sum(f.fields.get("id_lantai_terluas") == "8" for f in families) / len(families),
        aided=sum(bool(family.programmes) for family in families) / len(families),
        names_shared=sum(names[member.name] > 1 for member in people) / len(people),
    )


def _age(member: Member, as_of: date) -> int:
    born = date.fromisoformat(member.birth_date)
    return max(0, as_of.year - born.year - ((as_of.month, as_of.day) < (born.month, born.day)))
