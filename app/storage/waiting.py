"""What the district does not hold yet: entries beyond its newest receipt, photos that it did not acknowledge."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.storage.entry_rows import COLUMNS
from app.storage.evidence_told import COUNTS_THERE, UNACKNOWLEDGED, WANTED
from app.storage.reading_scope import Scope
from app.storage.reading_transport import SAVED, Place, district_chains, held_by_district, transports
from app.usecases.reading import Transport, Waiting, WaitingItem
from app.wire.entry import header_bytes

MACHINERY: Final = ("device_started", "sealed", "receipt_issued", "families_matched")
"""Kinds that travel and are no act of anybody: they weigh, but nobody is told of them."""

_HEADER_NUMBERS: Final = 34
"""Bytes of a header's numbers and marks, about; its words are counted."""


@dataclass(frozen=True, slots=True)
class Load:
    """What would travel now (bytes)."""

    entries: int
    entry_bytes: int
    photos: int
    photo_bytes: int
    smallest_photo: int = 0
    """Of the photos, the one that would go first; 0 where none waits."""
    travelling: int = 0
    """Those of the acts that were handed over already, by stick or line, and have no receipt yet."""


def load(connection: Connection) -> Load:
    """The sums alone, for Beranda and the status bar."""
    entries = entry_bytes = travelling = 0
    sent = {str(chain): int(seq) for chain, seq in connection.exec_driver_sql("SELECT chain, seq FROM sent")}
    for chain, after in _open_chains(connection).items():
        acts, under_way, size = connection.exec_driver_sql(_SUMS, (sent.get(chain, 0), chain, after)).one()
        entries += acts
        travelling += under_way
        entry_bytes += size
    photos, photo_bytes, smallest = connection.exec_driver_sql(_PHOTO_SUMS).one()
    return Load(entries, entry_bytes, photos, photo_bytes, smallest, travelling)


def waiting(connection: Connection, scope: Scope) -> Waiting:
    """Every act that waits, in the order in which it would travel; the sums are of all that leaves this laptop.

    An act whose words the district holds stays here for as long as one of its photos waits. A person bound to some RTs
    is shown the acts of those alone.
    """
    photos = _photos_by_entry(connection)
    entries = _entries(connection, photos)
    sums = load(connection)
    transport = transports(connection, [(entry.chain, entry.seq) for entry in entries])
    names = _heads(connection, {entry.subject for entry in entries if entry.subject}, scope)
    items = [
        _item(entry, names.get(entry.subject, ""), photos.get((entry.chain, entry.seq), (0, 0)), transport)
        for entry in entries
        if not entry.subject or not scope.rts or entry.subject in names
    ]
    return Waiting(items, sums.entries, sums.entry_bytes, sums.photos, sums.photo_bytes)


def _item(entry: Entry, head: str, photos: tuple[int, int], transport: Mapping[Place, Transport]) -> WaitingItem:
    size = len(entry.payload) + len(header_bytes(entry))
    return WaitingItem(entry, head, size, *photos, transport.get((entry.chain, entry.seq), Transport(SAVED)))


def _open_chains(connection: Connection) -> dict[str, int]:
    """Chains of which the district lacks something -> the last number that it holds."""
    held = held_by_district(connection)
    own = district_chains(connection)
    return {
        str(chain): held.get(chain, 0)
        for chain, seq in connection.exec_driver_sql("SELECT chain, seq FROM head")
        if chain not in own and seq > held.get(chain, 0)
    }


def _photos_by_entry(connection: Connection) -> dict[Place, tuple[int, int]]:
    counted: dict[Place, list[int]] = defaultdict(lambda: [0, 0])
    for chain, seq, size in connection.exec_driver_sql(_PHOTOS):
        counted[(chain, seq)][0] += 1
        counted[(chain, seq)][1] += size
    return {place: (count, size) for place, (count, size) in counted.items()}


def _entries(connection: Connection, photos: Mapping[Place, tuple[int, int]]) -> list[Entry]:
    machinery = ",".join("?" * len(MACHINERY))
    found: dict[Place, Entry] = {}
    for chain, after in _open_chains(connection).items():
        rows = connection.exec_driver_sql(
            f"SELECT {COLUMNS} FROM entry WHERE chain = ? AND seq > ? AND kind NOT IN ({machinery})",
            (chain, after, *MACHINERY),
        )
        found.update(((row[0], row[1]), Entry(*row)) for row in rows)
    behind: dict[str, list[int]] = defaultdict(list)
    for chain, seq in photos.keys() - found.keys():
        behind[chain].append(seq)
    for chain, numbers in behind.items():
        marks = ",".join("?" * len(numbers))
        rows = connection.exec_driver_sql(
            f"SELECT {COLUMNS} FROM entry WHERE chain = ? AND seq IN ({marks})", (chain, *numbers)
        )
        found.update(((row[0], row[1]), Entry(*row)) for row in rows)
    return sorted(found.values(), key=lambda entry: entry.order)


def _heads(connection: Connection, subjects: set[str], scope: Scope) -> dict[str, str]:
    """Subject -> name of the head, for families within the scope; an earlier list's id finds today's row."""
    rows = connection.exec_driver_sql(_HEADS, (json.dumps(sorted(subjects)),))
    return {str(subject): str(head_name) for subject, head_name, rt, rw in rows if scope.holds(rt, rw)}


_ACTS = "kind NOT IN ({})".format(", ".join(map(repr, MACHINERY)))
_SUMS = f"""
    SELECT coalesce(sum({_ACTS}), 0), coalesce(sum(seq <= ? AND {_ACTS}), 0),
        coalesce(sum(length(payload) + length(chain) + length(author) + length(kind) + length(subject)), 0)
            + count(*) * {_HEADER_NUMBERS}
    FROM entry WHERE chain = ? AND seq > ?
"""
_PHOTO_SUMS = f"""
    SELECT count(*), coalesce(sum(size), 0), coalesce(min(size), 0) FROM evidence
    WHERE {UNACKNOWLEDGED} AND {WANTED}
"""
_PHOTOS = f"""
    SELECT told.chain, told.seq, evidence.size
    FROM evidence CROSS JOIN evidence_told AS told
    WHERE told.name = evidence.name AND {UNACKNOWLEDGED} AND {COUNTS_THERE}
"""
_HEADS = """
    SELECT wanted.value, family_view.head_name, family_view.rt, family_view.rw
    FROM json_each(?) AS wanted LEFT JOIN alias ON alias.old = wanted.value
    CROSS JOIN family_view WHERE family_view.id = coalesce(alias.new, wanted.value)
"""
