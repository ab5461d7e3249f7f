"""Bodies made to grow: ``python -m tests.fuzz.bombs NAME`` reads one in a process of its own and tells its size, the
peak of the process in MB, and what came of it.

A body is squeezed, so that zeros cost nothing; and a column of zeros may stand for values that each take memory.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from app.domain.errors import Problem
from app.wire.body import Writer
from app.wire.column import write_blobs, write_ints, write_texts
from app.wire.columns import decode_entries
from app.wire.pack import decode_pack
from app.wire.squeeze import put_uint, squeeze
from tests import peak

_INT, _FLOAT, _TEXT, _LIST, _MAP = 3, 4, 5, 7, 8
_CONST, _PLAIN, _DELTA = 0, 1, 2
_MANY: Final = 20_000_000

Tree = Callable[[Writer, int], None]


def _planes(writer: Writer, count: int) -> None:
    """So many ones, a byte each."""
    writer.uint(1)
    writer.plain += b"\x02" * count


def _running(writer: Writer, count: int) -> None:
    """Numbers that differ, each an object of its own."""
    writer.uint(_DELTA)
    writer.uint(1 << 40)
    _planes(writer, count - 1)


def _numbers(writer: Writer, count: int) -> None:
    writer.uint(_INT)
    _running(writer, count)


def _floats(writer: Writer, count: int) -> None:
    writer.uint(_FLOAT)
    writer.uint(3)
    writer.uint(_CONST)
    writer.uint(7)


def _texts(writer: Writer, count: int) -> None:
    writer.uint(_TEXT)
    writer.uint(4)  # digits of one width
    writer.uint(_CONST)
    writer.uint(2)
    writer.uint(17)
    writer.uint(_CONST)
    writer.uint(2)


def _lists(writer: Writer, count: int) -> None:
    writer.uint(_LIST)
    writer.uint(_CONST)
    writer.uint(0)


def _maps(writer: Writer, count: int) -> None:
    writer.uint(_MAP)
    writer.uint(1)
    write_texts(writer, ["a"])
    writer.uint(1)
    write_ints(writer, [1])
    write_ints(writer, [0])
    writer.uint(_CONST)
    writer.uint(0)
    writer.uint(0)  # every value is none


def _entry(tree: Tree, count: int) -> bytes:
    """One entry whose payload is a list of so many values."""
    writer = Writer()
    writer.uint(1)
    write_texts(writer, ["k3f9x2abqwer.1"])
    write_ints(writer, [0])
    write_texts(writer, ["p"])
    for _ in range(3):
        write_ints(writer, [1])
    writer.uint(1)
    write_texts(writer, ["visit_recorded"])
    write_ints(writer, [1])
    write_ints(writer, [0])
    write_texts(writer, ["f-1"])
    write_ints(writer, [0])
    write_blobs(writer, [])
    writer.uint(_MAP)
    writer.uint(1)
    write_texts(writer, ["a"])
    writer.uint(1)
    for numbers in ([1], [0], [0]):
        write_ints(writer, numbers)
    writer.uint(_LIST)
    write_ints(writer, [count])
    tree(writer, count)
    writer.loose += bytes(16)
    return squeeze(bytes(writer.plain), bytes(writer.loose))


def _entries(count: int) -> bytes:
    """Many entries of nothing."""
    writer = Writer()
    writer.uint(count)
    for _ in range(2):
        writer.uint(1)
        writer.uint(1)
        write_texts(writer, ["k3f9x2abqwer.1"])
        writer.uint(_CONST)
        writer.uint(0)
    return squeeze(bytes(writer.plain))


def _list(count: int) -> bytes:
    """A list that names so many families that are gone, or have so many members."""
    writer = Writer()
    write_texts(writer, ["full", "2026-11", "", "7308032001", "", "", "", "", ""])
    writer.uint(0)
    writer.uint(1)
    write_ints(writer, [count])
    for _ in range(7):
        write_texts(writer, [""])
    for numbers in ([0],):
        write_ints(writer, numbers)
    write_texts(writer, [""])
    for _ in range(6):
        writer.uint(4)
        writer.uint(_CONST)
        writer.uint(2)
        writer.uint(17)
        _running(writer, count)
    return squeeze(bytes(writer.plain))


def _box(plain: int) -> bytes:
    """A box that says it is larger than it is."""
    body = bytearray((1,))
    put_uint(body, plain)
    put_uint(body, 0)
    return bytes(body) + bytes(8) + squeeze(bytes(1 << 20))[14:]


BOMBS: Final[dict[str, tuple[Callable[[bytes], object], Callable[[], bytes]]]] = {
    "running numbers": (decode_entries, lambda: _entry(_numbers, _MANY)),
    "floats": (decode_entries, lambda: _entry(_floats, _MANY)),
    "texts": (decode_entries, lambda: _entry(_texts, _MANY)),
    "empty lists": (decode_entries, lambda: _entry(_lists, _MANY)),
    "maps": (decode_entries, lambda: _entry(_maps, _MANY)),
    "fewer running numbers": (decode_entries, lambda: _entry(_numbers, 3_600_000)),
    "fewer floats": (decode_entries, lambda: _entry(_floats, 4_700_000)),
    "fewer texts": (decode_entries, lambda: _entry(_texts, 1_700_000)),
    "fewer empty lists": (decode_entries, lambda: _entry(_lists, 2_500_000)),
    "fewer maps": (decode_entries, lambda: _entry(_maps, 1_200_000)),
    "entries": (decode_entries, lambda: _entries(200_000)),
    "members": (decode_pack, lambda: _list(3_000_000)),
    "fewer members": (decode_pack, lambda: _list(550_000)),
    "a box": (decode_entries, lambda: _box(48 << 20)),
}


def main(name: str) -> None:
    """Read it."""
    reads, makes = BOMBS[name]
    body = makes()
    try:
        reads(body)
        said = "a value"
    except Problem as problem:
        said = problem.code
    print(len(body), round(peak.megabytes()), said)


if __name__ == "__main__":
    main(sys.argv[1])
