"""Saves rows as an XLSX whose text stays text: no spreadsheet turns its long numbers into 7.3E+15."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import Unavailable


def save_sheet(
    path: Path, name: str, rows: Iterable[Sequence[str | int]], head_rows: int, widths: Sequence[int]
) -> None:
    """Write one sheet, the first `head_rows` of its rows bold and fixed; raises Unavailable when it cannot be saved.

    The file appears whole or not at all: it is written beside its place and then moved there.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            _write(file, name, rows, head_rows, widths)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Unavailable("sheet_cannot_be_saved") from error


def _write(
    file: BinaryIO, name: str, rows: Iterable[Sequence[str | int]], head_rows: int, widths: Sequence[int]
) -> None:
    import xlsxwriter  # type: ignore[import-untyped]  # ships no types; and only saving a sheet needs it

    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        text = book.add_format({"num_format": "@", "valign": "top"})
        bold = book.add_format({"num_format": "@", "bold": True})
        sheet = book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, text)
        sheet.freeze_panes(head_rows, 0)
        for number, row in enumerate(rows):
            form = bold if number < head_rows else text
            for column, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(number, column, value)
                elif value:
                    sheet.write_string(number, column, value, form)
