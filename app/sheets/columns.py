"""Finds the table in a sheet and proposes what its columns are: by heading, then near misses, cells as witness."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.intake import Choice, Column, ColumnMapping
from app.sheets.cells import cell_text
from app.sheets.headings import NUMBER, Headings, find_headings, is_counting
from app.sheets.workbook import Grid
from app.shelf.headers import FieldSpec, HeaderBook, code_of, plain_heading

WITNESS_ROWS = 200
NEAR_ENOUGH = 88
CERTAIN, VAGUE = 0.98, 0.35
_DATE = re.compile(r"\d{1,4}[-/. ]+\w{1,9}[-/. ]+\d{2,4}.*|\d{5}|\d{7,8}|.*,\s*\d{1,2}[-/ ].*")


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
    best: tuple[Headings, Grid] | None = None
    for grid in grids:
        found = find_headings(grid, book)
        if found is not None and (best is None or found.hits > best[0].hits):
            best = found, grid
    if best is None:
        raise Refused("list_not_a_list")
    headings, grid = best
    table = _table(grid, headings)
    if len(grid.rows) <= headings.row + headings.height:
        raise Refused("list_without_people")
    return table


def _table(grid: Grid, headings: Headings) -> Table:
    """The list below these headings, past a row that numbers the columns."""
    header_rows = headings.height
    below = grid.rows[headings.row + header_rows :]
    while below and is_counting(below[0]):
        header_rows, below = header_rows + 1, below[1:]
    columns = tuple(
        Column(index, heading)
        for index, heading in enumerate(headings.texts)
        if heading or any(index < len(row) and cell_text(row[index]) for row in below[:WITNESS_ROWS])
    )
    return Table(grid, columns, headings.row, header_rows)


def propose_mapping(table: Table, book: HeaderBook) -> ColumnMapping:
    """What each column most likely is; every field at most once, unknown columns left to their own heading."""
    below = table.grid.rows[table.first_row : table.first_row + WITNESS_ROWS]
    offers: list[tuple[float, int, int, str]] = []
    for column in table.columns:
        seen = [text for row in below if column.index < len(row) and (text := cell_text(row[column.index]))]
        for name, sure in _candidates(column.heading, book):
            spec = book.fields[name]
            borne_out = _borne_out(spec, seen, book)
            if borne_out < VAGUE and (spec.must or sure < CERTAIN):
                continue
            certainty = round(sure * (0.5 + 0.5 * borne_out), 3)
            offers.append((-certainty, _rank(column.heading, spec), column.index, name))
    choices = {column.index: Choice() for column in table.columns}
    given: set[str] = set()
    for certainty, _, index, name in sorted(offers):
        if not choices[index].field and name not in given:
            choices[index] = Choice(name, -certainty)
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


def _rank(heading: str, spec: FieldSpec) -> int:
    """A field's own spellings stand in their order: of "NIK" and "NIK Kepala Keluarga" the first is the person's."""
    plain = plain_heading(heading)
    return spec.spellings.index(plain) if plain in spec.spellings else len(spec.spellings)


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
        "number": lambda text: bool(NUMBER.fullmatch(text)),
        "date": lambda text: bool(_DATE.fullmatch(text)),
        "words": lambda text: any(map(str.isalpha, text)),
        "code": lambda text: sum(map(str.isdigit, text)) >= 6,
        "small": lambda text: len(text) <= 10 and any(map(str.isdigit, text)),
    }
    return shapes.get(spec.shape)
