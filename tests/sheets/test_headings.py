"""Headings that take several rows, merged or not, name every column."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # ships no types

from app.domain.errors import Refused
from app.sheets.columns import Table
from app.sheets.intake import open_list
from app.shelf.headers import load_headers
from tests.sheets.books import HEAD, PEOPLE, Cell, read, write_csv, write_xlsx

FORM = (
    (0, 0, 2, 0, "NO"),
    (0, 1, 0, 5, "DATA KELUARGA"),
    (1, 1, 2, 1, "NO. KK"),
    (1, 2, 1, 3, "KEPALA KELUARGA"),
    (2, 2, 2, 2, "NAMA"),
    (2, 3, 2, 3, "NIK"),
    (1, 4, 1, 5, "ALAMAT"),
    (2, 4, 2, 4, "DUSUN"),
    (2, 5, 2, 5, "RT"),
    (0, 6, 0, 9, "ANGGOTA KELUARGA"),
    (1, 6, 2, 6, "NAMA"),
    (1, 7, 2, 7, "NIK"),
    (1, 8, 1, 8, "TANGGAL"),
    (2, 8, 2, 8, "LAHIR"),
    (1, 9, 2, 9, "HUB. KELUARGA"),
    (0, 10, 0, 11, "BANTUAN"),
    (1, 10, 2, 10, "PKH"),
    (1, 11, 2, 11, "SEMBAKO"),
)
"""The head of a form as offices print it: top, left, bottom, right, words."""
ROWS = (
    (1, "5321101803180001", "Ferdinandus Tefa", "5321101708710001", "Oetfo", 1),
    (2, "5321101803180001", "Ferdinandus Tefa", "5321101708710001", "Oetfo", 1),
)
MEMBERS = (
    ("Ferdinandus Tefa", "5321101708710001", "17/08/1971", "Kepala Keluarga", "Ya", "Tidak"),
    ("Elisabeth Bere", "5321104912780001", "09/12/1978", "Istri", "Ya", "Tidak"),
)
EXPECTED = {
    0: "nomor_urut",
    1: "no_kk",
    2: "nama_kepala_keluarga",
    4: "dusun",
    5: "rt",
    6: "nama",
    7: "nik",
    8: "tanggal_lahir",
    9: "id_hub_kepala_keluarga",
    10: "pkh",
    11: "bpnt",
}


def form_xlsx(path: Path, title: str = "") -> Path:
    """The form with merged cells."""
    down = 1 if title else 0
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("BNBA")
        if title:
            sheet.merge_range(0, 0, 0, 11, title)
        for top, left, bottom, right, words in FORM:
            if (top, left) == (bottom, right):
                sheet.write(top + down, left, words)
            else:
                sheet.merge_range(top + down, left, bottom + down, right, words)
        for number, row in enumerate((*family, *member) for family, member in zip(ROWS, MEMBERS, strict=True)):
            sheet.write_row(3 + down + number, 0, row)
    return path


def form_csv(path: Path) -> Path:
    """The same form saved as text: merged cells leave blanks."""
    rows: list[list[object]] = [[""] * 12 for _ in range(3)]
    for top, left, _, _, words in FORM:
        rows[top][left] = words
    rows += [[*family, *member] for family, member in zip(ROWS, MEMBERS, strict=True)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def opened(path: Path) -> tuple[Table, dict[int, str]]:
    """The table of a list, and the field that each column is proposed for."""
    found = open_list(path, load_headers(), lambda done: None, lambda: False)
    return found.table, {at: choice.field for at, choice in found.proposed.choices.items() if choice.field}


@pytest.mark.parametrize("title", ["", "DAFTAR PENERIMA BANTUAN SOSIAL"])
def test_headings_of_three_merged_rows_name_every_column(tmp_path: Path, title: str) -> None:
    table, fields = opened(form_xlsx(tmp_path / "form.xlsx", title))
    assert (table.title_rows, table.header_rows) == (1 if title else 0, 3)
    assert fields == EXPECTED


def test_the_same_form_saved_as_text_names_every_column_too(tmp_path: Path) -> None:
    table, fields = opened(form_csv(tmp_path / "form.csv"))
    assert (table.title_rows, table.header_rows) == (0, 3)
    assert fields == EXPECTED


def test_a_person_under_a_heading_of_three_rows_comes_in_whole(tmp_path: Path) -> None:
    draft = read(form_xlsx(tmp_path / "form.xlsx"))
    (family,) = draft.roster.families
    assert (family.head_name, family.dusun, family.rt, family.programmes) == (
        "Ferdinandus Tefa",
        "Oetfo",
        "001",
        ("PKH",),
    )
    assert [(member.name, member.nik, member.birth_date) for member in family.members] == [
        ("Ferdinandus Tefa", "5321101708710001", "1971-08-17"),
        ("Elisabeth Bere", "5321104912780001", "1978-12-09"),
    ]
    assert draft.report.accounted


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_second_row_of_one_word_belongs_to_the_headings(tmp_path: Path, kind: str) -> None:
    above: list[Cell] = ["No", "NIK", "No KK", "Nama", "JK", "Tanggal", "Hubungan Keluarga", "RT", "Kode Desa"]
    below: list[Cell] = [None, None, None, None, None, "Lahir", None, None, None]
    rows: list[Sequence[Cell]] = [above, below, *PEOPLE]
    path = write_xlsx(tmp_path / "b.xlsx", rows) if kind == "xlsx" else write_csv(tmp_path / "b.csv", rows)
    draft = read(path)
    assert (draft.report.header_rows, draft.report.people, draft.report.refused) == (2, 3, ())
    assert [member.birth_date for _, member in draft.roster.members()] == ["1971-08-17", "1978-12-09", "2008-07-15"]


def test_a_wording_that_goes_on_over_three_rows_is_read_as_one(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [
        ["No", "Nomor", "Nomor", "Nama", "Jenis"],
        [None, "Induk", "Kartu", None, "Kelamin"],
        [None, "Kependudukan", "Keluarga", None, None],
        *(person[:5] for person in PEOPLE),
    ]
    table, fields = opened(write_xlsx(tmp_path / "w.xlsx", rows))
    assert table.header_rows == 3
    assert {"nik", "no_kk", "nama", "id_jenis_kelamin"} <= set(fields.values())
    assert (fields[1], fields[2]) == ("nik", "no_kk")


def test_a_hint_below_a_heading_does_not_hide_what_it_is(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [
        ["No", "NIK", "No KK", "Nama", "Identitas", None],
        [None, "16 digit", "16 digit", "sesuai KTP", "JK", "Tanggal Lahir"],
        *(person[:6] for person in PEOPLE),
    ]
    _, fields = opened(write_xlsx(tmp_path / "h.xlsx", rows))
    assert {"nik", "no_kk", "nama", "id_jenis_kelamin", "tanggal_lahir"} <= set(fields.values())


def test_rows_merged_with_the_headings_above_are_headings_though_nobody_knows_their_words(tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for column, words in enumerate(HEAD):
            sheet.merge_range(0, column, 1, column, words)
        sheet.merge_range(0, 9, 0, 10, "Ternak")
        sheet.write_row(1, 9, ["Sapi potong", "Babi hutan"])
        sheet.write_row(2, 0, [*PEOPLE[0], 2, 0])
    draft = read(path)
    assert (draft.report.header_rows, draft.report.refused) == (2, ())
    (family,) = draft.roster.families
    assert family.members[0].fields == {"x:Ternak Sapi potong": "2", "x:Ternak Babi hutan": "0"}


def test_people_in_words_alone_are_not_taken_for_headings(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [
        ["Nama", "Hubungan Keluarga", "Status Perkawinan", "Alamat"],
        ["Ferdinandus Tefa", "Kepala Keluarga", "Kawin", "Kampung Baru"],
        ["Elisabeth Bere", "Istri", "Kawin", "Kampung Baru"],
    ]
    report = read(write_xlsx(tmp_path / "words.xlsx", rows)).report
    assert (report.header_rows, report.people) == (1, 2)


def test_lines_of_a_title_are_no_headings(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [
        ["DAFTAR KELUARGA"],
        ["Kecamatan", "Wewiku"],
        ["Desa", "Alas Utara"],
        [],
        HEAD,
        *PEOPLE,
    ]
    draft = read(write_xlsx(tmp_path / "t.xlsx", rows))
    assert (draft.report.title_rows, draft.report.header_rows, draft.report.people) == (4, 1, 3)


def test_headings_without_anybody_below_are_told(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read(write_xlsx(tmp_path / "n.xlsx", [HEAD]))
    assert caught.value.code == "list_without_people"
