"""Bundles at the district: takes what a stick brought of a village, and writes what its laptops lack.

The same exchange as on the line: entries are judged and kept, photos proved and sealed, a receipt is written on the
district's chain, and the answer goes back as a bundle that any laptop of the village can open and pass on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from sqlalchemy import Connection, select

from app.domain.entry import Vector
from app.domain.errors import Refused
from app.domain.ids import ChainId, device_of
from app.domain.payloads.custody import PHOTO_MARK
from app.hub.blobs import Blobs
from app.hub.chain import is_own, village_row
from app.hub.district import District
from app.hub.exchange import (
    note_heard,
    opened_store,
    shown_certificate,
    unseen,
    vouched_for,
)
from app.hub.laptop_names import laptop_names
from app.hub.lists_back import take_back
from app.hub.receipts import owe_receipt, pay_owed, receipt_for
from app.hub.restored import say_again
from app.hub.store import VillageStore
from app.hub.tables import device, evidence, peer, revoked
from app.wire.bundle import (
    Header,
    Opened,
    PhotoRow,
    Words,
    bundle_pieces,
    open_key,
    read_photo,
    read_words,
    written_with,
)
from app.wire.cargo import words_for
from app.wire.columns import decode_entries
from app.wire.exchange import PackBody, body_of, forks, numbers, rows_of, vector_of
from app.wire.trust import device_id, district_device

LARGEST_ENTRIES = 16 << 20
"""Payload bytes of one bundle."""

MOST_LACKING = 20_000
"""Photos that are named as not here; six bytes each."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries of one laptop that a bundle's sender holds and that did not come along."""

    laptop: str
    """Who has it, as `laptop_names` has it; empty where it is unknown here."""
    entries: int
    written_at_ms: int
    """When an earlier bundle of the sender was written that has them; 0 where none is told of."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What one bundle brought."""

    village: str
    village_name: str
    laptop: str
    """Who has the laptop that made it, as `laptop_names` has it; empty where neither he nor its name is known."""
    at_ms: int
    entries: int
    known: int
    photos: int
    receipt: str
    """Empty where nothing was new."""
    set_aside: int
    gaps: tuple[Gap, ...] = ()

    @property
    def missing(self) -> int:
        """Entries that the laptop holds and that did not come along: something before them was left on another stick,
        perhaps."""
        return sum(one.entries for one in self.gaps)


def take_bundle(district: District, file: IO[bytes], opened: Opened) -> Arrived:
    """Take in a checked bundle; a second time changes nothing.

    Refused ``exchange_wrong_hub``, ``hub_village_unknown``, ``exchange_device_unknown``, ``bundle_from_district``,
    ``bundle_not_for_us``, ``bundle_malformed``, ``bundle_damaged``.
    """
    header = opened.header
    _check(district, header)
    with district.database.read() as connection:
        label = _label(connection, header)
    key = open_key(opened, district.keys.exchange)
    words = read_words(file, opened, key)
    with district.database.read() as connection:
        certificate = shown_certificate(connection, district, header.village, header.sender, words.certificate)
    if label is None and certificate is None:
        raise Refused("exchange_device_unknown")
    label = label or (certificate.laptop.label if certificate is not None else "")
    entries = decode_entries(words.entries) if words.entries else []
    lost = decode_entries(words.lost) if words.lost else []
    theirs = vector_of(words.vector)
    with district.database.write(header.village) as connection:
        store, _ = opened_store(connection, district, header.village, theirs, certificate, lost, asks=False)
        paid = pay_owed(connection, district, header.village, store)  # an earlier attempt was cut off
        if lost and say_again(connection, district, header.village, lost):
            store.look_again()
        taken = store.receive(vouched_for(connection, district, header.village, header.sender, entries, words.heads))
        if taken.new:
            owe_receipt(connection, header.village, taken.at_ms)
        take_back(connection, district, header.village, (one.body for one in words.packs))
        alike = _alike(district, header.village, theirs, store, {row.chain for row in taken.forked})
        note_heard(connection, district, header.village, header.sender, alike)
    photos = _keep_photos(district, file, opened, key, words.photos)
    with district.database.write(header.village) as connection:
        store = VillageStore(connection, district, header.village)
        receipt = receipt_for(connection, district, header.village, store, came=bool(taken.new or photos)) or paid
        names = laptop_names(connection, header.village)
        gaps = _gaps(district, header.village, numbers(store.vector()), words, names)
        name = str(store.place().name)
    return Arrived(
        header.village,
        name or header.village,
        names.get(header.sender, "") or label,
        header.at_ms,
        taken.new,
        taken.known,
        photos,
        receipt,
        len(taken.set_aside),
        gaps,
    )


