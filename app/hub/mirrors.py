"""Where nothing opens a laptop's store any more: its mirror was sealed to the district too, and gives its journal back.

On the line a laptop's key vouches for what it sends. A mirror has no such word, and anybody can seal to the district's
public key: so only what a seal of one of the village's officials stands behind is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.entry import GENESIS, Entry
from app.domain.errors import Refused
from app.domain.ids import ChainId, device_of
from app.domain.payloads import Sealed
from app.hub.district import District
from app.hub.judge import certified_keys
from app.hub.receipts import owe_receipt, write_receipt
from app.hub.store import VillageStore
from app.hub.tables import device, person
from app.wire.entry import entry_hash
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds


@dataclass(frozen=True, slots=True)
class Mirrored:
    """What a laptop's mirror holds, as far as the district's key opens it."""

    entries: Sequence[Entry]
    lost: int
    """Pieces that are torn, damaged, or were written before the laptop knew the district."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a mirror."""

    village: str
    new: int
    known: int
    unproven: int
    """Entries behind the last seal: nobody stands behind them."""
    receipt: str
    """Empty where nothing was new."""


def take_mirror(district: District, mirrored: Mirrored) -> Brought:
    """Take in what is proven; a second time changes nothing.

    Refused ``mirror_empty``, ``mirror_laptop_unknown`` where no laptop of this district wrote it.
    """
    chains: dict[ChainId, dict[int, Entry]] = defaultdict(dict)
    for one in mirrored.entries:
        chains[one.chain].setdefault(one.seq, one)
    if not chains:
        raise Refused("mirror_empty")
    with district.database.read() as connection:
        code = _village_of(connection, chains)
        keys = _keys(connection, code)
    proven = [one for run in chains.values() for one in _proven([run[seq] for seq in sorted(run)], keys)]
    with district.database.write(code) as connection:
        store = VillageStore(connection, district, code)
        taken = store.receive(proven)
        if taken.new:
            owe_receipt(connection, code, taken.at_ms)
    with district.database.write(code) as connection:
        store = VillageStore(connection, district, code)
        # Also for what an earlier attempt kept before it was cut off.
        receipt = write_receipt(connection, district, code, store, taken) if store.arrived() else ""
    unproven = sum(map(len, chains.values())) - len(proven)
    return Brought(code, taken.new, taken.known, unproven, receipt)


def _village_of(connection: Connection, chains: Iterable[ChainId]) -> str:
    wanted = {device_of(chain) for chain in chains}
    rows = connection.execute(select(device.c.village, device.c.device).where(device.c.device.in_(wanted))).all()
    villages = {row.village for row in rows}
    if {row.device for row in rows} != wanted or len(villages) != 1:
        raise Refused("mirror_laptop_unknown")
    return str(villages.pop())


def _keys(connection: Connection, code: str) -> Mapping[str, set[bytes]]:
    """Person -> the keys that he has or had."""
    keys = {who: set(held) for who, held in certified_keys(connection, code).items()}
    for row in connection.execute(select(person.c.person, person.c.public_key).where(person.c.village == code)):
        keys.setdefault(row.person, set()).add(bytes(row.public_key))
    return keys


def _proven(run: Sequence[Entry], keys: Mapping[str, set[bytes]]) -> list[Entry]:
    """Of one chain in order: each unbroken piece up to the last seal in it that holds; a changed entry is in none."""
    found: list[Entry] = []
    piece: list[Entry] = []
    for one in run:
        if piece and not _follows(piece[-1], one):
            changed = one.seq == piece[-1].seq + 1
            found += _sealed_part(piece, keys)
            piece = []
            if changed:
                continue
        piece.append(one)
    return [*found, *_sealed_part(piece, keys)]


def _follows(before: Entry, one: Entry) -> bool:
    return one.seq == before.seq + 1 and entry_hash(before.hash, one) == one.hash


def _sealed_part(piece: Sequence[Entry], keys: Mapping[str, set[bytes]]) -> Sequence[Entry]:
    if piece and piece[0].seq == 1 and entry_hash(GENESIS, piece[0]) != piece[0].hash:
        return ()
    hashes = {one.seq: one.hash for one in piece}
    proven = 0
    for at, one in enumerate(piece, 1):
        if one.kind != "sealed":
            continue
        try:
            said = decode_payload(one.kind, one.version, one.payload)
        except Refused:
            continue
        if (
            isinstance(said, Sealed)
            and hashes.get(said.seq) == said.head
            and any(seal_holds(said, one.chain, key) for key in keys.get(one.author, ()))
        ):
            proven = at
    return piece[:proven]
