"""The district's own chain about one village: the only way in which the hub says anything."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, func, insert, select, update

from app.domain.entry import LARGEST_NUMBER, VILLAGE, Entry, Head
from app.domain.errors import Refused
from app.domain.ids import ChainId, EntryId, PersonId, chain_id, device_of
from app.domain.payloads import DeviceStarted, Payload, PersonCertified
from app.domain.policy import VERIFIER
from app.hub.calendar import newest
from app.hub.district import PROGRAM, District
from app.hub.ready import Ready, ReadyRows, rows, tell
from app.hub.tables import entry, head, village
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from app.wire.seal import make_seal
from app.wire.trust import district_device

Said = tuple[PersonId, str, Payload]
"""Author, subject, payload."""


def entry_row(code: str, one: Entry, reason: str, arrived_at_ms: int) -> dict[str, object]:
    """An entry as a row of `entry`."""
    return {
        "village": code,
        "chain": one.chain,
        "seq": one.seq,
        "author": one.author,
        "at_ms": one.at_ms,
        "floor_ms": one.floor_ms,
        "turn": one.turn,
        "kind": one.kind,
        "version": one.version,
        "subject": one.subject,
        "payload": one.payload,
        "hash": one.hash,
        "reason": reason,
        "arrived_at_ms": arrived_at_ms,
    }


ENTRY_COLUMNS = tuple(
    entry.c[name]
    for name in (
        "chain", "seq", "author", "at_ms", "floor_ms", "turn", "kind", "version", "subject", "payload", "hash",
    )
)  # fmt: skip
"""In the order of the fields of `Entry`."""


def entry_of(row: Row[Any]) -> Entry:
    """A row that begins with `ENTRY_COLUMNS` as an entry."""
    return Entry(*row[:11])


# Statements of every exchange are made once: making them anew took half of its time.
_AT: BindParameter[str] = bindparam("at_village")
_IN_CHAIN: BindParameter[str] = bindparam("at_chain")
PLACE = Ready(select(village).where(village.c.village == _AT))
_END = Ready(select(head.c.seq, head.c.hash).where(head.c.village == _AT, head.c.chain == _IN_CHAIN))
ENDS = Ready(select(head.c.chain, head.c.seq, head.c.hash).where(head.c.village == _AT))
_MOVE_END = Ready(
    update(head)
    .where(head.c.village == _AT, head.c.chain == _IN_CHAIN)
    .values(seq=bindparam("to_seq"), hash=bindparam("to_hash"), sealed_seq=bindparam("to_sealed"))
)
_NEW_END, NEW_ENTRIES = ReadyRows(head), ReadyRows(entry)
_SAID = Ready(
    update(village)
    .where(village.c.village == _AT)
    .values(
        turn=bindparam("to_turn"),
        floor_ms=bindparam("to_floor"),
        receipts=bindparam("to_receipts"),
        heard_at_ms=bindparam("to_heard"),
    )
)


def village_row(connection: Connection, code: str) -> Any:
    """One village. Refused ``hub_village_unknown``."""
    return one_village(rows(connection, PLACE, {"at_village": code}), code)


def one_village(found: Sequence[Any], code: str) -> Any:
    """What `PLACE` gave. Refused ``hub_village_unknown``."""
    if not found:
        raise Refused("hub_village_unknown", village=code)
    return found[0]


def head_of(connection: Connection, code: str, chain: str) -> Head | None:
    """The end of one chain, None where it is not held."""
    found = rows(connection, _END, {"at_village": code, "at_chain": chain})
    return Head(found[0].seq, found[0].hash) if found else None


def ends_in(found: Sequence[Any]) -> dict[ChainId, Head]:
    """What is held of a village, as `ENDS` gave it: chain -> its end."""
    return {ChainId(row.chain): Head(row.seq, row.hash) for row in found}


def put_head(connection: Connection, code: str, chain: str, end: Head, sealed_seq: int, *, held: bool) -> None:
    """Note the end of a chain and how far it is sealed; `held` tells whether the chain was there."""
    if held:
        values = {"to_seq": end.seq, "to_hash": end.hash, "to_sealed": sealed_seq}
        tell(connection, _MOVE_END, {"at_village": code, "at_chain": chain} | values)
    else:
        row = {"village": code, "chain": chain, "seq": end.seq, "hash": end.hash, "sealed_seq": sealed_seq}
        tell(connection, _NEW_END, [row])


def open_village(connection: Connection, district: District, code: str, name: str) -> None:
    """Make a village known and begin the district's chain about it; a name that it has already stays."""
    held = connection.execute(select(village.c.name).where(village.c.village == code)).first()
    if held:
        if name and not held.name:
            connection.execute(update(village).where(village.c.village == code).values(name=name))
        return
    connection.execute(
        insert(village).values(
            village=code,
            name=name,
            district=district.name,
            chain="",
            epoch="",
            turn=0,
            floor_ms=0,
            receipts=0,
            heard_at_ms=0,
        )
    )
    calendar = newest(connection)
    begin_incarnation(connection, district, code, 1)
    if calendar is not None:
        say(connection, district, code, [(district.keys.person, VILLAGE, calendar)])


