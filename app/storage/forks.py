"""Chains of others that the district holds otherwise than we do: its version holds, and nothing of ours is lost.

That happens when a laptop was restored from a copy after we had its later entries by stick, or when the district itself
was. The differing end is put aside (`forked`); once the district's version is here, what is still missing is appended
again on our own chain, in its author's name and with its time. Copies of one act count once (app.domain.same_act).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.ids import is_entry
from app.domain.payloads import KeyRevoked, Payload
from app.domain.payloads.moving import moved, moved_id
from app.domain.policy import SAID_AGAIN, is_of_district
from app.storage.entry_rows import COLUMNS, entry_of, payload_or_reason, select_entries
from app.storage.journal import Written, entry_of_mirror, mirror_bytes
from app.wire.payload import encode_payload

BOOKKEEPING: Final = frozenset({"sealed", "device_started", "receipt_issued", "families_matched"})
"""Kinds that say nothing which would have to be said again."""


def put_aside(connection: Connection, chain: str) -> list[Entry]:
    """Take the end of `chain` that no receipt covers out of the journal; gives it. The views have to be rebuilt."""
    first = last_receipted(connection, chain) + 1
    tail = select_entries(connection, "WHERE chain = ? AND seq >= ? ORDER BY seq", (chain, first))
    if not tail:
        return []
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO forked (chain, seq, hash, content, again) VALUES (?, ?, ?, ?, '')",
        [(entry.chain, entry.seq, entry.hash, mirror_bytes(entry)) for entry in tail],
    )
    connection.exec_driver_sql("DELETE FROM entry WHERE chain = ? AND seq >= ?", (chain, first))
    connection.exec_driver_sql("DELETE FROM sent WHERE chain = ? AND seq >= ?", (chain, first))
    connection.exec_driver_sql("DELETE FROM counter WHERE name = ?", (f"fork {chain}",))
    if first == 1:
        connection.exec_driver_sql("DELETE FROM head WHERE chain = ?", (chain,))
    else:
        connection.exec_driver_sql(
            "UPDATE head SET (seq, hash) = (SELECT seq, hash FROM entry WHERE chain = ?1 AND seq = ?2)"
            " WHERE chain = ?1",
            (chain, first - 1),
        )
    return tail


def keep_aside(connection: Connection, entries: Iterable[Entry]) -> None:
    """Keep what came of chains that stand here otherwise, and is not here: whoever lost it may have it nowhere else."""
    fresh = [entry for entry in entries if not _is_here(connection, entry)]
    if fresh:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO forked (chain, seq, hash, content, again) VALUES (?, ?, ?, ?, '')",
            [(entry.chain, entry.seq, entry.hash, mirror_bytes(entry)) for entry in fresh],
        )


def of_district(connection: Connection, chains: Iterable[str]) -> list[Entry]:
    """What was put aside of the district's own chains and did not come back: it lost that with its disk."""
    wanted = set(chains)
    lost = [entry for entry in _open(connection) if entry.chain in wanted]
    missing = (one for one in lost if one.kind in SAID_AGAIN and not _said_again(connection, one))
    return lost if next(missing, None) is not None else []


def _said_again(connection: Connection, lost: Entry) -> bool:
    """Whether the district's word stands somewhere else by now, in the same words; a revocation names its first place
    when it is said again."""
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM entry WHERE kind = ? AND subject = ? AND author = ?",
        (lost.kind, lost.subject, lost.author),
    )
    told = [payload_or_reason(entry_of(row)) for row in rows]
    said = payload_or_reason(lost)
    if isinstance(said, KeyRevoked):
        return any(isinstance(one, KeyRevoked) and one.public_key == said.public_key for one in told)
    return said in told


def anything_open(connection: Connection) -> bool:
    """Whether something was put aside of which it is not known yet what became of it."""
    return connection.exec_driver_sql("SELECT 1 FROM forked WHERE again = '' LIMIT 1").first() is not None


@dataclass(frozen=True, slots=True)
class Missing:
    """What was put aside of laptops' chains and stands nowhere in the journal."""

    acts: Sequence[tuple[Entry, Payload]]
    known: Mapping[str, str]
    """What was put aside and stands elsewhere: its old name -> the name that it has there."""

    def written(self, names: Sequence[str]) -> list[Written]:
        """These acts under their new `names`; what names one of them, or one that stands elsewhere, names it so."""
        again = {**self.known, **{str(entry.id): name for (entry, _), name in zip(self.acts, names, strict=True)}}
        return [
            Written(moved_id(entry.subject, again), moved(payload, again), entry.author, entry.at_ms, entry.floor_ms)
            for entry, payload in self.acts
        ]


