"""How far the cells of a sheet reach: one stray cell in the last corner would make a reader take gigabytes."""

from __future__ import annotations

import re
from typing import Protocol
from xml.parsers import expat

from app.domain.errors import Refused
from app.sheets.binary_extent import BinaryExtent

MAX_CELLS = 20_000_000
"""Of the rectangle that a reader would make, filled or not: 100,000 people with 200 columns."""
MAX_COLUMNS = 702
"""Through column ZZ."""

_UNUSUAL = re.compile(rb'<c(?=[\s/>])(?:(?![^<>]*\sr="[A-Z]{1,3}\d{1,7}")|[^<>]*\')|<[\w.-]+:c[\s/>]|\0')
"""Cells that do not say where they are, with other quotes, with a prefix; UTF-16."""
_LONGEST_TAG = 65_536
_DIGITS = 9
"""Of a row's number; more would reach beyond every sheet anyway."""
_FAR_CELL = re.compile(rb'<c [^<>]*?\br="(?:[A-Z]{0,3}\d{6,7}|[G-Z][A-Z]\d+|[A-Z]{3}\d+)"[^<>/]*><[vif]')
_CELL = re.compile(rb'<c [^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>/]*><[vif]')


class Extent(Protocol):
    """Fed with the pieces of one part in order; raises Refused ``list_stray_cells`` where it reaches too far."""

    @property
    def unusual(self) -> bool:
        """Whether the part is written so that it has to be seen again by a `ParsedExtent`."""

    def see(self, piece: bytes) -> None:
        """Look at the next piece."""

    def judge(self) -> None:
        """Look at the whole, after the last piece."""


class SheetExtent:
    """How far a sheet's cells reach: one stray cell in the last corner would make a reader take gigabytes.

    Reads the spelling that almost every program writes, by pattern; `unusual` tells that the part has another one.
    """

    def __init__(self) -> None:
        self._tail = b""
        self._rows = self._columns = 1
        self._far = False
        self.unusual = False

    def see(self, piece: bytes) -> None:
        text = self._tail + piece
        # A tag that is cut in two is looked at with the next piece; the pattern would take its first half for unusual.
        whole = max(0, text.rfind(b"<"))
        text, self._tail = text[:whole], text[whole:]
        if len(self._tail) > _LONGEST_TAG:
            self.unusual, self._tail = True, b""
        if not self.unusual and _UNUSUAL.search(text):
            self.unusual = True
        if not self._far and not _FAR_CELL.search(text):
            return
        self._far = True
        for match in _CELL.finditer(text):
            self._rows = max(self._rows, int(match[2]))
            self._columns = max(self._columns, _column(match[1].decode()))

    def judge(self) -> None:
        judge(self._rows, self._columns)


class ParsedExtent:
    """The same by a parser, for every spelling of XML: prefixes, other quotes, cells that do not say where they are."""

    unusual = False

    def __init__(self) -> None:
        self._rows = self._columns = self._row = self._at = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = _no_doctype

    def see(self, piece: bytes) -> None:
        _parse(self._parser, piece)
        judge(self._rows, self._columns)

    def judge(self) -> None:
        _parse(self._parser, b"", last=True)
        judge(self._rows, self._columns)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            told = attributes.get("r", "")
            self._row = int(told[:_DIGITS]) if told.isdecimal() else self._row + 1
            self._at = 0
        elif name == "c":
            place = attributes.get("r", "")
            letters = place.rstrip("0123456789")
            number = place[len(letters) :]
            self._at = _column(letters) if letters.isascii() and letters.isalpha() else self._at + 1
            self._rows = max(self._rows, int(number[:_DIGITS]) if number else self._row)
            self._columns = max(self._columns, self._at)


def _parse(parser: expat.XMLParserType, piece: bytes, last: bool = False) -> None:
    """Newer expats keep a long tag back until more comes: what it holds counts only once the last piece was given."""
    try:
        parser.Parse(piece, last)
    except expat.ExpatError as error:
        raise Refused("list_torn") from error


def _no_doctype(*_: object) -> None:
    raise Refused("list_torn")


def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column


def judge(rows: int, columns: int) -> None:
    if columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise Refused("list_stray_cells", rows=rows, columns=columns)


class TableExtent:
    """The same for OpenDocument, where cells and rows may be repeated a thousand million times in one tag."""

    unusual = False

    def __init__(self) -> None:
        self._row = self._column = self._repeated_row = self._at = 0
        self._filled = False
        self._rows = self._columns = 0
        self._repeated_cell = 1
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = _no_doctype

    def see(self, piece: bytes) -> None:
        _parse(self._parser, piece)
        judge(self._rows, self._columns)

    def judge(self) -> None:
        _parse(self._parser, b"", last=True)
        judge(self._rows, self._columns)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "table":
            self._row = self._rows = self._columns = 0
        elif name == "table-row":
            self._repeated_row, self._at, self._filled = _repeated(attributes, "rows"), 0, False
        elif name in ("table-cell", "covered-table-cell"):
            self._repeated_cell = _repeated(attributes, "columns")
            self._at += self._repeated_cell
            if any(key.endswith("value-type") for key in attributes):
                self._fill()
        elif name == "p":
            self._fill()

    def _fill(self) -> None:
        self._filled = True
        self._columns = max(self._columns, self._at)

    def _end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "table-row":
            self._row += self._repeated_row
            if self._filled:
                self._rows = max(self._rows, self._row)
                judge(self._rows, self._columns)


def _repeated(attributes: dict[str, str], what: str) -> int:
    told = next((text for key, text in attributes.items() if key.endswith(f"number-{what}-repeated")), "1")
    return int(told[: _DIGITS + 1]) if told.isdecimal() else 1


class RecordExtent(BinaryExtent):
    """The same for a binary workbook."""

    unusual = False

    def see(self, piece: bytes) -> None:
        super().see(piece)
        self.judge()

    def judge(self) -> None:
        judge(self.rows, self.columns)
