"""What goes over the line to the district and back: requests, answers, enrolment, uploads."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache

import msgspec

from app.domain.entry import Entry, Vector
from app.domain.errors import Problem
from app.domain.payloads import Sealed
from app.hub.enrol import make_code, serve_enrol
from app.hub.exchange import check_caller, serve_exchange
from app.hub.store import VillageStore
from app.hub.upload import UploadForm
from app.sync.exchanger import Exchanger
from app.sync.line import Gap, Stopped, _problem
from app.wire import hpke
from app.wire.certificate import certificate_body, read_certificate
from app.wire.columns import decode_entries
from app.wire.enrol import EnrolRequest, prove, read_answer, read_code
from app.wire.exchange import SIGNATURE, Answer, Request, body_of, read_request, rows_of, sign_call
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds
from app.wire.squeeze import squeeze, unsqueeze
from app.wire.vouch import SignedHead, head_holds
from tests.fuzz.bodies import LARGEST, payloads, plain
from tests.fuzz.world import World, following
from tests.sync.laptop import VILLAGE

_REQUEST_TAG = b"balai exchange request 1\x00"
_ANSWER_TAG = b"balai exchange answer 1\x00"
_SEAL_INFO = b"balai exchange answer 1"


class _Line:
    """A line whose district says what it is told to."""

    sent = received = 0

    def __init__(self, say: Callable[[bytes], bytes]) -> None:
        self._say = say

    def post(self, path: str, body: bytes, largest: int, authorization: str = "") -> bytes:
        """The answer that is told."""
        return self._say(body)

    def put_blob(self, name: str, offset: int, body: bytes, authorization: str) -> int:
        """Photos are not what this is about."""
        raise Stopped

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        """A list that is none."""
        into += b"\x01\x01\x01"

    def put_pack(self, sha256: str, body: bytes, authorization: str) -> None:
        """It takes what it is given."""

    def close(self) -> None:
        """Nothing is held."""


# --- requests --------------------------------------------------------------------------------------------------------


@cache
def requests(world: World) -> Sequence[bytes]:
    """What the first laptop says: with words, and with none; without the signature."""
    place, laptop = world.mallory.enrolment, world.mallory
    assert place is not None
    held = laptop.store.vector()
    entries = laptop.store.entries_after({}, 1 << 20)
    plain = Request(
        1, place.hub, "", VILLAGE, laptop.keys.device, bytes(16), laptop.wall.now_ms(), rows_of(held), body_of(entries)
    )
    words = msgspec.structs.replace(plain, heads=(SignedHead(laptop.store.own_chain(), 3, bytes(32), bytes(64)),))
    return [msgspec.msgpack.encode(plain), msgspec.msgpack.encode(words)]


def serve(world: World, body: bytes) -> object:
    """Signed with the laptop's own key, and served."""
    message = world.mallory.keys.signing.sign(_REQUEST_TAG + body) + body
    return serve_exchange(world.hub.district, message)


@cache
def certificates(world: World) -> Sequence[bytes]:
    """What the first laptop shows to a district that does not know it."""
    return [certificate_body(world.mallory.store.certificate_of(world.mallory.keys.device))]


def show(world: World, body: bytes) -> object:
    """As the district reads it: whatever was changed of it lets nobody else in."""
    laptop, root = world.mallory, world.hub.district.keys.root_public
    found = read_certificate(body, device=laptop.keys.device, village=VILLAGE, root_key=root)
    key = laptop.keys.signing.public_key().public_bytes_raw()
    assert found is None or found.laptop.signing_key == key
    return found


def certificates_inside(world: World) -> Sequence[bytes]:
    """The same before it is squeezed."""
    return [plain(body) for body in certificates(world)]


def show_inside(world: World, inside: bytes) -> object:
    """The columns in a whole box, the noise beside them."""
    return show(world, squeeze(inside, unsqueeze(certificates(world)[0], LARGEST)[1]))


def own_entries(world: World) -> Sequence[bytes]:
    """One entry of every kind: header and payload as one tree."""
    found = []
    for content in payloads():
        kind, version, tree = msgspec.msgpack.decode(content)
        found.append(msgspec.msgpack.encode([1_796_000_000_000, 1_000, kind, version, "f-1", tree]))
    return found


