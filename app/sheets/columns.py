"""Finds the table in a sheet and proposes what its columns are: by heading, then near misses, cells as witness."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.intake import SAMPLE_ROWS, Choice, Column, ColumnMapping
from app.domain.reading import Raw
from app.sheets.cells import cell_text
from app.sheets.workbook import Grid
from app.shelf.headers import FieldSpec, HeaderBook, code_of, plain_heading

SEARCHED_ROWS = 60
WITNESS_ROWS = 200
MIN_HITS = 3
NEAR_ENOUGH = 88
CERTAIN, VAGUE = 0.98, 0.35
PEOPLE_FIELDS = ("nik", "nama", "no_kk", "nama_kepala_keluarga")
_NUMBER = re.compile(r"['\"`]?\d[\d .\-]{9,22}['\"`]?|\d[.,]\d+[eE]\+?\d+")
_DATE = re.compile(r"\d{1,4}[-/. ]+\w{1,9}[-/. ]+\d{2,4}.*|\d{5}|\d{7,8}|.*,\s*\d{1,2}[-/ ].*")
_COUNTING = re.compile(r"\(?\d{1,3}\)?")


@dataclass(frozen=True)
class Table:
    """The list in a sheet: its columns, and where title, heading and people stand (row numbers from 0)."""

    grid: Grid
    columns: tuple[Column, ...]
    title_rows: int
    header_rows: int

    @property
    def first_row(self) -> int:
        """The first row below the headings."""
        return self.title_rows + self.header_rows

    @property
    def fingerprint(self) -> str:
        """What the same district's next list has too: its headings, whatever their case and blanks."""
        headings = "\x1f".join(plain_heading(column.heading) for column in self.columns)
        return hashlib.sha256(headings.encode()).hexdigest()[:16]


def find_table(grids: Sequence[Grid], book: HeaderBook) -> Table:
    """The sheet and rows that look most like a list of people; raises Refused when none does."""
    best: tuple[int, int, Grid, int] | None = None
    for order, grid in enumerate(grids):
        for number, row in enumerate(grid.rows[:SEARCHED_ROWS]):
            hits = _hits(row, book)
            if best is None or (hits, -order) > (best[0], -best[1]):
                best = (hits, order, grid, number)
    if best is None or best[0] < MIN_HITS:
        raise Refused("list_not_a_list")
    _, _, grid, number = best
    header_rows = _header_height(grid, number, book)
    if len(grid.rows) <= number + header_rows:
        raise Refused("list_without_people")
    headings = _headings(grid.rows[number : number + header_rows], book)
    below = grid.rows[number + header_rows :]
    while below and _is_counting(below[0]):
        header_rows, below = header_rows + 1, below[1:]
    columns = tuple(
        Column(index, heading, tuple(cell_text(row[index]) if index < len(row) else "" for row in below[:SAMPLE_ROWS]))
        for index, heading in enumerate(headings)
        if heading or any(index < len(row) and cell_text(row[index]) for row in below[:WITNESS_ROWS])
    )
    return Table(grid, columns, number, header_rows)


def other_lists(grids: Sequence[Grid], chosen: Grid, book: HeaderBook) -> list[Grid]:
    """Sheets that look like lists of people too, and are not read with the chosen one."""
    return [
        grid
        for grid in grids
        if grid is not chosen
        and grid.name != chosen.name
        and any(_hits(row, book) >= MIN_HITS for row in grid.rows[:SEARCHED_ROWS])
    ]


def propose_mapping(table: Table, book: HeaderBook) -> ColumnMapping:
    """What each column most likely is; every field at most once, unknown columns left to their own heading."""
    below = table.grid.rows[table.first_row : table.first_row + WITNESS_ROWS]
    offers: list[tuple[float, int, str]] = []
    for column in table.columns:
        seen = [text for row in below if column.index < len(row) and (text := cell_text(row[column.index]))]
        for name, sure in _candidates(column.heading, book):
            spec = book.fields[name]
            borne_out = _borne_out(spec, seen, book)
            if borne_out < VAGUE and (spec.must or sure < CERTAIN):
                continue
            offers.append((round(sure * (0.5 + 0.5 * borne_out), 3), column.index, name))
    offers.sort(key=lambda offer: (-offer[0], offer[1], offer[2]))
    choices = {column.index: Choice() for column in table.columns}
    given: set[str] = set()
    for sure, index, name in offers:
        if not choices[index].field and name not in given:
            choices[index] = Choice(name, sure)
            given.add(name)
    return ColumnMapping(table.fingerprint, choices)


