"""How a real message is spoilt: a recipe of small steps, so that hypothesis can shrink it and a seed can repeat it."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec

Step = tuple[int, int, int]
"""What is done, where, and with which number."""

LARGEST: Final = 1 << 20
"""Bytes; no mutation makes a message longer."""

_COUNTS: Final = (
    b"\xff\xff\xff\xff\xff\xff\xff\xff\x7f",
    b"\xff\xff\xff\xff\x07",
    b"\xff\xff\x7f",
    b"\x80\x80\x01",
    b"\x00",
    b"\xdd\xff\xff\xff\xff",
    b"\xdf\x7f\xff\xff\xff",
    b"\xc6\xff\xff\xff\xff",
    b"\xdb\x00\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\xcf\xff\xff\xff\xff\xff\xff\xff\xff",
    b"\xd3\x80\x00\x00\x00\x00\x00\x00\x00",
    b"\xcb\x7f\xf8\x00\x00\x00\x00\x00\x00",
    b"\x91" * 600,
    b"\x81\xa0" * 600,
)
"""Numbers, counts and depths as our formats write them: as large, as small, as deep as they go."""


def _flip(content: bytearray, at: int, number: int, other: bytes) -> None:
    if content:
        content[at % len(content)] ^= 1 << number % 8


def _set(content: bytearray, at: int, number: int, other: bytes) -> None:
    if content:
        content[at % len(content)] = number % 256


def _cut(content: bytearray, at: int, number: int, other: bytes) -> None:
    del content[at % (len(content) + 1) :]


def _drop(content: bytearray, at: int, number: int, other: bytes) -> None:
    start = at % (len(content) + 1)
    del content[start : start + 1 + number % 64]


def _repeat(content: bytearray, at: int, number: int, other: bytes) -> None:
    start = at % (len(content) + 1)
    content[start:start] = content[start : start + 1 + number % 256] * (1 + number % 7)


def _splice(content: bytearray, at: int, number: int, other: bytes) -> None:
    start = at % (len(content) + 1)
    content[start:] = other[number % (len(other) + 1) :]


def _grow(content: bytearray, at: int, number: int, other: bytes) -> None:
    start, count = at % (len(content) + 1), _COUNTS[number % len(_COUNTS)]
    content[start : start + 1] = count


def _over(content: bytearray, at: int, number: int, other: bytes) -> None:
    start, count = at % (len(content) + 1), _COUNTS[number % len(_COUNTS)]
    content[start : start + len(count)] = count


STEPS: Final[tuple[Callable[[bytearray, int, int, bytes], None], ...]] = (
    _flip,
    _set,
    _cut,
    _drop,
    _repeat,
    _splice,
    _grow,
    _over,
)


def mutated(content: bytes, steps: Sequence[Step], other: bytes) -> bytes:
    """The message after all steps; `other` is another one of its kind, for splices."""
    found = bytearray(content)
    for what, at, number in steps:
        STEPS[what % len(STEPS)](found, at, number, other)
        del found[LARGEST:]
    return bytes(found)


def random_steps(chance: random.Random) -> list[Step]:
    """A recipe."""
    return [
        (chance.randrange(len(STEPS)), chance.randrange(1 << 16), chance.randrange(1 << 16))
        for _ in range(chance.choice((1, 1, 1, 2, 3, 5)))
    ]


# --- values that keep their type but lie -----------------------------------------------------------------------------

_NUMBERS: Final = (0, -1, 1, 1 << 31, 1 << 53, (1 << 63) - 1, 1 << 63, (1 << 64) - 1, -(1 << 63), 253402300800000)
_TEXTS: Final = (
    "", "\0", " ", "a" * 70_000, "\u202e", "🏠" * 300, "../../x", "1.1", "x.y", ".", "/", "-1", "9" * 400, "²",
    "٣", "2026-02-30", "nan", "'; --",
)  # fmt: skip
_FLOATS: Final = (math.nan, math.inf, -math.inf, -0.0, 1e308, 5e-324)


def lying(content: bytes, steps: Sequence[Step]) -> bytes:
    """A MessagePack message whose values were changed in their places: those of the same type, or of any."""
    try:
        tree = [msgspec.msgpack.decode(content)]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return content
    for what, at, number in steps:
        places = list(_places(tree))
        holder, key = places[at % len(places)]
        holder[key] = _lie(holder[key], what, number)
    return msgspec.msgpack.encode(tree[0])


def _places(tree: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    keys = range(len(tree)) if isinstance(tree, list) else list(tree) if isinstance(tree, dict) else ()
    for key in keys:
        found.append((tree, key))
        found += _places(tree[key])
    return found


def _lie(value: Any, what: int, number: int) -> Any:
    if what % 8 == 7:
        return (None, [], {}, "", 0, b"", True, 1.5)[number % 8]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return _NUMBERS[number % len(_NUMBERS)]
    if isinstance(value, float):
        return _FLOATS[number % len(_FLOATS)]
    if isinstance(value, str):
        return _TEXTS[number % len(_TEXTS)]
    if isinstance(value, bytes):
        return (b"", b"\0", bytes(31), bytes(32), b"\xff" * 32, bytes(64), bytes(1 << 16))[number % 7]
    if isinstance(value, list):
        return (value * 2, value[:-1], value[::-1], value * 300)[number % 4] if len(value) < 500 else value[:1]
    if isinstance(value, dict):
        return dict(list(value.items())[: number % (len(value) + 1)])
    return _TEXTS[number % len(_TEXTS)]
