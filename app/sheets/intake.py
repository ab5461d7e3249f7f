"""Reads a district's list: open it, propose what its columns are, build the families with a report. Keeps nothing.

The three steps stand alone so that a screen can show the mapping between them; `read_list` does all in one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.errors import Refused
from app.domain.intake import Cancelled, ColumnMapping, ListDraft, Progress
from app.domain.region import RegionBook
from app.sheets.build import Build
from app.sheets.columns import Table, check_mapping, find_table, propose_mapping
from app.sheets.headings import find_headings
from app.sheets.joined import ListSheet, Part, parts_of, sheets_of_list
from app.sheets.pace import Pace
from app.sheets.workbook import OpenFile, open_file
from app.shelf.headers import HeaderBook

ID_FIELDS = ("nik", "no_kk", "id_individu", "id_keluarga", "kode_desa")


@dataclass(frozen=True)
class OpenedList:
    """A list that was opened and understood so far: its table, and the mapping proposed for it."""

    file: OpenFile
    table: Table
    proposed: ColumnMapping
    sheets: tuple[ListSheet, ...]
    """The sheets that may be read as this list, the table's own among them."""
    others: tuple[str, ...] = ()
    """Sheets that are lists of people too, but of other columns: they cannot be read with it."""


def open_list(path: Path, headers: HeaderBook, progress: Progress, cancelled: Cancelled) -> OpenedList:
    """Open a file and find the table in it; raises Refused or Unavailable, and leaves everything as it was."""
    file = open_file(path, progress, cancelled)
    try:
        table = find_table(file.grids, headers)
    except Refused as refused:
        raise _hidden_list(file, headers, cancelled) or refused from refused
    proposed = propose_mapping(table, headers)
    sheets = sheets_of_list(file.grids, table, proposed, headers, cancelled)
    offered = {sheet.offer.name for sheet in sheets}
    others = tuple(
        f"{grid.name} ({len(grid.rows)})"
        for grid in file.grids
        if grid.name not in offered and find_headings(grid, headers) is not None
    )
    return OpenedList(file, table, proposed, sheets, others)


def _hidden_list(file: OpenFile, headers: HeaderBook, cancelled: Cancelled) -> Refused | None:
    """The better reason where a file shows no list: it is on a hidden sheet, or nothing is shown at all."""
    for grid in file.hidden_grids(cancelled):
        if find_headings(grid, headers) is not None:
            return Refused("list_on_hidden_sheet", sheet=grid.name)
    return Refused("list_shows_no_sheet") if file.hidden and not file.grids else None


def build_draft(
    opened: OpenedList,
    mapping: ColumnMapping,
    regions: RegionBook,
    headers: HeaderBook,
    progress: Progress,
    cancelled: Cancelled,
    today: date,
    sheets: Collection[str] | None = None,
) -> ListDraft:
    """The families of an opened list under a mapping, with every row accounted for.

    `sheets` names those to read; None reads the ones that are proposed.
    """
    check_mapping(opened.table, mapping, headers)
    wanted = {sheet.offer.name for sheet in opened.sheets if sheet.offer.read} if sheets is None else set(sheets)
    parts = [_exact(opened.file, part, cancelled) for part in parts_of(opened.sheets, wanted, opened.table, mapping)]
    pace = Pace(progress, cancelled)
    pace.told(0.1)
    build = Build(opened.file, parts, regions, headers, today, pace.part(0.15, 1.0))
    draft = replace(build.draft(), columns=opened.table.columns, mapping=mapping)
    unread = _unread(opened, wanted)
    if not unread:
        return draft
    notes = (*draft.report.notes, ("sheets_not_read", ", ".join(unread)))
    return replace(draft, report=replace(draft.report, notes=notes))


def _exact(file: OpenFile, part: Part, cancelled: Cancelled) -> Part:
    """The sheet with every digit of its numbers that name people."""
    ids = [column for name in ID_FIELDS if (column := part.mapping.column_of(name)) is not None]
    grid = file.with_exact_numbers(part.table.grid, ids, cancelled)
    return replace(part, table=replace(part.table, grid=grid))


def _unread(opened: OpenedList, wanted: Collection[str]) -> Sequence[str]:
    """Lists of people in the file that were not read, with how many rows they have."""
    offered = (sheet for sheet in opened.sheets if sheet.offer.name not in wanted)
    return [*(f"{sheet.offer.name} ({len(sheet.table.grid.rows)})" for sheet in offered), *opened.others]


def read_list(
    path: Path,
    mapping: ColumnMapping | None,
    regions: RegionBook,
    headers: HeaderBook,
    progress: Progress,
    cancelled: Cancelled,
    today: date,
) -> ListDraft:
    """Everything at once, with the proposed mapping where none is given."""
    opened = open_list(path, headers, lambda done: progress(done * 0.4), cancelled)
    chosen = mapping if mapping is not None else opened.proposed
    return build_draft(opened, chosen, regions, headers, lambda done: progress(0.4 + done * 0.6), cancelled, today)
