"""What a new list of the district changed for one family: the answer to "why was I struck off?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.domain.roster import EXTRA, Family, Member

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


ARRIVED: Final = "arrived"
"""On the list now, and not on the one of the month before."""
GONE: Final = "gone"
"""On the list of the month before, and not any more."""
MOVED: Final = "moved"
"""Another address, RT, RW, dusun or village."""
DECILE: Final = "decile"
"""Another welfare tenth."""
EXCLUDED: Final = "excluded"
"""Still on the list, but with an aid less or with a status that ends it."""
OTHER: Final = "other"
"""Anything else: a name, a member, an answer."""
GROUPS: Final = (ARRIVED, GONE, MOVED, DECILE, EXCLUDED, OTHER)

_PLACE: Final = frozenset({"address", "dusun", "rt", "rw", "village_code"})
_STATUS: Final = "status_dtsen"
_ENDED: Final = "NONAKTIF"
_SAYS_WHY: Final = frozenset({_STATUS, "keterangan_meninggal", "alasan_berhenti", "alasan"})
"""Columns in which a list may say why somebody is served no more; a district's own by a word in its heading."""
_SAYS_WHY_WORDS: Final = ("alasan", "keterangan", "ket")


def groups_of(change: ListChange) -> tuple[str, ...]:
    """Under which of `GROUPS` a change is told; a family can be moved and lose an aid in one list."""
    if change.kind in (NEW, BACK):
        return (ARRIVED,)
    if change.kind == DROPPED:
        return (GONE,)
    fields = {move.field for move in change.moves if not move.member}
    found = [group for group, held in ((MOVED, _PLACE & fields), (DECILE, {"decile"} & fields)) if held]
    if lost_programmes(change) or any(_ends(move) for move in change.moves):
        found.append(EXCLUDED)
    return tuple(found) or (OTHER,)


def lost_programmes(change: ListChange) -> tuple[str, ...]:
    """Codes of the aid that the list before had for the family and this one has not."""
    for move in change.moves:
        if move.field == PROGRAMMES:
            kept = set(move.new.split())
            return tuple(code for code in move.old.split() if code not in kept)
    return ()


def given_reasons(change: ListChange) -> tuple[FieldMove, ...]:
    """What the list itself newly says that may be why, its own words before the mere status; empty where it says
    nothing."""
    said = (move for move in change.moves if move.new and _says_why(move.field))
    return tuple(sorted(said, key=lambda move: move.field == _STATUS))


def joined(changes: Iterable[ListChange]) -> ListChange | None:
    """What several lists of one month changed together, the oldest first; None where it came to nothing."""
    told = list(changes)
    first, last = told[0], told[-1]
    if first.kind == NEW and last.kind == DROPPED:
        return None
    if last.kind == DROPPED or first.kind in (NEW, BACK):
        return ListChange(DROPPED if last.kind == DROPPED else first.kind)
    moves: dict[tuple[str, str], FieldMove] = {}
    for move in (move for change in told for move in change.moves):
        held = moves.get((move.field, move.member))
        moves[move.field, move.member] = replace(held, new=move.new) if held is not None else move
    kept = tuple(move for move in moves.values() if move.old != move.new)
    came = dict.fromkeys(name for change in told for name in change.joined)
    went = dict.fromkeys(name for change in told for name in change.left)
    both = came.keys() & went.keys()
    came_now, went_now = (tuple(name for name in names if name not in both) for names in (came, went))
    return ListChange(CHANGED, kept, came_now, went_now) if kept or came_now or went_now else None


def _ends(move: FieldMove) -> bool:
    return (move.field == _STATUS and _ENDED in move.new.upper() and _ENDED not in move.old.upper()) or (
        move.field == "is_nonaktif" and move.new not in ("", "0")
    )


def _says_why(field: str) -> bool:
    heading = field.removeprefix(EXTRA).casefold() if field.startswith(EXTRA) else ""
    return field in _SAYS_WHY or any(word in _SAYS_WHY_WORDS for word in heading.replace("_", " ").split())


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
