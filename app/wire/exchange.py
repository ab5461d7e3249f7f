"""What two peers say to each other in an exchange, as signed bytes; no line and no disk in here.

A request is signed with the laptop's key over hub, epoch, village and vector. The answer is signed with the district's
root key over the request and the sealed bytes: the signature is checked before anything is opened, and an answer to
another request fits nowhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.entry import LATEST_MS, Entry, Head, Vector
from app.domain.errors import Refused
from app.domain.ids import ChainId
from app.wire import hpke
from app.wire.columns import encode_entries
from app.wire.typed import Shape, decode_typed
from app.wire.vouch import ChainName, Number, SignedHead

PROTOCOL = 1
LARGEST_REQUEST = 16 << 20
"""Bytes of one request or answer; both sides cut their entries into batches far below."""

LARGEST_OF_A_STRANGER = 64 << 10
"""Bytes of a request that the hub reads before it knows who calls; a larger one carries a signed call (`sign_call`)."""

SIGNATURE = 64
_REQUEST_TAG = b"balai exchange request 1\x00"
_ANSWER_TAG = b"balai exchange answer 1\x00"
_BLOB_TAG = b"balai call 1\x00"
_SEAL_INFO = b"balai exchange answer 1"
_encoder = msgspec.msgpack.Encoder()


Millis = Annotated[int, msgspec.Meta(ge=0, le=LATEST_MS)]
"""A time as it may come from outside, in ms since 1970 UTC."""


class HeadRow(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """The end of one chain."""

    chain: ChainName
    seq: Number
    hash: bytes


class ReasonRow(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """An entry that was set aside, with the code of the reason; or the first number at which a chain forked."""

    chain: str
    seq: Number
    reason: str


class AsideRow(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """Entries of one chain that the district has set aside for one reason."""

    chain: str
    reason: str
    seqs: tuple[Number, ...]


class Request(msgspec.Struct, array_like=True, frozen=True):
    """What the laptop says. A newer program may add fields at the end."""

    protocol: int
    hub: str
    epoch: str
    """The hub's epoch as last heard; empty at first contact."""
    village: str
    device: str
    nonce: bytes
    at_ms: Millis
    vector: tuple[HeadRow, ...]
    entries: bytes
    """Columns of entries that the hub seems to lack."""
    heads: tuple[SignedHead, ...] = ()
    """What vouches for others' chains among them."""
    lost: bytes = b""
    """Columns of entries of the hub's own that it lost when it was restored, and has written otherwise since."""
    most: int = 0
    """Payload bytes that the answer should hold at most, because the line is slow or cuts; 0: as the hub likes."""
    certificate: bytes = b""
    """Of the laptop itself (`app.wire.certificate`), where the hub has just said that it does not know it."""


class PackBody(msgspec.Struct, array_like=True, frozen=True):
    """A list that is small enough to come with the answer."""

    sha256: str
    body: bytes


class Answer(msgspec.Struct, array_like=True, frozen=True):
    """What the hub says."""

    protocol: int
    hub: str
    epoch: str
    """Changes when the hub was restored from a copy; laptops then send again."""
    village: str
    at_ms: Millis
    vector: tuple[HeadRow, ...]
    entries: bytes
    more: bool
    """Whether the hub holds entries beyond these."""
    receipt: str
    """Number of the receipt that this exchange brought, empty where nothing new came."""
    set_aside: tuple[ReasonRow, ...] = ()
    forked: tuple[ReasonRow, ...] = ()
    packs: tuple[PackBody, ...] = ()
    unseen: tuple[AsideRow, ...] = ()
    """Entries that may tell of photos and do not count now, whenever they came: what only they tell of is not
    wanted, until they are not named here any more."""


def rows_of(vector: Vector) -> tuple[HeadRow, ...]:
    """A vector as it travels."""
    return tuple(HeadRow(chain, head.seq, head.hash) for chain, head in sorted(vector.items()))


def vector_of(rows: Iterable[HeadRow]) -> Vector:
    """A vector that travelled."""
    return {ChainId(row.chain): Head(row.seq, row.hash) for row in rows}


def body_of(entries: Iterable[Entry]) -> bytes:
    """Entries for the line, in the order in which they are smallest."""
    return encode_entries(sorted(entries, key=lambda entry: (entry.chain, entry.seq)))


