"""Sheets of one workbook that are one list, such as one a hamlet: which belong together, and what their columns are.

Sheets with the same headings are read together unless their people stand on the sheets before them already (a sheet of
all beside one an RT). Sheets with other headings are offered where most columns agree, and read only if one wants it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.intake import COPY, OTHER_HEADINGS, Cancelled, Choice, ColumnMapping, SheetOffer
from app.sheets.cells import cell_text
from app.sheets.columns import Table, find_table
from app.sheets.workbook import Grid
from app.shelf.headers import HeaderBook, plain_heading

_NAMES = ("nama", "nama_kepala_keluarga")
_LIKE = 0.6
"""Share of the mapped columns that a sheet with other headings must have too."""
_COPIED = 0.5
"""Share of a sheet's people that are on the sheets before it, from which on it is a copy."""


@dataclass(frozen=True)
class Part:
    """One sheet of a list that is to be read."""

    table: Table
    mapping: ColumnMapping
    offset: int
    """Rows of the sheets before it."""


@dataclass(frozen=True)
class ListSheet:
    """A sheet that may be read, and how it is offered."""

    table: Table
    offer: SheetOffer


def sheets_of_list(
    grids: Sequence[Grid], chosen: Table, proposed: ColumnMapping, book: HeaderBook, cancelled: Cancelled
) -> tuple[ListSheet, ...]:
    """Every sheet that may be part of the same list, in the order of the book."""
    tables = [chosen if grid.name == chosen.grid.name else _table(grid, book) for grid in grids]
    alike = [
        (table, own)
        for table in tables
        if table is not None and _like(own := mapping_for(table, chosen, proposed), proposed)
    ]
    if len(alike) == 1:
        return (ListSheet(chosen, SheetOffer(chosen.grid.name, _length(chosen), read=True)),)
    found: list[ListSheet] = []
    seen: set[str] = set()
    for table, own in alike:
        if cancelled():
            raise Refused("import_cancelled")
        people = _people(table, own)
        if not _same_headings(table, chosen):
            reason = OTHER_HEADINGS
        elif len(people & seen) >= max(1, len(people) * _COPIED):
            reason = COPY
        else:
            reason = ""
            seen |= people
        found.append(ListSheet(table, SheetOffer(table.grid.name, _length(table), not reason, reason)))
    return tuple(found)


def parts_of(sheets: Iterable[ListSheet], names: Set[str], chosen: Table, mapping: ColumnMapping) -> list[Part]:
    """The sheets of these names with their columns; raises Refused when none is left."""
    parts: list[Part] = []
    offset = 0
    for sheet in sheets:
        if sheet.table.grid.name in names:
            parts.append(Part(sheet.table, mapping_for(sheet.table, chosen, mapping), offset))
            offset += len(sheet.table.grid.rows)
    if not parts:
        raise Refused("list_without_people")
    return parts


def mapping_for(table: Table, chosen: Table, mapping: ColumnMapping) -> ColumnMapping:
    """What the columns of another sheet are, by the headings they share with the chosen one."""
    if table is chosen:
        return mapping
    meant: dict[str, list[Choice]] = defaultdict(list)
    for column in chosen.columns:
        meant[plain_heading(column.heading)].append(mapping.choices.get(column.index, Choice()))
    choices = {}
    for column in table.columns:
        left = meant[plain_heading(column.heading)]
        choices[column.index] = left.pop(0) if left else Choice()
    return ColumnMapping(table.fingerprint, choices)


def _table(grid: Grid, book: HeaderBook) -> Table | None:
    try:
        return find_table([grid], book)
    except Refused:
        return None


def _length(table: Table) -> int:
    return len(table.grid.rows) - table.first_row


def _same_headings(table: Table, chosen: Table) -> bool:
    return _headings(table) == _headings(chosen)


def _headings(table: Table) -> Counter[str]:
    return Counter(plain for column in table.columns if (plain := plain_heading(column.heading)))


def _like(own: ColumnMapping, proposed: ColumnMapping) -> bool:
    wanted = {choice.field for choice in proposed.choices.values() if choice.field}
    held = {choice.field for choice in own.choices.values() if choice.field}
    return len(held) >= len(wanted) * _LIKE and (not wanted.intersection(_NAMES) or bool(held.intersection(_NAMES)))


def _people(table: Table, mapping: ColumnMapping) -> set[str]:
    columns = [column for name in ("nik", *_NAMES) if (column := mapping.column_of(name)) is not None]
    rows = (
        " ".join(cell_text(row[column]) for column in columns if column < len(row))
        for row in table.grid.rows[table.first_row :]
    )
    return {words for row in rows if any(map(str.isalpha, words := row.strip()))}
