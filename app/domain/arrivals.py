"""Families that the village proposed and that a list brought afterwards: who of the one is who of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.entry import Entry, Recorded
from app.domain.ids import FamilyId, PackId
from app.domain.kk import is_kk
from app.domain.matching import match_rosters
from app.domain.names import normalise_name
from app.domain.payloads import ChangeProposed
from app.domain.proposal_course import NEW_FAMILY, REFUSED, REJECTED, REPLACED, WITHDRAWN
from app.domain.roster import HEAD, Family, Roster
from app.domain.same_act import families
from app.domain.standing import fold

_GIVEN_UP: Final = frozenset({REFUSED, REJECTED, REPLACED, WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Asked:
    """A family that the village wants on the list, or that the district has accepted."""

    family: Family
    """As its newest proposal describes it."""
    first: Entry
    """The entry that proposed it first."""
    base: PackId | None
    """The list that its author saw then, where the entry tells."""


def asked_for(family: FamilyId, records: Iterable[Recorded]) -> Asked | None:
    """The family that `records` propose; None where they propose none, or where nobody wants it listed any more."""
    standing = fold(family, None, records)
    proposed = [one for one in standing.proposals if one.kind == NEW_FAMILY] if standing else []
    if standing is None or all(one.state in _GIVEN_UP for one in proposed):
        return None
    first = proposed[0]
    base = first.body.base_pack if isinstance(first.body, ChangeProposed) else None
    return Asked(standing.family, first.entry, base)


class Arrivals:
    """Families among which proposed ones are looked for, each on its own: two proposals may mean the same family."""

    def __init__(self, families: Iterable[Family]) -> None:
        self._families: list[Family] = []
        self._known: dict[str, set[int]] = defaultdict(set)
        for place, family in enumerate(families):
            self._families.append(family)
            for mark in _marks(family):
                self._known[mark].add(place)

    def names_of(self, proposed: Family) -> dict[str, str]:
        """Ids of the proposed family and its members -> theirs in the list; empty where it is not there for sure.

        The rungs of `match_rosters`; beyond them the card, the head, or half of the members have to be the same.
        """
        places = sorted({place for mark in _marks(proposed) for place in self._known.get(mark, ())})
        alike = [self._families[place] for place in places]
        found = match_rosters(Roster(families=(proposed,)), Roster(families=tuple(alike)))
        listed = next((one for one in alike if one.id == found.families.get(proposed.id)), None)
        if listed is None:
            return {}
        here = {member.id for member in listed.members}
        members = {old: new for old, new in found.members.items() if new in here}
        head = next((member.id for member in proposed.members if member.relation == HEAD), "")
        same_card = is_kk(proposed.kk) and proposed.kk == listed.kk
        if not (same_card or head in members or 2 * len(members) >= len(proposed.members) > 0):
            return {}
        return {proposed.id: listed.id, **members}


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of the proposed families today."""

    names: Mapping[str, str]
    """Ids of proposed families and their members -> theirs in the list; of copies -> those of the first."""
    wanted: frozenset[str]
    """Proposed families that somebody still wants listed."""
    given_up: frozenset[str]
    """Those that nobody wants listed any more."""


Among = Callable[[Asked], tuple[Arrivals, Arrivals] | None]
"""Families that came after the list that the author saw: those of today's list, and those that it dropped since; None
where it is not known which came later."""


def find(proposed: Mapping[str, Iterable[Recorded]], among: Among) -> Found:
    """Look for every proposed family; `proposed` gives all that counts about each. A family whose proposal stands in
    the journal more than once goes by the name of the first."""
    copies = families(one.entry for told in proposed.values() for one in told if one.entry.subject == one.entry.id)
    together: dict[str, list[Recorded]] = defaultdict(list)
    for family, records in proposed.items():
        together[copies.get(family, family)] += records
    names: dict[str, str] = {}
    wanted: set[str] = set()
    for family, records in together.items():
        asked = asked_for(FamilyId(family), records)
        if asked is None:
            continue
        wanted.add(family)
        later = among(asked)
        if later is not None:
            listed, dropped = later
            names.update(listed.names_of(asked.family) or dropped.names_of(asked.family))
    for copy, family in copies.items():
        for mark in ("", *_members_of(together[family])):
            names[copy + mark] = names.get(family + mark, family + mark)
    wanted |= {copy for copy, family in copies.items() if family in wanted}
    return Found(names, frozenset(wanted), frozenset(proposed.keys() - wanted))


def _members_of(records: Iterable[Recorded]) -> list[str]:
    """How the members that proposals of a new family make known are told apart."""
    made = [one.payload.new_family for one in records if isinstance(one.payload, ChangeProposed)]
    most = max((len(new.members) for new in made if new is not None), default=0)
    return [f"#{place}" for place in range(1, most + 1)]


def _marks(family: Family) -> Iterator[str]:
    """What any rung may know the family or one of its people by; a rung that decides shares at least one."""
    if is_kk(family.kk):
        yield f"kk {family.kk}"
    for name in {normalise_name(family.head_name), *(normalise_name(member.name) for member in family.members)}:
        yield f"name {name}"
    for member in family.members:
        if member.nik:
            yield f"nik {member.nik}"