def still_missing(connection: Connection) -> Missing:
    """What has to be said again. What came back is forgotten.

    What is told about a new family waits for the entry that makes it known, where only a later part of an end came: it
    would be about nobody, and stand beside what whoever has the whole end says again.
    """
    found = []
    told = set[str]()
    known = _known(connection)
    for entry in _open(connection):
        if _is_here(connection, entry):
            connection.exec_driver_sql(
                "DELETE FROM forked WHERE chain = ? AND seq = ? AND hash = ?", (entry.chain, entry.seq, entry.hash)
            )
            continue
        payload = payload_or_reason(entry)
        if entry.kind in BOOKKEEPING or isinstance(payload, str) or is_of_district(payload):
            continue
        copy = _copy_of(connection, entry, payload, known)
        if copy:
            note_again(connection, [(entry, copy)])
            known[entry.id] = copy
        elif entry.subject == entry.id or entry.subject in known.keys() | told or _is_known(connection, entry.subject):
            found.append((entry, payload))
            told.add(str(entry.id))
    return Missing(found, known)


def _is_known(connection: Connection, subject: str) -> bool:
    """Whether a family has no entry that would have to make it known, or one that is here."""
    if not is_entry(subject):
        return True
    chain, _, seq = subject.rpartition("/")
    found = connection.exec_driver_sql(
        "SELECT 1 FROM entry WHERE chain = ? AND seq = ? AND subject = ?", (chain, int(seq), subject)
    )
    return found.first() is not None


def note_again(connection: Connection, pairs: Iterable[tuple[Entry, str]]) -> None:
    """Remember under which name an act stands now."""
    connection.exec_driver_sql(
        "UPDATE forked SET again = ? WHERE chain = ? AND seq = ? AND hash = ?",
        [(name, entry.chain, entry.seq, entry.hash) for entry, name in pairs],
    )


def _open(connection: Connection) -> list[Entry]:
    rows = connection.exec_driver_sql("SELECT content FROM forked WHERE again = '' ORDER BY chain, seq").all()
    return [entry_of_mirror(bytes(row[0])) for row in rows]


def _is_here(connection: Connection, entry: Entry) -> bool:
    found = connection.exec_driver_sql(
        "SELECT 1 FROM entry WHERE chain = ? AND seq = ? AND hash = ?", (entry.chain, entry.seq, entry.hash)
    )
    return found.first() is not None


def _known(connection: Connection) -> dict[str, str]:
    """Of everything that was put aside before: its name -> the name under which it was said again."""
    rows = connection.exec_driver_sql("SELECT chain, seq, again FROM forked WHERE again LIKE '%/%'").all()
    return {f"{chain}/{seq}": str(again) for chain, seq, again in rows}


def _copy_of(connection: Connection, entry: Entry, payload: Payload, known: Mapping[str, str]) -> str:
    """The name of an entry that says the same, where there is one. A family that an entry makes known goes by the name
    of that entry, so whoever says it again gives it another one, here and in all that names it."""
    body = encode_payload(moved(payload, known))[2] if known else entry.payload
    said = (entry.author, entry.at_ms, entry.kind, entry.payload, body)
    if entry.subject == entry.id:
        where, names = "subject = chain || '/' || seq", tuple[str, ...]()
    else:
        where, names = "subject = ?", (moved_id(entry.subject, known),)
    found = connection.exec_driver_sql(
        "SELECT chain || '/' || seq FROM entry WHERE author = ? AND at_ms = ? AND kind = ? AND payload IN (?, ?)"
        f" AND {where} LIMIT 1",
        (*said, *names),
    ).scalar()
    return str(found or "")


def last_receipted(connection: Connection, chain: str) -> int:
    """The last number that a receipt names with the hash held here, 0 where there is none.

    A receipt that a newer one contradicts does not count: the district lost what it had received then.
    """
    return int(connection.exec_driver_sql(_LAST_RECEIPTED, (chain,)).scalar() or 0)


_LAST_RECEIPTED: Final = """
    SELECT max(told.seq) FROM receipt_view AS told JOIN entry USING (chain, seq)
    WHERE told.chain = ? AND told.hash = entry.hash AND NOT EXISTS (
        SELECT 1 FROM receipt_view AS newer JOIN entry AS other USING (chain, seq)
        WHERE newer.chain = told.chain AND newer.turn > told.turn AND newer.seq <= told.seq
            AND newer.hash <> x'' AND newer.hash <> other.hash)
"""
