"""What this laptop knows of the time, whatever its clock says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, TypeAlias

from sqlalchemy import Connection

from app.domain.entry import Entry
from app.domain.happened import Happened, happened
from app.storage.entry_rows import in_list

ROOT_KEY: Final = "district_root_key"
"""Setting: the district's Ed25519 public key in hex, pinned at enrolment."""

Receipts: TypeAlias = dict[str, tuple[Sequence[int], Sequence[int]]]
"""Chain -> the numbers that receipts name, ascending, each with the time of the earliest naming it or a later one."""


def root_key(connection: Connection) -> bytes | None:
    """The district's pinned key, None before enrolment: nothing speaks for a district then."""
    found = connection.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (ROOT_KEY,)).scalar()
    return bytes.fromhex(str(found)) if found else None


def district_ms(connection: Connection) -> int:
    """The time of the newest word of the district that is held and sealed; 0 where there is none."""
    root = root_key(connection)
    if root is None:
        return 0
    return int(connection.exec_driver_sql(_NEWEST_WORD, (root,)).scalar() or 0)


def floor_ms(connection: Connection) -> int:
    """The newest time that is over already: of the district's words, and of what this laptop wrote and no receipt names
    yet. What a receipt names is no later than it, so a clock that stood ahead is forgotten with the next receipt."""
    newest = district_ms(connection)
    found = newest
    for chain, seq, at_ms, known_ms, received in connection.exec_driver_sql(_OWN_ENDS).all():
        if seq <= received:
            continue
        found = max(found, at_ms)
        if known_ms > max(newest, at_ms):  # the clock was set back, or stood ahead: look at all that waits
            found = max(found, int(connection.exec_driver_sql(_NEWEST_WAITING, (chain, received)).scalar() or 0))
    return found


class HeldTimes:
    """Implements `DistrictTimes` from receipts and sealed words of the district; read once, when asked first."""

    def __init__(self, connection: Connection, receipts: Receipts | None = None) -> None:
        """`receipts`: those that were read of this same state of the store already; what is read is added."""
        self._connection = connection
        self._words: list[int] | None = None
        self._newest: int | None = None
        self._receipts: Receipts = {} if receipts is None else receipts
        self._floors: dict[str, tuple[Sequence[int], Sequence[int]]] = {}

    def arrived_ms(self, chain: str, seq: int) -> int | None:
        """The time of the earliest receipt that names this entry or a later one of its chain."""
        numbers, times = self._receipts_of(chain)
        at = bisect_left(numbers, seq)
        return times[at] if at < len(numbers) else None

    def happened(self, entry: Entry) -> Happened:
        """When an entry was written, as far as it is known here."""
        return self._happened(entry.chain, entry.seq, entry.at_ms, entry.floor_ms)

    def happened_at(self, chain: str, seq: int, at_ms: int, floor_ms: int) -> int:
        """The time alone, of an entry of which no more than this was read."""
        return self._happened(chain, seq, at_ms, floor_ms).at_ms

    def _happened(self, chain: str, seq: int, at_ms: int, floor_ms: int) -> Happened:
        return happened(at_ms, floor_ms, self.arrived_ms(chain, seq), self._district_ms())

    def _district_ms(self) -> int:
        if self._newest is None:
            self._newest = district_ms(self._connection)
        return self._newest

    def heard_since(self, chain: str, seq: int, floor_ms: int, since_ms: int) -> bool:
        """Whether a floor of the chain up to there is a time at which the district spoke: its laptop had heard it."""
        words = self._all_words()
        place = bisect_right(words, floor_ms)
        if place == 0 or words[place - 1] < since_ms:
            return False
        if words[place - 1] == floor_ms:
            return True
        numbers, floors = self._floors_of(chain)
        return any(since_ms <= one <= floor_ms for one in floors[: bisect_right(numbers, seq)])

    def _all_words(self) -> list[int]:
        if self._words is None:
            root = root_key(self._connection)
            rows = self._connection.exec_driver_sql(_WORDS, (root,)).all() if root is not None else []
            self._words = [int(at_ms) for (at_ms,) in rows]
        return self._words

    def _receipts_of(self, chain: str) -> tuple[Sequence[int], Sequence[int]]:
        """Numbers that receipts name, ascending, each with the earliest time of a receipt that names it or a later."""
        if chain not in self._receipts:
            rows = self._connection.exec_driver_sql(_RECEIPTS, (chain,)).all()
            times: list[int] = []
            for _, at_ms in reversed(rows):
                times.append(min(int(at_ms), times[-1]) if times else int(at_ms))
            self._receipts[chain] = ([int(seq) for seq, _ in rows], times[::-1])
        return self._receipts[chain]

    def _floors_of(self, chain: str) -> tuple[Sequence[int], Sequence[int]]:
        """Numbers of a chain, ascending, whose floor is a time at which the district spoke, each with it."""
        if chain not in self._floors:
            rows = self._connection.exec_driver_sql(_FLOORS, (chain, in_list(self._all_words()))).all()
            self._floors[chain] = ([int(seq) for seq, _ in rows], [int(known_ms) for _, known_ms in rows])
        return self._floors[chain]


_NEWEST_WORD = """
    SELECT max(e.at_ms) FROM (SELECT chain, max(covers) AS covers FROM seal WHERE public_key = ? GROUP BY chain) AS s
        CROSS JOIN entry AS e WHERE e.chain = s.chain AND e.seq = s.covers
"""
_WORDS = """
    SELECT DISTINCT e.at_ms FROM seal AS s JOIN entry AS e ON e.chain = s.chain AND e.seq = s.covers
    WHERE s.public_key = ? ORDER BY 1
"""
_OWN_ENDS = """
    SELECT h.chain, h.seq, e.at_ms, e.floor_ms, coalesce((
        SELECT r.seq FROM receipt_view AS r CROSS JOIN entry AS named
        WHERE r.chain = h.chain AND named.chain = r.chain AND named.seq = r.seq AND r.hash IN (x'', named.hash)
        ORDER BY r.seq DESC LIMIT 1), 0)
    FROM head AS h JOIN entry AS e ON e.chain = h.chain AND e.seq = h.seq WHERE h.own > 0
"""
_NEWEST_WAITING = "SELECT max(at_ms) FROM entry WHERE chain = ? AND seq > ?"
_RECEIPTS = """
    SELECT r.seq, min(r.at_ms) FROM receipt_view AS r
        LEFT JOIN entry AS named ON named.chain = r.chain AND named.seq = r.seq
    WHERE r.chain = ? AND (named.hash IS NULL OR r.hash IN (x'', named.hash)) GROUP BY r.seq ORDER BY r.seq
"""
_FLOORS = """
    SELECT seq, floor_ms FROM entry
    WHERE chain = ? AND floor_ms IN (SELECT value FROM json_each(?)) ORDER BY seq
"""
