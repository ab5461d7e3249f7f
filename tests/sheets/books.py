"""Makes small lists as districts send them, for the tests of the import."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # ships no types

from app.domain.intake import ColumnMapping, ListDraft
from app.sheets.intake import read_list
from app.shelf.headers import load_headers
from app.shelf.regions import load_regions

Cell = str | int | float | None
SHEET = "xl/worksheets/sheet1.xml"
HEAD: tuple[Cell, ...] = ("No", "NIK", "No KK", "Nama", "JK", "Tanggal Lahir", "Hubungan Keluarga", "RT", "Kode Desa")
KK = "5321101803180001"
PEOPLE: tuple[tuple[Cell, ...], ...] = (
    (1, "5321101708710001", KK, "Ferdinandus Tefa", "L", "17/08/1971", "Kepala Keluarga", 1, "5321102001"),
    (2, "5321104912780001", KK, "Elisabeth Bere", "P", "09/12/1978", "Istri", "01", "5321102001"),
    (3, "5321105507080001", KK, "Maria Rika Tefa", "P", "15/07/2008", "Anak", "RT 001", "5321102001"),
)


def write_xlsx(path: Path, *sheets: Sequence[Sequence[Cell]], names: Sequence[str] = ()) -> Path:
    """A workbook with these sheets, cells as they are given."""
    book = xlsxwriter.Workbook(str(path))
    for number, rows in enumerate(sheets):
        sheet = book.add_worksheet(names[number] if names else None)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                elif cell is not None:
                    sheet.write_number(at, column, cell)
    book.close()
    return path


def write_csv(path: Path, rows: Sequence[Sequence[Cell]], delimiter: str = ";", encoding: str = "utf-8") -> Path:
    """A text file with these cells."""
    lines = [delimiter.join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def write_ods(path: Path, rows: str) -> Path:
    """An OpenDocument book with one sheet of these rows, given as XML (`ods_row`)."""
    namespace = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{namespace}:office:1.0" '
        f'xmlns:table="{namespace}:table:1.0" xmlns:text="{namespace}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="BNBA">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def ods_row(row: Sequence[Cell], times: int = 1) -> str:
    """One row as OpenDocument writes it, repeated in one tag."""
    texts = ("" if cell is None else str(cell) for cell in row)
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def rezipped(content: bytes, part: str, text: bytes) -> bytes:
    """A workbook with one of its parts exchanged."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return made.getvalue()


def with_number_cell(content: bytes, cell: str, number: int) -> bytes:
    """The first sheet's text with one cell holding all digits of a number, as PHP's writers of workbooks leave it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read(SHEET)
    start = sheet.index(f'<c r="{cell}"'.encode())
    end = sheet.index(b"</c>", start) + 4
    return sheet[:start] + f'<c r="{cell}"><v>{number}</v></c>'.encode() + sheet[end:]


def read(path: Path, mapping: ColumnMapping | None = None) -> ListDraft:
    """The draft of a list, read with what ships with Balai."""
    return read_list(
        path, mapping, load_regions(), load_headers(), lambda done: None, lambda: False, date(2026, 11, 23)
    )
