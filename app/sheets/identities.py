"""Ids of a list's people made unique, and a flag on everybody whose NIK somebody else has too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from app.domain.damage import nik_twice
from app.domain.families import Person
from app.domain.roster import Flag

Each = Callable[[Iterable[Person]], Iterable[Person]]
"""Passes people on, and may stop in between."""


def with_ids_and_twins(
    people: Sequence[Person], hash8: str, serial: bool, row_name: Callable[[int], str], each: Each
) -> list[Person]:
    """Ids made unique, twins flagged with the rows of the others (`row_name` says them); serial numbers name nobody."""
    if serial:
        people = [_renamed(person, f"p-{hash8}-{person.row}") for person in each(people)]
    ids = Counter(person.member.id for person in each(people))
    twins = {
        int(row): [int(other) for other in rows if other != row]
        for rows in nik_twice((str(person.row), person.member.nik) for person in each(people)).values()
        for row in rows
    }
    done: list[Person] = []
    for person in each(people):
        member = person.member
        flags: list[Flag] = []
        if others := twins.get(person.row):
            facts = (("rows", ", ".join(map(row_name, others))),)
            flags.append(Flag("nik_twice", "nik", member.nik, facts=facts))
        own_id = member.id
        if ids[own_id] > 1:
            flags.append(Flag("id_twice", "id_individu", own_id))
            own_id = f"p-{hash8}-{person.row}"
        if flags:
            person = replace(person, member=replace(member, id=own_id, flags=(*member.flags, *flags)))
        done.append(person)
    return done


def _renamed(person: Person, new_id: str) -> Person:
    """The number that stood there is kept as what it is."""
    member = person.member
    fields = {**member.fields, "id_individu": member.id}
    return replace(person, member=replace(member, id=new_id, fields=fields))
