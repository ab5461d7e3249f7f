"""Looks at a file before anything reads it: what it really is, whether it is whole, and how much it would unfold to.

Every refusal comes before memory is taken for the content, so a file of 200 MB or a bomb costs nothing but the look.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from app.domain.errors import Refused, Unavailable
from app.domain.intake import Cancelled

MB = 1024 * 1024
MAX_FILE = 64 * MB
"""A list of 100,000 people is about 13 MB as XLSX and 30 MB as CSV."""
MAX_UNFOLDED = 512 * MB
MAX_RATIO = 200
SMALL_ENOUGH = 16 * MB
MAX_PARTS = 5000
MAX_CELLS = 20_000_000
"""Of the rectangle that a reader would make, filled or not: 100,000 people with 200 columns."""
MAX_COLUMNS = 702
"""Through column ZZ."""

XLSX, ODS, XLSB, XLS, TEXT = "xlsx", "ods", "xlsb", "xls", "text"
_SHEETS = {"xlsx": "sheet", "xlsm": "sheet", "xls": "sheet", "xlsb": "sheet", "ods": "sheet", "et": "sheet"}
_SUFFIXES = {**_SHEETS, "csv": "text", "txt": "text", "tsv": "text"}
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OTHER_KINDS = (
    (b"%PDF", "PDF"),
    (b"\xff\xd8\xff", "JPG"),
    (b"\x89PNG", "PNG"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
)
_SHEET_PART = re.compile(r"xl/(worksheets/.*\.xml|sharedStrings\.xml|styles\.xml|workbook\.xml)|content\.xml")
_UNUSUAL = re.compile(rb'<c(?=[\s/>])(?:(?![^<>]*\sr="[A-Z]{1,3}\d{1,7}")|[^<>]*\')|<[\w.-]+:c[\s/>]|\0')
"""Cells that do not say where they are, with other quotes, with a prefix; UTF-16."""
_LONGEST_TAG = 65_536
_DIGITS = 9
"""Of a row's number; more would reach beyond every sheet anyway."""
_FAR_CELL = re.compile(rb'<c [^<>]*?\br="(?:[A-Z]{0,3}\d{6,7}|[G-Z][A-Z]\d+|[A-Z]{3}\d+)"[^<>/]*><[vif]')
_CELL = re.compile(rb'<c [^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>/]*><[vif]')


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file turned out to be."""

    kind: str
    size: int


def look_at(path: Path, cancelled: Cancelled) -> Looked:
    """The kind of a list's file; raises Refused for everything that is no readable list, Unavailable if it is gone."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8192)
    except FileNotFoundError as error:
        raise Unavailable("list_not_found") from error
    except OSError as error:
        raise Unavailable("list_cannot_be_opened") from error
    if size == 0:
        raise Refused("list_empty_file")
    if size > MAX_FILE:
        raise Refused("list_too_big", mb=size // MB, limit_mb=MAX_FILE // MB)
    kind = _kind(path, head)
    suffix = path.suffix.lower().lstrip(".")
    family = "text" if kind == TEXT else "sheet"
    if _SUFFIXES.get(suffix, family) != family:
        raise Refused("list_wrong_extension", suffix=suffix, kind="CSV" if kind == TEXT else kind.upper())
    if kind in (XLSX, ODS, XLSB):
        _look_inside(path, cancelled)
    return Looked(kind, size)


def _kind(path: Path, head: bytes) -> str:
    if head.startswith(_OLE):
        return _ole_kind(path)
    if head.startswith(b"PK"):
        return _zip_kind(path)
    for start, name in _OTHER_KINDS:
        if head.startswith(start):
            raise Refused("list_not_a_sheet", kind=name)
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<script", b"<meta")):
        raise Refused("list_not_a_sheet", kind="XML" if begin.startswith(b"<?xml") else "HTML")
    if b"\0" in head and not _looks_utf16(head):
        raise Refused("list_not_a_sheet", kind="?")
    return TEXT


def _looks_utf16(head: bytes) -> bool:
    """UTF-16 of mostly Latin text has its NUL bytes at every second place."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) * 0.3 and min(even, odd) < len(head) * 0.02


def _ole_kind(path: Path) -> str:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused("list_encrypted")
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return XLS
    raise Refused("list_not_a_sheet", kind="OLE")


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" in names:
                return XLSX
            if "xl/workbook.bin" in names:
                return XLSB
            if "content.xml" in names and b"spreadsheet" in archive.read("mimetype")[:100]:
                return ODS
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError) as error:
        raise Refused("list_torn") from error
    raise Refused("list_not_a_sheet", kind="DOCX" if "word/document.xml" in names else "ZIP")


def _look_inside(path: Path, cancelled: Cancelled) -> None:
    """Weigh the parts by what they declare, then unfold them in pieces that are thrown away.

    A part that unfolds to more than it declares, to less, or to other bytes than its check value says is torn.
    """
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    declared = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if len(parts) > MAX_PARTS or declared > MAX_UNFOLDED or (declared > SMALL_ENOUGH and declared / packed > MAX_RATIO):
        raise Refused("list_zip_bomb", mb=declared // MB)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("list_encrypted")
    for part in parts:
        if part.is_dir():
            continue
        of_sheet = _SHEET_PART.fullmatch(part.filename) is not None
        extent: _Extent | _ParsedExtent = _Extent()
        length = check = 0
        for piece in _unfold(path, part):
            length += len(piece)
            check = zlib.crc32(piece, check)
            if length > part.file_size:
                raise Refused("list_torn")
            if of_sheet:
                extent.see(piece)
            if cancelled():
                raise Refused("import_cancelled")
        if length < part.file_size or check != part.CRC:
            raise Refused("list_torn")
        if extent.unusual:
            extent = _ParsedExtent()
            for piece in _unfold(path, part):
                extent.see(piece)
                if cancelled():
                    raise Refused("import_cancelled")
        extent.judge()


def _unfold(path: Path, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The true content of one part, at most a megabyte at a time, whatever length it declares."""
    with path.open("rb") as file:
        file.seek(part.header_offset)
        header = file.read(30)
        if len(header) < 30 or header[:4] != b"PK\3\4":
            raise Refused("list_torn")
        file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
        left = part.compress_size
        inflate = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
        if inflate is None and part.compress_type != zipfile.ZIP_STORED:
            raise Refused("list_not_a_sheet", kind="ZIP")
        while left > 0:
            packed = file.read(min(left, 65536))
            if not packed:
                raise Refused("list_torn")
            left -= len(packed)
            if inflate is None:
                yield packed
                continue
            while packed:
                try:
                    yield inflate.decompress(packed, MB)
                except zlib.error as error:
                    raise Refused("list_torn") from error
                packed = inflate.unconsumed_tail


class _Extent:
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
        _judge(self._rows, self._columns)


class _ParsedExtent:
    """The same by a parser, for every spelling of XML: prefixes, other quotes, cells that do not say where they are."""

    unusual = False

    def __init__(self) -> None:
        self._rows = self._columns = self._row = self._at = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = _no_doctype

    def see(self, piece: bytes) -> None:
        try:
            self._parser.Parse(piece, False)
        except expat.ExpatError as error:
            raise Refused("list_torn") from error
        _judge(self._rows, self._columns)

    def judge(self) -> None:
        _judge(self._rows, self._columns)

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


def _no_doctype(*_: object) -> None:
    raise Refused("list_torn")


def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column


def _judge(rows: int, columns: int) -> None:
    if columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise Refused("list_stray_cells", rows=rows, columns=columns)
