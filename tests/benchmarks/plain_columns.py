"""The peer for bytes on the line: the same values, turned into columns in the plainest way, then `xz -9e`.

A column is the values of one field, one a line; a list gives its lengths and the columns of all its items. Times stand
as differences. What is noise to every packer (signatures, names of photos) is counted raw, so
that the peer is not made to look worse than it is. Nothing that a receiver can compute (numbers, hashes of entries,
floors) is given to the peer at all.
"""

from __future__ import annotations

import gzip
import json
import lzma
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from app.domain.entry import Entry
from app.domain.photo_name import PHOTO_NAME_FORM
from app.domain.roster import Roster

_NOISE = re.compile(rf"{PHOTO_NAME_FORM}|^[0-9a-f]{{64}}$")
"""Names of photos, and whole hashes."""


class _Columns:
    """Collects columns and noise."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.noise = bytearray()

    def put(self, values: Sequence[Any]) -> None:
        """One column of whatever is in it; None where a row has no such field."""
        present = [value for value in values if value is not None]
        if present and all(isinstance(value, dict) for value in present):
            self._fields(values)
        elif present and all(isinstance(value, list) for value in present):
            self.lines.append("\n".join("" if value is None else str(len(value)) for value in values))
            self.put([item for value in present for item in value])
        else:
            self.lines.append("\n".join(map(self._text, values)))

    def _fields(self, rows: Sequence[dict[str, Any] | None]) -> None:
        names = dict.fromkeys(name for row in rows if row is not None for name in row)
        self.lines.append(" ".join(names))
        for name in names:
            self.put([None if row is None else row.get(name) for row in rows])

    def _text(self, value: Any) -> str:
        if isinstance(value, bytes):
            self.noise += value
            return ""
        if isinstance(value, str) and _NOISE.match(value):
            self.noise += bytes.fromhex(value)
            return ""
        return "" if value is None else str(value)

    def size(self) -> int:
        """Bytes of the packed columns and the noise beside them."""
        plain = "\x00".join(self.lines).encode()
        best = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME}]
        return len(lzma.compress(plain, format=lzma.FORMAT_XZ, filters=best)) + len(self.noise)


def entries_size(entries: Sequence[Entry]) -> int:
    """Of entries of one chain: kind by kind, as anybody would who knows what columns are for."""
    columns = _Columns()
    columns.put([entry.kind for entry in entries])
    columns.put([entry.author for entry in entries])
    columns.put([now.at_ms - before.at_ms for before, now in zip([entries[0], *entries], entries, strict=False)])
    columns.put([entry.subject for entry in entries])
    for kind in dict.fromkeys(entry.kind for entry in entries):
        columns.put([payload_of(entry) for entry in entries if entry.kind == kind])
    return columns.size()


def payload_of(entry: Entry) -> Any:
    """The values of an entry, without the head of a seal (a receiver computes it)."""
    values = msgspec.msgpack.decode(entry.payload)
    if entry.kind == "sealed":
        del values["head"]
    return values


def roster_size(roster: Roster) -> int:
    """Of a list: its families, and the members of all of them."""
    values = msgspec.to_builtins(roster)
    columns = _Columns()
    columns.put([values])
    return columns.size()


def entries_rows(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The same values as objects with names in them."""
    return [
        {
            "device": entry.chain,
            "seq": entry.seq,
            "author": entry.author,
            "at": entry.at_ms,
            "kind": entry.kind,
            "subject": entry.subject,
            "payload": msgspec.to_builtins(payload_of(entry)),
        }
        for entry in entries
    ]


def gzipped(values: Any) -> bytes:
    """What a usual web service would send: JSON, gzipped."""
    return gzip.compress(json.dumps(values, separators=(",", ":")).encode(), 9)


def entries_json_size(entries: Sequence[Entry]) -> int:
    """Entries, as a usual web service would send them."""
    return len(gzipped(entries_rows(entries)))


def roster_json_size(roster: Roster) -> int:
    """The same for a list."""
    return len(gzipped(msgspec.to_builtins(roster)))
