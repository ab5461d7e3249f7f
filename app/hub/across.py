"""What the district holds of families of any villages, in a handful of queries: a page shows proposals of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, select

from app.domain.entry import Recorded
from app.domain.errors import Refused
from app.domain.payloads import renaming
from app.domain.roster import Family
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.database import chunks
from app.hub.listed import family_of
from app.hub.tables import alias, contested, entry, family, proposal
from app.wire.payload import decode_payload

Key = tuple[str, str]
"""Village, and the number of a proposal or the id of a family there."""


def families_asked(connection: Connection, proposals: Iterable[Key]) -> dict[Key, Key]:
    """Proposal -> the family that it is about; what the district does not hold is left out."""
    asked = select(proposal.c.village, proposal.c.proposal, proposal.c.family)
    rows = rows_with(connection, asked, proposal.c.village, proposal.c.proposal, proposals)
    return {(row.village, row.proposal): (row.village, row.family) for row in rows}


def families_listed(connection: Connection, families: Iterable[Key]) -> dict[Key, Family]:
    """These families as they were last published."""
    asked = select(family.c.village, family.c.family, family.c.body)
    rows = rows_with(connection, asked, family.c.village, family.c.family, families)
    return {(row.village, row.family): family_of(row.body) for row in rows}


def contested_of(connection: Connection, proposals: Iterable[Key]) -> dict[Key, set[str]]:
    """Of these proposals those that are contested, each with why (as `app.hub.contested` names it)."""
    asked = select(contested.c.village, contested.c.proposal, contested.c.why)
    found: dict[Key, set[str]] = {}
    for row in rows_with(connection, asked, contested.c.village, contested.c.proposal, proposals):
        found.setdefault((row.village, row.proposal), set()).add(row.why)
    return found


def recorded_of(connection: Connection, families: Iterable[Key]) -> dict[Key, list[Recorded]]:
    """Family -> its entries that count, whatever list of a laptop named the family."""
    wanted = list(families)
    asked = select(alias.c.village, alias.c.old, alias.c.new)
    before = rows_with(connection, asked, alias.c.village, alias.c.new, wanted)
    today = {(row.village, row.old): (row.village, row.new) for row in before}
    told = select(*ENTRY_COLUMNS, entry.c.village).where(entry.c.reason == "")
    found: dict[Key, list[Recorded]] = {}
    for row in rows_with(connection, told, entry.c.village, entry.c.subject, [*wanted, *today]):
        one = entry_of(row)
        try:
            payload = decode_payload(one.kind, one.version, one.payload)
        except Refused:
            continue
        key = (row.village, one.subject)
        found.setdefault(today.get(key, key), []).append(Recorded(one, payload))
    named = {
        (code, name)
        for (code, _), records in found.items()
        for record in records
        for name in renaming.ids_named(record.payload)
    }
    names: dict[str, dict[str, str]] = {}
    for row in rows_with(connection, asked, alias.c.village, alias.c.old, named):
        names.setdefault(row.village, {})[row.old] = row.new
    return {
        (code, one): [Recorded(record.entry, renaming.renamed(record.payload, names[code])) for record in records]
        if code in names
        else records
        for (code, one), records in found.items()
    }


def rows_with(
    connection: Connection, asked: Select[Any], code: Column[str], name: Column[str], keys: Iterable[Key]
) -> Iterator[Row[Any]]:
    """Rows of `asked` whose village and `name` are one of `keys`.

    Asked by two lists, which an index can follow on both stores (SQLite reads the whole table for a list of pairs);
    what only looks like one of the pairs is left out here.
    """
    for some in chunks(sorted(set(keys))):
        wanted = set(some)
        ours = asked.add_columns(name.label("asked_name")).where(
            code.in_({one for one, _ in some}), name.in_({one for _, one in some})
        )
        yield from (row for row in connection.execute(ours) if (row.village, row.asked_name) in wanted)
