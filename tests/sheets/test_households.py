"""Family cards whose number stands on the first row only: members stay with their family, and never with another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # ships no types

from app.domain.intake import ListDraft
from app.domain.roster import Family
from tests.sheets.books import Cell, read, write_csv, write_xlsx

HEAD: tuple[Cell, ...] = ("No", "No KK", "Alamat", "RT", "Nama", "NIK", "JK", "Tanggal Lahir")
FIRST, SECOND, THIRD = "5321101803180001", "5321101803180002", "5321101803180003"
TEFA: tuple[tuple[Cell, ...], ...] = (
    ("Ferdinandus Tefa", "5321101708710001", "L", "17/08/1971"),
    ("Elisabeth Bere", "5321104912780001", "P", "09/12/1978"),
    ("Maria Rika Tefa", "5321105507080001", "P", "15/07/2008"),
)
BANO: tuple[tuple[Cell, ...], ...] = (
    ("Yosef Bano", "5321101202650001", "L", "12/02/1965"),
    ("Agustina Nahak", "5321104303690001", "P", "03/03/1969"),
)
SERAN: tuple[tuple[Cell, ...], ...] = (("Blasius Seran", "5321100101550001", "L", "01/01/1955"),)


def cards(*families: tuple[str, Sequence[Sequence[Cell]]]) -> list[list[Cell]]:
    """Rows whose card, address and number stand on the first of each family only."""
    rows: list[list[Cell]] = []
    for number, (kk, people) in enumerate(families, start=1):
        for at, person in enumerate(people):
            rows.append([number, kk, f"Jalan {number}", number, *person] if at == 0 else [None] * 4 + list(person))
    return rows


def merged(path: Path, families: Sequence[tuple[str, Sequence[Sequence[Cell]]]], columns: Sequence[int]) -> Path:
    """The same with these columns merged over each family."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("KK")
        sheet.write_row(0, 0, HEAD)
        top = 1
        for number, (kk, people) in enumerate(families, start=1):
            own: list[Cell] = [number, kk, f"Jalan {number}", number]
            for at, person in enumerate(people):
                sheet.write_row(top + at, 4, person)
            for column, value in enumerate(own):
                if column in columns and len(people) > 1:
                    sheet.merge_range(top, column, top + len(people) - 1, column, value)
                else:
                    sheet.write(top, column, value)
            top += len(people)
    return path


def households(draft: ListDraft) -> list[tuple[str, list[str]]]:
    return [(family.kk, [member.name for member in family.members]) for family in draft.roster.families]


def flags(family: Family) -> list[str]:
    return [flag.code for flag in family.flags]


EXPECTED = [
    (FIRST, ["Ferdinandus Tefa", "Elisabeth Bere", "Maria Rika Tefa"]),
    (SECOND, ["Yosef Bano", "Agustina Nahak"]),
    (THIRD, ["Blasius Seran"]),
]
FAMILIES = ((FIRST, TEFA), (SECOND, BANO), (THIRD, SERAN))


@pytest.mark.parametrize("columns", [(0, 1, 2, 3), (1,), (0,)])
def test_merged_cells_attach_the_members_without_a_doubt(tmp_path: Path, columns: tuple[int, ...]) -> None:
    draft = read(merged(tmp_path / "kk.xlsx", FAMILIES, columns))
    assert households(draft) == EXPECTED
    assert [family.head_name for family in draft.roster.families] == ["Ferdinandus Tefa", "Yosef Bano", "Blasius Seran"]
    assert [family.rt for family in draft.roster.families] == ["001", "002", "003"]
    assert ("members_by_merge", "3") in draft.report.notes
    assert not any(flags(family) for family in draft.roster.families)


def test_a_merged_family_without_a_number_stays_together_and_apart_from_the_one_above(tmp_path: Path) -> None:
    draft = read(merged(tmp_path / "kk.xlsx", ((FIRST, TEFA), ("", BANO), (THIRD, SERAN)), (0, 1, 2, 3)))
    assert [names for _, names in households(draft)] == [names for _, names in EXPECTED]
    assert draft.roster.families[1].kk == ""