def begin_incarnation(connection: Connection, district: District, code: str, number: int) -> None:
    """A fresh chain of the district (the first, or one after a restored copy), certified and sealed by the root key."""
    before = village_row(connection, code)
    device = district_device(district.keys.root_public, code)
    connection.execute(
        update(village)
        .where(village.c.village == code)
        .values(chain=chain_id(device, number), epoch=f"{number}.{os.urandom(6).hex()}")
    )
    keys = district.keys
    after = ChainId(before.chain) if before.chain else None
    say(
        connection,
        district,
        code,
        [
            (keys.person, VILLAGE, DeviceStarted(device, number, code, district.name, PROGRAM, after)),
            (
                keys.person,
                VILLAGE,
                PersonCertified(keys.person, code, district.name, VERIFIER, keys.root_public),
            ),
        ],
    )


def is_own(district: District, code: str, chain: str) -> bool:
    """Whether a chain is the district's own about this village, in any incarnation."""
    return device_of(ChainId(chain)) == district_device(district.keys.root_public, code)


def say(connection: Connection, district: District, code: str, said: Sequence[Said]) -> list[EntryId]:
    """Append entries to the district's chain and seal them with the root key; gives their ids, the seal's not."""
    return [one.id for one in append(connection, district, code, said)[: len(said)]]


def append(
    connection: Connection,
    district: District,
    code: str,
    said: Sequence[Said],
    *,
    place: Any = None,
    turn: int = 0,
    ends: dict[ChainId, Head] | None = None,
    receipts: int = 0,
    heard_at_ms: int = 0,
    at_ms: int = 0,
) -> list[Entry]:
    """The same, giving the entries themselves, the seal as the last.

    Whoever has read them in this transaction gives the village's row as `place`, a higher `turn` that was reached
    since, and the `ends` that are held, which are kept up to date; `receipts` counts those among `said`;
    `heard_at_ms` is when the village was heard of, if that is noted with it; `at_ms` the time of the entries, where it
    is not now.
    """
    place = place if place is not None else village_row(connection, code)
    chain, turn, floor = ChainId(place.chain), max(turn, place.turn), place.floor_ms
    end = ends.get(chain) if ends is not None else head_of(connection, code, chain)
    held = end is not None
    at = at_ms or district.now_ms()
    made: list[Entry] = []

    def add(author: PersonId, subject: str, payload: Payload) -> None:
        nonlocal end, turn
        turn = min(turn + 1, LARGEST_NUMBER)
        kind, version, content = encode_payload(payload)
        one = next_entry(
            end,
            chain=chain,
            author=author,
            at_ms=at,
            floor_ms=max(floor, at),
            turn=turn,
            kind=kind,
            version=version,
            subject=subject,
            payload=content,
        )
        end = Head(one.seq, one.hash)
        made.append(one)

    for author, subject, payload in said:
        add(author, subject, payload)
    if end is not None:
        add(district.keys.person, VILLAGE, make_seal(district.keys.root, chain, end))
    values = {"to_turn": turn, "to_floor": max(floor, at), "to_receipts": place.receipts + receipts}
    values["to_heard"] = heard_at_ms or place.heard_at_ms
    if end is not None:
        put_head(connection, code, chain, end, end.seq, held=held)
    tell(connection, NEW_ENTRIES, [entry_row(code, one, "", at) for one in made])
    tell(connection, _SAID, {"at_village": code} | values)
    if end is not None and ends is not None:
        ends[chain] = end
    return made


def incarnations(connection: Connection, district: District, code: str) -> int:
    """The highest number of an own chain that is held."""
    device = district_device(district.keys.root_public, code)
    rows = connection.execute(
        select(func.distinct(head.c.chain)).where(head.c.village == code, head.c.chain.startswith(f"{device}."))
    )
    return max((int(chain.rpartition(".")[2]) for chain in rows.scalars()), default=0)
