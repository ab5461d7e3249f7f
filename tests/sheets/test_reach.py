"""Cells that claim to be far away, chains without an end and counts without measure are refused before they cost."""

from __future__ import annotations

import struct
import tracemalloc
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.sheets.binary_extent import BinaryExtent
from app.sheets.compound import reach_of_sheets
from tests.sheets.books import HEAD, PEOPLE, ods_row, read, write_ods, write_xlsx

OLD = (Path(__file__).parents[1] / "data" / "excel-97.xls").read_bytes()
FAT_AT, DIRECTORY_AT = 76, 48


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        read(path)
    return caught.value.code


def sector_at(content: bytes, number: int) -> int:
    shift: int = struct.unpack_from("<H", content, 30)[0]
    return (number + 1) << shift


def put(content: bytes, at: int, *numbers: int) -> bytes:
    return content[:at] + struct.pack(f"<{len(numbers)}I", *numbers) + content[at + 4 * len(numbers) :]


def test_a_book_of_excel_97_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "lama.xls"
    path.write_bytes(OLD)
    draft = read(path)
    assert (draft.report.people, draft.sheet) == (15, "BNBA")
    assert reach_of_sheets(OLD) == [(22, 9)]


@pytest.mark.parametrize("of", ["directory", "book"])
def test_a_chain_of_sectors_that_bites_its_tail_is_torn(tmp_path: Path, of: str) -> None:
    fat = sector_at(OLD, struct.unpack_from("<I", OLD, FAT_AT)[0])
    directory = struct.unpack_from("<I", OLD, DIRECTORY_AT)[0]
    entry = OLD.index("Workbook".encode("utf-16-le"))
    first = directory if of == "directory" else struct.unpack_from("<I", OLD, entry + 116)[0]
    path = tmp_path / "ular.xls"
    path.write_bytes(put(OLD, fat + 4 * first, first))
    assert refusal(path) == "list_torn"


def test_a_thousand_million_strings_in_a_small_book_are_torn(tmp_path: Path) -> None:
    strings = OLD.index(struct.pack("<H", 0x00FC), 512)
    path = tmp_path / "kata.xls"
    path.write_bytes(put(OLD, strings + 8, 1_500_000_000))
    assert refusal(path) == "list_torn"


def test_a_cell_in_the_last_corner_of_an_old_book_is_told(tmp_path: Path) -> None:
    dimensions = OLD.index(struct.pack("<HH", 0x0200, 14), 512)
    path = tmp_path / "jauh.xls"
    path.write_bytes(OLD[: dimensions + 14] + struct.pack("<H", 60_000) + OLD[dimensions + 16 :])
    assert refusal(path) == "list_stray_cells"


def test_rows_that_an_open_document_repeats_are_counted_before_they_are_made(tmp_path: Path) -> None:
    rows = "".join(map(ods_row, (HEAD, *PEOPLE)))
    assert refusal(write_ods(tmp_path / "a.ods", rows + ods_row(PEOPLE[0], 1_900_000_000))) == "list_stray_cells"
    wide = ods_row(["x"]).replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="2000000000" ')
    assert refusal(write_ods(tmp_path / "b.ods", rows + wide)) == "list_stray_cells"


def test_the_blank_rest_of_an_open_document_is_no_reach(tmp_path: Path) -> None:
    rest = (
        '<table:table-row table:number-rows-repeated="1048572"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    draft = read(write_ods(tmp_path / "c.ods", "".join(map(ods_row, (HEAD, *PEOPLE))) + rest))
    assert (draft.report.people, draft.report.rows) == (3, 4)


def test_a_stray_note_far_below_costs_little_and_loses_nobody(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "far.xlsx", [HEAD, *PEOPLE, *([()] * 80_000), ("catatan",)])
    tracemalloc.start()
    try:
        draft = read(path)
        assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    finally:
        tracemalloc.stop()
    assert (draft.report.people, draft.report.blank_rows, len(draft.report.refused)) == (3, 80_000, 1)


def row_header(row: int) -> bytes:
    return bytes((0x00, 17)) + struct.pack("<I", row) + bytes(13)


def cell(column: int) -> bytes:
    return bytes((0x07, 12)) + struct.pack("<III", column, 0, 0)


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_a_binary_workbook_tells_its_reach_in_whatever_pieces_it_comes(size: int) -> None:
    part = row_header(0) + cell(2) + bytes((0x94, 0x01, 0x90, 0x03)) + bytes(400) + row_header(41) + cell(8)
    extent = BinaryExtent(len(part))
    for at in range(0, len(part), size):
        extent.see(part[at : at + size])
    assert (extent.rows, extent.columns) == (42, 9)


def test_a_binary_workbook_that_claims_too_much_is_torn() -> None:
    with pytest.raises(Refused):
        BinaryExtent(100).see(row_header(4_000_000_000))
    strings = bytes((0x9F, 0x01, 8)) + struct.pack("<II", 9, 1_500_000_000)
    with pytest.raises(Refused):
        BinaryExtent(len(strings)).see(strings)
