"""The same family proposed twice, by two laptops that knew nothing of each other: found by likeness, then compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

from app.domain.contest import THERE, Picks, Row
from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId, MemberId
from app.domain.kk import is_kk
from app.domain.names import normalise_name
from app.domain.nik import parse_nik
from app.domain.payloads import ChangeProposed, Choice, NewMember, ProposalsMerged
from app.domain.proposal_course import ProposalStanding
from app.domain.roster import HEAD, Family, Member

LIKE: Final = 0.85
"""Share of letters that two normalised names have in common at least, where the birth date speaks for it too."""

_FAMILY_FIELDS: Final = ("kk", "address", "dusun", "rt", "rw")
_MEMBER_FIELDS: Final = ("name", "nik", "birth_date", "sex", "relation", "marital")

Pair = tuple[EntryId, EntryId]


@dataclass(frozen=True, slots=True)
class Proposed:
    """One open proposal of a family that the list lacks."""

    proposal: EntryId
    family: Family
    """As it is proposed; `family.id` is its subject."""


def twins(proposed: Sequence[Proposed], apart: Collection[frozenset[EntryId]] = ()) -> tuple[Pair, ...]:
    """Pairs that look like one family, without those that somebody told apart; the earlier of `proposed` first.

    Alike are two with the same card, with one NIK in common, with a person of the same name and birth date, with heads
    of the same name in one RT whose birth dates do not contradict, or with heads born on one day whose names are close.
    """
    by_trait: dict[Hashable, list[int]] = defaultdict(list)
    for at, one in enumerate(proposed):
        for trait in dict.fromkeys(_traits(one.family)):
            by_trait[trait].append(at)
    found = {
        pair for trait, held in by_trait.items() for pair in combinations(held, 2) if _agree(trait, pair, proposed)
    }
    named = [(proposed[one].proposal, proposed[other].proposal) for one, other in sorted(found)]
    return tuple(pair for pair in named if frozenset(pair) not in apart)


def _traits(family: Family) -> Iterator[Hashable]:
    if is_kk(family.kk):
        yield "kk", family.kk
    for member in family.members:
        name = normalise_name(member.name)
        if parse_nik(member.nik) is not None:
            yield "nik", member.nik
        if name and member.birth_date:
            yield "face", name, member.birth_date
        if name and member.relation == HEAD:
            yield "head", name, family.rt, family.rw
            if member.birth_date:
                yield "born", member.birth_date, member.sex


def _agree(trait: Hashable, pair: tuple[int, int], proposed: Sequence[Proposed]) -> bool:
    heads = [_head(proposed[at].family) for at in pair]
    kind = trait[0] if isinstance(trait, tuple) else ""
    if kind not in ("head", "born") or None in heads:
        return True
    one, other = (head for head in heads if head is not None)
    if kind == "head":
        return not one.birth_date or not other.birth_date or one.birth_date == other.birth_date
    names = normalise_name(one.name), normalise_name(other.name)
    return SequenceMatcher(None, *names, autojunk=False).ratio() >= LIKE


def _head(family: Family) -> Member | None:
    return next((member for member in family.members if member.relation == HEAD), None)


@dataclass(frozen=True, slots=True)
class TwinContest:
    """Two proposals of one family beside each other; the first is the one that goes on."""

    kept: Proposed
    other: Proposed
    rows: tuple[Row, ...]
    """What they tell otherwise; a row `THERE` names somebody whom one alone has."""
    pairs: tuple[tuple[Member | None, Member | None], ...]
    """Who of the one is who of the other."""

    def usual(self) -> dict[str, int]:
        """The choices that lose nobody: whoever is named by one side belongs to the family."""
        return {
            row.key: next(at for at, told in enumerate(row.said) if told == "1")
            for row in self.rows
            if row.field == THERE
        }


def compare(kept: Proposed, other: Proposed) -> TwinContest:
    """The two beside each other."""
    pairs = tuple(_pairs(kept.family.members, other.family.members))
    rows = [*_rows(kept.family, other.family, _FAMILY_FIELDS, None)]
    for one, two in pairs:
        if one is not None and two is not None:
            rows += _rows(one, two, _MEMBER_FIELDS, MemberId(one.id))
        elif one is not None or two is not None:
            alone = one or two
            assert alone is not None
            rows.append(Row(THERE, ("1", "2") if one is not None else ("2", "1"), None, MemberId(alone.id)))
    return TwinContest(kept, other, tuple(rows), pairs)


def merge(
    contest: TwinContest, kept: ProposalStanding, other: ProposalStanding, picks: Picks, note: str = ""
) -> tuple[ProposalsMerged, ProposalsMerged]:
    """What is to be written about the family of either, the one that goes on first.

    Refused ``settling_choice_missing`` (fact: left), ``settling_closed`` where one of them is no open proposal of a new
    family any more, ``proposal_one_head_needed``.
    """
    bodies = [one.body for one in (kept, other) if one.open]
    news = [body.new_family for body in bodies if isinstance(body, ChangeProposed) and body.new_family is not None]
    if len(news) != 2:
        raise Refused("settling_closed")
    left = sum(row.key not in picks for row in contest.rows)
    if left:
        raise Refused("settling_choice_missing", left=left)
    held = {row.key: str(row.value(picks[row.key])) for row in contest.rows}
    people = list(_people(contest, held))
    if sum(new.relation == HEAD for _, new in people) != 1:
        raise Refused("proposal_one_head_needed")
    family = replace(
        news[0],
        members=tuple(new for _, new in people),
        fields=_fields(news[0].fields, news[1].fields, None, held),
        screening=tuple(dict.fromkeys((*news[0].screening, *news[1].screening))),
        **{name: _text(name, getattr(news[0], name), getattr(news[1], name), None, held) for name in _FAMILY_FIELDS},
    )
    whose = (kept.id, other.id)
    made = ProposalsMerged(
        kept.id,
        other.id,
        FamilyId(contest.other.family.id),
        family,
        tuple(member for member, _ in people),
        other.body.evidence,
        tuple(Choice(row.field, whose[picks[row.key]], row.member) for row in contest.rows),
        note,
    )
    return made, replace(made, other_family=FamilyId(contest.kept.family.id))


def _people(contest: TwinContest, held: dict[str, str]) -> Iterator[tuple[MemberId, NewMember]]:
    for one, two in contest.pairs:
        first = one or two
        assert first is not None
        member = MemberId(first.id)
        if held.get(f"{member}/{THERE}") == "2":
            continue
        second = two if one is not None and two is not None else first
        values = {
            name: _text(name, getattr(first, name), getattr(second, name), member, held) for name in _MEMBER_FIELDS
        }
        yield member, NewMember(**values, fields=_fields(first.fields, second.fields, member, held))


def _text(name: str, one: str, other: str, member: MemberId | None, held: dict[str, str]) -> str:
    return held.get(f"{member or ''}/{name}", one or other)


def _fields(
    one: Mapping[str, str], other: Mapping[str, str], member: MemberId | None, held: dict[str, str]
) -> dict[str, str]:
    names = dict.fromkeys((*one, *other))
    return {name: _text(name, one.get(name, ""), other.get(name, ""), member, held) for name in names}


def _rows(one: Family | Member, other: Family | Member, names: Sequence[str], member: MemberId | None) -> Iterator[Row]:
    told = {name: (str(getattr(one, name)), str(getattr(other, name))) for name in names}
    told |= {
        name: (one.fields.get(name, ""), other.fields.get(name, ""))
        for name in dict.fromkeys((*one.fields, *other.fields))
    }
    for name, said in told.items():
        if all(said) and said[0] != said[1]:
            yield Row(name, said, None, member)


def _pairs(one: Sequence[Member], other: Sequence[Member]) -> Iterator[tuple[Member | None, Member | None]]:
    """Who of the one is who of the other: by NIK, by name where no birth date contradicts, by birth date and sex."""
    left = list(other)
    partner: dict[str, Member] = {}
    for same in (_same_nik, _same_name, _same_birth):
        for member in one:
            found = [two for two in left if same(member, two)]
            if member.id not in partner and len(found) == 1:
                partner[member.id] = found[0]
                left.remove(found[0])
    yield from ((member, partner.get(member.id)) for member in one)
    yield from ((None, member) for member in left)


def _same_nik(one: Member, other: Member) -> bool:
    return bool(one.nik) and one.nik == other.nik


def _same_name(one: Member, other: Member) -> bool:
    births = one.birth_date, other.birth_date
    return normalise_name(one.name) == normalise_name(other.name) and (not all(births) or births[0] == births[1])


def _same_birth(one: Member, other: Member) -> bool:
    return bool(one.birth_date) and (one.birth_date, one.sex) == (other.birth_date, other.sex)