def _entries(world: World, held: Vector, message: bytes) -> list[Entry]:
    """The next entry of the first laptop's chain for who holds `held`."""
    said = msgspec.msgpack.decode(message)
    if not (isinstance(said, list) and len(said) == 6):
        return []
    at, turn, kind, version, subject, tree = said
    typed = all(type(one) is int for one in (at, turn, version)) and all(type(one) is str for one in (kind, subject))
    if not typed:
        return []
    try:
        one = following(world, held, kind, version, msgspec.msgpack.encode(tree), at, turn, subject)
    except OverflowError:
        return []
    return [one]


def take_at_district(world: World, message: bytes) -> object:
    """Through a whole exchange; and the other laptop still exchanges afterwards."""
    with world.hub.district.database.read() as connection:
        held = VillageStore(connection, world.hub.district, VILLAGE).vector()
    entries = _entries(world, held, message)
    if not entries:
        return None
    try:
        body = body_of(entries)
    except OverflowError:
        return None
    request = read_request(bytes(SIGNATURE) + requests(world)[0])
    answered = serve(world, msgspec.msgpack.encode(msgspec.structs.replace(request, vector=(), entries=body)))
    world.other.exchange()
    return answered


def take_at_laptop(world: World, message: bytes) -> object:
    """Into the other laptop's store, which then records a visit of its own."""
    entries = _entries(world, world.other.store.vector(), message)
    return world.other.store.receive(decode_entries(body_of(entries))) if entries else None


# --- answers ---------------------------------------------------------------------------------------------------------


def _open(world: World, request: bytes) -> Answer:
    sealed = serve_exchange(world.hub.district, request)[SIGNATURE:]
    return msgspec.msgpack.decode(hpke.open_sealed(world.mallory.keys.exchange, sealed, _SEAL_INFO), type=Answer)


@cache
def answers(world: World) -> Sequence[bytes]:
    """What the district says to a laptop that holds nothing, and to one that lacks nothing."""
    laptop = world.mallory
    request = read_request(bytes(SIGNATURE) + requests(world)[0])
    found = []
    for vector in ((), request.vector):
        body = msgspec.msgpack.encode(msgspec.structs.replace(request, vector=vector, entries=b""))
        found.append(msgspec.msgpack.encode(_open(world, laptop.keys.signing.sign(_REQUEST_TAG + body) + body)))
    return found


def hear(world: World, body: bytes) -> object:
    """Sealed and signed by the district's own key, and taken in by an exchange."""

    def say(request: bytes) -> bytes:
        public = world.mallory.keys.exchange.public_key().public_bytes_raw()
        sealed = hpke.seal(public, body, _SEAL_INFO)
        return world.hub.district.keys.root.sign(_ANSWER_TAG + hashlib.sha256(request).digest() + sealed) + sealed

    return _exchanger(world, say).run()


def _exchanger(world: World, say: Callable[[bytes], bytes]) -> Exchanger:
    found = world.mallory.exchanger()
    found._make_line = lambda moved, stopped: _Line(say)
    return found


def refusals(world: World) -> Sequence[bytes]:
    """What a district says when it does not take something; first the status."""
    return [
        b'\x01{"code": "body_too_large", "facts": {"size": 12, "largest": 1.5}}',
        b'\x00{"have": 1200}',
        b'\x02{"code": "too_many_tries", "facts": {"wait_seconds": 30}}',
    ]


def hear_refusal(world: World, content: bytes) -> object:
    """A problem of the catalogue, or where a photo stands."""
    status = (409, 422, 429, 500, 503, 200)[content[:1][0] % 6] if content else 404
    found = _problem(status, content[1:])
    assert isinstance(found, Problem | Gap)
    if isinstance(found, Gap):
        assert found.have >= 0
    return found


# --- enrolment -------------------------------------------------------------------------------------------------------


@cache
def _code(world: World) -> str:
    return make_code(world.hub.district, VILLAGE, "Bonto", "operator", "Ani", ()).text


def _asked(world: World) -> EnrolRequest:
    code, keys = read_code(_code(world)), world.mallory.keys
    return EnrolRequest(
        code.id,
        "aaaaaaaaaaaa",
        "Laptop",
        bytes(32),
        keys.exchange.public_key().public_bytes_raw(),
        "bbbbbbbbbbbb",
        bytes(range(32)),
        "1.0",
        bytes(16),
    )


def enrolments(world: World) -> Sequence[bytes]:
    """The request of whoever knows a code; without the proof."""
    return [msgspec.msgpack.encode(_asked(world))]


