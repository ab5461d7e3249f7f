"""The three sample lists come in whole, and the warnings are measured against what was damaged."""

from __future__ import annotations

from functools import cache

import pytest

from app.domain.intake import ListDraft
from tests.sheets.truth import KINDS, SAMPLES, Row, Score, read_sample, rows_of, score

NIK_AND_DATE = [kind.name for kind in KINDS if kind.name.startswith(("NIK", "birth date"))]


@cache
def draft(name: str) -> ListDraft:
    return read_sample(name)


@cache
def all_rows() -> tuple[Row, ...]:
    return tuple(row for name in SAMPLES for row in rows_of(name))


@cache
def scores() -> dict[str, Score]:
    return score(list(all_rows()))


@pytest.mark.parametrize(
    ("name", "rows", "people", "families"),
    [("desa-ntt-1500", 1498, 1497, 362), ("desa-papua-420", 415, 411, 99), ("desa-sulsel-5000", 5014, 5007, 1193)],
)
def test_every_row_of_a_sample_is_accounted_for(name: str, rows: int, people: int, families: int) -> None:
    report = draft(name).report
    assert (report.rows, report.people, report.families) == (rows, people, families)
    assert report.accounted
    assert draft(name).roster.people == people


def test_the_signature_below_the_list_is_nobody() -> None:
    refused = draft("desa-sulsel-5000").report.refused
    assert [(row.row, row.reason, row.text) for row in refused] == [
        (5013, "row_is_no_person", "Mengetahui,"),
        (5014, "row_is_no_person", "Kepala Desa"),
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_column_of_a_sample_is_understood_but_the_districts_own(name: str) -> None:
    read = draft(name)
    own = [column.heading for column in read.columns if not read.mapping.choices[column.index].field]
    assert len(own) == 1
    assert any(f"x:{own[0]}" in member.fields for _, member in read.roster.members())


@pytest.mark.parametrize("kind", NIK_AND_DATE)
def test_nik_and_date_damage_is_found_where_it_shows(kind: str) -> None:
    mine = scores()[kind]
    assert mine.visible > 0
    assert mine.recall >= 0.95
    assert mine.precision >= 0.95


@pytest.mark.parametrize("kind", [kind for kind in NIK_AND_DATE if kind != "NIK of somebody else"])
def test_nik_and_date_warnings_are_about_people_the_maker_damaged(kind: str) -> None:
    """Without any rule of ours; only a number used twice also warns its rightful owner."""
    assert scores()[kind].touched >= 0.95 * scores()[kind].warned


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.name not in NIK_AND_DATE])
def test_other_damage_is_found_too(kind: str) -> None:
    assert scores()[kind].visible > 0
    assert scores()[kind].recall >= 0.95
    assert scores()[kind].precision >= 0.95


def test_people_whom_nobody_damaged_raise_no_warning_about_number_or_date() -> None:
    """A number that a damaged copy shares, and births the maker set in the future, are true findings."""
    true_findings = {"nik_twice", "birth_date_future"}
    untouched = [row for row in all_rows() if not row.damage and not row.truth["duplicate_kind"]]
    assert len(untouched) > 5000
    assert [row.codes for row in untouched if row.codes - true_findings] == []


def test_proposals_say_what_was_true_before_the_sheet_damaged_it() -> None:
    proposals = [(row, flag) for row in all_rows() for flag in row.flags if flag.proposed]
    swaps = [flag.proposed == row.truth["true_birth_date"] for row, flag in proposals if _was_swapped(row, flag.code)]
    cleaned = [flag.proposed == row.truth["true_nik"] for row, flag in proposals if flag.code in _CLEANED]
    assert (len(swaps), all(swaps)) == (186, True)
    assert (len(cleaned), all(cleaned)) == (198, True)


_CLEANED = ("nik_quoted", "nik_spaced")


def _was_swapped(row: Row, code: str) -> bool:
    return code == "birth_date_swapped" and "sheet_dob_us" in row.damage
