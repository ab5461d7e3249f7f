"""Typed MessagePack: one decoder for each shape, and never two made at once.

While msgspec finds out what a class holds, the class carries what is known of it so far. A thread that decoded with
that would read places that are still empty, and end the whole process.
"""

from __future__ import annotations

import threading
from functools import cache
from typing import Any, TypeVar

import msgspec

Shape = TypeVar("Shape")

_one_at_a_time = threading.Lock()


def decode_typed(body: bytes, shape: type[Shape]) -> Shape:
    """`body` as `shape`; raises what msgspec's decoder raises."""
    known: Any = shape
    found: Shape = decoder_of(known).decode(body)
    return found


@cache
def decoder_of(shape: Any) -> msgspec.msgpack.Decoder[Any]:
    """The decoder of a shape, for any number of threads."""
    with _one_at_a_time:
        return msgspec.msgpack.Decoder(shape)