def enrol(world: World, body: bytes) -> object:
    """Proved with the code, each from an address of its own."""
    key = read_code(_code(world)).key
    proof = hmac.digest(key, b"balai enrol request 1\x00" + body, "sha256")
    world.hub.district.limits.succeeded(f"enrol code {read_code(_code(world)).id}")
    return serve_enrol(world.hub.district, proof + body, os.urandom(8).hex())


@cache
def enrol_answers(world: World) -> Sequence[bytes]:
    """What the district says to a laptop that knows a code; without the proof."""
    laptop, district = world.mallory, world.hub.district
    code = make_code(district, VILLAGE, "Bonto", "operator", "Siti", ())
    keys = laptop.keys
    asked = EnrolRequest(
        code.id,
        keys.device,
        "Laptop",
        keys.signing.public_key().public_bytes_raw(),
        keys.exchange.public_key().public_bytes_raw(),
        laptop.actor.person,
        laptop.signing.public_key().public_bytes_raw(),
        "1.0",
        bytes(16),
    )
    return [serve_enrol(district, prove(asked, code.key), "ya")[32:]]


def hear_enrol(world: World, body: bytes) -> object:
    """Proved by somebody who knows the code."""
    code = read_code(_code(world))
    said = hashlib.sha256(b"q").digest() + body
    answer = read_answer(hmac.digest(code.key, b"balai enrol answer 1\x00" + said, "sha256") + body, b"q", code)
    return decode_entries(answer.entries)


def signed_calls(world: World) -> Sequence[bytes]:
    """An ``Authorization``."""
    keys, place = world.mallory.keys, world.mallory.enrolment
    assert place is not None
    return [sign_call(keys.signing, place.hub, VILLAGE, keys.device, "POST /v1/exchange").encode()]


def check_signed(world: World, content: bytes) -> object:
    """As headers come: latin-1."""
    return check_caller(world.hub.district, content.decode("latin-1"), "POST /v1/exchange")


# --- the district's page ---------------------------------------------------------------------------------------------

_BOUNDARY = b"xYzZy"
_UPLOAD = (
    b'--xYzZy\r\nContent-Disposition: form-data; name="token"\r\n\r\nabc\r\n'
    b'--xYzZy\r\nContent-Disposition: form-data; name="list"; filename="daftar desa.xlsx"\r\n'
    b"Content-Type: application/octet-stream\r\n\r\nPK\x03\x04 " + bytes(range(256)) + b"\r\n--xYzZy--\r\n"
)


def uploads(world: World) -> Sequence[bytes]:
    """A form with a field and a file; first how its parts are set apart."""
    kind = b"multipart/form-data; boundary=xYzZy"
    return [
        kind + b"\n" + _UPLOAD,
        kind + b"\n" + _UPLOAD.replace(b"daftar desa.xlsx", b"..\\..\\x.\xc3\xa9"),
        b'multipart/form-data; boundary="xYzZy"; charset=utf-8\n' + _UPLOAD[:90],
    ]


def upload(world: World, content: bytes) -> object:
    """The form, piece by piece; nothing is left in the folder."""
    folder = world.folder / "uploads"
    folder.mkdir(exist_ok=True)
    kind, _, body = content.partition(b"\n")
    form = UploadForm(folder, lambda fields: None)
    try:
        form.begin(kind.decode("latin-1"))
        for at in range(0, len(body), 37):
            form.take(body[at : at + 37])
        form.end()
        return form.fields, form.files, form.sha256
    finally:
        form.remove()
        assert not list(folder.iterdir())


# --- vouching --------------------------------------------------------------------------------------------------------


def vouchings(world: World) -> Sequence[bytes]:
    """The end of a chain, with a signature; and a seal."""
    chain = world.mallory.store.own_chain()
    head = [chain, 3, bytes(32), bytes(64)]
    seal = next(one for one in payloads() if msgspec.msgpack.decode(one)[0] == "sealed")
    return [msgspec.msgpack.encode([head, msgspec.msgpack.decode(seal)[2]])]


def vouch(world: World, content: bytes) -> object:
    """Whether it holds: never."""
    try:
        head, tree = msgspec.msgpack.decode(content, type=tuple[SignedHead, dict[str, object]])
    except msgspec.MsgspecError:
        return None
    key = world.mallory.keys.signing.public_key().public_bytes_raw()
    assert not head_holds(head, key)
    with suppress(Problem):
        seal = decode_payload("sealed", 1, msgspec.msgpack.encode(tree))
        assert isinstance(seal, Sealed)
        assert not seal_holds(seal, head.chain, seal.public_key)  # type: ignore[arg-type]  # a foreign chain's name
    return None
