"""Draws households: who lives together, how old, how related, how called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from app.practice.place import Pool

MAN, WOMAN = "1", "2"
HEAD, SPOUSE, CHILD, IN_LAW, GRANDCHILD, PARENT, OTHER = "1", "2", "3", "4", "5", "6", "8"
SINGLE, MARRIED, DIVORCED, WIDOWED = "1", "2", "3", "4"
_LAST_CHILD = 44
"""Age in years at which women have their last child."""


@dataclass(slots=True)
class Someone:
    """One person as drawn, before numbers and codes."""

    name: str
    sex: str
    born: date
    relation: str
    marital: str
    mother: Someone | None = None

    def age(self, today: date) -> int:
        """Completed years on a day."""
        return today.year - self.born.year - ((today.month, today.day) < (self.born.month, self.born.day))


@dataclass(frozen=True, slots=True)
class Household:
    """People under one roof and the sort of household, which bears on how well they live."""

    sort: str
    people: list[Someone]


class Households:
    """Draws one household after the other from one source of chance."""

    def __init__(self, rng: Random, today: date) -> None:
        self._rng = rng
        self._today = today
        sorts: list[tuple[int, str, Callable[[Pool, str], list[Someone]]]] = [
            (560, "couple", self._couple),
            (200, "extended", self._extended),
            (45, "couple_alone", self._couple_alone),
            (70, "widow", self._widow),
            (40, "single_mother", self._single_mother),
            (20, "widower", self._widower),
            (45, "elder_alone", self._elder_alone),
            (22, "grandparent", self._grandparent),
            (8, "siblings", self._siblings),
        ]
        self._sorts = [(name, draw) for _, name, draw in sorts]
        self._weights = list(accumulate(weight for weight, _, _ in sorts))

    def draw(self, pool: Pool, clan: str) -> Household:
        """One household of a clan, its head first."""
        sort, draw = self._rng.choices(self._sorts, cum_weights=self._weights)[0]
        people = draw(pool, clan)
        taken: set[str] = set()
        for one in people:
            while one.name in taken:
                one.name = f"{(pool.men if one.sex == MAN else pool.women).one(self._rng)} {one.name}"
            taken.add(one.name)
        return Household(sort, people)

    # ------------------------------------------------------------------------------------------------- one person

    def _born(self, age: int) -> date:
        """A birthday at which somebody is so old today."""
        whole_year = (self._today.year - age, self._today.month, min(self._today.day, 28))
        return date(*whole_year) - timedelta(days=self._rng.randrange(1, 364))

    def _someone(self, pool: Pool, family: str, sex: str, age: int, relation: str, marital: str) -> Someone:
        given = (pool.men if sex == MAN else pool.women).one(self._rng)
        if self._rng.random() < 0.4:
            second = (pool.men if sex == MAN else pool.women).one(self._rng)
            given = given if second == given else f"{given} {second}"
        return Someone(f"{given} {family}", sex, self._born(age), relation, marital)

    def _clan_of_a_wife(self, pool: Pool, clan: str) -> str:
        other = pool.families.one(self._rng)
        return pool.families.one(self._rng) if other == clan else other

    def _sex(self) -> str:
        return MAN if self._rng.random() < 0.512 else WOMAN

    # ------------------------------------------------------------------------------------------------- households

    def _pair(self, pool: Pool, clan: str, age: int) -> list[Someone]:
        husband = self._someone(pool, clan, MAN, age, HEAD, MARRIED)
        younger = max(18, age - round(self._rng.gauss(3.5, 3.5)))
        wife = self._someone(pool, self._clan_of_a_wife(pool, clan), WOMAN, younger, SPOUSE, MARRIED)
        return [husband, wife]

    def _children(self, pool: Pool, clan: str, mother_age: int, mother: Someone | None) -> list[Someone]:
        """Children still at home: the older, the likelier gone."""
        wanted = self._rng.choices((1, 2, 3, 4, 5, 6, 7), (6, 19, 27, 23, 14, 7, 4))[0]
        at_birth = self._rng.uniform(19, 27)
        children = []
        for _ in range(wanted):
            age = int(mother_age - at_birth)
            if age < 0 or at_birth > _LAST_CHILD:
                break
            at_birth += self._rng.uniform(1.5, 4.2)
            stays = 1.0 if age < 16 else 0.88 if age < 19 else 0.66 if age < 24 else 0.38 if age < 32 else 0.12
            if self._rng.random() < stays:
                child = self._someone(pool, clan, self._sex(), age, CHILD, SINGLE)
                child.mother = mother
                children.append(child)
        return children

    def _couple(self, pool: Pool, clan: str) -> list[Someone]:
        pair = self._pair(pool, clan, int(self._rng.triangular(22, 79, 41)))
        return pair + self._children(pool, clan, pair[1].age(self._today), pair[1])

    def _extended(self, pool: Pool, clan: str) -> list[Someone]:
        people = self._couple(pool, clan)
        age = people[0].age(self._today)
        if age < 56 and self._rng.random() < 0.75:
            sex = WOMAN if self._rng.random() < 0.72 else MAN
            elder = min(94, age + self._rng.randrange(21, 34))
            parent = self._someone(pool, clan, sex, elder, PARENT, WIDOWED)
            people[0].mother = parent if sex == WOMAN else None
            people.append(parent)
        grown = [one for one in people if one.relation == CHILD and one.age(self._today) >= 20]
        if grown:
            people += self._young_pair(pool, clan, grown[0])
        if len(people) < 4 or self._rng.random() < 0.35:
            relative = self._rng.randrange(8, 40)
            people.append(self._someone(pool, clan, self._sex(), relative, OTHER, SINGLE))
        return people

    def _young_pair(self, pool: Pool, clan: str, child: Someone) -> list[Someone]:
        """A grown child's spouse and small children in the parents' house."""
        age = child.age(self._today)
        child.marital = MARRIED
        sex = WOMAN if child.sex == MAN else MAN
        spouse_age = max(18, age + self._rng.randrange(-4, 4))
        spouse = self._someone(pool, self._clan_of_a_wife(pool, clan), sex, spouse_age, IN_LAW, MARRIED)
        mother = child if child.sex == WOMAN else spouse
        small = []
        for _ in range(self._rng.choices((0, 1, 2), (2, 5, 2))[0]):
            mother_age = mother.age(self._today)
            own_age = max(min(self._rng.randrange(0, max(1, mother_age - 18)), 9), mother_age - _LAST_CHILD)
            baby = self._someone(pool, clan, self._sex(), own_age, GRANDCHILD, SINGLE)
            baby.mother = mother
            small.append(baby)
        return [spouse, *small]

    def _couple_alone(self, pool: Pool, clan: str) -> list[Someone]:
        age = self._rng.randrange(21, 30) if self._rng.random() < 0.35 else self._rng.randrange(57, 86)
        return self._pair(pool, clan, age)

    def _mother(self, pool: Pool, age: int, marital: str, clan: str) -> list[Someone]:
        own = self._clan_of_a_wife(pool, clan)
        head = self._someone(pool, own, WOMAN, age, HEAD, marital)
        return [head, *self._children(pool, own if marital == SINGLE else clan, age, head)]

    def _widow(self, pool: Pool, clan: str) -> list[Someone]:
        return self._mother(pool, int(self._rng.triangular(30, 84, 58)), WIDOWED, clan)

    def _single_mother(self, pool: Pool, clan: str) -> list[Someone]:
        marital = self._rng.choices((DIVORCED, SINGLE, MARRIED), (4, 3, 3))[0]
        return self._mother(pool, int(self._rng.triangular(20, 55, 34)), marital, clan)

    def _widower(self, pool: Pool, clan: str) -> list[Someone]:
        age = int(self._rng.triangular(35, 84, 62))
        head = self._someone(pool, clan, MAN, age, HEAD, WIDOWED)
        return [head, *self._children(pool, clan, max(18, age - 4), None)]

    def _elder_alone(self, pool: Pool, clan: str) -> list[Someone]:
        sex = WOMAN if self._rng.random() < 0.7 else MAN
        marital = WIDOWED if self._rng.random() < 0.85 else SINGLE
        return [self._someone(pool, clan, sex, int(self._rng.triangular(58, 94, 71)), HEAD, marital)]

    def _grandparent(self, pool: Pool, clan: str) -> list[Someone]:
        sex = WOMAN if self._rng.random() < 0.75 else MAN
        people = [self._someone(pool, clan, sex, self._rng.randrange(52, 80), HEAD, WIDOWED)]
        for _ in range(self._rng.choices((1, 2, 3), (5, 3, 1))[0]):
            people.append(self._someone(pool, clan, self._sex(), self._rng.randrange(1, 18), GRANDCHILD, SINGLE))
        return people

    def _siblings(self, pool: Pool, clan: str) -> list[Someone]:
        ages = sorted((self._rng.randrange(9, 27) for _ in range(self._rng.randrange(1, 4))), reverse=True)
        eldest = self._someone(pool, clan, self._sex(), max(18, ages[0] + 1), HEAD, SINGLE)
        return [eldest, *(self._someone(pool, clan, self._sex(), age, OTHER, SINGLE) for age in ages)]
