"""Rows that belong to the family above them by how a sheet is laid out, where only a family's first row names it.

Family cards are often exported so: the card number stands once, its cell merged over the members, or the cells below it
left blank. A merge says it plainly. Blanks say it only where the whole sheet agrees: no relation column tells who is
head, card numbers are not repeated, and the running number or the family's other columns are blank on the same rows.
Everything else stays apart, and the report counts it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.intake import Choice, ColumnMapping
from app.domain.reading import Raw
from app.sheets.cells import cell_text
from app.sheets.columns import Table
from app.shelf.headers import HeaderBook

_CARDS = ("no_kk", "id_keluarga")
_LEADING = (*_CARDS, "nomor_urut", "nama_kepala_keluarga")
"""Columns of which a cell merged over rows makes these one family."""
_FAMILY_LEVELS = ("family", "place")
_AGREE, _EXPLAINED = 0.95, 0.7
"""Shares of the rows with and without a card number on which a column that is its witness is filled and blank too."""
_MOST_BLANK = 0.5
"""Share of rows without a card from which on blanks alone speak, where the list has no other column of the family."""
_MOST_MEMBERS = 25


@dataclass(frozen=True)
class Households:
    """The rows of a table as they are to be read, and which of them follow another (all row numbers from 0)."""

    rows: Sequence[Sequence[Raw]]
    first_of: Mapping[int, int] = field(default_factory=dict)
    """A member's row -> the first row of the family."""
    by_merge: frozenset[int] = frozenset()
    """Which of these rows a merged cell attached, and not blanks."""


def find_households(table: Table, mapping: ColumnMapping, book: HeaderBook) -> Households:
    """Fill down what a merged cell says of all its rows, and attach the rows below a family's first one."""
    rows, first_of = _merged(table, mapping, book)
    cards = [column for name in _CARDS if (column := mapping.column_of(name)) is not None]
    if first_of:
        return Households(_with_cards(rows, first_of, cards), first_of, by_merge=frozenset(first_of))
    relation = mapping.column_of("id_hub_kepala_keluarga")
    if not cards or (relation is not None and any(_text(row, relation) for row in rows[table.first_row :])):
        return Households(rows)
    first_of = _below_first(rows, table.first_row, cards[0], mapping, book)
    return Households(_with_cards(rows, first_of, cards), first_of)


def _with_cards(
    rows: Sequence[Sequence[Raw]], first_of: Mapping[int, int], cards: Sequence[int]
) -> Sequence[Sequence[Raw]]:
    """The rows with the numbers of the family on each of its rows."""
    filled = list(rows)
    for row, first in first_of.items():
        filled[row] = _with(filled[row], {card: _cell(filled[first], card) for card in cards})
    return filled


def _merged(table: Table, mapping: ColumnMapping, book: HeaderBook) -> tuple[Sequence[Sequence[Raw]], dict[int, int]]:
    """The rows with what their merged cells say of the family, and the rows merged with a family's first one."""
    last = len(table.grid.rows)
    merges = [merge for merge in table.grid.merges if table.first_row <= merge.top < merge.bottom < last]
    if not merges:
        return table.grid.rows, {}
    of_family = {index for index, choice in mapping.choices.items() if _is_of_family(choice, book)}
    rows = list(table.grid.rows)
    for merge in merges:
        value = _cell(rows[merge.top], merge.left)
        values = {column: value for column in range(merge.left, merge.right + 1) if column in of_family}
        for row in range(merge.top + 1, merge.bottom + 1 if values else 0):
            rows[row] = _with(rows[row], values)
    for name in _LEADING:
        column = mapping.column_of(name)
        of_card = [merge for merge in merges if column is not None and merge.left <= column <= merge.right]
        if of_card:
            return rows, {row: merge.top for merge in of_card for row in range(merge.top + 1, merge.bottom + 1)}
    return rows, {}


def _is_of_family(choice: Choice, book: HeaderBook) -> bool:
    return bool(choice.field) and book.fields[choice.field].level in _FAMILY_LEVELS


def _cell(row: Sequence[Raw], column: int) -> Raw:
    return row[column] if column < len(row) else None


def _with(row: Sequence[Raw], values: Mapping[int, Raw]) -> list[Raw]:
    """The row with these values where it is blank."""
    filled = list(row) + [None] * (max(values, default=-1) + 1 - len(row))
    for column, value in values.items():
        if not cell_text(filled[column]):
            filled[column] = value
    return filled


def _below_first(
    rows: Sequence[Sequence[Raw]], first_row: int, card: int, mapping: ColumnMapping, book: HeaderBook
) -> dict[int, int]:
    """Members' rows by the blanks below a family's first row; nothing where the sheet does not speak plainly."""
    named = [column for name in ("nama", "nik") if (column := mapping.column_of(name)) is not None]
    people = [at for at in range(first_row, len(rows)) if any(_text(rows[at], column) for column in named)]
    without = [at for at in people if not _text(rows[at], card)]
    cards = Counter(text for at in people if (text := _text(rows[at], card)))
    if not without or not cards or sum(times for times in cards.values() if times > 1) > len(people) * (1 - _AGREE):
        return {}
    witnesses = [
        index
        for index, choice in mapping.choices.items()
        if choice.field
        and index != card
        and (choice.field == "nomor_urut" or _is_of_family(choice, book))
        and any(_text(rows[at], index) for at in people)
    ]
    in_step = [index for index in witnesses if _in_step(rows, people, card, index)]
    against = [index for index in witnesses if index not in in_step and mapping.choices[index].field != "nomor_urut"]
    alone = not against and len(without) >= len(people) * _MOST_BLANK
    if not in_step and not alone:
        return {}
    return _runs(rows, people, [card, *in_step])


def _in_step(rows: Sequence[Sequence[Raw]], people: Sequence[int], card: int, column: int) -> bool:
    """Whether a column stands where card numbers stand, and is blank on most rows that have none.

    On the others the number itself is missing: there the column tells that a family begins all the same.
    """
    filled = [bool(_text(rows[at], column)) for at in people if _text(rows[at], card)]
    blank = [not _text(rows[at], column) for at in people if not _text(rows[at], card)]
    return sum(filled) >= len(filled) * _AGREE and sum(blank) >= len(blank) * _EXPLAINED


def _runs(rows: Sequence[Sequence[Raw]], people: Sequence[int], begins: Sequence[int]) -> dict[int, int]:
    """Each row below a family's first one, as far as no row between them is blank or nobody."""
    first_of: dict[int, int] = {}
    first = before = -1
    for at in people:
        if any(_text(rows[at], column) for column in begins):
            first = at
        elif first >= 0 and at == before + 1 and at - first < _MOST_MEMBERS:
            first_of[at] = first
        else:
            first = -1
        before = at
    return first_of


def _text(row: Sequence[Raw], column: int) -> str:
    return cell_text(_cell(row, column))
