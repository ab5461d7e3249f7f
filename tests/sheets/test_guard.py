"""Files that are no list, or a danger, are refused by name before they cost anything, and stay as they are."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from app.domain.errors import Problem, Refused, Unavailable
from app.sheets.guard import MAX_FILE
from tests.sheets.books import (
    HEAD,
    PEOPLE,
    SHEET,
    ods_row,
    read,
    rezipped,
    with_number_cell,
    write_csv,
    write_ods,
    write_xlsx,
)
from tests.sheets.truth import DATA


def refusal(path: Path) -> str:
    before = hashlib.sha256(path.read_bytes()).digest() if path.stat().st_size < MAX_FILE else b""
    with pytest.raises(Refused) as caught:
        read(path)
    assert before == (hashlib.sha256(path.read_bytes()).digest() if path.stat().st_size < MAX_FILE else b"")
    return caught.value.code


def good(tmp_path: Path) -> bytes:
    return write_xlsx(tmp_path / "good.xlsx", [HEAD, *PEOPLE]).read_bytes()


def test_a_file_that_is_gone_may_come_back(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        read(tmp_path / "none.xlsx")
    assert caught.value.code == "list_not_found"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.xlsx", b"", "list_empty_file"),
        ("letter.pdf", b"%PDF-1.7 ...", "list_not_a_sheet"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200), "list_not_a_sheet"),
        ("page.xls", b"<html><table><tr><td>NIK</td></tr></table></html>", "list_not_a_sheet"),
        ("binary.csv", bytes(range(256)) * 20, "list_not_a_sheet"),
        ("list.xlsx", b"NIK;No KK;Nama\r\n1;2;3\r\n", "list_wrong_extension"),
        ("letter.csv", b"Dengan hormat,\r\nbersama ini kami sampaikan daftar.\r\n", "list_not_a_list"),
        ("torn.xlsx", b"PK\x03\x04" + bytes(500), "list_torn"),
    ],
)
def test_what_is_no_list_is_named(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_workbook_that_calls_itself_csv_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(good(tmp_path))
    assert refusal(path) == "list_wrong_extension"


def test_a_text_document_is_no_sheet(tmp_path: Path) -> None:
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(path) == "list_not_a_sheet"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_half_a_file_is_torn(tmp_path: Path, part: float) -> None:
    whole = (DATA / "desa-papua-420.xlsx").read_bytes()
    path = tmp_path / "half.xlsx"
    path.write_bytes(whole[: int(len(whole) * part)])
    assert refusal(path) == "list_torn"


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_byte_never_ends_in_a_crash(tmp_path: Path, seed: int) -> None:
    content = bytearray((DATA / "desa-papua-420.xlsx").read_bytes())
    content[(seed * 7919 * 31) % len(content)] ^= 0x55
    path = tmp_path / "bitten.xlsx"
    path.write_bytes(content)
    try:
        outcome = "accounted" if read(path).report.accounted else "lost rows"
    except Problem as problem:
        outcome = problem.code
    assert outcome == "accounted" or outcome.startswith("list_")


def test_two_hundred_megabytes_are_refused_at_a_glance(tmp_path: Path) -> None:
    path = tmp_path / "huge.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(200 * 1024 * 1024)
    start = time.process_time()  # what others on the same cores take is no time of ours
    assert refusal(path) == "list_too_big"
    assert time.process_time() - start < 0.5


def test_a_password_of_office_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024)
    path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le") + bytes(1000))
    assert refusal(path) == "list_encrypted"


def test_another_ole_document_is_no_sheet(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024) + "WordDocument".encode("utf-16-le"))
    assert refusal(path) == "list_not_a_sheet"


def test_a_bomb_that_says_what_it_is_is_refused_without_unfolding(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(rezipped(good(tmp_path), "xl/worksheets/sheet1.xml", bytes(120 * 1024 * 1024)))
    assert path.stat().st_size < 1024 * 1024
    tracemalloc.start()
    try:
        assert refusal(path) == "list_zip_bomb"
        assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_refused_too(tmp_path: Path) -> None:
    content = bytearray(rezipped(good(tmp_path), "xl/worksheets/sheet1.xml", b" " * (40 * 1024 * 1024)))
    true_size = struct.pack("<I", 40 * 1024 * 1024)
    assert content.count(true_size) == 2
    path = tmp_path / "liar.xlsx"
    path.write_bytes(content.replace(true_size, struct.pack("<I", 4000)))
    tracemalloc.start()
    try:
        assert refusal(path) == "list_torn"
        assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
    finally:
        tracemalloc.stop()


STRAY = b'<row r="1048576"><c r="ZZ1048576"><v>1</v></c></row></sheetData>'


@pytest.mark.parametrize("spelling", ["usual", "other quotes", "a prefix", "no places", "a long tag"])
def test_a_stray_cell_is_refused_however_the_sheet_is_spelt(tmp_path: Path, spelling: str) -> None:
    content = good(tmp_path)
    sheet = zipfile.ZipFile(io.BytesIO(content)).read(SHEET).replace(b"</sheetData>", STRAY)
    if spelling == "other quotes":
        sheet = sheet.replace(b'r="ZZ1048576"', b"r='ZZ1048576'")
    elif spelling == "a prefix":
        sheet = re.sub(rb"<(/?)(?![?!])([a-zA-Z])", rb"<\1x:\2", sheet).replace(b"xmlns=", b"xmlns:x=")
    elif spelling == "no places":
        sheet = sheet.replace(STRAY, b"<row>" + b"<c><v>1</v></c>" * 703 + b"</row></sheetData>")
    elif spelling == "a long tag":
        sheet = sheet.replace(b'<c r="ZZ1048576"', b'<c x="' + b"a" * 3_000_000 + b'" r="ZZ1048576"')
    path = tmp_path / "stray.xlsx"
    path.write_bytes(rezipped(content, SHEET, sheet))
    assert refusal(path) == "list_stray_cells"


def test_one_stray_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    import xlsxwriter  # type: ignore[import-untyped]  # ships no types

    path = tmp_path / "stray.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for at, row in enumerate((HEAD, *PEOPLE)):
        sheet.write_row(at, 0, row)
    sheet.write_string(1_048_575, 16_383, "x")
    book.close()
    assert refusal(path) == "list_stray_cells"


def test_entities_in_a_sheet_are_refused(tmp_path: Path) -> None:
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    content = good(tmp_path)
    sheet = with_number_cell(content, "B2", 9112013007740001)
    path = tmp_path / "entities.xlsx"
    path.write_bytes(rezipped(content, "xl/worksheets/sheet1.xml", head + sheet.partition(b"?>")[2]))
    assert refusal(path) == "list_torn"


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "list.ods", "".join(map(ods_row, (HEAD, *PEOPLE))))
    draft = read(path)
    assert (draft.report.people, draft.report.families, draft.sheet) == (3, 1, "BNBA")


def test_a_list_with_headings_alone_has_nobody(tmp_path: Path) -> None:
    assert refusal(write_csv(tmp_path / "bare.csv", [HEAD])) == "list_without_people"
    assert refusal(write_csv(tmp_path / "blank.csv", [HEAD, [None] * 9])) == "list_without_people"
