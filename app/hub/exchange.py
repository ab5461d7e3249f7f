"""One exchange, seen from the district: check who asks, take what is new, give what is lacked, write a receipt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Text,
    and_,
    bindparam,
    exists,
    literal_column,
    select,
    text,
    update,
)

from app.domain.entry import Entry, Head, Vector
from app.domain.errors import Refused
from app.domain.ids import ChainId, device_of, incarnation_of
from app.domain.payloads import ABOUT_FAMILIES, PackPublished, ReceiptIssued
from app.hub.allowance import Caller
from app.hub.chain import ENTRY_COLUMNS, begin_incarnation, entry_of, incarnations, is_own, open_village
from app.hub.district import District
from app.hub.enrol import is_revoked
from app.hub.ready import Last, Ready, among, ask_last, rows, tell
from app.hub.receipts import pay_owed, write_receipt
from app.hub.receive import Taken
from app.hub.restored import say_again, say_certificate_again
from app.hub.store import VillageStore
from app.hub.tables import device, entry, revoked, village
from app.wire.certificate import Certificate, read_certificate
from app.wire.columns import decode_entries
from app.wire.exchange import (
    PROTOCOL,
    Answer,
    AsideRow,
    PackBody,
    ReasonRow,
    Request,
    body_of,
    check_call,
    check_request,
    forks,
    numbers,
    read_call,
    read_request,
    rows_of,
    seal_answer,
    vector_of,
)
from app.wire.payload import decode_payload
from app.wire.trust import district_device
from app.wire.vouch import Ends, SignedHead, ends_of, sealed_ends, vouched

BATCH_BYTES = 2_000_000
"""Payload bytes of one answer; more follows when asked again."""

MOST_UNSEEN = 20_000
"""Entries that are named as set aside; a few bytes each."""

INLINE_PACKS = 24_000
"""Lists up to this size together come with the answer instead of on calls of their own, which go on after a cut."""
_PACKS_SHARE = 4
"""Part of what a slow line's answer should hold: entries travel at a tenth of their payload, lists as they are."""

_AT: BindParameter[str] = bindparam("at_village")
_NAME: BindParameter[str] = bindparam("at_device")
_NOW: BindParameter[int] = bindparam("to_now")
_GONE = exists().where(revoked.c.village == device.c.village, revoked.c.public_key == device.c.signing_key)
_DEVICE = Ready(
    select(device.c.signing_key, device.c.exchange_key, _GONE.label("gone")).where(
        device.c.village == _AT, device.c.device == _NAME
    )
)
_VILLAGE_HEARD = Ready(update(village).where(village.c.village == _AT).values(heard_at_ms=_NOW))
_DEVICE_HEARD = Ready(update(device).where(device.c.village == _AT, device.c.device == _NAME).values(heard_at_ms=_NOW))
_PEER_TOLD = Ready(
    text(
        "INSERT INTO peer (village, device, vector) VALUES (:at_village, :at_device, :to_vector) "
        "ON CONFLICT (village, device) DO UPDATE SET vector = excluded.vector"
    )
)
_EMPTY: ColumnElement[str] = literal_column("''", Text())  # bound, it would keep a store from the index `entry_aside`
_SOME = select(entry.c.chain, entry.c.reason).where(entry.c.village == _AT, entry.c.reason != _EMPTY).distinct().cte()
_ASIDE = Ready(
    select(entry.c.chain, entry.c.seq, entry.c.reason)
    .join(_SOME, and_(entry.c.chain == _SOME.c.chain, entry.c.reason == _SOME.c.reason))
    .where(
        entry.c.village == _AT,
        among(entry.c.kind.concat(_EMPTY), "kinds", sorted(ABOUT_FAMILIES)),  # looked for in no index
        entry.c.reason != _EMPTY,
    )
    .order_by(entry.c.chain.concat(_EMPTY), entry.c.seq)
    .limit(MOST_UNSEEN)
)


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """The keys of a certified laptop."""

    signing_key: bytes
    exchange_key: bytes


