"""The district's receipts: which heads it holds, said on its chain; also where a cut had left one owed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select

from app.domain.entry import VILLAGE, Head
from app.domain.ids import ChainId
from app.domain.payloads import ReceiptIssued
from app.domain.payloads.custody import PHOTO_MARK
from app.hub.chain import ENTRY_COLUMNS, append, is_own
from app.hub.database import put
from app.hub.district import District
from app.hub.receive import Taken
from app.hub.store import WORDS, VillageStore
from app.hub.tables import arrived, entry
from app.hub.words import day_of
from app.wire.payload import decode_payload


def write_receipt(connection: Connection, district: District, code: str, store: VillageStore, taken: Taken) -> str:
    """Write down which heads the district now holds, which photos came since, and that the village was heard of now;
    gives the receipt's number.

    `taken` is what was taken in since `store` read the village's row: the receipt tells the very time at which it
    arrived (0: now), so that laptops judge by it as we do.
    """
    held, place = store.ends(), store.place()
    number = f"{day_of(district.now_ms()):%y%m%d}-{place.receipts + 1:04d}"
    again = int(place.chain.rpartition(".")[2])
    if again > 1:  # what was counted behind the backup is forgotten: those numbers were given to somebody already
        number += f"-{again}"
    laptops: dict[ChainId, Head] = {c: end for c, end in sorted(held.items()) if not is_own(district, code, c)}
    said = ReceiptIssued(
        number,
        {chain: end.seq for chain, end in laptops.items()},
        {chain: end.hash for chain, end in laptops.items()},
        photos=_photos_since(connection, code, store.arrived()),
    )
    store.remember(
        append(
            connection,
            district,
            code,
            [(district.keys.person, VILLAGE, said)],
            place=place,
            turn=taken.turn,
            ends=held,
            receipts=1,
            heard_at_ms=district.now_ms(),
            at_ms=taken.at_ms,
        )
    )
    return number


def pay_owed(connection: Connection, district: District, code: str, store: VillageStore) -> str:
    """Write the receipt that a cut left owed, with the time at which its words came, before anything else is taken in:
    one receipt has one time, and laptops judge by it. Gives its number, empty where none is owed."""
    owed = store.owed_since()
    if not owed:
        return ""
    number = write_receipt(connection, district, code, store, Taken(at_ms=owed))
    store.look_again()
    return number


def receipt_for(connection: Connection, district: District, code: str, store: VillageStore, *, came: bool) -> str:
    """The number of the receipt for what has come and was kept, which is written now; where another exchange has paid
    it meanwhile, the newest one: each tells of all that is held. Empty where nothing `came`."""
    if store.arrived():
        return write_receipt(connection, district, code, store, Taken(at_ms=store.owed_since()))
    told = (
        select(*ENTRY_COLUMNS)
        .where(entry.c.village == code, entry.c.chain == store.place().chain, entry.c.kind == "receipt_issued")
        .order_by(entry.c.seq.desc())
        .limit(1)
    )
    found = connection.execute(told).first() if came else None
    said = decode_payload(found.kind, found.version, found.payload) if found is not None else None
    return said.number if isinstance(said, ReceiptIssued) else ""


def owe_receipt(connection: Connection, code: str, at_ms: int) -> None:
    """Words were kept then; their receipt comes with a later transaction, and is owed where that one never comes."""
    put(connection, arrived, {"village": code, "name": f"{WORDS}{at_ms}"}, {})


def _photos_since(connection: Connection, code: str, fresh: Sequence[str]) -> bytes:
    """Marks of the photos that arrived since the receipt before, which are told of now."""
    if fresh:
        connection.execute(delete(arrived).where(arrived.c.village == code))
    return b"".join(bytes.fromhex(name)[:PHOTO_MARK] for name in sorted(fresh) if not name.startswith(WORDS))
