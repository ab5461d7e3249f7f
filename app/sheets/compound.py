"""Looks at a workbook of Excel 97-2003 before the reader does: a compound file (MS-CFB) with a stream of BIFF records.

The reader trusts what such a file says of itself. A chain of sectors that bites its own tail, or a count of a thousand
million strings, would make it take all memory, and the program would be killed. So the chains, the sizes and the reach
of the cells are judged here first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from app.domain.errors import Refused

_IN_HEADER = 109
"""FAT sectors that the header itself names."""
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_NO_SECTOR = 0xFFFFFFFA
"""From here on a number is no sector: end of chain, free, or a table's own."""
_BOOKS = ("workbook", "book")
_CELLS = frozenset({0x0003, 0x0004, 0x0005, 0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0206, 0x0406, 0x027E})
_MANY_CELLS, _DIMENSIONS, _STRINGS, _SHEET, _END = 0x00BD, 0x0200, 0x00FC, 0x0085, 0x000A
_SHORTEST_STRING = 3


def reach_of_sheets(content: bytes) -> list[tuple[int, int]]:
    """How many rows and columns each sheet of a whole compound file reaches; raises Refused where it is torn."""
    try:
        stream = _Compound(content).book()
        starts = _starts_of_sheets(stream)
        if len(set(starts)) < len(starts):
            raise Refused("list_torn")
        return [_reach(stream, start) for start in starts]
    except (struct.error, IndexError) as error:
        raise Refused("list_torn") from error


class _Compound:
    """The tables of a compound file, every chain of which is known to end."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        fat_count, directory, self._cutoff = struct.unpack_from("<II4xI", content, 44)
        mini_fat, mini_count, difat, difat_count = struct.unpack_from("<IIII", content, 60)
        self._sector, self._mini = 1 << shift, 1 << mini_shift
        if shift not in (9, 12) or mini_shift != 6:
            raise Refused("list_torn")
        sectors = len(content) // self._sector + 1
        if max(fat_count, mini_count, difat_count) > sectors:
            raise Refused("list_torn")
        self._fat = self._numbers(self._fat_sectors(difat, sectors))
        self._mini_fat = self._numbers(self._chain(mini_fat, self._fat))
        self._entries = list(self._directory(directory))

    def book(self) -> bytes:
        """The records of the workbook; empty where the file has none."""
        root = next((start for _, kind, start, _ in self._entries if kind == _ROOT), _NO_SECTOR)
        small = self._joined(self._chain(root, self._fat))
        found = b""
        for name, kind, start, size in self._entries:
            if kind != _STREAM:
                continue
            if size > len(self._content):
                raise Refused("list_torn")
            if size < self._cutoff:
                parts = self._chain(start, self._mini_fat)
                stream = b"".join(small[part * self._mini : (part + 1) * self._mini] for part in parts)
            else:
                stream = self._joined(self._chain(start, self._fat))
            if name in _BOOKS:
                found = stream[:size]
        return found

    def _piece(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        if start >= len(self._content):
            raise Refused("list_torn")
        return self._content[start : start + self._sector]

    def _joined(self, sectors: Sequence[int]) -> bytes:
        return b"".join(map(self._piece, sectors))

    def _numbers(self, sectors: Sequence[int]) -> tuple[int, ...]:
        table = self._joined(sectors)
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def _fat_sectors(self, difat: int, most: int) -> list[int]:
        named = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76))
        for _ in range(most):
            if difat >= _NO_SECTOR:
                return [sector for sector in named if sector < _NO_SECTOR]
            *more, difat = self._numbers([difat])
            named += more
        raise Refused("list_torn")

    def _chain(self, start: int, table: Sequence[int]) -> list[int]:
        """The sectors from `start` on; torn where they never end or leave the table."""
        chain: list[int] = []
        while start < _NO_SECTOR:
            if start >= len(table) or len(chain) >= len(table):
                raise Refused("list_torn")
            chain.append(start)
            start = table[start]
        return chain

    def _directory(self, start: int) -> Iterator[tuple[str, int, int, int]]:
        """Name, kind, first sector and size of everything in the file."""
        table = self._joined(self._chain(start, self._fat))
        for at in range(0, len(table) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", table, at + 64)
            first, size = struct.unpack_from("<II", table, at + 116)
            name = table[at : at + min(64, max(0, length - 2))].decode("utf-16-le", errors="replace")
            yield name.lower(), kind, first, size


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each record up to the end of a sheet or of the part that all sheets share."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _END:
            return
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _starts_of_sheets(stream: bytes) -> list[int]:
    starts: list[int] = []
    for kind, data in _records(stream, 0):
        if kind == _SHEET:
            starts.append(struct.unpack_from("<I", data)[0])
        elif kind == _STRINGS and struct.unpack_from("<I", data, 4)[0] * _SHORTEST_STRING > len(stream):
            raise Refused("list_torn")
    return starts


def _reach(stream: bytes, start: int) -> tuple[int, int]:
    rows = columns = 0
    for kind, data in _records(stream, start):
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", data)
        elif kind == _MANY_CELLS:
            (row,), (column,) = struct.unpack_from("<H", data), struct.unpack("<H", data[-2:])
        elif kind == _DIMENSIONS:
            row, column = _last(*struct.unpack_from("<IIHH" if len(data) > 10 else "<HHHH", data))
        else:
            continue
        rows, columns = max(rows, row + 1), max(columns, column + 1)
    return rows, columns


def _last(first_row: int, rows: int, first_column: int, columns: int) -> tuple[int, int]:
    """The last row and column of what the dimensions tell; they end one behind it."""
    if rows < first_row or columns < first_column:
        raise Refused("list_torn")
    return rows - 1, columns - 1
