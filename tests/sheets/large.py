"""Large lists of invented people, written fast: the XML of a sheet by hand, one row many times over."""

from __future__ import annotations

import zipfile
from pathlib import Path

HEADINGS = ("No", "NIK", "No KK", "Nama", "JK", "Tgl Lahir", "Hub Keluarga", "RT", "RW", "Dusun", "Alamat", "Kode Desa")
_CELLS = (
    "{n}", "532110120265{n:04}", "53211018031{k:05}", "Yosef Bano", "L", "12/02/1965", "Kepala Keluarga", "002", "001",
    "Naifeto", "Jalan ke kapela nomor {n}", "5321102001",
)  # fmt: skip
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_AT_ONCE = 2_000


def _row(number: int, cells: tuple[str, ...]) -> str:
    said = "".join(
        f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in enumerate(cells)
    )
    return f'<row r="{number}">{said}</row>'


def _person(number: int) -> tuple[str, ...]:
    return tuple(cell.format(n=number % 10_000, k=number // 4) for cell in _CELLS)


def write_large_xlsx(path: Path, people: int) -> int:
    """A workbook of so many people; gives how many bytes its sheet unfolds to."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
        'openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    )
    book = (
        f'<workbook xmlns="{_NAMESPACE}" xmlns:r="{_OFFICE}"><sheets><sheet name="Daftar" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", _relation("xl/workbook.xml", "officeDocument"))
        archive.writestr("xl/workbook.xml", book)
        archive.writestr("xl/_rels/workbook.xml.rels", _relation("worksheets/sheet1.xml", "worksheet"))
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            written = sheet.write(f'<worksheet xmlns="{_NAMESPACE}"><sheetData>{_row(1, HEADINGS)}'.encode())
            for first in range(1, people + 1, _AT_ONCE):
                some = range(first, min(people + 1, first + _AT_ONCE))
                written += sheet.write("".join(_row(number + 1, _person(number)) for number in some).encode())
            written += sheet.write(b"</sheetData></worksheet>")
    return written


def _relation(target: str, kind: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/{kind}" '
        f'Target="{target}"/></Relationships>'
    )


def write_large_csv(path: Path, size: int) -> int:
    """A text of at least so many bytes; gives how many people it holds."""
    some = "".join(";".join(_person(number)) + "\n" for number in range(1, 1 + _AT_ONCE)).encode()
    people = written = 0
    with path.open("wb") as file:
        written += file.write((";".join(HEADINGS) + "\n").encode())
        while written < size:
            written += file.write(some)
            people += _AT_ONCE
    return people
