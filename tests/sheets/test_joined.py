"""Sheets of one workbook that are one list come in together, every row of each accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.domain.errors import Refused
from app.domain.intake import SheetOffer
from app.sheets.intake import OpenedList, build_draft, open_list
from app.sheets.warnings_out import write_warnings
from app.shelf.headers import load_headers
from app.shelf.regions import load_regions
from tests.sheets.books import HEAD, PEOPLE, Cell, read, write_xlsx

OTHERS: tuple[tuple[Cell, ...], ...] = (
    (1, "5321101202650001", "5321101803180002", "Yosef Bano", "L", "12/02/1965", "Kepala Keluarga", 2, "5321102001"),
    (2, "'5321104303690001", "5321101803180002", "Agustina Nahak", "P", "03/03/1969", "Istri", 2, "5321102001"),
)
FIRST, SECOND = [HEAD, *PEOPLE], [["DAFTAR RT 2"], HEAD, *OTHERS, ["Jumlah", None, None, 2]]


def opened(path: Path) -> OpenedList:
    return open_list(path, load_headers(), lambda done: None, lambda: False)


def offers(path: Path) -> list[SheetOffer]:
    return [sheet.offer for sheet in opened(path).sheets]


def test_sheets_with_the_same_headings_are_read_as_one_list(tmp_path: Path) -> None:
    draft = read(write_xlsx(tmp_path / "rt.xlsx", FIRST, [["Catatan"]], SECOND, names=("RT 1", "Lain", "RT 2")))
    assert [member.name for _, member in draft.roster.members()] == [
        "Ferdinandus Tefa",
        "Elisabeth Bere",
        "Maria Rika Tefa",
        "Yosef Bano",
        "Agustina Nahak",
    ]
    report = draft.report
    assert [(sheet.name, sheet.rows, sheet.people) for sheet in report.sheets] == [("RT 1", 4, 3), ("RT 2", 5, 2)]
    assert (report.rows, report.title_rows, report.header_rows, report.people) == (9, 1, 2, 5)
    assert report.accounted
    (refused,) = report.refused
    assert report.place(refused.row) == ("RT 2", 5)
    assert not any(code == "sheets_not_read" for code, _ in report.notes)
    assert draft.sheet == "RT 1, RT 2"


def test_columns_in_another_order_are_found_by_their_headings(tmp_path: Path) -> None:
    turned = [list(reversed(row)) for row in [HEAD, *OTHERS]]
    draft = read(write_xlsx(tmp_path / "turned.xlsx", FIRST, turned, names=("A", "B")))
    assert [member.nik for _, member in draft.roster.members()][3:] == ["5321101202650001", "5321104303690001"]


def test_a_sheet_of_all_beside_one_for_each_rt_doubles_nobody(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "semua.xlsx", FIRST, SECOND, [HEAD, *PEOPLE, *OTHERS], names=("RT 1", "RT 2", "Semua"))
    assert [(offer.name, offer.read, offer.reason) for offer in offers(path)] == [
        ("RT 1", True, ""),
        ("RT 2", True, ""),
        ("Semua", False, "copy"),
    ]
    draft = read(path)
    assert draft.report.people == 5
    assert ("sheets_not_read", "Semua (6)") in draft.report.notes


def test_a_sheet_with_other_headings_waits_for_a_person(tmp_path: Path) -> None:
    other = [[*HEAD[:7], "RW", "Kode Desa", "Catatan"], *([*row[:7], 1, row[8], "janda"] for row in OTHERS)]
    path = write_xlsx(tmp_path / "other.xlsx", FIRST, other, names=("A", "B"))
    assert [(offer.name, offer.rows, offer.read, offer.reason) for offer in offers(path)] == [
        ("A", 3, True, ""),
        ("B", 2, False, "other_headings"),
    ]
    assert read(path).report.people == 3
    held = opened(path)
    draft = build_draft(
        held,
        held.proposed,
        load_regions(),
        load_headers(),
        lambda done: None,
        lambda: False,
        date(2026, 11, 23),
        ["A", "B"],
    )
    assert (draft.report.people, draft.report.accounted) == (5, True)
    assert [member.fields for _, member in draft.roster.members()][3:] == [{"x:RW": "1", "x:Catatan": "janda"}] * 2


def test_a_list_of_something_else_is_only_told(tmp_path: Path) -> None:
    other: list[Sequence[Cell]] = [["Nama", "Nomor HP", "Alamat"], ["Blasius Seran", "0812", "Oetfo"]]
    path = write_xlsx(tmp_path / "else.xlsx", FIRST, other, names=("BNBA", "Pendamping"))
    assert [offer.name for offer in offers(path)] == ["BNBA"]
    assert ("sheets_not_read", "Pendamping (2)") in read(path).report.notes


def test_no_sheet_at_all_is_refused(tmp_path: Path) -> None:
    held = opened(write_xlsx(tmp_path / "none.xlsx", FIRST, SECOND, names=("RT 1", "RT 2")))
    nobody = (load_regions(), load_headers(), lambda done: None, lambda: False, date(2026, 11, 23))
    with pytest.raises(Refused) as caught:
        build_draft(held, held.proposed, *nobody, [])
    assert caught.value.code == "list_without_people"


def test_the_name_of_a_sheet_tells_an_rt_that_no_column_does(tmp_path: Path) -> None:
    first, second = ([[*row[:7], row[8]] for row in rows] for rows in ([HEAD, *PEOPLE], [HEAD, *OTHERS]))
    draft = read(write_xlsx(tmp_path / "place.xlsx", first, second, names=("RT 01 RW 03", "Dusun Oetfo RT 2")))
    assert [(family.dusun, family.rt, family.rw) for family in draft.roster.families] == [
        ("", "001", "003"),
        ("Dusun Oetfo", "002", ""),
    ]
    assert ("place_from_sheets", "") in draft.report.notes


def test_titles_of_the_sheets_name_their_villages(tmp_path: Path) -> None:
    sheets = [
        [[f"Kode desa: {code}"], HEAD[:8], *(row[:8] for row in rows)]
        for code, rows in (("53.21.10.2001", PEOPLE), ("53.21.10.2002", OTHERS))
    ]
    draft = read(write_xlsx(tmp_path / "desa.xlsx", *sheets, names=("A", "B")))
    assert [family.village_code for family in draft.roster.families] == ["5321102001", "5321102002"]


def test_warnings_and_twins_name_the_sheet_and_its_row(tmp_path: Path) -> None:
    twin = (3, "5321101708710001", "5321101803180002", "Nikolaus Bano", "L", "17/08/1971", "Anak", 2, "5321102001")
    path = write_xlsx(tmp_path / "twin.xlsx", FIRST, [HEAD, *OTHERS, twin], names=("RT 1", "RT 2"))
    draft = read(path)
    (flag,) = (flag for _, member in draft.roster.members() for flag in member.flags if member.name == twin[3])
    assert (flag.code, flag.facts) == ("nik_twice", (("rows", "RT 1!2"),))
    target = tmp_path / "peringatan.xlsx"
    write_warnings(draft, target, lambda code: code)
    head, *lines = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert head[:2] == ["Lembar", "Baris"]
    assert {(line[0], line[1], line[-1]) for line in lines} == {
        ("RT 1", 2, "nik_twice"),
        ("RT 2", 3, "nik_quoted"),
        ("RT 2", 4, "nik_twice"),
    }
