"""Compares the warnings of a sample list with what its maker says was damaged (``*.truth.csv``).

A damage counts as visible by rules that look at the cell and the truth only, never at what the detector found.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.domain.intake import ListDraft
from app.domain.roster import Flag
from app.sheets.intake import open_list, read_list
from app.shelf.headers import load_headers
from app.shelf.regions import load_regions

DATA = Path(__file__).resolve().parents[1] / "data"
SAMPLES = ("desa-ntt-1500", "desa-papua-420", "desa-sulsel-5000")
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Row:
    """One person of a sample: the cells of the sheet, what the maker did to him, and the detector's warnings."""

    nik_cell: str
    birth_cell: str
    truth: dict[str, str]
    damage: frozenset[str]
    codes: frozenset[str]
    flags: tuple[Flag, ...]

    @property
    def nik(self) -> str:
        """The sixteen digits that a careful clerk reads in the cell, or empty."""
        digits = self.nik_cell.strip("' ").replace(" ", "")
        return digits if digits.isdigit() and len(digits) == 16 and len(set(digits)) > 1 else ""

    @property
    def nik_disagrees(self) -> bool:
        """Whether the NIK's date is another one than the birth date that the sheet means to show."""
        shown = self.truth["true_birth_date"]
        if "sheet_dob_us" in self.damage:
            shown = f"{shown[:4]}-{shown[8:]}-{shown[5:7]}"
        return bool(self.nik and self.birth_cell) and not says(self.nik, shown)


def says(nik: str, iso: str) -> bool:
    """Whether a NIK's date digits are those of a birth date, for a man or for a woman."""
    day, month, year = int(iso[8:]), iso[5:7], iso[2:4]
    return nik[6:12] in (f"{day:02}{month}{year}", f"{day + 40:02}{month}{year}")


@dataclass(frozen=True)
class Kind:
    """One kind of damage: when it is there, when it can be seen, and which warnings name it."""

    name: str
    codes: frozenset[str]
    there: Callable[[Row], bool]
    visible: Callable[[Row], bool] = lambda row: True
    also_right: Callable[[Row], bool] = lambda row: False
    """Where the warning is true although the maker named another damage."""


@dataclass
class Score:
    """Counts of one kind."""

    damaged: int = 0
    visible: int = 0
    found: int = 0
    warned: int = 0
    right: int = 0
    touched: int = 0
    """Warnings about people to whom the maker did anything at all, whatever our rules say."""
    missed: list[Row] = field(default_factory=list)
    wrong: list[Row] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.visible if self.visible else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.warned if self.warned else 1.0


def has(*names: str) -> Callable[[Row], bool]:
    return lambda row: not row.damage.isdisjoint(names)


def _shows_wrong_nik(row: Row) -> bool:
    """A wrong digit shows where it makes the region unknown, the date another, or the number somebody else's."""
    if not row.nik:
        return False
    unknown = not load_regions().knows_prefix(row.nik[:6])
    return unknown or row.nik_disagrees or not _calendar(row.nik)


def _calendar(nik: str) -> bool:
    day, month = int(nik[6:8]) % 40, int(nik[8:10])
    return 1 <= month <= 12 and 1 <= day <= 31 and int(nik[6:8]) <= 71


