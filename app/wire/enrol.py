"""How a laptop and a district come to trust each other by one code that is read over the phone.

The code is 24 letters in six groups: 16 letters (80 bits) of a secret, 6 letters (30 bits) that tell the district's
keys, 2 letters that catch a slip of the pen. The laptop proves that it knows the secret without saying it; the district
proves the same in its answer, so that no unknown line in between can put its own keys there.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass

import msgspec

from app.domain.errors import Refused
from app.wire.typed import Shape, decode_typed

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which are taken for each other."""

_SECRET, _MARK, _SLIP, _GROUP = 16, 6, 2, 4
_LENGTH = _SECRET + _MARK + _SLIP
_encoder = msgspec.msgpack.Encoder()
LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Code:
    """What a code holds."""

    secret: str
    mark: str

    @property
    def key(self) -> bytes:
        """The key with which both sides prove that they know the secret."""
        return hashlib.sha256(b"balai enrol key 1\x00" + self.secret.encode()).digest()

    @property
    def id(self) -> str:
        """The name by which the district finds the code; it tells nothing of the key."""
        return hashlib.sha256(b"balai enrol id 1\x00" + self.secret.encode()).hexdigest()[:24]

    @property
    def text(self) -> str:
        """As it is shown: ``ABCD-EFGH-...``."""
        letters = self.secret + self.mark
        letters += _slip(letters)
        return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def mark_of(root_key: bytes, ca_pem: str) -> str:
    """Six letters that tell the district's root key and certificate authority."""
    return _letters(hashlib.sha256(b"balai enrol mark 1\x00" + root_key + ca_pem.encode()).digest(), _MARK)


def new_code(root_key: bytes, ca_pem: str) -> Code:
    """A fresh code of this district."""
    return Code(_letters(os.urandom(_SECRET), _SECRET), mark_of(root_key, ca_pem))


def read_code(text: str) -> Code:
    """The code as somebody typed it. Refused ``enrol_code_misspelt`` where a letter is missing or wrong."""
    letters = "".join(letter for letter in text.upper() if letter.isalnum())
    if len(letters) != _LENGTH or not set(letters) <= set(ALPHABET) or _slip(letters[:-_SLIP]) != letters[-_SLIP:]:
        raise Refused("enrol_code_misspelt", letters=len(letters), expected=_LENGTH)
    return Code(letters[:_SECRET], letters[_SECRET : _SECRET + _MARK])


def _letters(noise: bytes, count: int) -> str:
    return "".join(ALPHABET[byte & 31] for byte in noise[:count])


def _slip(letters: str) -> str:
    return _letters(hashlib.sha256(b"balai enrol slip 1\x00" + letters.encode()).digest(), _SLIP)


class EnrolRequest(msgspec.Struct, frozen=True):
    """A laptop and the person at it, with their public keys."""

    code: str
    """The code's `id`."""
    device: str
    label: str
    signing_key: bytes
    exchange_key: bytes
    person: str
    public_key: bytes
    program: str
    nonce: bytes


class EnrolAnswer(msgspec.Struct, frozen=True):
    """What the laptop has to know of its district."""

    hub: str
    district: str
    village: str
    village_name: str
    root_key: bytes
    exchange_key: bytes
    ca_pem: str
    role: str
    name: str
    rts: tuple[str, ...]
    entries: bytes
    """Columns of the district's chain about this village, certificates included."""
    address: str = ""
    """Where the district answers on the line, as it says itself; empty where it has not said."""


def prove(message: EnrolRequest, key: bytes) -> bytes:
    """The request as it travels: proof, then body."""
    body = _encoder.encode(message)
    return _mac(key, b"request", body) + body


def read_proof(message: bytes) -> EnrolRequest:
    """The request, whose proof is still to be checked. Refused ``exchange_malformed``."""
    return _decoded(message[32:], EnrolRequest)


def check_proof(message: bytes, key: bytes) -> None:
    """Refused ``enrol_code_wrong`` where the sender does not know the secret."""
    if not hmac.compare_digest(message[:32], _mac(key, b"request", message[32:])):
        raise Refused("enrol_code_wrong")


def prove_answer(answer: EnrolAnswer, request: bytes, key: bytes) -> bytes:
    """The answer as it travels: proof over request and answer, then body."""
    body = _encoder.encode(answer)
    return _mac(key, b"answer", hashlib.sha256(request).digest() + body) + body


def read_answer(message: bytes, request: bytes, code: Code) -> EnrolAnswer:
    """The district's answer. Refused ``enrol_wrong_hub`` where whoever answered does not know the secret, or is not the
    district that the code tells."""
    if not hmac.compare_digest(
        message[:32], _mac(code.key, b"answer", hashlib.sha256(request).digest() + message[32:])
    ):
        raise Refused("enrol_wrong_hub")
    answer = _decoded(message[32:], EnrolAnswer)
    if mark_of(answer.root_key, answer.ca_pem) != code.mark:
        raise Refused("enrol_wrong_hub")
    return answer


def _mac(key: bytes, purpose: bytes, message: bytes) -> bytes:
    return hmac.digest(key, b"balai enrol " + purpose + b" 1\x00" + message, "sha256")


def _decoded(body: bytes, shape: type[Shape]) -> Shape:
    try:
        return decode_typed(body, shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("exchange_malformed") from error
