"""Opens a list's file of whatever kind and gives its sheets as plain rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Refused, Unavailable
from app.domain.intake import Cancelled, Progress
from app.domain.reading import Raw
from app.sheets.csv_text import read_csv
from app.sheets.exact import exact_numbers
from app.sheets.guard import TEXT, XLSX, look_at
from app.sheets.waiting import while_asking

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_EXACT = 2**53
_PIECE = 1 << 20
_ASK_EVERY = 2000
_PANIC = "PanicException"
"""What the library in Rust raises where it trusted a file too much; its class cannot be imported."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that the sheet shows as one, all counted from 0; only the first of them holds anything."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """One sheet: its name and its rows from the first, cells as the file holds them (blank ones None or empty)."""

    name: str
    rows: list[list[Raw]]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True)
class OpenFile:
    """A list's file with everything that was read of it."""

    path: Path
    kind: str
    sha256: str
    grids: tuple[Grid, ...]
    """The sheets that are shown, in the order of the book."""
    hidden: tuple[str, ...] = ()
    """The names of those that are not."""

    def hidden_grids(self, cancelled: Cancelled) -> tuple[Grid, ...]:
        """The hidden sheets, read only to say where the list is."""
        return _read_sheets(self.path, _nobody_asks, cancelled, shown=False)[0] if self.hidden else ()

    def with_exact_numbers(self, grid: Grid, columns: Iterable[int], cancelled: Cancelled) -> Grid:
        """The grid with the digits that floating point lost in these columns, where the file still holds them."""
        lossy = {column for column in columns if _loses_digits(grid.rows, column, cancelled)}
        if self.kind != XLSX or not lossy:
            return grid
        exact = exact_numbers(self.path, grid.name, lossy, cancelled)
        rows = list(grid.rows)
        for (row, column), number in exact.items():
            if row < len(rows) and column < len(rows[row]) and isinstance(rows[row][column], float):
                if rows[row] is grid.rows[row]:
                    rows[row] = list(rows[row])
                rows[row][column] = number
        return replace(grid, rows=rows)


def _loses_digits(rows: Sequence[Sequence[Raw]], column: int, cancelled: Cancelled) -> bool:
    for start in range(0, len(rows), _ASK_EVERY):
        if cancelled():
            raise Refused("import_cancelled")
        some = rows[start : start + _ASK_EVERY]
        if any(isinstance(cell := row[column], float) and cell >= _EXACT for row in some if column < len(row)):
            return True
    return False


def open_file(path: Path, progress: Progress, cancelled: Cancelled) -> OpenFile:
    """Look at the file, take its hash, and read all its visible sheets; raises Refused or Unavailable."""
    looked = look_at(path, cancelled)
    progress(0.1)
    digest = _hash(path, cancelled)
    progress(0.2)
    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
    if looked.kind == TEXT:
        grids = (Grid(path.stem, read_csv(path, cancelled)),)
    else:
        grids, hidden = _read_sheets(path, lambda done: progress(0.2 + 0.8 * done), cancelled)
    progress(1.0)
    return OpenFile(path, looked.kind, digest, grids, hidden)


def _hash(path: Path, cancelled: Cancelled) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                if cancelled():
                    raise Refused("import_cancelled")
    except OSError as error:
        raise Unavailable("list_cannot_be_opened") from error
    return digest.hexdigest()


def _read_sheets(
    path: Path, progress: Progress, cancelled: Cancelled, *, shown: bool = True
) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """The sheets that are shown (or the others), and the names of those that were passed over."""
    from python_calamine import (  # the binary library costs start-up time, and only an import needs it
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        book = while_asking(partial(CalamineWorkbook.from_path, str(path)), cancelled)
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        wanted = [sheet.name for sheet in sheets if (sheet.visible == SheetVisibleEnum.Visible) is shown]
        grids: list[Grid] = []
        for name in wanted:
            page = while_asking(partial(book.get_sheet_by_name, name), cancelled)
            progress((len(grids) + 0.5) / len(wanted))
            merges = tuple(Merge(*start, *end) for start, end in page.merged_cell_ranges or ())
            grids.append(Grid(name, _rows(page, cancelled), merges))
            progress(len(grids) / len(wanted))
    except PasswordError as error:
        raise Refused("list_encrypted") from error
    except (CalamineError, OSError) as error:
        raise Refused("list_torn") from error
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise Refused("list_torn") from error
        raise
    return tuple(grids), tuple(sheet.name for sheet in sheets if sheet.name not in wanted)


def _rows(page: CalamineSheet, cancelled: Cancelled) -> list[list[Raw]]:
    """All rows from the first; a blank one is empty, so that a stray cell far below costs next to nothing."""
    before: list[Raw] = [None] * (page.start[1] if page.start is not None else 0)
    blank: list[Raw] = []
    rows: list[list[Raw]] = []
    for row in page.iter_rows():
        if len(rows) % _ASK_EVERY == 0 and cancelled():
            raise Refused("import_cancelled")
        rows.append(before + [_plain(cell) for cell in row] if any(cell != "" for cell in row) else blank)
    return rows


def _nobody_asks(_: float) -> None:
    """Progress that nobody watches."""


def _plain(cell: object) -> Raw:
    """Times and durations stand in no list's field; they are kept as their words."""
    return cell if cell is None or isinstance(cell, str | int | float | bool | date) else str(cell)
