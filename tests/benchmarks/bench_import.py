"""How long a list of 10,000 people takes to come in, from the file to the families and their warnings.

    python -m tests.benchmarks.bench_import [people]

Peers in the same run: the bare reading of the same file by python-calamine and by openpyxl.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]  # ships no types
from python_calamine import CalamineWorkbook

from app.sheets.intake import read_list
from app.shelf.headers import load_headers
from app.shelf.regions import load_regions

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "desa-sulsel-5000.xlsx"
GOAL_SECONDS = 5.0
RUNS = 3


def grown(path: Path, people: int) -> None:
    """The largest sample repeated to a number of people, each copy with cards and NIKs of its own."""
    rows = CalamineWorkbook.from_path(str(SAMPLE)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    head, body = rows[:4], rows[4:-3]
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("BNBA")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number in range(len(head) + people):
        copy, at = divmod(number - len(head), len(body))
        row = head[number] if number < len(head) else body[at]
        for column, cell in enumerate(row):
            if number >= len(head) and column in (1, 2) and isinstance(cell, str) and len(cell) == 16:
                cell = f"{cell[:12]}{(int(cell[12:]) + copy * 37) % 9000 + 1:04}"
            if isinstance(cell, date):
                sheet.write_datetime(number, column, cell, day)
            elif cell != "":
                sheet.write(number, column, cell)
    book.close()


def seconds(act: Callable[[], object]) -> float:
    """The median of a few runs."""
    taken = []
    for _ in range(RUNS):
        gc.collect()
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> int:
    """Print the figures; fail when the goal is missed at 10,000 people."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        grown(path, people)
        regions, headers, today = load_regions(), load_headers(), date(2026, 11, 23)
        read = seconds(lambda: read_list(path, None, regions, headers, lambda done: None, lambda: False, today))
        bare = seconds(lambda: CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())
        slow = seconds(lambda: list(openpyxl.load_workbook(path, read_only=True).worksheets[0].values))
        draft = read_list(path, None, regions, headers, lambda done: None, lambda: False, today)
        print(f"{people:,} people, {path.stat().st_size / 1e6:.1f} MB, {draft.report.families:,} families")
        print(f"import                {read:6.2f} s   ({sum(draft.report.warnings.values()):,} warnings)")
        print(f"calamine, bare cells  {bare:6.2f} s   (import is {read / bare:.1f}x)")
        print(f"openpyxl, bare cells  {slow:6.2f} s   (import is {read / slow:.2f}x)")
    return 0 if people != 10_000 or read < GOAL_SECONDS else 1


if __name__ == "__main__":
    raise SystemExit(main())
