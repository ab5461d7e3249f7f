"""The smallest box that we know: raw LZMA with our own short header, and a second part that cannot be made smaller.

    format (1 byte) | uvarint plain size | uvarint loose size | first 8 bytes of SHA-256(plain, loose) | loose | LZMA

Signatures and hashes are noise; they travel loose, because LZMA would make them a little larger and lose its place in
what it had learnt. Sizes are checked before memory is taken, and the dictionary's size is ours, never the sender's.
"""

from __future__ import annotations

import hashlib
import lzma
from typing import Any

from app.domain.errors import Refused

_FORMAT = 1
_CHECK = 8
_DICTIONARY = 1 << 23
_SMALL = 4096
"""Bytes up to which the smallest way of looking back finds all that there is, with half of the memory to clear."""


def _filters(size: int) -> list[dict[str, Any]]:
    return [
        {
            "id": lzma.FILTER_LZMA1,
            "preset": 9 | lzma.PRESET_EXTREME,
            "dict_size": max(1 << 12, min(_DICTIONARY, size)),
            "lc": 1,
            "lp": 0,
            "pb": 0,
            **({"mf": lzma.MF_BT2} if size <= _SMALL else {}),
        }
    ]


def put_uint(into: bytearray, number: int) -> None:
    """Append a number >= 0 as seven bits a byte, least first."""
    while number > 0x7F:
        into.append(number & 0x7F | 0x80)
        number >>= 7
    into.append(number)


def get_uint(data: bytes, at: int) -> tuple[int, int]:
    """The number at `at` and where the next thing starts; Refused ``body_damaged`` past the end or beyond 64 bits."""
    number = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise Refused("body_damaged")
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return number, at


def squeeze(plain: bytes, loose: bytes = b"") -> bytes:
    """Both parts in one body."""
    body = bytearray((_FORMAT,))
    put_uint(body, len(plain))
    put_uint(body, len(loose))
    body += _check(plain, loose)
    body += loose
    body += lzma.compress(plain, format=lzma.FORMAT_RAW, filters=_filters(len(plain)))
    return bytes(body)


def unsqueeze(body: bytes, largest: int) -> tuple[bytes, bytes]:
    """Both parts again. Refused ``body_too_large`` beyond `largest` bytes of both, ``body_newer`` for a newer
    program's format, ``body_damaged`` where a byte was changed, lost or added."""
    if not body:
        raise Refused("body_damaged")
    if body[0] != _FORMAT:
        raise Refused("body_newer", format=body[0])
    plain_size, at = get_uint(body, 1)
    loose_size, at = get_uint(body, at)
    if plain_size + loose_size > largest:
        raise Refused("body_too_large", size=plain_size + loose_size, largest=largest)
    check, at = body[at : at + _CHECK], at + _CHECK
    loose, at = body[at : at + loose_size], at + loose_size
    if len(loose) != loose_size:
        raise Refused("body_damaged")
    plain = _inflate(body[at:], plain_size)
    if check != _check(plain, loose):
        raise Refused("body_damaged")
    return plain, loose


def _inflate(packed: bytes, size: int) -> bytes:
    reader = lzma.LZMADecompressor(format=lzma.FORMAT_RAW, filters=_filters(size))
    try:
        plain = reader.decompress(packed, max_length=size + 1)
        if not reader.eof and len(plain) == size:
            plain += reader.decompress(b"", max_length=1)
    except (lzma.LZMAError, EOFError) as error:
        raise Refused("body_damaged") from error
    if len(plain) != size or not reader.eof or reader.unused_data:
        raise Refused("body_damaged")
    return plain


def _check(plain: bytes, loose: bytes) -> bytes:
    digest = hashlib.sha256(len(plain).to_bytes(8, "big"))
    digest.update(plain)
    digest.update(loose)
    return digest.digest()[:_CHECK]
