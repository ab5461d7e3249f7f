"""Reads number cells of chosen XLSX columns digit by digit.

Spreadsheets and their readers keep numbers as floating point, which cannot tell 9112013007740001 from its neighbour
(above 2^53, as every Papuan NIK is). The file itself often still holds all digits, so the columns of numbers that name
people are read once more from its text. This takes the standard library's XML reader and only the chosen columns;
openpyxl would build every cell of the sheet and takes five times as long.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterable, Set
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from app.domain.errors import Refused
from app.domain.intake import Cancelled

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_PIECE = 1 << 18


def exact_numbers(path: Path, sheet: str, columns: Iterable[int], cancelled: Cancelled) -> dict[tuple[int, int], int]:
    """Whole numbers by (row, column), both from 0, of the number cells in those columns."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_part_of(archive, sheet)) as part:
            return _scan(part.read, set(columns), cancelled)
    except (zipfile.BadZipFile, expat.ExpatError, ElementTree.ParseError, KeyError, EOFError) as error:
        raise Refused("list_torn") from error


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The archive's part that holds the sheet with this name; raises KeyError when it names none."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    identity = next(
        (entry.get(_RELATION) for entry in book.iter() if _tail(entry.tag) == "sheet" and entry.get("name") == sheet),
        None,
    )
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    for relation in relations.iter(_PACKAGE + "Relationship"):
        if identity is not None and relation.get("Id") == identity:
            target = relation.attrib["Target"]
            return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
    raise KeyError(sheet)


def _tail(tag: str) -> str:
    return tag.rpartition("}")[2]


def _number(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _scan(read: Callable[[int], bytes], wanted: Set[int], cancelled: Cancelled) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], int] = {}
    cell: list[tuple[int, int]] = []
    value: list[str] = []
    inside = False
    row = at = -1

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside, row, at
        name = tag.rpartition(":")[2]  # some writers put a prefix before every tag
        if name == "row":
            told = attributes.get("r", "")
            row, at = (int(told) - 1 if told.isdecimal() else row + 1), -1
        elif name == "c":
            reference = attributes.get("r", "")
            letters = reference.rstrip("0123456789")
            at = _number(letters) if reference else at + 1  # and some do not say where a cell stands
            number = at in wanted and attributes.get("t", "n") == "n"
            cell[:] = [(int(reference[len(letters) :]) - 1 if reference else row, at)] if number else []
        elif name == "v" and cell:
            inside = True
            value.clear()

    def text(piece: str) -> None:
        if inside:
            value.append(piece)

    def end(tag: str) -> None:
        nonlocal inside
        if tag.rpartition(":")[2] == "v" and inside:
            inside = False
            if (number := _whole("".join(value))) is not None:
                found[cell[0]] = number

    def doctype(*_: object) -> None:
        raise Refused("list_torn")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    while piece := read(_PIECE):
        parser.Parse(piece, False)
        if cancelled():
            raise Refused("import_cancelled")
    parser.Parse(b"", True)
    return found


def _whole(text: str) -> int | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return int(number) if number.is_finite() and number.adjusted() < 20 else None
