"""A new incarnation: this laptop's chain is also written elsewhere (a copy was restored, or the disk cloned).

Nothing is lost: what the district does not hold is appended again on the new chain, and kept in its old form. The first
entry of the new chain says from where on, so that the mirror alone can tell the same story (`replay`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import ChainId, chain_id, device_of, entry_id
from app.domain.payloads import DeviceStarted, Payload
from app.domain.payloads.moving import moved, moved_id
from app.storage.entry_rows import payload_or_reason, select_entries
from app.storage.forks import last_receipted
from app.storage.journal import EARLIER, SqlJournal, Written, mirror_bytes, own_chain

_NOT_AGAIN: Final = frozenset({"sealed", "device_started"})
_INTRODUCTIONS: Final = 2
"""A new chain begins with `device_started` and the introduction of who sits there."""


def begin_again(connection: Connection, journal: SqlJournal, differs_from: int | None) -> list[Entry]:
    """Move the own chain's end to a new chain; gives the new entries. The views have to be rebuilt afterwards."""
    old = own_chain(connection)
    if old is None:
        raise Refused("journal_not_started")
    first = differs_from or _first_fork(connection, old) or _first_unreceived(connection, old)
    started = _started(connection, old, first)
    written = give_way(connection, old, first, chain_id(started.device, started.incarnation))
    return journal.begin_chain(connection, started, written)


def give_way(connection: Connection, old: ChainId, first: int, fresh: ChainId) -> list[Written]:
    """Keep what `old` holds from number `first` on in `forked`, out of the way; gives it as `fresh` tells it again.

    `old` is an earlier incarnation from then on.
    """
    tail = select_entries(connection, "WHERE chain = ? AND seq >= ? ORDER BY seq", (old, first))
    written, again = _again(tail, fresh)
    _make_room(connection, old, first, tail, again)
    connection.exec_driver_sql("DELETE FROM counter WHERE name = ?", (f"fork {old}",))
    connection.exec_driver_sql("UPDATE head SET own = ? WHERE chain = ?", (EARLIER, old))
    return written


def _again(tail: Sequence[Entry], chain: ChainId) -> tuple[list[Written], dict[str, str]]:
    """What is appended again, and old entry -> new entry."""
    readable = [(entry, payload) for entry, payload in _readable(tail) if entry.kind not in _NOT_AGAIN]
    again = {
        str(entry.id): str(entry_id(chain, place))
        for place, (entry, _) in enumerate(readable, start=_INTRODUCTIONS + 1)
    }
    written = [
        Written(moved_id(entry.subject, again), moved(payload, again), entry.author, entry.at_ms, entry.floor_ms)
        for entry, payload in readable
    ]
    return written, again


def _readable(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Payload]]:
    for entry in entries:
        payload = payload_or_reason(entry)
        if not isinstance(payload, str):
            yield entry, payload


def _make_room(
    connection: Connection, chain: ChainId, first: int, tail: Sequence[Entry], again: dict[str, str]
) -> None:
    if not tail:
        return
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO forked (chain, seq, hash, content, again) VALUES (?, ?, ?, ?, ?)",
        [(entry.chain, entry.seq, entry.hash, mirror_bytes(entry), again.get(entry.id, "")) for entry in tail],
    )
    connection.exec_driver_sql("DELETE FROM entry WHERE chain = ? AND seq >= ?", (chain, first))
    connection.exec_driver_sql("DELETE FROM sent WHERE chain = ? AND seq >= ?", (chain, first))
    if first == 1:
        connection.exec_driver_sql("DELETE FROM head WHERE chain = ?", (chain,))
        return
    connection.exec_driver_sql(
        "UPDATE head SET (seq, hash) = (SELECT seq, hash FROM entry WHERE chain = ?1 AND seq = ?2) WHERE chain = ?1",
        (chain, first - 1),
    )


def _first_fork(connection: Connection, chain: ChainId) -> int | None:
    found = connection.exec_driver_sql("SELECT value FROM counter WHERE name = ?", (f"fork {chain}",)).scalar()
    return int(found) if found else None


def _first_unreceived(connection: Connection, chain: ChainId) -> int:
    """The number behind the last one that a receipt names with the hash held here, or that came from outside."""
    found = connection.exec_driver_sql(
        "SELECT max(seq) FROM entry WHERE chain = ? AND received_at_ms > 0", (chain,)
    ).scalar()
    return max(int(found or 0), last_receipted(connection, chain)) + 1


def _started(connection: Connection, old: ChainId, first: int) -> DeviceStarted:
    """The first entry of the next incarnation."""
    (entry,) = select_entries(connection, "WHERE chain = ? AND seq = 1", (old,))
    begun = payload_or_reason(entry)
    if not isinstance(begun, DeviceStarted):
        raise Refused("chain_broken", chain=old, seq=1)
    used = connection.exec_driver_sql(
        "SELECT max(CAST(substr(chain, instr(chain, '.') + 1) AS INTEGER)) FROM head WHERE chain LIKE ?",
        (f"{device_of(old)}.%",),
    ).scalar_one()
    return DeviceStarted(
        begun.device, int(used) + 1, begun.village, begun.label, begun.program, after=old, again_from=first
    )
