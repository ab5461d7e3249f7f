"""What a new list of the district changed for one family: the answer to "why was I struck off?"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.roster import Family, Member

NEW: Final = "new"
"""The family is on the list for the first time."""
DROPPED: Final = "dropped"
"""The list has the family no more."""
BACK: Final = "back"
"""An earlier list had dropped the family."""
CHANGED: Final = "changed"

PROGRAMMES: Final = "programmes"

_OF_FAMILY: Final = ("decile", PROGRAMMES, "kk", "head_name", "address", "dusun", "rt", "rw", "village_code")
_OF_MEMBER: Final = ("name", "nik", "birth_date", "sex", "relation", "marital")


@dataclass(frozen=True, slots=True)
class FieldMove:
    """One value of the list and what it became."""

    field: str
    old: str
    new: str
    member: str = ""
    """Name of the person whose value it is; empty for the family's."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """What one list changed for one family."""

    kind: str
    moves: tuple[FieldMove, ...] = ()
    joined: tuple[str, ...] = ()
    """Names of people whom the list has in this family and the one before had not."""
    left: tuple[str, ...] = ()
    """Names of people whom the list has in this family no more."""


def changes_between(
    before: Mapping[str, Family], after: Mapping[str, Family], lost: Mapping[str, Family], names: Mapping[str, str]
) -> Iterator[tuple[str, ListChange]]:
    """Family and change for every family that is not as it was.

    `before` and `lost` (what lists until then had dropped, as it was last known) are under the ids of today's list,
    `names` gives for an id of a member in them the one of today's list.
    """
    for one, family in after.items():
        old = before.get(one) or lost.get(one)
        if old is None:
            yield one, ListChange(NEW)
            continue
        change = _change(old, family, names, CHANGED if one in before else BACK)
        if change.kind == BACK or change.moves or change.joined or change.left:
            yield one, change
    for one in before.keys() - after.keys():
        yield one, ListChange(DROPPED)


def _change(old: Family, new: Family, names: Mapping[str, str], kind: str) -> ListChange:
    if old == new:
        return ListChange(kind)
    were = {names.get(member.id, member.id): member for member in old.members}
    are = {member.id: member for member in new.members}
    moves = [*_moves(_values(old, _OF_FAMILY), _values(new, _OF_FAMILY), "")]
    for one, member in are.items():
        if one in were:
            moves += _moves(_values(were[one], _OF_MEMBER), _values(member, _OF_MEMBER), member.name)
    return ListChange(
        kind,
        tuple(moves),
        tuple(member.name for one, member in are.items() if one not in were),
        tuple(member.name for one, member in were.items() if one not in are),
    )


def _values(row: Family | Member, names: tuple[str, ...]) -> dict[str, str]:
    values = {name: getattr(row, name) for name in names}
    if PROGRAMMES in values:
        values[PROGRAMMES] = " ".join(values[PROGRAMMES])
    return {**values, **row.fields}


def _moves(old: Mapping[str, str], new: Mapping[str, str], member: str) -> Iterator[FieldMove]:
    for name in {**new, **old}:
        was, now = old.get(name, ""), new.get(name, "")
        if was != now:
            yield FieldMove(name, was, now, member)