_DATE_WRONG = frozenset({"nik_birth_date_differs", "birth_date_swapped"})
_NIK_WRONG = _DATE_WRONG | {"nik_region_unknown", "nik_date_impossible"}
KINDS = (
    Kind("NIK in scientific notation", frozenset({"nik_scientific"}), has("sheet_nik_sci")),
    Kind("NIK turned into a number", frozenset({"nik_number"}), has("sheet_nik_number")),
    Kind("NIK quoted", frozenset({"nik_quoted"}), has("sheet_nik_quote")),
    Kind("NIK with spaces", frozenset({"nik_spaced"}), has("sheet_nik_spaces")),
    Kind(
        "NIK ends in 0 by a spreadsheet",
        frozenset({"nik_last_digit_zero"}),
        lambda row: (
            has("nik_excel", "nik_serial0")(row) or (has("sheet_nik_number")(row) and row.nik != row.truth["true_nik"])
        ),
        visible=lambda row: bool(row.nik),
    ),
    Kind(
        "NIK one digit short", frozenset({"nik_short"}), has("nik_missing_digit"), lambda row: "E+" not in row.nik_cell
    ),
    Kind("NIK absent or a stand-in", frozenset({"nik_missing", "nik_placeholder"}), has("nik_absent")),
    Kind(
        "NIK with an impossible day",
        frozenset({"nik_date_impossible"}),
        has("nik_day"),
        lambda row: bool(row.nik),
        lambda row: bool(row.nik) and not _calendar(row.nik),
    ),
    Kind(
        "NIK of a region that never was",
        frozenset({"nik_region_unknown"}),
        has("nik_region"),
        lambda row: bool(row.nik),
        lambda row: bool(row.nik) and not load_regions().knows_prefix(row.nik[:6]),
    ),
    Kind(
        "NIK with a wrong or exchanged digit",
        _NIK_WRONG,
        has("nik_sub", "nik_transpose"),
        _shows_wrong_nik,
        lambda row: _shows_wrong_nik(row),
    ),
    Kind(
        "NIK of somebody else",
        frozenset({"nik_twice"}),
        lambda row: has("shared_nik")(row) or row.truth["duplicate_kind"] == "same_nik",
        lambda row: bool(row.nik),
        lambda row: True,
    ),
    Kind(
        "birth date with day and month swapped",
        frozenset({"birth_date_swapped"}),
        has("sheet_dob_us", "dob_swap"),
        lambda row: bool(row.nik) and row.nik_disagrees and _swap_says(row),
        lambda row: row.nik_disagrees and _swap_says(row),
    ),
    Kind(
        "birth date wrong (day, year, 1 January, other)",
        _DATE_WRONG,
        has("dob_day", "dob_year", "dob_default", "dob_other"),
        lambda row: row.nik_disagrees and _calendar(row.nik),
        lambda row: row.nik_disagrees,
    ),
    Kind("birth date missing", frozenset({"birth_date_missing"}), has("sheet_dob_missing")),
    Kind("KK one digit short", frozenset({"kk_short"}), has("kk_short")),
    Kind("village code that does not exist", frozenset({"village_unknown"}), has("desa_code")),
    Kind("dead by the list's own status", frozenset({"status_says_dead"}), has("deceased_flag")),
    Kind(
        "dead by the name",
        frozenset({"name_says_dead"}),
        has("deceased_name"),
        also_right=lambda row: "title" in row.damage,
    ),
)


def _swap_says(row: Row) -> bool:
    shown = row.truth["true_birth_date"]
    if "sheet_dob_us" in row.damage:
        return says(row.nik, shown)
    return int(shown[8:]) <= 12 and says(row.nik, f"{shown[:4]}-{shown[8:]}-{shown[5:7]}")


def read_sample(name: str) -> ListDraft:
    """One sample list, read as a district's list would be."""
    path = DATA / f"{name}.xlsx"
    return read_list(path, None, load_regions(), load_headers(), lambda done: None, lambda: False, TODAY)


def rows_of(name: str) -> Iterator[Row]:
    """Every person of a sample beside its truth."""
    draft = read_sample(name)
    with (DATA / f"{name}.xlsx.truth.csv").open(encoding="utf-8", newline="") as file:
        truths = list(csv.DictReader(file))
    opened = open_list(DATA / f"{name}.xlsx", load_headers(), lambda done: None, lambda: False)
    nik, born = (opened.proposed.column_of(field) for field in ("nik", "tanggal_lahir"))
    assert nik is not None
    assert born is not None
    grid = opened.file.with_exact_numbers(opened.table.grid, [nik], lambda: False)
    flags: dict[int, list[Flag]] = {}
    for family, member in draft.roster.members():
        flags.setdefault(draft.rows_of[member.id], []).extend(member.flags)
        for flag in family.flags:
            row = dict(flag.facts).get("row")
            if row is not None and int(row) == draft.rows_of[member.id]:
                flags[int(row)].append(flag)
    first = opened.table.first_row
    for at, truth in enumerate(truths):
        cells = grid.rows[first + at]
        mine = tuple(flags[first + at + 1])
        cell = cells[nik]
        yield Row(
            nik_cell=str(int(cell)) if isinstance(cell, int | float) else str(cell),
            birth_cell=str(cells[born]),
            truth=truth,
            damage=frozenset(filter(None, truth["damage"].replace(";", ",").split(","))),
            codes=frozenset(flag.code for flag in mine),
            flags=mine,
        )


def score(rows: list[Row]) -> dict[str, Score]:
    """How well each kind of damage was found."""
    scores: dict[str, Score] = {kind.name: Score() for kind in KINDS}
    for row in rows:
        for kind in KINDS:
            mine = scores[kind.name]
            there, warned = kind.there(row), bool(kind.codes & row.codes)
            if there:
                mine.damaged += 1
                if kind.visible(row):
                    mine.visible += 1
                    mine.found += warned
                    if not warned:
                        mine.missed.append(row)
            if warned:
                right = there or kind.also_right(row)
                mine.warned += 1
                mine.right += right
                mine.touched += bool(row.damage or row.truth["duplicate_kind"])
                if not right:
                    mine.wrong.append(row)
    return scores
