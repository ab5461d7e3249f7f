"""Which entries count, and which are sealed; a function of everything held, whatever order it came in.

An entry is set aside (`entry.quarantine`), kept and shown, where this program can not read it, where it speaks for the
district without the district's key behind it, or where it stands behind the revocation of its author's last key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.payloads import KeyRevoked, Payload, Sealed
from app.domain.policy import is_of_district
from app.storage import officials
from app.storage.entry_rows import COLUMNS, COUNTS, hash_at, in_list, payload_or_reason, select_entries
from app.wire.seal import seal_holds

NOT_OF_DISTRICT: Final = "not_of_district"
KEY_REVOKED: Final = "key_revoked"

ROOT_KEY: Final = "district_root_key"
"""Setting: the district's Ed25519 public key in hex, pinned at enrolment."""

_AT_ONCE: Final = 1_000
_Order = tuple[int, str, int]


def root_key(connection: Connection) -> bytes | None:
    """The district's pinned key, None before enrolment: nothing speaks for a district then."""
    found = connection.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (ROOT_KEY,)).scalar()
    return bytes.fromhex(str(found)) if found else None


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
    _stop_revoked(connection)
    officials.note_sealed(connection)


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
    """People, seals and revocations, once it is known which entries may tell of them."""
    kinds = {entry.kind for entry in entries}
    if kinds & officials.KINDS:
        officials.refresh(connection)
    elif "sealed" in kinds:
        officials.note_sealed(connection)
    if "key_revoked" not in kinds and not _revocations(connection):
        return list(entries)
    fresh = {(entry.chain, entry.seq) for entry in entries}
    changed = _stop_revoked(connection)
    if changed:
        officials.note_sealed(connection)
    others = [key for key in changed if key not in fresh]
    return [*entries, *_entries(connection, others)]


def _stop_revoked(connection: Connection) -> list[tuple[str, int]]:
    """Set aside what stands behind a revocation, free what no longer does; gives what changed."""
    stops = _Stops(connection)
    rows = connection.exec_driver_sql(
        "SELECT chain, seq, author, turn, quarantine FROM entry WHERE quarantine IN ('', ?)", (KEY_REVOKED,)
    ).all()
    changed = []
    for chain, seq, author, turn, quarantine in rows:
        stop = stops.of(author, chain)
        verdict = KEY_REVOKED if stop is not None and (turn, chain, seq) > stop else COUNTS
        if verdict != quarantine:
            changed.append((verdict, chain, seq))
    if changed:
        connection.exec_driver_sql("UPDATE entry SET quarantine = ? WHERE chain = ? AND seq = ?", changed)
    return [(chain, seq) for _, chain, seq in changed]


class _Stops:
    """From which place in the order on a person's entries do not count."""

    def __init__(self, connection: Connection) -> None:
        self._keys = officials.keys(connection)
        self._revoked = _revocations(connection)

    def of(self, person: str, chain: str) -> _Order | None:
        """None while one of the keys that hold on `chain` is good, or none is known."""
        keys = self._keys.get(person, ())
        held = [public_key for public_key, vouched_by in keys if vouched_by in ("", chain)]
        if not held or any(public_key not in self._revoked for public_key in held):
            return None
        return max(self._revoked[public_key] for public_key in held)


def _revocations(connection: Connection) -> dict[bytes, _Order]:
    """Key -> the place of its first revocation."""
    entries = select_entries(connection, "WHERE kind = 'key_revoked' AND quarantine IN ('', ?)", (KEY_REVOKED,))
    found: dict[bytes, _Order] = {}
    for entry in sorted(entries, key=lambda entry: entry.order, reverse=True):
        payload = payload_or_reason(entry)
        if isinstance(payload, KeyRevoked):
            found[payload.public_key] = entry.order
    return found


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
