"""Rows of as many villages as a nation has, written past the hub: what one exchange costs must not depend on them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Insert, Table, func, insert, literal, select, true

from app.domain.roster import Family
from app.hub.database import EVERYWHERE
from app.hub.district import District
from app.hub.listed import family_bytes
from app.hub.tables import device, entry, family, head, peer, person, proposal, seal, village

FIRST = "1100000000"
_AT_ONCE = 20_000
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Size:
    """How much each village holds; its entries are visits of the families in turn, one in fifty set aside where
    `aside`."""

    entries: int = 12
    families: int = 10
    proposals: int = 2
    laptops: int = 1
    aside: bool = False


def fill(district: District, villages: int, size: Size = Size()) -> None:  # nothing of it can change
    """Villages with laptops, two people, entries, families and proposals each."""
    with district.database.write(EVERYWHERE) as connection:
        for table, rows in _tables(villages, size):
            while some := list(islice(rows, _AT_ONCE)):
                connection.execute(insert(table), some)
        for table, rows in _tables_of_one(size):
            connection.execute(insert(table), list(rows))
            connection.execute(_for_all_others(table))


def _for_all_others(table: Table) -> Insert:
    """The first village's rows for every other one that was made here; the store does it at once."""
    told: dict[str, ColumnElement[Any]] = {column.name: column for column in table.c} | {"village": village.c.village}
    for name, behind in (("chain", literal(".1")), ("proposal", func.substr(table.c.get("proposal"), len(FIRST) + 2))):
        if name in told:
            told[name] = literal("d") + village.c.village + behind
    others = (
        table.c.village == FIRST,
        village.c.village != FIRST,
        village.c.name == literal("Desa ") + village.c.village,
    )
    return insert(table).from_select(
        [*told], select(*told.values()).select_from(table.join(village, true())).where(*others)
    )


def _tables(villages: int, size: Size) -> Iterator[tuple[Table, Iterator[Row]]]:
    codes = [f"{int(FIRST) + 97_531 * number}" for number in range(villages)]
    devices = [(code, f"d{code}{number or ''}") for code in codes for number in range(size.laptops)]
    yield village, (_village(code) for code in codes)
    yield head, (row for code in codes for row in _heads(code, size))
    yield device, (_device(code, name) for code, name in devices)
    yield peer, ({"village": code, "device": name, "vector": _vector(code, size)} for code, name in devices)
    yield person, (_person(code, number) for code in codes for number in range(2))
    yield seal, ({"village": code, "chain": f"d{code}.1", "author": "p0", "covers": size.entries} for code in codes)


def _tables_of_one(size: Size) -> Iterator[tuple[Table, Iterator[Row]]]:
    yield entry, (_entry(FIRST, number, size) for number in range(1, size.entries + 1))
    yield family, (_family(FIRST, number) for number in range(size.families))
    yield proposal, (_proposal(FIRST, number) for number in range(size.proposals))


def _village(code: str) -> Row:
    return {
        "village": code, "name": f"Desa {code}", "district": "K", "chain": f"hub{code}.1", "epoch": "1.a",
        "turn": 20, "floor_ms": 1, "receipts": 1, "heard_at_ms": 1,
    }  # fmt: skip


def _vector(code: str, size: Size) -> str:
    return json.dumps({f"d{code}.1": size.entries})


def _heads(code: str, size: Size) -> Iterator[Row]:
    for chain in (f"d{code}.1", f"hub{code}.1"):
        yield {"village": code, "chain": chain, "seq": size.entries, "hash": bytes(32), "sealed_seq": size.entries}


def _device(code: str, name: str) -> Row:
    keys = {"signing_key": bytes(32), "exchange_key": bytes(32)}
    return {"village": code, "device": name, "label": "Laptop", "certified_at_ms": 1, "heard_at_ms": 1, **keys}


def _person(code: str, number: int) -> Row:
    return {
        "village": code, "person": f"p{number}", "name": "Siti", "role": "operator", "public_key": bytes(32),
        "rts": "[]", "until": "", "active": True, "certified": True,
    }  # fmt: skip


def _entry(code: str, number: int, size: Size) -> Row:
    return {
        "village": code, "chain": f"d{code}.1", "seq": number, "author": "p0", "at_ms": number, "floor_ms": number,
        "turn": number, "kind": "visit_recorded", "version": 1, "subject": f"f-{number % size.families}",
        "payload": bytes(120), "hash": bytes(32), "reason": "unsealed" if size.aside and number % 50 == 0 else "",
        "arrived_at_ms": number,
    }  # fmt: skip


def _family(code: str, number: int) -> Row:
    one = Family(id=f"f-{number}", head_name=f"NUR {number}", rt="001", rw="001", address="Dusun Satu" + " " * 60)
    return {"village": code, "family": one.id, "rt": "001", "rw": "001", "body": family_bytes(one)}


def _proposal(code: str, number: int) -> Row:
    return {
        "village": code, "proposal": f"d{code}.1/{number}", "family": f"f-{number}", "kind": "correction",
        "state": ("endorsed", "accepted", "returned", "proposed")[number % 4] if number > 1 else "proposed",
        "name": "NUR", "rt": "001", "rw": "001", "author": "p0", "at_ms": number,
        "arrived_at_ms": number, "waits": number < 2 or number % 4 in (0, 3),
    }  # fmt: skip
