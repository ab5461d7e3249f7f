"""Rows of as many villages as a nation has, written past the hub: what one exchange costs must not depend on them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Table, insert

from app.hub.database import EVERYWHERE
from app.hub.district import District
from app.hub.tables import device, entry, family, head, person, proposal, seal, village

ENTRIES, FAMILIES, PROPOSALS = 12, 10, 2
_AT_ONCE = 20_000
Row = dict[str, object]


def fill(district: District, villages: int) -> None:
    """Villages with a laptop, two people, a dozen entries, some families and proposals each."""
    with district.database.write(EVERYWHERE) as connection:
        for table, rows in _tables(villages):
            while some := list(islice(rows, _AT_ONCE)):
                connection.execute(insert(table), some)


def _tables(villages: int) -> Iterator[tuple[Table, Iterator[Row]]]:
    codes = [f"{1_100_000_000 + 97_531 * number}" for number in range(villages)]
    yield village, (_village(code) for code in codes)
    yield head, (row for code in codes for row in _heads(code))
    yield device, (_device(code) for code in codes)
    yield person, (_person(code, number) for code in codes for number in range(2))
    yield seal, ({"village": code, "chain": f"d{code}.1", "author": "p0", "covers": 12} for code in codes)
    yield entry, (_entry(code, number) for code in codes for number in range(1, ENTRIES + 1))
    yield family, (_family(code, number) for code in codes for number in range(FAMILIES))
    yield proposal, (_proposal(code, number) for code in codes for number in range(PROPOSALS))


def _village(code: str) -> Row:
    return {
        "village": code, "name": f"Desa {code}", "district": "K", "chain": f"hub{code}.1", "epoch": "1.a",
        "turn": 20, "floor_ms": 1, "receipts": 1, "heard_at_ms": 1,
    }  # fmt: skip


def _heads(code: str) -> Iterator[Row]:
    for chain in (f"d{code}.1", f"hub{code}.1"):
        yield {"village": code, "chain": chain, "seq": 12, "hash": bytes(32), "sealed_seq": 12}


def _device(code: str) -> Row:
    keys = {"signing_key": bytes(32), "exchange_key": bytes(32)}
    return {"village": code, "device": f"d{code}", "label": "Laptop", "certified_at_ms": 1, "heard_at_ms": 1, **keys}


def _person(code: str, number: int) -> Row:
    return {
        "village": code, "person": f"p{number}", "name": "Siti", "role": "operator", "public_key": bytes(32),
        "rts": "[]", "until": "", "active": True, "certified": True,
    }  # fmt: skip


def _entry(code: str, number: int) -> Row:
    return {
        "village": code, "chain": f"d{code}.1", "seq": number, "author": "p0", "at_ms": number, "floor_ms": number,
        "turn": number, "kind": "visit_recorded", "version": 1, "subject": f"f-{number}", "payload": bytes(120),
        "hash": bytes(32), "reason": "", "arrived_at_ms": number,
    }  # fmt: skip


def _family(code: str, number: int) -> Row:
    return {"village": code, "family": f"f-{number}", "rt": "001", "rw": "001", "body": bytes(160)}


def _proposal(code: str, number: int) -> Row:
    return {
        "village": code, "proposal": f"d{code}.1/{number}", "family": f"f-{number}", "kind": "correction",
        "state": "proposed", "name": "NUR", "rt": "001", "rw": "001", "author": "p0", "at_ms": number,
        "arrived_at_ms": number, "waits": True,
    }  # fmt: skip