def serve_exchange(district: District, message: bytes) -> bytes:
    """The answer to one request. Refused ``exchange_*`` or ``body_*`` where the request is not to be believed,
    ``exchange_life_unproved`` where it has to be shown first, ``calls_too_many`` where the laptop asks too much."""
    request = read_request(message)
    if request.hub != district.keys.hub:
        raise Refused("exchange_wrong_hub")
    who = (request.village, request.device)
    district.allowance.check(who)
    with district.database.look() as connection:
        certificate = shown_certificate(connection, district, request.village, request.device, request.certificate)
        if certificate is None:
            exchange_key = known_device(connection, request.village, request.device, message)
        else:
            check_request(message, certificate.laptop.signing_key)
            exchange_key = certificate.laptop.exchange_key
    district.allowance.use(who, len(message))
    entries = decode_entries(request.entries) if request.entries else []
    lost = decode_entries(request.lost) if request.lost else []
    theirs = vector_of(request.vector)
    with district.database.write(request.village, lazily=certificate is None) as connection:
        store, place = opened_store(connection, district, request.village, theirs, certificate, lost, asks=True)
        receipt = pay_owed(connection, district, request.village, store)
        if lost and say_again(connection, district, request.village, lost):
            store.look_again()
        forked = forks(theirs, store.hash_at)
        taken = store.receive(
            vouched_for(connection, district, request.village, request.device, entries, request.heads),
            note_turn=False,
        )
        taken.forked += [ReasonRow(chain, seq, "chain_forked") for chain, seq in forked.items()]
        if taken.new:
            receipt = write_receipt(connection, district, request.village, store, taken)
        else:
            tell(connection, _VILLAGE_HEARD, {"at_village": request.village, "to_now": district.now_ms()})
        note_laptop(connection, district, request.village, request.device, theirs)
        found = _gather(connection, district, request, theirs, taken, store)
    answer = _answer(district, request, place.epoch, taken, receipt, found)
    sealed = seal_answer(answer, message, district.keys.root, exchange_key)
    district.allowance.moved(who, len(sealed))
    return sealed


def shown_certificate(
    connection: Connection, district: District, code: str, name: str, body: bytes
) -> Certificate | None:
    """What a laptop shows that is unknown here, because the district was restored to a day before it was let in; None
    where it is known or shows nothing. Refused ``exchange_device_revoked``."""
    if not body or rows(connection, _DEVICE, {"at_village": code, "at_device": name}):
        return None
    found = read_certificate(body, device=name, village=code, root_key=district.keys.root_public)
    if found is not None and is_revoked(connection, code, found.laptop.signing_key):
        raise Refused("exchange_device_revoked")
    return found


def opened_store(
    connection: Connection,
    district: District,
    code: str,
    theirs: Vector,
    certificate: Certificate | None,
    shown: Iterable[Entry],
    *,
    asks: bool,
) -> tuple[VillageStore, Any]:
    """A village that a laptop comes from, and its row, also where the district does not know them any more and the
    laptop shows its `certificate`; `shown` and `asks` as for `notice_restored`."""
    if certificate is not None:
        open_village(connection, district, code, "")
    store = VillageStore(connection, district, code)
    place = notice_restored(connection, district, code, theirs, store, shown, asks=asks)
    if certificate is not None:
        say_certificate_again(connection, district, code, certificate)
        store.look_again()
        place = store.place()
    return store, place


def vouched_for(
    connection: Connection,
    district: District,
    code: str,
    sender: str,
    entries: Sequence[Entry],
    heads: Iterable[SignedHead],
) -> list[Entry]:
    """What `sender` may bring of its own, of ours and of others' chains (see `app.wire.vouch`)."""
    own = district_device(district.keys.root_public, code)
    if all(device_of(one.chain) == sender for one in entries):
        return list(entries)
    keys = connection.execute(select(device.c.device, device.c.signing_key).where(device.c.village == code))
    return vouched(
        entries,
        sender=sender,
        district=own,
        root_key=district.keys.root_public,
        signing_keys={row.device: bytes(row.signing_key) for row in keys},
        heads=heads,
        receipts=_receipted(connection, code),
    )


def _receipted(connection: Connection, code: str) -> Ends:
    rows = connection.execute(
        select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind == "receipt_issued", entry.c.reason == "")
    )
    found: Ends = set()
    for one in map(entry_of, rows):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, ReceiptIssued):
            found |= ends_of(said)
    return found


def known_device(connection: Connection, code: str, name: str, message: bytes) -> bytes:
    """The exchange key of the laptop that signed `message`. Refused ``exchange_device_unknown``,
    ``exchange_device_revoked``, ``exchange_signature_wrong``."""
    row = device_row(connection, code, name)
    check_request(message, row.signing_key)
    return row.exchange_key


def device_row(connection: Connection, code: str, name: str) -> DeviceRow:
    """A certified laptop. Refused ``exchange_device_unknown``, ``exchange_device_revoked``."""
    found = rows(connection, _DEVICE, {"at_village": code, "at_device": name})
    if not found:
        raise Refused("exchange_device_unknown")
    row = found[0]
    if row.gone:
        raise Refused("exchange_device_revoked")
    return DeviceRow(bytes(row.signing_key), bytes(row.exchange_key))


def check_caller(district: District, header: str, call: str) -> Caller:
    """Village and name of the certified laptop that signed `call`, whose ``Authorization`` is `header`.

    Refused as `device_row`, and ``exchange_signature_wrong``, ``calls_too_many``.
    """
    code, name, signature = read_call(header)
    district.allowance.check((code, name))
    with district.database.look() as connection:
        keys = device_row(connection, code, name)
    check_call(signature, keys.signing_key, district.keys.hub, code, name, call)
    return code, name


