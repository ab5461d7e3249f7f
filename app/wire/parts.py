"""A bundle cut into parts of a chosen size, for roads that take small files only; put together again in any order.

    magic | header size (2 bytes) | header | bytes

A part tells which bundle it belongs to, its place, and the SHA-256 of its own bytes; the bundle's signature proves the
whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import IO, Final

import msgspec

from app.domain.errors import Refused
from app.wire.typed import decode_typed

MAGIC: Final = b"\x89BALAIPART\r\n\x1a\n"
MOST_PARTS: Final = 999
OVERHEAD: Final = 256
"""More than a part's magic and header ever take."""

SMALLEST_PART: Final = 64 << 10

Source = Callable[[], AbstractContextManager[Callable[[int], bytes]]]
"""Opens a part at its bytes and gives what reads them."""

_PIECE: Final = 1 << 16
_encoder = msgspec.msgpack.Encoder()


class Part(msgspec.Struct, array_like=True, frozen=True):
    """Which part of what."""

    bundle: bytes
    """SHA-256 of the whole."""
    place: int
    """From 1."""
    parts: int
    size: int
    """Bytes of the whole."""
    start: int
    """Where this part begins in the whole."""
    length: int
    sha256: bytes
    """Of this part's bytes."""


def part_head(part: Part) -> bytes:
    """What stands before a part's bytes."""
    header = _encoder.encode(part)
    return MAGIC + len(header).to_bytes(2, "big") + header


def read_part(file: IO[bytes], size: int) -> Part | None:
    """What a file says that it is, None where it is no part; the file then stands at the part's bytes.

    Refused ``bundle_torn`` where it is shorter or longer than it says, ``bundle_malformed``.
    """
    if file.read(len(MAGIC)) != MAGIC:
        return None
    length = int.from_bytes(file.read(2), "big")
    content = file.read(length)
    if len(content) < length:
        raise Refused("bundle_torn")
    try:
        part = decode_typed(content, Part)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("bundle_torn") from error
    if part.length < 1 or not 0 <= part.start <= part.size - part.length:
        raise Refused("bundle_malformed")
    if not 1 <= part.place <= part.parts <= MOST_PARTS:
        raise Refused("bundle_malformed")
    if size != len(MAGIC) + 2 + length + part.length:
        raise Refused("bundle_torn")
    return part


def cut(file: IO[bytes], digest: bytes, size: int, most: int) -> Iterator[tuple[Part, bytes]]:
    """The parts of a bundle that `file` holds from here on (`size` bytes, SHA-256 `digest`), each with its own file's
    whole content of at most `most` bytes; one at a time is in memory. Refused ``bundle_too_many_parts``."""
    room = max(most, SMALLEST_PART) - OVERHEAD
    count = -(-size // room)
    if count > MOST_PARTS:
        raise Refused("bundle_too_many_parts", parts=count)
    for place in range(1, count + 1):
        content = file.read(room)
        own = hashlib.sha256(content).digest()
        part = Part(digest, place, count, size, (place - 1) * room, len(content), own)
        yield part, part_head(part) + content


def put_in_order(parts: Iterable[Part]) -> list[Part]:
    """The parts of one bundle from the first to the last, as they make up the whole without a gap.

    Refused ``bundle_part_missing`` (facts: parts, all), ``bundle_malformed`` where they contradict each other.
    """
    held = {part.place: part for part in parts}
    some = next(iter(held.values()))
    missing = [place for place in range(1, some.parts + 1) if place not in held]
    if missing:
        raise Refused("bundle_part_missing", parts=", ".join(map(str, missing)), all=some.parts)
    found, end = [held[place] for place in range(1, some.parts + 1)], 0
    for part in found:
        if (part.bundle, part.size, part.start) != (some.bundle, some.size, end):
            raise Refused("bundle_malformed")
        end += part.length
    if end != some.size or len(found) != len(held):
        raise Refused("bundle_malformed")
    return found


def copy_part(read: Callable[[int], bytes], part: Part, into: IO[bytes]) -> None:
    """Write the part's bytes, which `read` gives, at their place in the whole.

    Refused ``bundle_torn``, ``bundle_part_damaged`` (facts: place, all).
    """
    digest = hashlib.sha256()
    into.seek(part.start)
    left = part.length
    while left:
        piece = read(min(_PIECE, left))
        if not piece:
            raise Refused("bundle_torn")
        digest.update(piece)
        into.write(piece)
        left -= len(piece)
    if digest.digest() != part.sha256:
        raise Refused("bundle_part_damaged", place=part.place, all=part.parts)


def copy_whole_part(copies: Sequence[tuple[Part, Source]], into: IO[bytes]) -> None:
    """Of several files that hold the same part, write the first whose bytes are whole: one that came damaged still lies
    beside the one that was sent again. Refused as `copy_part`, for the last of them."""
    for tried, (part, source) in enumerate(copies, 1):
        try:
            with source() as read:
                copy_part(read, part, into)
            return
        except Refused:
            if tried == len(copies):
                raise
