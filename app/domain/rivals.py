"""Two open proposals about one family of the list: they contradict each other, or say one thing twice.

The village is asked which holds, and the district answers neither together with others meanwhile: both by this rule.
What is about the proposal and not about the family (note, evidence, when it was written) is not compared, and what one
alone tells contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from app.domain.contest import Picks, Row
from app.domain.errors import Refused
from app.domain.ids import FamilyId, MemberId, device_of
from app.domain.payloads import AnswerValue, ChangeProposed, Choice, ProposalSettled, ProposalsMerged
from app.domain.proposal_course import (
    AGREED,
    ENDORSED,
    KEYED_IN,
    NEW_FAMILY,
    POSTPONED,
    PROPOSED,
    RETURNED,
    WITHDRAWN,
    ProposalStanding,
)
from app.domain.roster import Family
from app.domain.standing import Standing, value_of

FATE: Final = "fate"
"""Field of the row that asks which of two proposals goes on; either side says its kind."""
IN_VILLAGE: Final = "desa"
"""Code of a move that stays in the village (``arah_pindah``)."""

_CORRECTION: Final = "correction"
_ENDING: Final = frozenset({"death", "duplicate", "ineligible", "move", "withdrawal"})
"""Kinds that take somebody, or somebody's aid, off the list; a move within the village does not."""
_KEEPING: Final = frozenset({_CORRECTION, "representative", "split", "merge", "move"})
"""Kinds that go on from somebody being on the list."""
_FURTHER: Final = (RETURNED, POSTPONED, PROPOSED, AGREED, ENDORSED, KEYED_IN)
"""Open states, from the least to the furthest way that a proposal has gone."""

