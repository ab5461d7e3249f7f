"""Planes: whole numbers laid byte by byte, all low bytes, then the next, so that what is alike lies together."""

from __future__ import annotations

import sys
from array import array

from app.domain.errors import Refused
from app.wire.body import Reader, Writer

_WIDTHS = {1: "B", 2: "H", 4: "I", 8: "Q"}
"""How many bytes a number takes, and how `array` calls it."""


def zigzag(number: int) -> int:
    """Small numbers of either sign as small numbers from 0."""
    return number * 2 if number >= 0 else -number * 2 - 1


def unzigzag(number: int) -> int:
    """What `zigzag` was given."""
    return (number >> 1) ^ -(number & 1)


def write_planes(writer: Writer, values: list[int]) -> None:
    """Numbers from 0 below 2**64, as few bytes wide as the largest asks for."""
    width = next(width for width in _WIDTHS if max(values, default=0) < 1 << 8 * width)
    cells = array(_WIDTHS[width], values)
    if sys.byteorder == "big":
        cells.byteswap()
    laid = cells.tobytes()
    writer.uint(width)
    for plane in range(width):
        writer.plain += laid[plane::width]


def read_planes(reader: Reader, count: int) -> array[int]:
    """The `count` numbers. Refused ``body_damaged``."""
    width = reader.uint()
    if width not in _WIDTHS:
        raise Refused("body_damaged")
    planes = reader.take(count * width)
    laid = bytearray(count * width)
    for plane in range(width):
        laid[plane::width] = planes[plane * count : (plane + 1) * count]
    cells = array(_WIDTHS[width])
    cells.frombytes(laid)
    if sys.byteorder == "big":
        cells.byteswap()
    return cells
