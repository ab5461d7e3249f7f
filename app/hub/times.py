"""What the district knows of when entries of one village were written, whatever their laptops' clocks said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import ChainId, device_of, incarnation_of
from app.domain.payloads import ReceiptIssued
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.tables import entry, village
from app.wire.payload import decode_payload


class ArrivalTimes:
    """Implements `DistrictTimes` for one village; asked only about entries that may stand behind a certificate."""

    def __init__(self, connection: Connection, code: str, fresh: Mapping[tuple[str, int], Entry], now_ms: int) -> None:
        """`fresh`: entries that arrive at `now_ms` and need not be in the database yet."""
        self._connection, self._code, self._fresh, self._now = connection, code, fresh, now_ms
        chain = connection.execute(select(village.c.chain).where(village.c.village == code)).scalar_one()
        self._own = f"{device_of(ChainId(chain))}."
        self._restored = incarnation_of(ChainId(chain)) > 1
        self._words: set[int] | None = None
        self._receipts: list[tuple[int, dict[str, int]]] | None = None

    def arrived_ms(self, chain: str, seq: int) -> int | None:
        """When it came here; a district that was restored goes by its receipts too, as laptops do."""
        here = [entry.c.village == self._code, entry.c.chain == chain, entry.c.seq == seq]
        held = self._connection.execute(select(entry.c.arrived_at_ms).where(*here)).scalar()
        times = [int(held) if held is not None else self._now]
        if self._restored:
            times += [at_ms for at_ms, heads in self._told() if heads.get(chain, 0) >= seq]
        return min(times)

    def heard_since(self, chain: str, seq: int, floor_ms: int, since_ms: int) -> bool:
        """Whether a floor of the chain up to there is a time at which we spoke: so its laptop had heard it."""
        words = {at_ms for at_ms in self._all_words() if since_ms <= at_ms <= floor_ms}
        if not words or floor_ms in words:
            return bool(words)
        fresh = (one for one in self._fresh.values() if one.chain == chain and one.seq <= seq)
        if any(one.floor_ms in words for one in fresh):
            return True
        rows = select(entry.c.floor_ms).where(
            entry.c.village == self._code,
            entry.c.chain == chain,
            entry.c.seq <= seq,
            entry.c.floor_ms.between(min(words), max(words)),
        )
        return any(known_ms in words for known_ms in self._connection.execute(rows).scalars())

    def _all_words(self) -> set[int]:
        if self._words is None:
            said = select(entry.c.at_ms).where(entry.c.village == self._code, entry.c.chain.startswith(self._own))
            self._words = {int(at_ms) for at_ms in self._connection.execute(said.distinct()).scalars()}
            self._words |= {one.at_ms for one in self._fresh_own()}
        return self._words

    def _told(self) -> list[tuple[int, dict[str, int]]]:
        if self._receipts is None:
            rows: Iterable[Row[Any]] = self._connection.execute(
                select(*ENTRY_COLUMNS).where(entry.c.village == self._code, entry.c.kind == "receipt_issued")
            )
            told = [one for one in map(entry_of, rows) if one.chain.startswith(self._own)]
            self._receipts = []
            for one in (*told, *self._fresh_own()):
                try:
                    said = decode_payload(one.kind, one.version, one.payload)
                except Refused:
                    continue
                if isinstance(said, ReceiptIssued):
                    self._receipts.append((one.at_ms, said.heads))
        return self._receipts

    def _fresh_own(self) -> list[Entry]:
        return [one for one in self._fresh.values() if one.chain.startswith(self._own)]