_Whom = frozenset[MemberId] | None
"""Members, or None: the whole family."""


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Two open proposals about one family, the earlier one first."""

    first: ProposalStanding
    second: ProposalStanding
    rows: tuple[Row, ...]
    """What has to be chosen: each field for which two corrections ask otherwise, or the one row `FATE`. None where both
    say the same."""
    fields: frozenset[str] = frozenset()
    """Fields of the list for which both ask otherwise; none where it is about more than fields."""

    @property
    def same(self) -> bool:
        """Whether both say one thing."""
        return not self.rows

    @property
    def sides(self) -> tuple[ProposalStanding, ProposalStanding]:
        """Both, in the order of what a row has said."""
        return self.first, self.second


def rivals(standing: Standing) -> tuple[Rivalry, ...]:
    """Pairs of open proposals of two people or two laptops, without those of which somebody said that both stand."""
    found = []
    for one, other in combinations(standing.open_proposals, 2):
        if _of_two(one, other) and frozenset({one.id, other.id}) not in standing.told_apart:
            rivalry = between(one, other, standing.family)
            if rivalry is not None:
                found.append(rivalry)
    return tuple(found)


def between(one: ProposalStanding, other: ProposalStanding, family: Family) -> Rivalry | None:
    """How two proposals about `family` are to each other, whoever wrote them; None where both can simply be."""
    first, second = one.body, other.body
    if not isinstance(first, ChangeProposed) or not isinstance(second, ChangeProposed):
        return None
    if NEW_FAMILY in (first.proposal, second.proposal):
        return None
    everyone = frozenset(MemberId(member.id) for member in family.members)
    fate = Row(FATE, (first.proposal, second.proposal))
    if _fates_differ(first, second, everyone) or _told_otherwise(first, second, everyone):
        return Rivalry(one, other, (fate,))
    rows = tuple(_field_rows(first, second, family))
    if rows:
        both = first.proposal == second.proposal == _CORRECTION
        return Rivalry(one, other, rows if both else (fate,), frozenset(row.field for row in rows))
    return Rivalry(one, other, ()) if _within(first, second) or _within(second, first) else None


def contradict(one: ProposalStanding, other: ProposalStanding, family: Family) -> bool:
    """Whether only one of two proposals about `family` can hold."""
    found = between(one, other, family)
    return found is not None and not found.same


def settle_rivals(rivalry: Rivalry, picks: Picks, note: str = "") -> tuple[ProposalSettled, ...]:
    """What becomes of whichever does not hold by these choices, one for each that loses something.

    A correction loses the fields in which the other one is right, and is closed where nothing is left of it; any other
    proposal is closed. Refused ``settling_nothing_contested``, ``settling_closed``, ``settling_choice_missing`` (fact:
    left), ``settling_choice_wrong``.
    """
    _require_open(rivalry)
    if rivalry.same:
        raise Refused("settling_nothing_contested")
    left = sum(row.key not in picks for row in rivalry.rows)
    if left:
        raise Refused("settling_choice_missing", left=left)
    for row in rivalry.rows:
        if picks[row.key] not in (0, 1):
            raise Refused("settling_choice_wrong", field=row.field)
    lost = [[row for row in rivalry.rows if picks[row.key] != side] for side in (0, 1)]
    return tuple(_settled(rivalry, side, rows, note) for side, rows in enumerate(lost) if rows)


def left_of(rivalry: Rivalry, side: int, lost: Sequence[Row]) -> frozenset[str] | None:
    """The fields that a correction still asks after it lost these rows; None where the proposal is closed."""
    body = rivalry.sides[side].body
    if not lost or not isinstance(body, ChangeProposed):
        return frozenset()
    fields = rivalry.fields if any(row.field == FATE for row in lost) else frozenset(row.field for row in lost)
    if body.proposal != _CORRECTION or not fields:
        return None
    beside = rivalry.sides[1 - side].body
    if isinstance(beside, ChangeProposed) and (side == 1 or len(lost) == len(rivalry.rows)):
        agreed = _wishes(body).items() & _wishes(beside).items()
        fields |= {field for (_, field), _ in agreed}  # one of the two goes on asking it
    left = frozenset(change.field for change in body.changes) - fields
    return left if left or body.new_members else None


def merge_same(rivalry: Rivalry, family: FamilyId, note: str = "") -> ProposalsMerged:
    """Of two that say the same, one goes on with the evidence of both.

    Refused ``settling_closed``, ``settling_choice_missing`` where something has to be chosen first.
    """
    _require_open(rivalry)
    if not rivalry.same:
        raise Refused("settling_choice_missing", left=len(rivalry.rows))
    kept, other = kept_of(rivalry)
    return ProposalsMerged(kept.id, other.id, family, evidence=other.body.evidence, note=note)


def kept_of(rivalry: Rivalry) -> tuple[ProposalStanding, ProposalStanding]:
    """Of two that say the same: which goes on (that says more, has gone further, came first), and which is closed."""

    def weight(one: ProposalStanding) -> tuple[int, int]:
        much = len(_told(one.body)) + len(one.body.changes) if isinstance(one.body, ChangeProposed) else 0
        return much, _FURTHER.index(one.state) if one.state in _FURTHER else 0

    first, second = rivalry.sides
    return (second, first) if weight(second) > weight(first) else (first, second)


def _require_open(rivalry: Rivalry) -> None:
    if not all(one.open for one in rivalry.sides):
        raise Refused("settling_closed")


def _settled(rivalry: Rivalry, side: int, lost: Sequence[Row], note: str) -> ProposalSettled:
    loser, winner = rivalry.sides[side], rivalry.sides[1 - side]
    left = left_of(rivalry, side, lost)
    assert isinstance(loser.body, ChangeProposed)
    changes = tuple(change for change in loser.body.changes if left is not None and change.field in left)
    outcome = WITHDRAWN if left is None else "kept"
    choices = tuple(Choice(row.field, winner.id, row.member) for row in lost)
    return ProposalSettled(loser.id, changes, outcome, choices, note, against=winner.id)


def _of_two(one: ProposalStanding, other: ProposalStanding) -> bool:
    """Whether two people or two laptops said it: whoever writes a second one beside his own is warned by the form."""
    return one.entry.author != other.entry.author or device_of(one.entry.chain) != device_of(other.entry.chain)


def _fates_differ(one: ChangeProposed, other: ChangeProposed, everyone: frozenset[MemberId]) -> bool:
    if one.proposal == other.proposal:
        return False
    if {one.proposal, other.proposal} == {"death", "revival"}:
        return _touch(_whom(one), _whom(other), everyone)
    if _ends(one) and _ends(other):
        return _touch(_whom(one), _whom(other), everyone)
    return _ends_what_other_keeps(one, other, everyone) or _ends_what_other_keeps(other, one, everyone)


def _ends_what_other_keeps(one: ChangeProposed, other: ChangeProposed, everyone: frozenset[MemberId]) -> bool:
    if not _ends(one) or one.proposal == "withdrawal" or _ends(other) or other.proposal not in _KEEPING:
        return False  # who renounces aid stays on the list, and his data may be mended
    return _whom(one) is None or _touch(_whom(one), _whom(other), everyone)


def _ends(body: ChangeProposed) -> bool:
    return body.proposal in _ENDING and not (body.proposal == "move" and body.direction == IN_VILLAGE)


def _whom(body: ChangeProposed) -> _Whom:
    if body.proposal in ("move", "split"):
        return frozenset(body.members) or None
    return frozenset({body.member}) if body.member is not None else None


def _touch(one: _Whom, other: _Whom, everyone: frozenset[MemberId]) -> bool:
    """Whether both are about the same people; a family of one is that one."""
    if one is None or other is None:
        part = one or other
        return part is None or (bool(everyone) and part >= everyone)
    return bool(one & other)


def _told_otherwise(one: ChangeProposed, other: ChangeProposed, everyone: frozenset[MemberId]) -> bool:
    """Whether two of one kind about the same people tell it otherwise, apart from fields of the list."""
    if one.proposal != other.proposal or one.proposal == _CORRECTION:
        return False
    if one.proposal == "representative":
        return one.member != other.member
    if one.proposal == "move" and _whom(one) != _whom(other):
        return _whom(one) is None or _whom(other) is None or bool(set(one.members) & set(other.members))
    if not _touch(_whom(one), _whom(other), everyone):
        return False
    here, there = _told(one), _told(other)
    return any(here[name] != there[name] for name in here.keys() & there.keys())


def _told(body: ChangeProposed) -> dict[str, AnswerValue]:
    """What a proposal tells beside fields of the list, by name; without what it leaves open."""
    after, new = body.outcome, body.new_family
    told: dict[str, AnswerValue | None] = {
        "member": body.member,
        "members": tuple(sorted(body.members)),
        "reason": body.reason and f"{body.reason_list}:{body.reason}",
        "event_date": body.event_date,
        "direction": body.direction,
        "programmes": tuple(sorted(body.programmes)),
        "other_family": body.other_family,
        "other_member": body.other_member if body.proposal == "duplicate" else None,
        "kept_family": after.kept_family,
        "kept_member": after.kept_member,
        "head": after.head,
        "staying_head": after.staying_head,
        "address": "|".join((new.address, new.rt, new.rw)) if new is not None else _address(body),
    }
    return {name: value for name, value in told.items() if value}


def _address(body: ChangeProposed) -> str:
    said = {change.field: change.proposed for change in body.new_address}
    return "|".join(said.get(name, "") for name in ("address", "rt", "rw")) if said else ""


def _wishes(body: ChangeProposed) -> dict[tuple[MemberId | None, str], str]:
    return {(body.member, change.field): change.proposed for change in body.changes}


def _field_rows(one: ChangeProposed, other: ChangeProposed, family: Family) -> Iterator[Row]:
    here, there = _wishes(one), _wishes(other)
    for (member, field), value in here.items():
        if (member, field) in there and there[member, field] != value:
            yield Row(field, (value, there[member, field]), value_of(family, member, field), member)


def _within(one: ChangeProposed, other: ChangeProposed) -> bool:
    """Whether the other one says all that this one says."""
    if one.proposal != other.proposal or _whom(one) != _whom(other):
        return False
    people = {(new.name, new.birth_date) for new in one.new_members}
    there = {(new.name, new.birth_date) for new in other.new_members}
    told = _told(one).items() <= _told(other).items()
    return told and people <= there and _wishes(one).items() <= _wishes(other).items()
