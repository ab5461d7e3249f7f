"""Lists as text: UTF-8, UTF-16 and the Windows code page, parted by semicolon, comma, tab or bar."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from app.domain.errors import Refused, Unavailable
from app.domain.intake import Cancelled
from app.domain.reading import Raw

DELIMITERS = (";", ",", "\t", "|")
_TRIED_LINES = 60
_ASK_EVERY = 5000


def read_csv(path: Path, cancelled: Cancelled) -> list[list[Raw]]:
    """The rows of a text file; raises Refused when it is not text or not a table."""
    try:
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise Unavailable("list_cannot_be_opened") from error
    first = text[:4].lower() == "sep="
    if first:
        named, _, text = text.partition("\n")
    delimiter = named.strip()[4:5] if first and named.strip()[4:5] in DELIMITERS else _delimiter(text)
    rows: list[list[Raw]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(list(row))
            if len(rows) % _ASK_EVERY == 0 and cancelled():
                raise Refused("import_cancelled")
    except csv.Error as error:
        raise Refused("list_torn") from error
    return rows


def _decoded(content: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _strictly(content, encoding)
    sample = content[:4000]
    if sample[1::2].count(0) > len(sample) * 0.3:
        return _strictly(content, "utf-16-le")
    if sample[0::2].count(0) > len(sample) * 0.3:
        return _strictly(content, "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("list_torn") from error


def _delimiter(text: str) -> str:
    """The sign that parts most lines into the same, largest number of cells."""
    lines = "\n".join(text.splitlines()[:_TRIED_LINES])
    best, score = ";", 0
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(lines), delimiter=delimiter)]
        except csv.Error:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        reached = (usual - 1) * widths.count(usual)
        if reached > score:
            best, score = delimiter, reached
    return best
