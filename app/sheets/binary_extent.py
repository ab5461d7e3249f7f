"""How far the cells of a binary workbook (XLSB) reach, and how many words it claims, read from its records."""

from __future__ import annotations

from app.domain.errors import Refused

_ROW, _STRINGS = 0x0000, 0x009F
_CELLS = frozenset(range(1, 12))
_KEPT = 16
"""Bytes of a record that tell its place."""
_SHORTEST_STRING = 5
LAST_ROW = 1_048_576


class BinaryExtent:
    """Fed with the pieces of one part in order; `rows` and `columns` tell how far it reached so far."""

    def __init__(self, size: int) -> None:
        """`size` of the whole part in bytes."""
        self._size = size
        self._left = b""
        self._skip = 0
        self.rows = self.columns = 0

    def see(self, piece: bytes) -> None:
        """Look at the next piece; raises Refused where the part claims more than it can hold."""
        data = self._left + piece
        at = min(self._skip, len(data))
        self._skip -= at
        while (head := _head(data, at)) is not None:
            kind, length, start = head
            if len(data) < start + min(length, _KEPT):
                break
            self._take(kind, data[start : start + min(length, _KEPT)])
            at = start + length
        self._skip += max(0, at - len(data))
        self._left = data[at:]

    def _take(self, kind: int, content: bytes) -> None:
        if kind == _ROW and len(content) >= 4:
            row = int.from_bytes(content[:4], "little")
            if row >= LAST_ROW:
                raise Refused("list_torn")
            self.rows = max(self.rows, row + 1)
        elif kind in _CELLS and len(content) >= 4:
            self.columns = max(self.columns, int.from_bytes(content[:4], "little") + 1)
        elif kind == _STRINGS and int.from_bytes(content[4:8], "little") * _SHORTEST_STRING > self._size:
            raise Refused("list_torn")


def _head(data: bytes, at: int) -> tuple[int, int, int] | None:
    """Kind, length and where the content begins of the record at `at`; None while it is not all there."""
    if at >= len(data):
        return None
    kind = data[at]
    at += 1
    if kind & 0x80:
        if at >= len(data):
            return None
        kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
        at += 1
    length = 0
    for shift in (0, 7, 14, 21):
        if at >= len(data):
            return None
        length |= (data[at] & 0x7F) << shift
        at += 1
        if not data[at - 1] & 0x80:
            break
    return kind, length, at