def test_an_rt_merged_over_several_families_is_theirs_all(tmp_path: Path) -> None:
    path = tmp_path / "rt.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        for at, (kk, people) in enumerate(FAMILIES, start=1):
            sheet.write_row(at, 0, [at, kk, f"Jalan {at}", None, *people[0]])
        sheet.merge_range(1, 3, 2, 3, "RT 7")
        sheet.write(3, 3, "RT 8")
    draft = read(path)
    assert [(family.kk, family.rt) for family in draft.roster.families] == [
        (FIRST, "007"),
        (SECOND, "007"),
        (THIRD, "008"),
    ]
    assert not any(code == "members_by_merge" for code, _ in draft.report.notes)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_blanks_below_a_familys_first_row_attach_its_members_and_are_flagged(tmp_path: Path, kind: str) -> None:
    rows: list[Sequence[Cell]] = [HEAD, *cards(*FAMILIES)]
    path = write_xlsx(tmp_path / "b.xlsx", rows) if kind == "xlsx" else write_csv(tmp_path / "b.csv", rows)
    draft = read(path)
    assert households(draft) == EXPECTED
    assert ("members_by_blanks", "3") in draft.report.notes
    assert [flags(family) for family in draft.roster.families] == [["kk_from_above"] * 1, ["kk_from_above"], []]


def test_a_family_whose_number_is_missing_is_not_swallowed_by_the_one_above(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [HEAD, *cards((FIRST, TEFA), ("", BANO), (THIRD, SERAN), (FIRST[:-1] + "9", TEFA))]
    draft = read(write_csv(tmp_path / "m.csv", rows))
    assert [names for _, names in households(draft)][:3] == [names for _, names in EXPECTED]
    assert draft.roster.families[1].kk == ""


def test_a_blank_row_ends_a_family(tmp_path: Path) -> None:
    rows = [HEAD, *cards(*FAMILIES), [None] * 8, [None] * 4 + ["Tanpa Keluarga", "", "L", "02/02/1980"]]
    draft = read(write_csv(tmp_path / "e.csv", rows))
    assert households(draft)[-1] == ("", ["Tanpa Keluarga"])
    assert ("people_without_family", "1") in draft.report.notes


def test_numbers_missing_here_and_there_attach_nobody(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        [at, kk, f"Jalan {at}", at, *person]
        for at, (kk, person) in enumerate(
            [(FIRST, TEFA[0]), ("", TEFA[1]), (SECOND, BANO[0]), ("", SERAN[0]), (THIRD, BANO[1])], start=1
        )
    ]
    draft = read(write_csv(tmp_path / "gaps.csv", [HEAD, *rows]))
    assert [len(family.members) for family in draft.roster.families] == [1] * 5
    assert ("people_without_family", "2") in draft.report.notes


def test_where_cards_are_repeated_a_blank_says_nothing(tmp_path: Path) -> None:
    head = ("No KK", "Nama", "NIK")
    rows = [(FIRST, *TEFA[0][:2]), (FIRST, *TEFA[1][:2]), ("", *TEFA[2][:2]), ("", *BANO[0][:2]), ("", *BANO[1][:2])]
    draft = read(write_csv(tmp_path / "r.csv", [head, *rows]))
    assert [len(family.members) for family in draft.roster.families] == [2, 1, 1, 1]


def test_a_relation_decides_before_any_blank(tmp_path: Path) -> None:
    head = (*HEAD, "Hubungan Keluarga")
    relations = ["Kepala Keluarga", "Istri", "Anak", "Kepala Keluarga", "Istri", "Kepala Keluarga"]
    rows = [[*row, relation] for row, relation in zip(cards(*FAMILIES), relations, strict=True)]
    rows[3][:4] = [None] * 4
    draft = read(write_csv(tmp_path / "rel.csv", [head, *rows]))
    assert [names for _, names in households(draft)] == [names for _, names in EXPECTED]
    assert not any(code == "members_by_blanks" for code, _ in draft.report.notes)