def notice_restored(
    connection: Connection,
    district: District,
    code: str,
    theirs: Vector,
    store: VillageStore,
    shown: Iterable[Entry],
    *,
    asks: bool,
) -> Any:
    """A laptop that holds more of our own chain than we do, or other entries: we were restored from a copy.

    We then go on with a fresh chain; the laptop hears of it by the epoch and sends everything that we lack, our own
    lost entries too. Gives the village's row as it stands then. Only a seal among `shown` proves it, which nobody but
    our root key makes: a claim without one is passed over, or where the road `asks` Refused ``exchange_life_unproved``.
    """
    place = store.place()
    present = incarnation_of(ChainId(place.chain))

    def unlike(ends: Iterable[tuple[ChainId, Head]]) -> int:
        """The newest life, from the present one on, of which we do not hold an end; 0 where there is none."""
        own = ((incarnation_of(chain), chain, end) for chain, end in ends if is_own(district, code, chain))
        lives = (life for life, chain, end in own if life >= present and store.hash_at(chain, end.seq) != end.hash)
        return max(lives, default=0)

    claimed = unlike(theirs.items())
    if not claimed:
        return place
    ahead = unlike(sealed_ends(shown, district.keys.root_public))
    if asks and ahead < claimed:
        raise Refused("exchange_life_unproved")
    if not ahead:
        return place
    begin_incarnation(connection, district, code, max(ahead, incarnations(connection, district, code)) + 1)
    store.look_again()
    return store.place()


def note_heard(connection: Connection, district: District, code: str, name: str, vector: Vector) -> None:
    """A village and a laptop of it were heard of, and the laptop has said what it holds."""
    tell(connection, _VILLAGE_HEARD, {"at_village": code, "to_now": district.now_ms()})
    note_laptop(connection, district, code, name, vector)


def note_laptop(connection: Connection, district: District, code: str, name: str, vector: Vector) -> None:
    """A laptop was heard of, and has said what it holds."""
    where = {"at_village": code, "at_device": name}
    tell(connection, _DEVICE_HEARD, where | {"to_now": district.now_ms()})
    tell(connection, _PEER_TOLD, where | {"to_vector": json.dumps(numbers(vector))})


@dataclass(frozen=True, slots=True)
class _Found:
    """What an answer is made of, read in the transaction that took the request's entries in."""

    held: Vector
    sent: Sequence[Entry]
    packs: Sequence[PackBody]
    more: bool
    aside: Last
    """What `_unseen_in` reads."""


def _gather(
    connection: Connection, district: District, request: Request, theirs: Vector, taken: Taken, store: VillageStore
) -> _Found:
    code = request.village
    held = store.vector()
    known = numbers(theirs)
    forked = {row.chain for row in taken.forked}
    known.update({chain: held[ChainId(chain)].seq for chain in forked if ChainId(chain) in held})
    most = min(BATCH_BYTES, request.most) if request.most > 0 else BATCH_BYTES
    sent = list(store.entries_after(known, most))
    after = dict(known)
    packs: list[PackBody] = []
    room = min(INLINE_PACKS, most // _PACKS_SHARE)
    for one in sent:
        after[one.chain] = one.seq
        if one.kind == "pack_published" and is_own(district, code, one.chain):
            told = decode_payload(one.kind, one.version, one.payload)
            if isinstance(told, PackPublished) and told.size <= room:
                body = store.pack_body(told.sha256)
                packs += [PackBody(told.sha256, body)] if body else []
                room -= told.size if body else 0
    more = any(end.seq > after.get(chain, 0) for chain, end in held.items())
    return _Found(held, sent, packs, more, ask_last(connection, _ASIDE, {"at_village": code}))


def _answer(district: District, request: Request, epoch: str, taken: Taken, receipt: str, found: _Found) -> Answer:
    return Answer(
        PROTOCOL,
        district.keys.hub,
        epoch,
        request.village,
        district.now_ms(),
        rows_of(found.held),
        body_of(found.sent) if found.sent else b"",
        found.more,
        receipt,
        tuple(taken.set_aside),
        tuple(taken.forked),
        tuple(found.packs),
        _unseen_in(found.aside.rows),
    )


def unseen(connection: Connection, code: str) -> tuple[AsideRow, ...]:
    """What villages said of families and is set aside, with the reason: their photos are not asked for, and laptops
    show it with the family."""
    return _unseen_in(rows(connection, _ASIDE, {"at_village": code}))


def _unseen_in(aside: Sequence[Any]) -> tuple[AsideRow, ...]:
    """The same of what `_ASIDE` gave."""
    found: dict[tuple[str, str], list[int]] = {}
    for row in aside:
        found.setdefault((row.chain, row.reason), []).append(row.seq)
    return tuple(AsideRow(chain, reason, tuple(seqs)) for (chain, reason), seqs in found.items())
