"""What has to be true when the storm is over."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from app.domain.errors import Refused
from app.hub import tables
from app.hub.enrol import confirm_person
from app.storage import projection
from tests.storage.laptops import dump
from tests.storms.everywhere import Told, at_district, on_laptop, screens
from tests.storms.roads import made_at_district, take_at_district
from tests.storms.world import World, words_on
from tests.sync.laptop import VILLAGE, Laptop

MOST_ROUNDS: Final = 7
_LOCAL, _TURN, _APPLIED = 6, 15, 18
"""Columns of `pack`: whether a laptop read the list from a file, its turn, and whether it is part of its register."""


def settle_down(world: World) -> None:
    """Everybody meets the district again, by line, and whoever has none by sticks there and back, until nobody has
    anything new: that takes a few rounds, because what heals on one laptop is news for the others."""
    for laptop in world.laptops:
        laptop.wall.wrong_by_ms = 0
    rounds = (everybody_meets_the_district(world) for _ in range(MOST_ROUNDS))
    assert next((moved for moved in rounds if moved == 0), -1) == 0, "they never come to an end"


def everybody_meets_the_district(world: World) -> int:
    """How much went to and fro when everybody met the district once, which certifies whoever is new there."""
    moved = _confirm_everybody(world)
    for who, laptop in enumerate(world.laptops):
        if world.has_line(who) and not world.is_revoked(laptop):
            told = laptop.exchange(world.url)
            moved += told.sent_entries + told.received_entries + told.sent_photos + told.photos_left
        else:
            moved += carry(world, who)
    return moved


def _confirm_everybody(world: World) -> int:
    with world.district.database.read() as connection:
        new = (
            connection.execute(select(tables.person.c.person).where(tables.person.c.certified.is_(False)))
            .scalars()
            .all()
        )
    for person in new:
        confirm_person(world.district, VILLAGE, person)
    return len(new)


def carry(world: World, who: int) -> int:
    """A stick from a laptop to the district and one back; how many entries were new on either side. To a laptop that
    was revoked nothing comes back."""
    laptop = world.laptop(who)
    new = sum(take_at_district(world, path) for path in laptop.write_stick(world.place("there")).paths)
    try:
        return new + laptop.sticks.take(made_at_district(world), lambda step: None, lambda: False).entries
    except Refused as refused:
        if refused.code != "bundle_not_for_us" or not world.is_revoked(laptop):
            raise
    return new


def check(world: World) -> None:
    """Nothing lost, nothing doubled; every laptop that is let in shows the same, which is what a rebuild shows and what
    the district holds, judges and reckons with."""
    let_in = [one for one in world.laptops if not world.is_revoked(one)]
    shown = [_shown(laptop) for laptop in let_in]
    for other in shown[1:]:
        same(_but_own_lists(other), _but_own_lists(shown[0]))
    with let_in[-1].database.write() as connection:
        projection.rebuild(connection)
        same(dump(connection), shown[-1])
    _check_words(world, [one for one in world.laptops if world.is_revoked(one)])
    _check_sealed_at_once(world)
    seen = [screens(laptop) for laptop in let_in]
    for screen in seen[1:]:
        same(screen, seen[0])
    there = at_district(world)
    for laptop in let_in:
        same(on_laptop(laptop, world, there), there)


def same(one: Told, other: Told) -> None:
    """Says where two differ."""
    assert one.keys() == other.keys()
    for name, rows in one.items():
        if rows != other[name]:
            more, less = ([row for row in a if row not in b] for a, b in ((rows, other[name]), (other[name], rows)))
            raise AssertionError(f"{name}: {_first_difference(repr(more), repr(less))}")


def _first_difference(one: str, other: str) -> str:
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"...{one[max(0, at - 300) : at + 100]}... and not ...{other[max(0, at - 60) : at + 100]}..."


def _shown(laptop: Laptop) -> Told:
    with laptop.database.read() as connection:
        return dump(connection)


def _but_own_lists(told: Told) -> Told:
    """Without what a laptop alone has of a list that it read from a file: its body, how the district's first list
    differs from it, and who of whom no entry tells is who."""
    packs = [(*row[:_APPLIED], 0) if row[_LOCAL] else row for row in told["pack"]]
    if not any(row[_LOCAL] for row in packs):
        return told
    first = min((row[_TURN], row[0]) for row in packs if not row[_LOCAL])[1]
    changes = [row for row in told["list_change"] if row[1] != first]
    return told | {"pack": packs, "list_change": changes, "alias": []}


def _check_words(world: World, revoked: list[Laptop]) -> None:
    """What two revoked laptops wrote under one number stays with one of them: nobody tells it of the other."""
    counted, held = world.words_at_district(), world.words_at_district(counting=False)
    doubled = {one: count for one, count in held.items() if count > 1}
    assert not doubled, doubled
    assert set(counted) <= set(held) <= set(world.done)
    kept = set[str]().union(*map(words_on, revoked))
    lost = set(world.done) - set(held) - world.lost_with_disk - kept
    assert not lost, lost


def _check_sealed_at_once(world: World) -> None:
    """What its author sealed as he did it never waits for his seal, whatever stopped him since."""
    where = select(tables.entry.c.chain, tables.entry.c.seq, tables.entry.c.author)
    with world.district.database.read() as connection:
        waiting = connection.execute(where.where(tables.entry.c.reason == "author_unsealed")).all()
        seals = {tuple(row) for row in connection.execute(where.where(tables.entry.c.kind == "sealed")).all()}
    stranded = [row for row in waiting if (row.chain, row.seq + 1, row.author) in seals]
    assert not stranded, stranded
