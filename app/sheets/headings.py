"""Where the headings of a list stand, also where they take several rows, and what they say together.

Forms print headings over one to four rows: a group over its columns (``Identitas`` over ``NIK``, ``Nama``), words
that go on below (``Tanggal`` over ``Lahir``), cells merged over rows. Of all places near the top, the rows win
whose joined headings name most fields; more rows only where they name more.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.reading import Raw
from app.sheets.cells import cell_text
from app.sheets.workbook import Grid, Merge
from app.shelf.headers import HeaderBook, plain_heading

SEARCHED_ROWS = 60
MIN_HITS = 3
MAX_HEIGHT = 4
PEOPLE_FIELDS = ("nik", "nama", "no_kk", "nama_kepala_keluarga")
NUMBER = re.compile(r"['\"`]?\d[\d .\-]{9,22}['\"`]?|\d[.,]\d+[eE]\+?\d+")
_DAY = re.compile(r"\d{1,4}[-/. ]+\w{1,9}[-/. ]+\d{2,4}.*")
_COUNTING = re.compile(r"\(?\d{1,3}\)?")
_LONGEST = 80
_plain = lru_cache(maxsize=1 << 14)(plain_heading)


@dataclass(frozen=True)
class Headings:
    """The rows that head a list (from 0), one heading a column, and how many fields they name."""

    row: int
    height: int
    texts: tuple[str, ...]
    hits: int


def find_headings(grid: Grid, book: HeaderBook) -> Headings | None:
    """The rows of a sheet that look most like the headings of a list of people; None where none does."""
    best: Headings | None = None
    rows = grid.rows[: SEARCHED_ROWS + MAX_HEIGHT]
    for at in range(min(SEARCHED_ROWS, len(rows))):
        for height in range(1, MAX_HEIGHT + 1):
            block = rows[at : at + height]
            if len(block) < height or (height > 1 and not (_may_head(block[0]) and _may_head(block[-1]))):
                break
            found = _joined(grid, at, height, book)
            if best is None or (found.hits, -found.height) > (best.hits, -best.height):
                best = found
    if best is None or best.hits < MIN_HITS:
        return None
    taller = min(_merged_height(grid, best), len(grid.rows) - best.row)
    return best if taller <= best.height else _joined(grid, best.row, taller, book)


def is_counting(row: Sequence[Raw]) -> bool:
    """Whether a row only numbers the columns, 1, 2, 3, as official forms do."""
    texts = [text for cell in row if (text := cell_text(cell))]
    if len(texts) < MIN_HITS or not all(_COUNTING.fullmatch(text) for text in texts):
        return False
    numbers = [int(text.strip("()")) for text in texts]
    return all(later - earlier == 1 for earlier, later in itertools.pairwise(numbers))


def _may_head(row: Sequence[Raw]) -> bool:
    """Whether a row may be one of several that head a list: words, and nothing that only a person has."""
    texts = [text for cell in row if (text := cell_text(cell))]
    return (
        bool(texts)
        and not texts[0].isdigit()
        and not any(NUMBER.fullmatch(text) or _DAY.fullmatch(text) for text in texts)
        and not is_counting(row)
    )


def _merged_height(grid: Grid, found: Headings) -> int:
    """As many rows as the tallest heading is merged over, though the rows below name nothing that is known."""
    bottoms = [
        merge.bottom
        for merge in grid.merges
        if found.row <= merge.top < found.row + found.height and merge.bottom < found.row + MAX_HEIGHT
    ]
    return max(bottoms, default=found.row) - found.row + 1


def _joined(grid: Grid, at: int, height: int, book: HeaderBook) -> Headings:
    rows = grid.rows[at : at + height]
    width = max(map(len, rows))
    own = [[cell_text(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    if height == 1:
        texts = tuple(own[0])
    else:
        over = _groups(own, [merge for merge in grid.merges if at <= merge.top < at + height], at)
        paths = zip(*over, strict=True)
        texts = tuple(
            _said(path, tuple(leaves), book) for path, leaves in zip(paths, zip(*own, strict=True), strict=True)
        )
    return Headings(at, height, texts, _hits(texts, book))


def _groups(own: Sequence[Sequence[str]], merges: Sequence[Merge], at: int) -> list[list[str]]:
    """Every row's words with those of a group set over all its columns: as far as it is merged, else to the next."""
    over = [list(row) for row in own]
    if any(merge.left < merge.right for merge in merges):
        for merge in merges:
            row = over[merge.top - at]
            for column in range(merge.left + 1, min(merge.right + 1, len(row))):
                row[column] = row[column] or row[merge.left]
        return over
    for number, row in enumerate(over[:-1]):
        for column in range(1, len(row)):
            begins = any(own[above][column] for above in range(number + 1))
            if not begins:
                row[column] = row[column - 1]
    return over


def _said(path: Sequence[str], own: Sequence[str], book: HeaderBook) -> str:
    """What the words over one column say together: the longest wording that is known, else all of them."""
    deepest = max((at for at, text in enumerate(own) if text), default=-1)
    if deepest < 0:
        return ""
    leaf = own[deepest]
    above = [text for at, text in enumerate(path[:deepest]) if text and text != leaf]
    if not above:
        return leaf
    wordings = [" ".join([*above, leaf])]
    for group in reversed(above):
        wordings += [f"{leaf} {group}", f"{group} {leaf}"]
    for wording in (*wordings, leaf):
        if _plain(wording) in book.by_spelling:
            return wording
    alone = own[deepest - 1]
    return f"{alone} ({leaf})" if _plain(alone) in book.by_spelling else f"{above[-1]} {leaf}"


def _hits(texts: Sequence[str], book: HeaderBook) -> int:
    fields = {
        book.by_spelling[plain][0]
        for text in texts
        if text and len(text) < _LONGEST and (plain := _plain(text)) in book.by_spelling
    }
    return len(fields) if fields.intersection(PEOPLE_FIELDS) else 0