def forks(theirs: Vector, hash_at: Callable[[str, int], bytes | None]) -> dict[ChainId, int]:
    """Chains that both hold but not with the same hash at their end: a cloned or restored laptop."""
    found = {}
    for chain, head in theirs.items():
        ours = hash_at(chain, head.seq)
        if ours is not None and ours != head.hash:
            found[chain] = head.seq
    return found


def numbers(vector: Mapping[ChainId, Head]) -> dict[str, int]:
    """Chain -> last number."""
    return {chain: head.seq for chain, head in vector.items()}


def lacks(theirs: Mapping[str, int], ours: Mapping[str, int]) -> bool:
    """Whether the other one lacks anything that we hold."""
    return any(seq > theirs.get(chain, 0) for chain, seq in ours.items())


def sign_request(request: Request, key: Ed25519PrivateKey) -> bytes:
    """The request as it travels: signature, then body."""
    body = _encoder.encode(request)
    return key.sign(_REQUEST_TAG + body) + body


def read_request(message: bytes) -> Request:
    """The request, whose signature is still to be checked (`check_request`) once the device's key is known.

    Refused ``exchange_malformed``, ``exchange_protocol_newer``.
    """
    request = _decoded(message[SIGNATURE:], Request)
    if request.protocol > PROTOCOL:
        raise Refused("exchange_protocol_newer", protocol=request.protocol)
    return request


def check_request(message: bytes, signing_key: bytes) -> None:
    """Refused ``exchange_signature_wrong`` where another key signed, or a byte was changed."""
    _check(signing_key, message[:SIGNATURE], _REQUEST_TAG + message[SIGNATURE:])


def seal_answer(answer: Answer, request: bytes, root_key: Ed25519PrivateKey, exchange_key: bytes) -> bytes:
    """The answer as it travels: root signature over the request and the sealed bytes, then those."""
    sealed = hpke.seal(exchange_key, _encoder.encode(answer), _SEAL_INFO)
    return root_key.sign(_answer_message(request, sealed)) + sealed


def open_answer(message: bytes, request: bytes, root_key: bytes, exchange_key: X25519PrivateKey) -> Answer:
    """The answer to `request`. Refused ``exchange_answer_forged``, ``seal_broken``, ``exchange_malformed``,
    ``exchange_protocol_newer``."""
    signature, sealed = message[:SIGNATURE], message[SIGNATURE:]
    try:
        _check(root_key, signature, _answer_message(request, sealed))
    except Refused as error:
        raise Refused("exchange_answer_forged") from error
    answer = _decoded(hpke.open_sealed(exchange_key, sealed, _SEAL_INFO), Answer)
    if answer.protocol > PROTOCOL:
        raise Refused("exchange_protocol_newer", protocol=answer.protocol)
    return answer


def sign_call(key: Ed25519PrivateKey, hub: str, village: str, device: str, call: str) -> str:
    """The ``Authorization`` of a call whose body is read only from a known laptop, or that has none (a photo, a pack, a
    large exchange); such calls are harmless when repeated."""
    return f"Balai {village}.{device}.{key.sign(_call_message(hub, village, device, call)).hex()}"


def read_call(header: str) -> tuple[str, str, bytes]:
    """Village, device and signature of such a header. Refused ``exchange_signature_wrong``."""
    scheme, _, rest = header.partition(" ")
    parts = rest.split(".")
    try:
        if scheme != "Balai" or len(parts) != 3:
            raise ValueError
        return parts[0], parts[1], bytes.fromhex(parts[2])
    except ValueError as error:
        raise Refused("exchange_signature_wrong") from error


def check_call(signature: bytes, signing_key: bytes, hub: str, village: str, device: str, call: str) -> None:
    """Refused ``exchange_signature_wrong`` where the device did not sign this call."""
    _check(signing_key, signature, _call_message(hub, village, device, call))


def _call_message(hub: str, village: str, device: str, call: str) -> bytes:
    return _BLOB_TAG + "\x00".join((hub, village, device, call)).encode()


def _answer_message(request: bytes, sealed: bytes) -> bytes:
    return _ANSWER_TAG + hashlib.sha256(request).digest() + sealed


def _check(public_key: bytes, signature: bytes, message: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError) as error:
        raise Refused("exchange_signature_wrong") from error


def _decoded(body: bytes, shape: type[Shape]) -> Shape:
    try:
        return decode_typed(body, shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("exchange_malformed") from error
