"""From where on entries do not count though nothing is wrong with themselves: behind the revocation of their laptop's
or their author's key, and after the last day of their author's certificate.
A function of what is held: devices and revocations are told by the district alone, so nothing that is stopped here can
change from where on it is stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row

from app.domain.entry import Entry
from app.domain.ids import ChainId, device_of
from app.domain.payloads import DeviceCertified, KeyRevoked
from app.domain.revocation import Order, holds_from
from app.domain.sealing import Stand, judged_at
from app.domain.tenure import day_after_ms, has_ended
from app.storage import officials
from app.storage.clock import HeldTimes
from app.storage.entry_rows import COUNTS, payload_or_reason, select_entries

DEVICE_REVOKED: Final = "device_revoked"
KEY_REVOKED: Final = "key_revoked"
CERTIFICATE_ENDED: Final = "certificate_ended"
STOPPED: Final = (DEVICE_REVOKED, KEY_REVOKED, CERTIFICATE_ENDED)

TELLING: Final = officials.KINDS | {"device_certified", "key_revoked"}
"""Kinds after which everything held has to be looked at again."""

_TIMES: Final = frozenset({"receipt_issued", "sealed"})
"""Kinds that may tell of the district's times, after which ends of certificates have to be looked at again."""

_OPEN: Final = "quarantine IN ('', 'device_revoked', 'key_revoked', 'certificate_ended')"
_ROWS: Final = f"""
    SELECT e.chain, e.seq, e.author, e.quarantine, e.kind, e.turn, e.at_ms, e.floor_ms,
        c.turn, c.seq, c.at_ms, c.floor_ms
    FROM entry AS e LEFT JOIN seal AS s ON e.kind = 'sealed' AND s.chain = e.chain AND s.seq = e.seq
        LEFT JOIN entry AS c ON c.chain = s.chain AND c.seq = s.covers
    WHERE e.{_OPEN}"""
"""Each entry with what it covers last, where it is a true seal (see `judged_at`)."""
_FROM: Final = "(coalesce(c.at_ms, e.at_ms) >= ? OR coalesce(c.floor_ms, e.floor_ms) >= ?)"


def apply(connection: Connection, only: Sequence[Entry] | None = None) -> list[tuple[str, int, str]]:
    """Set aside what is stopped, free what no longer is; gives (chain, number, kind) of what changed.

    `only`: entries that were just inserted, where nothing changed that could stop others.
    """
    stops = Stops(connection)
    if only is not None and not stops.any:
        return []
    rows = _rows(connection, only)
    if only is not None and any(entry.kind in _TIMES for entry in only):
        rows = {(row[0], row[1]): row for row in [*rows, *stops.perhaps_ended()]}.values()
    changed = []
    for chain, seq, author, quarantine, kind, *stand in rows:
        verdict = stops.verdict(chain, author, _judged_at(chain, seq, *stand))
        if verdict != quarantine:
            changed.append((verdict, chain, seq, kind))
    if changed:
        connection.exec_driver_sql(
            "UPDATE entry SET quarantine = ? WHERE chain = ? AND seq = ?", [row[:3] for row in changed]
        )
    return [(chain, seq, kind) for _, chain, seq, kind in changed]


def _rows(connection: Connection, only: Sequence[Entry] | None) -> Iterable[Row[Any]]:
    if only is None:
        return connection.exec_driver_sql(_ROWS).all()
    found: list[Row[Any]] = []
    for entry in only:
        found += connection.exec_driver_sql(f"{_ROWS} AND e.chain = ? AND e.seq = ?", (entry.chain, entry.seq)).all()
    return found


def _judged_at(
    chain: str,
    seq: int,
    turn: int,
    at_ms: int,
    floor_ms: int,
    covered_turn: int | None,
    covered_seq: int,
    covered_at_ms: int,
    covered_floor_ms: int,
) -> Stand:
    """By what a row of `_ROWS` is judged."""
    own = Stand((turn, chain, seq), at_ms, floor_ms)
    if covered_turn is None:
        return judged_at(own, None)
    return judged_at(own, Stand((covered_turn, chain, covered_seq), covered_at_ms, covered_floor_ms))


class Stops:
    """Why an entry at some place does not count."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._times = HeldTimes(connection)
        told = select_entries(connection, f"WHERE kind IN ('device_certified', 'key_revoked') AND {_OPEN}")
        self._revoked = _revocations(told)
        self._devices = _devices(told, self._revoked)
        self._keys = officials.keys(connection) if self._revoked else {}
        self._ends = officials.ends(connection)

    @property
    def any(self) -> bool:
        """Whether anything can be stopped at all."""
        return bool(self._revoked or self._ends)

    def verdict(self, chain: str, author: str, stand: Stand) -> str:
        """One of `STOPPED`, or empty."""
        order = stand.order
        laptop = self._devices.get(device_of(ChainId(chain)))
        if laptop is not None and order > laptop:
            return DEVICE_REVOKED
        person = self._person(author, chain)
        if person is not None and order > person:
            return KEY_REVOKED
        ended = has_ended(self._ends.get(author, ""), order[1:], stand.at_ms, stand.floor_ms, self._times)
        return CERTIFICATE_ENDED if ended else COUNTS

    def perhaps_ended(self) -> list[Row[Any]]:
        """Entries, as `apply` reads them, of whose time a receipt or a word of the district may tell more."""
        found: list[Row[Any]] = []
        for author, until in self._ends.items():
            after = day_after_ms(until)
            query = f"{_ROWS} AND e.author = ? AND {_FROM}"
            found += self._connection.exec_driver_sql(query, (author, after, after)).all()
        return found

    def laptop(self, device: str) -> bool:
        """Whether a laptop was revoked."""
        return device in self._devices

    def person(self, person: str, chain: str) -> bool:
        """Whether all keys of a person that hold on a chain were revoked."""
        return self._person(person, chain) is not None

    def everywhere(self, person: str) -> bool:
        """Whether every key of a person that any chain vouches for was revoked."""
        told = self._keys.get(person, ())
        held = [public_key for public_key, by in told if not by] or [public_key for public_key, _ in told]
        return bool(held) and all(public_key in self._revoked for public_key in held)

    def _person(self, person: str, chain: str) -> Order | None:
        """None while one of the keys that the district certified is good (of somebody whom it never certified: one that
        holds on `chain`), or none is known. A new password from the village undoes no word of the district."""
        told = self._keys.get(person, ())
        held = [public_key for public_key, by in told if not by] or [
            public_key for public_key, by in told if by == chain
        ]
        if not held or any(public_key not in self._revoked for public_key in held):
            return None
        return max(self._revoked[public_key] for public_key in held)


def _revocations(entries: Iterable[Entry]) -> dict[bytes, Order]:
    """Key -> the place of its first revocation."""
    found: dict[bytes, Order] = {}
    for entry in entries:
        payload = payload_or_reason(entry)
        if isinstance(payload, KeyRevoked):
            place = holds_from(entry, payload)
            found[payload.public_key] = min(place, found.get(payload.public_key, place))
    return found


def _devices(entries: Iterable[Entry], revoked: dict[bytes, Order]) -> dict[str, Order]:
    """Device -> from where on its chains do not count."""
    found: dict[str, Order] = {}
    for entry in entries:
        payload = payload_or_reason(entry)
        if isinstance(payload, DeviceCertified) and payload.signing_key in revoked:
            found[payload.device] = revoked[payload.signing_key]
    return found