def make_bundle(district: District, code: str) -> Iterator[bytes]:
    """What laptops of a village may lack, as a bundle, piece by piece. Refused ``hub_village_unknown``,
    ``bundle_no_reader`` where no laptop is enrolled."""
    with district.database.read() as connection:
        place = village_row(connection, code)
        laptops = _laptops(connection, code)
        if not laptops:
            raise Refused("bundle_no_reader", village=code)
        store = VillageStore(connection, district, code)
        known = _known_to(connection, code, laptops)
        entries = words_for(known, numbers(store.vector()), store.entries_after, LARGEST_ENTRIES)
        # Every list: a laptop may have heard of one where there was no time to give it.
        bodies = store.packs()
        vector = store.vector()
        aside, lacking = unseen(connection, code), _photos_lacking(connection, code)
    words = Words(
        place.epoch,
        rows_of(vector),
        body_of(entries) if entries else b"",
        tuple(PackBody(sha256, body) for sha256, body in bodies),
        aside=aside,
        lacking=lacking,
    )
    keys = district.keys
    sender = district_device(keys.root_public, code)
    readers = [keys.exchange_public, *laptops.values()]
    return bundle_pieces(keys.hub, code, sender, keys.root, readers, words, lambda name: None, district.now_ms())


def _photos_lacking(connection: Connection, code: str) -> bytes:
    """Marks of the photos that are told of and are not here: who has sticks alone learns nowhere else of one that was
    lost with a disk."""
    wanted = (
        select(evidence.c.name)
        .where(evidence.c.village == code, evidence.c.held.is_(False))
        .order_by(evidence.c.name)
        .limit(MOST_LACKING)
    )
    return b"".join(bytes.fromhex(name)[:PHOTO_MARK] for name in connection.execute(wanted).scalars())


def _gaps(
    district: District, code: str, held: Mapping[str, int], words: Words, names: Mapping[str, str]
) -> tuple[Gap, ...]:
    """What the sender holds beyond that, laptop by laptop."""
    found: dict[str, Gap] = {}
    for row in words.vector:
        have = held.get(row.chain, 0)
        if row.seq > have:
            writer = device_of(ChainId(row.chain))
            label = district.name if is_own(district, code, row.chain) else names.get(writer, "")
            before = found.get(writer, Gap(label, 0, 0))
            written = before.written_at_ms or written_with(words.earlier, row.chain, have + 1)
            found[writer] = Gap(label, before.entries + row.seq - have, written)
    return tuple(found.values())


def _alike(district: District, code: str, theirs: Vector, store: VillageStore, forked: set[str]) -> Vector:
    """What a laptop holds as we do. Of the rest ours goes to it whole with the next bundle, where it is compared and
    healed; of our own chain that too of which it holds more: we were restored, and may have written on since."""
    held = store.vector()
    otherwise = {*forked, *forks(theirs, store.hash_at)}
    for chain, end in theirs.items():
        if is_own(district, code, chain) and (chain not in held or end.seq > held[chain].seq):
            otherwise.add(chain)
    return {chain: end for chain, end in theirs.items() if chain not in otherwise}


def _check(district: District, header: Header) -> None:
    if header.hub != district.keys.hub:
        raise Refused("exchange_wrong_hub")
    if header.sender == district_device(district.keys.root_public, header.village):
        raise Refused("bundle_from_district")
    if device_id(header.sender_key) != header.sender:
        raise Refused("bundle_damaged")


def _label(connection: Connection, header: Header) -> str | None:
    """The laptop's name, None where it is unknown. A laptop whose key was revoked is heard: its entries are judged one
    by one."""
    where = [device.c.village == header.village, device.c.device == header.sender]
    row = connection.execute(select(device.c.label, device.c.signing_key).where(*where)).one_or_none()
    if row is None:
        return None
    if bytes(row.signing_key) != header.sender_key:
        raise Refused("bundle_damaged")
    return str(row.label)


def _keep_photos(district: District, file: IO[bytes], opened: Opened, key: bytes, photos: Sequence[PhotoRow]) -> int:
    """Those that entries tell of and that are not here yet."""
    blobs = Blobs(district)
    code = opened.header.village
    new = 0
    for place, photo in enumerate(photos):
        try:
            if blobs.told(code, photo.name) == photo.size and not blobs.holds(code, photo.name):
                blobs.put(code, photo.name, read_photo(file, opened, key, place, photo))
                new += 1
        except Refused as refused:
            if refused.code not in ("blob_untold", "blob_too_large"):
                raise
    return new


def _laptops(connection: Connection, code: str) -> dict[str, bytes]:
    """Device -> exchange key, of laptops that are still trusted."""
    gone = set(connection.execute(select(revoked.c.public_key).where(revoked.c.village == code)).scalars())
    rows = connection.execute(
        select(device.c.device, device.c.signing_key, device.c.exchange_key).where(device.c.village == code)
    )
    return {row.device: bytes(row.exchange_key) for row in rows if bytes(row.signing_key) not in map(bytes, gone)}


def _known_to(connection: Connection, code: str, laptops: Mapping[str, bytes]) -> list[dict[str, int]]:
    """What each laptop is known to hold."""
    rows = connection.execute(select(peer.c.device, peer.c.vector).where(peer.c.village == code))
    told = {row.device: json.loads(row.vector) for row in rows}
    return [{str(chain): int(seq) for chain, seq in told.get(name, {}).items()} for name in laptops]
