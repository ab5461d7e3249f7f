"""Which entries count, and which are sealed; a function of everything held, whatever order it came in.

An entry is set aside (`entry.quarantine`), kept and shown, where this program can not read it, where it speaks for the
district without the district's key behind it, or where it is stopped (see `app.storage.stops`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.payloads import Payload, Sealed
from app.domain.policy import is_of_district
from app.storage import officials, receipts, stops
from app.storage.clock import root_key
from app.storage.entry_rows import COLUMNS, COUNTS, hash_at, in_list, payload_or_reason, select_entries
from app.wire.seal import seal_holds

NOT_OF_DISTRICT: Final = "not_of_district"

_AT_ONCE: Final = 1_000


def judge(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    """Decide about entries that were just inserted, and about those that they free or stop.

    Gives the new ones and all others that count now and did not, or the other way round.
    """
    kinds = {entry.kind for entry in entries}
    if "sealed" in kinds:
        _note_seals(connection, entries)
        fresh = {(entry.chain, entry.seq) for entry in entries}
        freed = _freed(connection, {entry.chain for entry in entries if entry.kind == "sealed"})
        entries = [*entries, *(entry for entry in freed if (entry.chain, entry.seq) not in fresh)]
    _first_look(connection, entries)
    return _second_look(connection, entries)


def judge_all(connection: Connection) -> None:
    """Decide anew about every entry held."""
    connection.exec_driver_sql("UPDATE entry SET quarantine = ''")
    _note_seals(connection, select_entries(connection, "WHERE kind = 'sealed'"))
    rows = iter(connection.exec_driver_sql(f"SELECT {COLUMNS} FROM entry").yield_per(_AT_ONCE))
    while chunk := [Entry(*row) for row in islice(rows, _AT_ONCE)]:
        _first_look(connection, chunk)
    officials.refresh(connection)
    receipts.refresh(connection, select_entries(connection, "WHERE kind = 'receipt_issued'"))
    _stop(connection, None)


def sealed_through(connection: Connection, chain: str) -> Mapping[str, int]:
    """Author -> last number of `chain` that a seal of his own known key covers; ``""`` for the district's key."""
    rows = connection.exec_driver_sql(
        f"SELECT s.author, max(s.covers) FROM {officials.GOOD_SEALS} WHERE s.chain = ? GROUP BY s.author",
        (chain,),
    )
    found = {str(author): int(covers) for author, covers in rows.all()}
    proved = _proved(connection).get(chain, 0)
    return {**found, "": proved} if proved else found


def is_sealed(entry: Entry, through: Mapping[str, int]) -> bool:
    """Whether the author (or the district) stands behind `entry`; `through` is `sealed_through` of its chain."""
    return entry.seq <= max(through.get(entry.author, 0), through.get("", 0))


def _first_look(connection: Connection, entries: Sequence[Entry]) -> None:
    proved = _proved(connection)
    verdicts = []
    for entry in entries:
        payload = payload_or_reason(entry)
        verdict = payload if isinstance(payload, str) else _verdict(entry, payload, proved)
        verdicts.append((verdict, entry.chain, entry.seq, verdict))
    connection.exec_driver_sql(
        "UPDATE entry SET quarantine = ? WHERE chain = ? AND seq = ? AND quarantine <> ?", verdicts
    )


def _verdict(entry: Entry, payload: Payload, proved: Mapping[str, int]) -> str:
    if is_of_district(payload) and entry.seq > proved.get(entry.chain, 0):
        return NOT_OF_DISTRICT
    return COUNTS


def _second_look(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    """People, seals, receipts and stops, once it is known which entries may tell of them."""
    kinds = {entry.kind for entry in entries}
    if kinds & officials.KINDS:
        officials.refresh(connection)
    elif "sealed" in kinds:
        officials.note_sealed(connection)
    if "receipt_issued" in kinds:
        receipts.refresh(connection, [entry for entry in entries if entry.kind == "receipt_issued"])
    changed = _stop(connection, None if kinds & stops.TELLING else entries)
    fresh = {(entry.chain, entry.seq) for entry in entries}
    return [*entries, *_entries(connection, [key for key in changed if key not in fresh])]


def _stop(connection: Connection, only: Sequence[Entry] | None) -> list[tuple[str, int]]:
    """Set aside what is stopped; people are known anew where that concerns what was told of them."""
    changed = stops.apply(connection, only)
    if any(kind in officials.KINDS for _, _, kind in changed):
        officials.refresh(connection)
    elif changed:
        officials.note_sealed(connection)
    return [(chain, seq) for chain, seq, _ in changed]


def _proved(connection: Connection) -> dict[str, int]:
    """Chain -> last number behind which the district's own key stands."""
    root = root_key(connection)
    if root is None:
        return {}
    rows = connection.exec_driver_sql(
        "SELECT chain, max(covers) FROM seal WHERE public_key = ? GROUP BY chain", (root,)
    )
    return {str(chain): int(covers) for chain, covers in rows.all()}


def _freed(connection: Connection, chains: Iterable[str]) -> list[Entry]:
    """Entries of these chains that waited for the district's seal."""
    return select_entries(
        connection,
        "WHERE quarantine = ? AND chain IN (SELECT value FROM json_each(?))",
        (NOT_OF_DISTRICT, in_list(chains)),
    )


def _note_seals(connection: Connection, entries: Iterable[Entry]) -> None:
    rows = list(_good_seals(connection, entries))
    if rows:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO seal (chain, seq, author, covers, public_key) VALUES (?, ?, ?, ?, ?)", rows
        )


def _good_seals(connection: Connection, entries: Iterable[Entry]) -> Iterator[tuple[str, int, str, int, bytes]]:
    for entry in entries:
        seal = payload_or_reason(entry) if entry.kind == "sealed" else ""
        if not isinstance(seal, Sealed) or not 0 < seal.seq < entry.seq:
            continue
        if hash_at(connection, entry.chain, seal.seq) == seal.head and seal_holds(seal, entry.chain, seal.public_key):
            yield entry.chain, entry.seq, entry.author, seal.seq, seal.public_key


def _entries(connection: Connection, keys: Sequence[tuple[str, int]]) -> list[Entry]:
    found = []
    for chain, seq in keys:
        found += select_entries(connection, "WHERE chain = ? AND seq = ?", (chain, seq))
    return found
