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

from app.domain.errors import Refused, Unavailable
from app.domain.intake import Cancelled
from app.sheets.compound import reach_of_sheets
from app.sheets.extent import Extent, ParsedExtent, RecordExtent, SheetExtent, TableExtent, judge

MB = 1024 * 1024
MAX_FILE = 64 * MB
"""A list of 100,000 people is about 13 MB as XLSX and 30 MB as CSV."""
MAX_UNFOLDED = 512 * MB
MAX_RATIO = 200
SMALL_ENOUGH = 16 * MB
MAX_PARTS = 5000

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
_SHEET_PART = re.compile(r"xl/(worksheets/.*\.xml|sharedStrings\.xml|styles\.xml|workbook\.xml)", re.IGNORECASE)
_BINARY_PART = re.compile(r"xl/(worksheets/.*|sharedStrings)\.bin", re.IGNORECASE)


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
        reaches = reach_of_sheets(content)
        judge(max((rows for rows, _ in reaches), default=0), max((columns for _, columns in reaches), default=0))
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
        extent = _extent_of(part)
        length = check = 0
        for piece in _unfold(path, part):
            length += len(piece)
            check = zlib.crc32(piece, check)
            if length > part.file_size:
                raise Refused("list_torn")
            if extent is not None:
                extent.see(piece)
            if cancelled():
                raise Refused("import_cancelled")
        if length < part.file_size or check != part.CRC:
            raise Refused("list_torn")
        if extent is None:
            continue
        if extent.unusual:
            extent = ParsedExtent()
            for piece in _unfold(path, part):
                extent.see(piece)
                if cancelled():
                    raise Refused("import_cancelled")
        extent.judge()


def _extent_of(part: zipfile.ZipInfo) -> Extent | None:
    """What judges how far this part of an archive reaches; None for a part that holds no cells."""
    if part.filename == "content.xml":
        return TableExtent()
    if _BINARY_PART.fullmatch(part.filename):
        return RecordExtent(part.file_size)
    return SheetExtent() if _SHEET_PART.fullmatch(part.filename) else None


def _unfold(path: Path, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The true content of one part, at most a megabyte at a time, whatever length it declares."""
    if part.header_offset < 0:  # the directory of a file that lost its beginning points in front of it
        raise Refused("list_torn")
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
