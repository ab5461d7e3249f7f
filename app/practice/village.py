"""The practice village: an invented list of one village, the same for the same seed, with errors whose truth is known.

`practice_village()` is what a newcomer opens; `generate(seed, families=N)` makes villages of any size for measurements.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random

from app.domain.roster import DTSEN, Family, Member, Roster
from app.practice.living import Livings
from app.practice.numbers import Numbers
from app.practice.people import HEAD, Household, Households, Someone
from app.practice.place import Place, timor
from app.practice.planting import Planted, Planter

AS_OF = date(2026, 11, 1)
"""The day on which the shipped village's ages are counted; the list stays the same on every day it is opened."""

SEED, FAMILIES = 2026, 300


@dataclass(frozen=True, slots=True)
class Profile:
    """What the program says about the village it opens."""

    name: str
    code: str
    subdistrict: str
    district: str
    province: str
    hamlets: tuple[str, ...]
    seed: int
    as_of: date


@dataclass(frozen=True, slots=True)
class PracticeVillage:
    """The list as the district hands it out, and beside it the truth that nobody in a real village has."""

    roster: Roster
    truth: tuple[Planted, ...]
    left_out: tuple[Family, ...]
    """Poor families that live there and are not on the list, as a visitor would find them."""
    profile: Profile


@cache
def practice_village() -> PracticeVillage:
    """The village that Balai ships with (made once)."""
    return generate(SEED, FAMILIES)


def generate(seed: int, families: int = FAMILIES, as_of: date = AS_OF, place: Place | None = None) -> PracticeVillage:
    """A village of about so many families; errors are planted in proportion, one kind a family."""
    place = place or timor()
    draft = _Draft(Random(seed), families, as_of, place)
    listed = [draft.family(number) for number in range(1, families + 1)]
    spare = max(1, families // 37)
    outside = tuple(draft.poor_family(families + number) for number in range(1, spare + 1))
    listed, truth = Planter(draft.rng, place, as_of).plant(listed, outside)
    village = place.village
    roster = Roster(
        village_code=village.code,
        village_name=village.name,
        subdistrict=village.subdistrict,
        district=village.district,
        province=village.province,
        code_list_version=DTSEN,
        families=tuple(listed),
    )
    profile = Profile(
        village.name,
        village.code,
        village.subdistrict,
        village.district,
        village.province,
        tuple(draft.hamlets),
        seed,
        as_of,
    )
    return PracticeVillage(roster, truth, outside, profile)


class _Draft:
    """Turns drawn households into families of a list."""

    def __init__(self, rng: Random, families: int, as_of: date, place: Place) -> None:
        self.rng = rng
        self._as_of = as_of
        self._place = place
        self._households = Households(rng, as_of)
        self._livings = Livings(rng, as_of)
        self._numbers = Numbers(rng, place.village.code[:6], place.birth_regions)
        self.hamlets = place.hamlets[: min(len(place.hamlets), max(2, round(families / 75)))]
        self._rts = max(2, round(families / len(self.hamlets) / 24))
        """RTs in a hamlet: about 24 families each, as outside Java."""
        pool = place.pools[0]
        self._clans = [[pool.families.one(rng) for _ in range(9)] for _ in self.hamlets]

    def family(self, number: int) -> Family:
        """One listed family."""
        hamlet = self.rng.randrange(len(self.hamlets))
        household = self._household(hamlet)
        return self._listed(number, hamlet, household, self._livings.means(household))

    def poor_family(self, number: int) -> Family:
        """A family that is clearly poor and that the list does not hold: no decile, no aid, often no papers."""
        hamlet = self.rng.randrange(len(self.hamlets))
        household = self._household(hamlet)
        family = self._listed(number, hamlet, household, self.rng.gauss(-1.5, 0.25), without_nik=0.35)
        members = tuple(replace(one, fields=_not_listed(one)) for one in family.members)
        return replace(family, decile="", programmes=(), members=members)

    def _household(self, hamlet: int) -> Household:
        """A household of one of the hamlet's clans more often than not, so that neighbours are kin."""
        pool = self._place.pool(self.rng)
        of_here = pool is self._place.pools[0] and self.rng.random() < 0.7
        clan = self.rng.choice(self._clans[hamlet]) if of_here else pool.families.one(self.rng)
        return self._households.draw(pool, clan)

    def _listed(self, number: int, hamlet: int, household: Household, means: float, without_nik: float = 0.0) -> Family:
        family_id = f"latihan-{number:05d}"
        living = self._livings.draw(household, hamlet, means)
        members = tuple(
            self._member(f"{family_id}-{place}", one, means, living.decile, without_nik)
            for place, one in enumerate(household.people, 1)
        )
        rt = hamlet * self._rts + self.rng.randrange(self._rts) + 1
        youngest = max(one.born for one in household.people)
        issued = max(youngest, date(2007, 1, 1))
        kk = self._numbers.kk(issued + timedelta(days=self.rng.randrange((self._as_of - issued).days + 1)))
        return Family(
            id=family_id,
            kk=kk,
            head_name=household.people[0].name,
            address=f"Dusun {self.hamlets[hamlet]}",
            dusun=self.hamlets[hamlet],
            rt=f"{rt:03d}",
            rw=f"{hamlet + 1:03d}",
            village_code=self._place.village.code,
            decile=living.decile,
            programmes=living.programmes,
            fields=living.fields,
            members=members,
        )

    def _member(self, member_id: str, one: Someone, means: float, decile: str, without_nik: float) -> Member:
        fields = self._livings.person(one, means)
        fields["tempat_lahir"] = self._place.birth_places.one(self.rng)
        fields["desil_nasional_anggota"] = decile
        nik = self._numbers.nik(one.born, one.sex)
        return Member(
            id=member_id,
            name=one.name,
            nik="" if self.rng.random() < self._without_nik(one) + without_nik else nik,
            birth_date=one.born.isoformat(),
            sex=one.sex,
            relation=one.relation,
            marital=one.marital,
            fields=fields,
        )

    def _without_nik(self, one: Someone) -> float:
        """How likely somebody has none: babies wait for papers, some old people never had any."""
        age = one.age(self._as_of)
        chance = 0.4 if age < 1 else 0.2 if age < 5 else 0.045 if age < 60 else 0.1 if age < 75 else 0.2
        return chance / 3 if one.relation == HEAD else chance


def _not_listed(member: Member) -> dict[str, str]:
    return {key: value for key, value in member.fields.items() if key not in ("status_dtsen", "desil_nasional_anggota")}
