"""Where entries are on their way to the district: what receipts cover, what was handed to a line or a stick.

The newest receipt that names a chain decides, not the highest number ever named: a hub that came back from an old
backup says so in its next receipt. A receipt whose hash is not ours at that number speaks of another laptop's chain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection

from app.usecases.reading import Transport

SAVED: Final = "saved"
SENT: Final = "sent"
RECEIVED: Final = "received"
DECIDED: Final = "decided"

Place = tuple[str, int]
"""Chain and number of an entry."""


def district_chains(connection: Connection) -> frozenset[str]:
    """Chains that the district itself writes: nothing on them waits for it."""
    kinds = "'receipt_issued', 'device_certified', 'person_certified', 'key_revoked', 'decision_made'"
    rows = connection.exec_driver_sql(
        f"SELECT DISTINCT chain FROM entry WHERE kind IN ({kinds}) AND quarantine = ''"
        " UNION SELECT DISTINCT substr(id, 1, instr(id, '/') - 1) FROM pack WHERE local = 0"
    )
    return frozenset(str(chain) for (chain,) in rows)


def held_by_district(connection: Connection) -> Mapping[str, int]:
    """Chain -> last number that the district's newest receipt says it holds."""
    rows = connection.exec_driver_sql(_HELD)
    return {str(chain): int(seq) for chain, seq, _ in rows}


def transports(connection: Connection, places: Iterable[Place]) -> dict[Place, Transport]:
    """Where each entry is; the receipt named is the first that covered it."""
    wanted = list(dict.fromkeys(places))
    if not wanted:
        return {}
    held = held_by_district(connection)
    own = district_chains(connection)
    rows = connection.exec_driver_sql("SELECT chain, seq, at_ms, road FROM sent")
    sent = {str(chain): (int(seq), int(at_ms), str(road)) for chain, seq, at_ms, road in rows}
    covered = [place for place in wanted if place[0] not in own and place[1] <= held.get(place[0], 0)]
    receipts = _first_receipts(connection, covered)
    found: dict[Place, Transport] = {}
    for place in wanted:
        chain, seq = place
        through, at_ms, road = sent.get(chain, (0, 0, ""))
        if chain in own:
            found[place] = Transport(RECEIVED)
        elif place in receipts:
            number, received_at_ms = receipts[place]
            found[place] = Transport(RECEIVED, number, received_at_ms, received_at_ms=received_at_ms)
        elif seq <= through:
            found[place] = Transport(SENT, at_ms=at_ms, road=road)
        else:
            found[place] = Transport(SAVED)
    return found


def aside_there(connection: Connection, places: Iterable[Place]) -> dict[Place, str]:
    """Those of these entries that the district does not count, as it last told, each with the code of why."""
    rows = connection.exec_driver_sql(
        "SELECT aside_there.chain, aside_there.seq, aside_there.reason FROM json_each(?) AS told CROSS JOIN aside_there"
        " WHERE aside_there.chain = told.value ->> 0 AND aside_there.seq = told.value ->> 1",
        (json.dumps(list(places)),),
    )
    return {(str(chain), int(seq)): str(reason) for chain, seq, reason in rows}


def decided(transport: Transport, at_ms: int) -> Transport:
    """The same entry after the district's word at `at_ms`; the receipt stays beside it."""
    return replace(transport, state=DECIDED, at_ms=at_ms, road="") if at_ms else transport


def _first_receipts(connection: Connection, places: list[Place]) -> dict[Place, tuple[str, int]]:
    if not places:
        return {}
    rows = connection.exec_driver_sql(_FIRST_RECEIPTS, (json.dumps(places),))
    return {(str(chain), int(seq)): (str(number), int(at_ms)) for chain, seq, number, at_ms, _ in rows}


# Where SQLite takes max() of a group, the bare columns beside it are those of the row that has it.
_HELD = """
    SELECT receipt_view.chain, receipt_view.seq, max(receipt_view.turn)
    FROM receipt_view LEFT JOIN entry ON entry.chain = receipt_view.chain AND entry.seq = receipt_view.seq
    WHERE entry.hash IS NULL OR receipt_view.hash = x'' OR receipt_view.hash = entry.hash
    GROUP BY receipt_view.chain
"""
_FIRST_RECEIPTS = """
    WITH wanted (chain, seq) AS (SELECT value ->> 0, value ->> 1 FROM json_each(?)),
    first (chain, seq, covers) AS (
        SELECT chain, seq, (
            SELECT min(receipt_view.seq) FROM receipt_view
            WHERE receipt_view.chain = wanted.chain AND receipt_view.seq >= wanted.seq)
        FROM wanted
    )
    SELECT first.chain, first.seq, receipt_view.number, receipt_view.at_ms, min(receipt_view.turn)
    FROM first CROSS JOIN receipt_view
    WHERE receipt_view.chain = first.chain AND receipt_view.seq = first.covers
    GROUP BY first.chain, first.seq
"""
