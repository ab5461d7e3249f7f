"""Finds the same families and people in two lists of one village: a laptop's own and the district's, or two months'.

Rungs, surest first; a rung decides only where exactly one candidate is left on each side, so nobody is matched twice
and the order of the lists does not matter:

1. the same id (the ministry's own);
2. the same NIK, where neither side has it twice and the names do not contradict both birth date and sex;
3. the same family card, and normalised name or birth date with sex;
4. the same normalised name, birth date and sex;
5. the same normalised name and RT, where no birth date contradicts.

Families follow the card, then their members, then the head's name and RT.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.kk import is_kk
from app.domain.names import normalise_name
from app.domain.nik import parse_nik
from app.domain.roster import Family, Member, Roster


@dataclass(frozen=True, slots=True)
class Matches:
    """Old id -> new id for families and for people; ids that are missing have no counterpart."""

    families: Mapping[str, str]
    members: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Face:
    """What a person is recognised by."""

    id: str
    nik: str
    kk: str
    name: str
    born: str
    sex: str
    rt: str

    @property
    def card_and_name(self) -> Hashable:
        return (self.kk, self.name) if self.kk and self.name else None

    @property
    def card_and_birth(self) -> Hashable:
        return (self.kk, self.born, self.sex) if self.kk and self.born else None

    @property
    def name_and_birth(self) -> Hashable:
        return (self.name, self.born, self.sex) if self.name and self.born else None

    @property
    def name_and_rt(self) -> Hashable:
        return (self.name, self.rt) if self.name and self.rt else None


def match_rosters(old: Roster, new: Roster, lost: Iterable[Family] = ()) -> Matches:
    """Who of the old list is who in the new one; deterministic, and nobody of either list twice.

    `lost` are families that lists before the old one held, and people whom they held of families that are still there
    (such a family then with these people alone): they are looked for among those of the new list whom the old one did
    not know, so that who is missing for a month is no stranger afterwards.
    """
    members = _match_people(old.families, new.families)
    families = _match_families(old.families, new.families, members)
    gone = _still_missing(lost, {member.id for roster in (old, new) for _, member in roster.members()})
    if not gone:
        return Matches(families, members)
    known, people, listed = set(families.values()), set(members.values()), {family.id for family in old.families}
    strangers = [
        replace(family, members=tuple(member for member in family.members if member.id not in people))
        for family in new.families
    ]
    back = _match_people(gone, strangers)
    came_back = _match_families(
        [family for family in gone if family.id not in listed],
        [family for family in strangers if family.id not in known],
        back,
    )
    return Matches({**came_back, **families}, {**back, **members})


def _still_missing(lost: Iterable[Family], held: Collection[str]) -> list[Family]:
    """Lost families without those who live elsewhere by now, or whom two lost families name."""
    families = list(lost)
    times = Counter(member.id for family in families for member in family.members)
    return [
        replace(
            family,
            members=tuple(one for one in family.members if one.id not in held and times[one.id] == 1),
        )
        for family in families
    ]


def _match_people(old: Iterable[Family], new: Iterable[Family]) -> dict[str, str]:
    before, after = [[_face_of(family, member) for family in side for member in family.members] for side in (old, new)]
    return _climb(
        before,
        after,
        (
            (lambda face: face.id, lambda one, other: True),
            (lambda face: face.nik or None, _same_person),
            (lambda face: face.card_and_name, _no_other_birth),
            (lambda face: face.card_and_birth, lambda one, other: True),
            (lambda face: face.name_and_birth, lambda one, other: True),
            (lambda face: face.name_and_rt, _no_other_birth),
        ),
    )


_Rung = tuple[Callable[[_Face], Hashable], Callable[[_Face, _Face], bool]]


def _climb(before: list[_Face], after: list[_Face], rungs: Iterable[_Rung]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key_of, agrees in rungs:
        left, right = _alone(before, key_of), _alone(after, key_of)
        pairs = [(one, other) for key, one in left.items() if (other := right.get(key)) and agrees(one, other)]
        found.update((one.id, other.id) for one, other in pairs)
        taken_before, taken_after = {one.id for one, _ in pairs}, {other.id for _, other in pairs}
        before = [face for face in before if face.id not in taken_before]
        after = [face for face in after if face.id not in taken_after]
    return found


def _alone(faces: Iterable[_Face], key_of: Callable[[_Face], Hashable]) -> dict[Hashable, _Face]:
    """Those whose key nobody else of the same list has."""
    holders: dict[Hashable, list[_Face]] = defaultdict(list)
    for face in faces:
        if (key := key_of(face)) is not None:
            holders[key].append(face)
    return {key: held[0] for key, held in holders.items() if len(held) == 1}


def _same_person(one: _Face, other: _Face) -> bool:
    """A NIK may have been claimed by somebody else since: name, or birth date and sex, must speak for it too."""
    return one.name == other.name or not (one.born and other.born) or (one.born, one.sex) == (other.born, other.sex)


def _no_other_birth(one: _Face, other: _Face) -> bool:
    return (not one.born or not other.born or one.born == other.born) and (
        not one.sex or not other.sex or one.sex == other.sex
    )


def _face_of(family: Family, member: Member) -> _Face:
    nik = member.nik if parse_nik(member.nik) is not None else ""
    card = family.kk if is_kk(family.kk) else ""
    return _Face(member.id, nik, card, normalise_name(member.name), member.birth_date, member.sex, family.rt)


def _match_families(old: Iterable[Family], new: Iterable[Family], members: Mapping[str, str]) -> dict[str, str]:
    before, after = list(old), list(new)
    found: dict[str, str] = {}

    def settle(pairs: Iterable[tuple[str, str]]) -> None:
        nonlocal before, after
        found.update(pairs)
        taken = set(found.values())
        before = [family for family in before if family.id not in found]
        after = [family for family in after if family.id not in taken]

    settle(_only_pairs(before, after, lambda family: family.id))
    settle(_only_pairs(before, after, lambda family: family.kk if is_kk(family.kk) else None))
    settle(_by_members(before, after, members))
    settle(_only_pairs(before, after, _head_and_rt))
    return found


def _head_and_rt(family: Family) -> Hashable:
    name = normalise_name(family.head_name)
    return (name, family.rt) if name and family.rt else None


def _only_pairs(
    before: Iterable[Family], after: Iterable[Family], key_of: Callable[[Family], Hashable]
) -> list[tuple[str, str]]:
    held: tuple[dict[Hashable, list[str]], dict[Hashable, list[str]]] = (defaultdict(list), defaultdict(list))
    for side, families in zip(held, (before, after), strict=True):
        for family in families:
            if (key := key_of(family)) is not None:
                side[key].append(family.id)
    old, new = held
    return [(ids[0], new[key][0]) for key, ids in old.items() if len(ids) == 1 and len(new.get(key, ())) == 1]


def _by_members(before: list[Family], after: list[Family], members: Mapping[str, str]) -> list[tuple[str, str]]:
    """Families that share more matched people with each other than either does with any other."""
    home = {member.id: family.id for family in after for member in family.members}
    shared = Counter(
        (family.id, home[new])
        for family in before
        for member in family.members
        if (new := members.get(member.id)) in home
    )
    best_of_old, best_of_new = _clear_winners(shared, 0), _clear_winners(shared, 1)
    return [(old, new) for old, new in shared if best_of_old.get(old) == (old, new) == best_of_new.get(new)]


def _clear_winners(shared: Mapping[tuple[str, str], int], side: int) -> dict[str, tuple[str, str]]:
    ranked: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in shared:
        ranked[pair[side]].append(pair)
    winners: dict[str, tuple[str, str]] = {}
    for key, pairs in ranked.items():
        most = max(shared[pair] for pair in pairs)
        best = [pair for pair in pairs if shared[pair] == most]
        if len(best) == 1:
            winners[key] = best[0]
    return winners