def check_mapping(table: Table, mapping: ColumnMapping, book: HeaderBook) -> None:
    """Refuse a mapping that names unknown fields or columns, or leaves nobody to read."""
    known = {column.index for column in table.columns}
    for index, choice in mapping.choices.items():
        if index not in known or (choice.field and choice.field not in book.fields):
            raise Refused("mapping_does_not_fit")
    if all(mapping.column_of(name) is None for name in ("nama", "nama_kepala_keluarga")):
        raise Refused("mapping_without_name")


def _hits(row: Sequence[Raw], book: HeaderBook) -> int:
    fields = {
        book.by_spelling[plain][0]
        for cell in row
        if isinstance(cell, str) and len(cell) < 80 and (plain := plain_heading(cell)) in book.by_spelling
    }
    return len(fields) if fields.intersection(PEOPLE_FIELDS) else 0


def _header_height(grid: Grid, number: int, book: HeaderBook) -> int:
    """Two where the next row still holds headings (under merged cells) and nothing that looks like a person."""
    if number + 1 >= len(grid.rows):
        return 1
    below = [cell_text(cell) for cell in grid.rows[number + 1]]
    above = [cell_text(cell) for cell in grid.rows[number]] + [""] * len(below)
    hits = sum(
        plain_heading(text) in book.by_spelling and (not over or under_group)
        for text, over, under_group in zip(
            below, above, (plain_heading(over) not in book.by_spelling for over in above), strict=False
        )
        if text
    )
    people = any(_NUMBER.fullmatch(text) for text in below)
    return 2 if hits >= 2 and not people else 1


def _headings(rows: Sequence[Sequence[Raw]], book: HeaderBook) -> list[str]:
    """One heading a column; of two rows the lower one where it says enough, else both together."""
    width = max(len(row) for row in rows)
    texts = [[cell_text(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    if len(texts) == 1:
        return texts[0]
    joined: list[str] = []
    group = ""
    for upper, lower in zip(texts[0], texts[1], strict=True):
        group = upper or group
        if not lower:
            joined.append(upper)
        elif plain_heading(lower) in book.by_spelling or not group:
            joined.append(lower)
        else:
            joined.append(f"{group} {lower}")
    return joined


def _is_counting(row: Sequence[Raw]) -> bool:
    """Whether a row only numbers the columns, 1, 2, 3, as official forms do."""
    texts = [text for cell in row if (text := cell_text(cell))]
    if len(texts) < MIN_HITS or not all(_COUNTING.fullmatch(text) for text in texts):
        return False
    numbers = [int(text.strip("()")) for text in texts]
    return all(later - earlier == 1 for earlier, later in itertools.pairwise(numbers))


def _candidates(heading: str, book: HeaderBook) -> list[tuple[str, float]]:
    plain = plain_heading(heading)
    if not plain:
        return []
    if plain in book.by_spelling:
        return [(name, 1.0 - 0.01 * place) for place, name in enumerate(book.by_spelling[plain])]
    if len(plain) < 4:
        return []
    from rapidfuzz import fuzz, process  # only an import needs it; start-up does not pay for it

    near = process.extract(plain, list(book.by_spelling), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=3)
    return [(name, score / 100 * 0.9) for spelling, score, _ in near for name in book.by_spelling[spelling]]


def _borne_out(spec: FieldSpec, seen: Sequence[str], book: HeaderBook) -> float:
    """How much of what stands in the column fits the field, 0 to 1; a column of blanks says nothing against it."""
    if not seen:
        return 0.0 if spec.must else 0.6
    fits = _test_of(spec, book)
    return sum(map(fits, seen)) / len(seen) if fits is not None else 0.8


def _test_of(spec: FieldSpec, book: HeaderBook) -> Callable[[str], bool] | None:
    if spec.values:
        codes: Mapping[str, str] = book.values[spec.values]
        shdk = book.relation_shdk if spec.values == "relation" else {}
        return lambda text: code_of(text, codes) is not None or text in shdk
    shapes: dict[str, Callable[[str], bool]] = {
        "number": lambda text: bool(_NUMBER.fullmatch(text)),
        "date": lambda text: bool(_DATE.fullmatch(text)),
        "words": lambda text: any(map(str.isalpha, text)),
        "code": lambda text: sum(map(str.isdigit, text)) >= 6,
        "small": lambda text: len(text) <= 10 and any(map(str.isdigit, text)),
    }
    return shapes.get(spec.shape)
