"""Lists as text: UTF-8, UTF-16 and the Windows code page, parted by semicolon, comma, tab or bar."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from app.domain.errors import Refused, Unavailable
from app.domain.intake import Cancelled
from app.domain.reading import Raw

DELIMITERS = (";", ",", "\t", "|")
_TRIED_LINES = 60
_ASK_EVERY = 5000
_ODD_BYTES = "balai-odd-bytes"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


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
    width = 0
    try:
        for row in csv.reader(_lines(text), delimiter=delimiter):
            width = max(width, len(row))
            if any("\n" in cell and 2 * cell.count(delimiter) >= width for cell in row):
                # A cell that holds whole lines began with a quote that nobody closed: people would be swallowed.
                raise Refused("list_stray_quote", row=len(rows) + 1)
            rows.append(list(row))
            if len(rows) % _ASK_EVERY == 0 and cancelled():
                raise Refused("import_cancelled")
    except csv.Error as error:
        raise Refused("list_torn") from error
    if _cut_short(text, rows):
        raise Refused("list_torn")
    return rows


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one at a time: a copy of the whole in lines would cost its memory over again."""
    return (found[0] for found in _LINE.finditer(text))


def _cut_short(text: str, rows: list[list[Raw]]) -> bool:
    """Whether the file ends in the middle of a line, though all lines before are of one width."""
    body = rows[max(0, len(rows) - _TRIED_LINES) : -1]
    widths = {len(row) for row in body}
    return bool(body) and not text.endswith(("\n", "\r")) and len(widths) == 1 and len(rows[-1]) < widths.pop()


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
        # A few odd bytes (a dash pasted from Word) do not make a text of another writing.
        mended = content.decode("utf-8", errors=_ODD_BYTES)
        whole = content.decode("utf-8", errors="ignore")
        odd = len(mended) - len(whole)
        if sum(not letter.isascii() for letter in whole) > odd:
            return mended
        return content.decode("cp1252", errors="replace")


def _by_code_page(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_ODD_BYTES, _by_code_page)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("list_torn") from error


def _delimiter(text: str) -> str:
    """The sign that parts most lines into the same, largest number of cells."""
    lines = list(islice(_lines(text), _TRIED_LINES))
    best, score = ";", 0
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        except csv.Error:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        reached = (usual - 1) * widths.count(usual)
        if reached > score:
            best, score = delimiter, reached
    return best
