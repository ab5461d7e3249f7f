"""The sheet of warnings that Balai writes for the district."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.errors import Unavailable
from app.sheets.warnings_out import HEADINGS, write_warnings
from tests.sheets.truth import read_sample


def lines(path: Path) -> list[tuple[object, ...]]:
    return [tuple(row) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]


def test_the_sheet_of_warnings_holds_each_warning_beside_its_row(tmp_path: Path) -> None:
    draft = read_sample("desa-papua-420")
    path = tmp_path / "warnings.xlsx"
    count = write_warnings(draft, path, words=lambda code: f"<{code}>", masked=False)
    written = lines(path)
    assert written[0] == HEADINGS
    assert count == len(written) - 1 == sum(draft.report.warnings.values()) + len(draft.report.refused)
    row = next(line for line in written if line[10] == "nik_scientific")
    assert (row[0], row[6], row[7]) == (6, "<nik_scientific>", "7.10202E+15")
    assert all(isinstance(cell, str | None) for line in written[1:] for cell in line[1:])


def test_days_are_written_as_the_village_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "days.xlsx"
    write_warnings(read_sample("desa-ntt-1500"), path, words=str)
    swapped = [(line[7], line[8]) for line in lines(path) if line[10] == "birth_date_swapped"]
    assert ("03-09-2003", "09-03-2003") in swapped
    assert all(re.fullmatch(r"\d\d-\d\d-\d{4}", str(day)) for pair in swapped for day in pair)


def test_masked_warnings_show_no_whole_number(tmp_path: Path) -> None:
    draft = read_sample("desa-ntt-1500")
    path = tmp_path / "masked.xlsx"
    write_warnings(draft, path, words=str, masked=True)
    whole = {member.nik for _, member in draft.roster.members() if len(member.nik) == 16}
    whole |= {family.kk for family in draft.roster.families}
    shown = {str(cell).strip("'").replace(" ", "") for line in lines(path) for cell in line}
    assert whole
    assert not whole & shown


def test_whole_numbers_go_out_as_text(tmp_path: Path) -> None:
    draft = read_sample("desa-ntt-1500")
    path = tmp_path / "whole.xlsx"
    write_warnings(draft, path, words=str, masked=False)
    assert any(line[2] == draft.roster.families[0].members[1].nik for line in lines(path))


def test_a_folder_that_is_gone_may_come_back(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        write_warnings(read_sample("desa-papua-420"), tmp_path / "none" / "list.xlsx", words=str)
    assert caught.value.code == "sheet_cannot_be_saved"
