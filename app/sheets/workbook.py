"""Opens a list's file of whatever kind and gives its sheets as plain rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.errors import Refused, Unavailable
from app.domain.intake import Cancelled, Progress
from app.domain.reading import Raw
from app.sheets.csv_text import read_csv
from app.sheets.exact import exact_numbers
from app.sheets.guard import TEXT, XLSX, look_at

_EXACT = 2**53
_PIECE = 1 << 20


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
        return _read_sheets(self.path, cancelled, shown=False)[0] if self.hidden else ()

    def with_exact_numbers(self, grid: Grid, columns: Iterable[int], cancelled: Cancelled) -> Grid:
        """The grid with the digits that floating point lost in these columns, where the file still holds them."""
        lossy = {
            column
            for column in columns
            if any(isinstance(cell := row[column], float) and cell >= _EXACT for row in grid.rows if column < len(row))
        }
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


def open_file(path: Path, progress: Progress, cancelled: Cancelled) -> OpenFile:
    """Look at the file, take its hash, and read all its visible sheets; raises Refused or Unavailable."""
    looked = look_at(path, cancelled)
    progress(0.1)
    digest = _hash(path)
    if cancelled():
        raise Refused("import_cancelled")
    progress(0.2)
    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
    if looked.kind == TEXT:
        grids = (Grid(path.stem, read_csv(path, cancelled)),)
    else:
        grids, hidden = _read_sheets(path, cancelled)
    progress(1.0)
    return OpenFile(path, looked.kind, digest, grids, hidden)


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError as error:
        raise Unavailable("list_cannot_be_opened") from error
    return digest.hexdigest()


def _read_sheets(path: Path, cancelled: Cancelled, *, shown: bool = True) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """The sheets that are shown (or the others), and the names of those that were passed over."""
    from python_calamine import (  # the binary library costs start-up time, and only an import needs it
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    grids: list[Grid] = []
    passed: list[str] = []
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            for sheet in book.sheets_metadata:
                if sheet.typ != SheetTypeEnum.WorkSheet:
                    continue
                if (sheet.visible == SheetVisibleEnum.Visible) is not shown:
                    passed.append(sheet.name)
                    continue
                if cancelled():
                    raise Refused("import_cancelled")
                page = book.get_sheet_by_name(sheet.name)
                rows = page.to_python(skip_empty_area=False)
                merges = tuple(Merge(*start, *end) for start, end in page.merged_cell_ranges or ())
                grids.append(Grid(sheet.name, [[_plain(cell) for cell in row] for row in rows], merges))
    except PasswordError as error:
        raise Refused("list_encrypted") from error
    except (CalamineError, OSError) as error:
        raise Refused("list_torn") from error
    return tuple(grids), tuple(passed)


def _plain(cell: object) -> Raw:
    """Times and durations stand in no list's field; they are kept as their words."""
    return cell if cell is None or isinstance(cell, str | int | float | bool | date) else str(cell)
