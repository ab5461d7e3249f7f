"""The sheet of warnings that goes back to the district: row, person, what is odd, what stood there, what is proposed.

Where several sheets were read as one list, the first column names the sheet and the row is counted in it.

The official chooses whether numbers are masked (the rule) or whole (the district needs them to mend its list); they are
written as text either way, so that no spreadsheet damages them again. Words for the codes come from the caller.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.intake import ListDraft
from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.domain.roster import Family, Flag, Member
from app.sheets.text_sheet import save_sheet

HEADINGS = ("Baris", "No. KK", "NIK", "Nama", "RT", "RW", "Masalah", "Tertulis", "Usulan", "Keterangan", "Kode")
_WIDTHS = (7, 22, 22, 28, 6, 6, 44, 24, 24, 28, 24)
_NOT_DIGITS = re.compile(r"\D")
_DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
Words = Callable[[str], str]
"""A sentence for a code."""


def write_warnings(draft: ListDraft, path: Path, words: Words, masked: bool = True) -> int:
    """Write the XLSX and say how many warnings it holds; raises Unavailable when it cannot be saved."""
    lines = list(_lines(draft, words, masked))
    if not draft.report.sheets:
        save_sheet(path, "Peringatan", itertools.chain([HEADINGS], (line[1:] for line in lines)), 1, _WIDTHS)
    else:
        save_sheet(path, "Peringatan", itertools.chain([("Lembar", *HEADINGS)], lines), 1, (16, *_WIDTHS))
    return len(lines)


def _lines(draft: ListDraft, words: Words, masked: bool) -> Iterator[tuple[str | int, ...]]:
    """The cells of every warning, in the order of the list; a family's own come before its people's."""
    place = draft.report.place
    for family in draft.roster.families:
        row = draft.rows_of[family.id]
        for flag in family.flags:
            yield _line(_own_place(flag) or place(row), family, None, flag, words, masked)
        for member in family.members:
            for flag in member.flags:
                yield _line(place(draft.rows_of[member.id]), family, member, flag, words, masked)
    for refused in draft.report.refused:
        text = _hidden(refused.text) if masked else refused.text
        yield (*place(refused.row), "", "", "", "", "", words(refused.reason), text, "", "", refused.reason)


def _own_place(flag: Flag) -> tuple[str, int] | None:
    """The sheet and row that the flag itself names, if it does."""
    named = dict(flag.facts).get("row", "")
    sheet, _, row = named.rpartition("!")
    return (sheet, int(row)) if named else None


def _line(
    place: tuple[str, int], family: Family, member: Member | None, flag: Flag, words: Words, masked: bool
) -> tuple[str | int, ...]:
    kk, nik = family.kk, member.nik if member is not None else ""
    original, proposed = flag.original, flag.proposed
    if masked:
        hide = {"nik": _mask_written_nik, "kk": _mask_written_kk}.get(flag.field)
        if hide is not None:
            original, proposed = hide(original), hide(proposed)
        kk, nik = mask_kk(kk), mask_nik(nik)
    if flag.field == "birth_date":
        original, proposed = _day_first(original), _day_first(proposed)
    facts = "; ".join(f"{name}: {value}" for name, value in flag.facts if name != "row")
    name = member.name if member is not None else family.head_name
    return (*place, kk, nik, name, family.rt, family.rw, words(flag.code), original, proposed, facts, flag.code)


def _day_first(text: str) -> str:
    """A day as it is written in the village; what is no whole day stays as it stands."""
    return _DAY.sub(r"\3-\2-\1", text)


def _mask_written_nik(text: str) -> str:
    return mask_nik(_NOT_DIGITS.sub("", text)) if len(_NOT_DIGITS.sub("", text)) > 9 else text


def _mask_written_kk(text: str) -> str:
    return mask_kk(_NOT_DIGITS.sub("", text)) if len(_NOT_DIGITS.sub("", text)) > 9 else text


def _hidden(text: str) -> str:
    """Long numbers in a refused row's words, cut to their first six digits."""
    return re.sub(r"(\d{6})\d{4,}", r"\1••••••", text)
