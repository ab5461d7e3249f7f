"""Enrolment as files: the request of a laptop and the district's answer, carried by stick or messenger.

    8 bytes magic | 4 bytes length (big-endian) | 32 bytes SHA-256 of the body | body

The body of a request is the message of `app.wire.enrol.prove`. That of an answer begins with the SHA-256 of the request
that it answers. The envelope tells a torn file and a foreign one; whether a message is to be believed its own proof
tells.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

from app.domain.errors import Refused
from app.wire.enrol import LARGEST

SUFFIX: Final = ".balai-daftar"

LARGEST_REQUEST_FILE: Final = 16 << 10
LARGEST_ANSWER_FILE: Final = 4 * LARGEST
"""Bytes of a whole file."""

_REQUEST, _ANSWER = b"BALAIER1", b"BALAIEA1"
_DIGEST: Final = 32
_HEAD: Final = len(_REQUEST) + 4 + _DIGEST


def request_file(message: bytes) -> bytes:
    """The file of a request."""
    return _wrapped(_REQUEST, message)


def answer_file(message: bytes, request: bytes) -> bytes:
    """The file of the answer to the message `request`."""
    return _wrapped(_ANSWER, hashlib.sha256(request).digest() + message)


def read_request_file(content: bytes) -> bytes:
    """The message. Refused ``enrol_file_unknown``, ``enrol_file_torn``, ``enrol_file_too_big``,
    ``enrol_file_is_answer``."""
    if content.startswith(_ANSWER):
        raise Refused("enrol_file_is_answer")
    return _unwrapped(_REQUEST, content, LARGEST_REQUEST_FILE)


def read_answer_file(content: bytes, request: bytes) -> bytes:
    """The message. Refused ``enrol_file_unknown``, ``enrol_file_torn``, ``enrol_file_too_big``,
    ``enrol_file_is_request``, and ``enrol_answer_other`` where it answers another request."""
    if content.startswith(_REQUEST):
        raise Refused("enrol_file_is_request")
    body = _unwrapped(_ANSWER, content, LARGEST_ANSWER_FILE)
    if not hmac.compare_digest(body[:_DIGEST], hashlib.sha256(request).digest()):
        raise Refused("enrol_answer_other")
    return body[_DIGEST:]


def _wrapped(magic: bytes, body: bytes) -> bytes:
    return magic + len(body).to_bytes(4, "big") + hashlib.sha256(body).digest() + body


def _unwrapped(magic: bytes, content: bytes, largest: int) -> bytes:
    if not content.startswith(magic):
        raise Refused("enrol_file_unknown")
    if len(content) > largest:
        raise Refused("enrol_file_too_big")
    length = int.from_bytes(content[len(magic) : len(magic) + 4], "big")
    digest, body = content[len(magic) + 4 : _HEAD], content[_HEAD:]
    if len(body) != length or not hmac.compare_digest(hashlib.sha256(body).digest(), digest):
        raise Refused("enrol_file_torn")
    return body
