"""Two laptops in one room: each proves its own key and the code on the screen, then all they say is sealed.

    hello (both, plain) | proof (both, sealed) | frames (sealed)

The keys of the frames come from fresh X25519 keys and both hellos, so whoever listens in, or sits in between without
the code and without a laptop's key, opens nothing; what is kept of a talk today opens nothing tomorrow.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import Refused
from app.wire.enrol import ALPHABET
from app.wire.trust import device_id
from app.wire.typed import Shape, decode_typed

PROTOCOL: Final = 1
LARGEST_FRAME: Final = 1 << 20
LETTERS: Final = 8
PROBE: Final = b"BALAI?1"
REPLY: Final = b"BALAI!1"

_SIGN_TAG: Final = b"balai nearby 1\x00"
_MAC: Final = 16
_NONCE: Final = 16
_encoder = msgspec.msgpack.Encoder()


class Hello(msgspec.Struct, array_like=True, frozen=True):
    """Who speaks. A newer program may add fields at the end."""

    protocol: int
    hub: str
    village: str
    device: str
    signing_key: bytes
    exchange_key: bytes
    fresh: bytes
    """X25519, of this talk alone."""


class _Proof(msgspec.Struct, array_like=True, frozen=True):
    signature: bytes
    code: bytes


@dataclass(frozen=True, slots=True)
class Self:
    """The keys with which a laptop speaks."""

    hub: str
    village: str
    device: str
    signing: Ed25519PrivateKey
    exchange: X25519PrivateKey


def new_code() -> str:
    """Eight letters that are easily told apart."""
    return "".join(ALPHABET[byte & 31] for byte in os.urandom(LETTERS))


def show_code(code: str) -> str:
    """As it is shown: ``ABCD-EFGH``."""
    return f"{code[:4]}-{code[4:]}"


def read_code(text: str) -> str:
    """The code as somebody typed it. Refused ``nearby_code_misspelt``."""
    letters = "".join(letter for letter in text.upper() if letter.isalnum())
    if len(letters) != LETTERS or not set(letters) <= set(ALPHABET):
        raise Refused("nearby_code_misspelt", letters=len(letters), expected=LETTERS)
    return letters


class Channel:
    """Frames over something that sends and receives bytes."""

    def __init__(self, send: Callable[[bytes], None], receive: Callable[[int], bytes]) -> None:
        """`receive` gives exactly so many bytes or raises."""
        self._send = send
        self._receive = receive
        self._out: AESGCM | None = None
        self._in: AESGCM | None = None
        self._sent = self._received = 0
        self.peer = Hello(0, "", "", "", b"", b"", b"")

    def greet(self, me: Self, code: str, *, first: bool) -> Hello:
        """Say who we are and hear who the other one is; `first` for whoever called.

        Refused ``nearby_code_wrong``, ``nearby_other_district``, ``nearby_other_village``, ``nearby_newer``,
        ``nearby_forged``.
        """
        fresh = X25519PrivateKey.generate()
        mine = Hello(
            PROTOCOL,
            me.hub,
            me.village,
            me.device,
            me.signing.public_key().public_bytes_raw(),
            me.exchange.public_key().public_bytes_raw(),
            fresh.public_key().public_bytes_raw(),
        )
        own = _encoder.encode(mine)
        if first:
            self._plain(own)
        theirs = self._frame()
        if not first:  # before anything is refused, so that the caller sees for himself where he came to
            self._plain(own)
        self.peer = _decoded(theirs, Hello)
        _check_hello(self.peer, me)
        said = hashlib.sha256(_joined(own, theirs) if first else _joined(theirs, own)).digest()
        self._agree(fresh, said, first=first)
        proof = _Proof(me.signing.sign(_SIGN_TAG + said + _side(first)), _code_mac(code, said, first))
        if first:
            self.send(_encoder.encode(proof))
        self._check_proof(_decoded(self.receive(), _Proof), code, said, first=not first)
        if not first:
            self.send(_encoder.encode(proof))
        return self.peer

    def send(self, plain: bytes) -> None:
        """One sealed frame."""
        assert self._out is not None
        sealed = self._out.encrypt(self._sent.to_bytes(12, "big"), plain, None)
        self._sent += 1
        self._plain(sealed)

    def receive(self) -> bytes:
        """The next frame. Refused ``nearby_forged``."""
        assert self._in is not None
        try:
            plain = self._in.decrypt(self._received.to_bytes(12, "big"), self._frame(), None)
        except (InvalidTag, ValueError) as error:
            raise Refused("nearby_forged") from error
        self._received += 1
        return plain

    def _agree(self, fresh: X25519PrivateKey, said: bytes, *, first: bool) -> None:
        try:
            shared = fresh.exchange(X25519PublicKey.from_public_bytes(self.peer.fresh))
        except ValueError as error:
            raise Refused("nearby_forged") from error
        keys = HKDF(algorithm=SHA256(), length=64, salt=said, info=b"balai nearby frames 1").derive(shared)
        mine, theirs = (keys[:32], keys[32:]) if first else (keys[32:], keys[:32])
        self._out, self._in = AESGCM(mine), AESGCM(theirs)

    def _check_proof(self, proof: _Proof, code: str, said: bytes, *, first: bool) -> None:
        try:
            key = Ed25519PublicKey.from_public_bytes(self.peer.signing_key)
            key.verify(proof.signature, _SIGN_TAG + said + _side(first))
        except (InvalidSignature, ValueError) as error:
            raise Refused("nearby_forged") from error
        if not hmac.compare_digest(proof.code, _code_mac(code, said, first)):
            raise Refused("nearby_code_wrong")

    def _plain(self, content: bytes) -> None:
        self._send(len(content).to_bytes(4, "big") + content)

    def _frame(self) -> bytes:
        size = int.from_bytes(self._receive(4), "big")
        if size > LARGEST_FRAME:
            raise Refused("nearby_forged")
        return self._receive(size)


def probe(root_key: bytes, village: str) -> bytes:
    """What is called out on the network: is there a laptop of this village that receives?"""
    nonce = os.urandom(_NONCE)
    return PROBE + nonce + _village_mac(root_key, village, b"probe" + nonce)


def reply_to(message: bytes, root_key: bytes, village: str, port: int) -> bytes | None:
    """The answer to such a call, None where it is none of ours."""
    nonce = message[len(PROBE) : len(PROBE) + _NONCE]
    if message != PROBE + nonce + _village_mac(root_key, village, b"probe" + nonce):
        return None
    told = port.to_bytes(2, "big")
    return REPLY + told + _village_mac(root_key, village, b"reply" + nonce + told)


def port_in(answer: bytes, message: bytes, root_key: bytes, village: str) -> int | None:
    """The port that an answer to our call names, None where it is not one."""
    nonce = message[len(PROBE) : len(PROBE) + _NONCE]
    told = answer[len(REPLY) : len(REPLY) + 2]
    if answer != REPLY + told + _village_mac(root_key, village, b"reply" + nonce + told):
        return None
    return int.from_bytes(told, "big") or None


def _check_hello(hello: Hello, me: Self) -> None:
    if hello.protocol > PROTOCOL:
        raise Refused("nearby_newer")
    if hello.hub != me.hub:
        raise Refused("nearby_other_district")
    if hello.village != me.village:
        raise Refused("nearby_other_village", village=hello.village)
    if len(hello.signing_key) != 32 or len(hello.exchange_key) != 32 or device_id(hello.signing_key) != hello.device:
        raise Refused("nearby_forged")


def _code_mac(code: str, said: bytes, first: bool) -> bytes:
    key = hashlib.sha256(b"balai nearby code 1\x00" + code.encode()).digest()
    return hmac.digest(key, said + _side(first), "sha256")


def _side(first: bool) -> bytes:
    return b"caller" if first else b"door"


def _joined(caller: bytes, door: bytes) -> bytes:
    return len(caller).to_bytes(4, "big") + caller + door


def _village_mac(root_key: bytes, village: str, said: bytes) -> bytes:
    key = hashlib.sha256(b"balai nearby village 1\x00" + root_key + village.encode()).digest()
    return hmac.digest(key, said, "sha256")[:_MAC]


def _decoded(body: bytes, shape: type[Shape]) -> Shape:
    try:
        return decode_typed(body, shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("nearby_forged") from error
