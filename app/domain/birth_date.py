"""Birth dates as lists write them: read into ISO dates, with a flag for everything that is odd.

A day and a month that a spreadsheet swapped cannot be seen in the date itself; the NIK beside it tells (damage.py).
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

from app.domain.nik import Nik
from app.domain.reading import Raw, Reading
from app.domain.roster import Flag

FIELD = "birth_date"
OLDEST_YEARS = 115
_FIRST_YEAR = 1900
"""Such a number alone is a year: as a spreadsheet's days it would be a birth of 1905."""
_SERIAL_ZERO = date(1899, 12, 30)
_NOTHING = {"", "-", "--", "0", "00", "null", "none", "n/a", "#n/a", "tidak ada", "tidak tahu", "?", "."}
_MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "pebruari", "peb", "february"),
    ("maret", "mar", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("agustus", "agt", "agu", "ags", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "oct", "october"),
    ("november", "nov", "nopember", "nop"),
    ("desember", "des", "dec", "december"),
)
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
_ISO = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?=$|[T ])")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?=$|\s)")
_WORDS = re.compile(r"(\d{1,2})[-/. ]*([a-z]{3,9})[-/., ]*(\d{4}|\d{2})(?=$|\s)")
_MOST_DIGITS = 20
"""Python reads no number of thousands of digits, and turns none of hundreds into a float."""
_LEADING_PLACE = re.compile(r"^[^\d,]+,\s*(?=\d)")


def read_birth_date(raw: Raw, nik: Nik | None, today: date) -> Reading:
    """The ISO date of a cell; empty with a flag when there is none that the calendar knows."""
    if isinstance(raw, datetime):
        return _weighed(raw.date(), (), today, str(raw.date()))
    if isinstance(raw, date):
        return _weighed(raw, (), today, str(raw))
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _from_number(raw, nik, today)
    text = raw if isinstance(raw, str) else ""
    plain = _LEADING_PLACE.sub("", text.strip().lower())
    if plain in _NOTHING or not plain.strip("0-/. :"):
        return Reading("", (Flag("birth_date_missing", FIELD, text),))
    if plain.isascii() and plain.isdigit():
        if len(plain) > _MOST_DIGITS:
            return Reading("", (Flag("birth_date_unreadable", FIELD, text),))
        return _from_number(int(plain), nik, today, text)
    return _from_text(plain, text, nik, today)


def swapped(iso: str) -> str:
    """The same date with day and month exchanged; empty when that is no other date."""
    day = date.fromisoformat(iso)
    if day.day > 12 or day.day == day.month:
        return ""
    return date(day.year, day.day, day.month).isoformat()


def _from_text(plain: str, text: str, nik: Nik | None, today: date) -> Reading:
    if match := _ISO.match(plain):
        year, month, day = (int(part) for part in match.groups())
        return _checked(year, month, day, (), text, today)
    if (match := _WORDS.match(plain)) and match[2] in _MONTH_OF:
        return _with_century(match[3], _MONTH_OF[match[2]], int(match[1]), text, nik, today)
    if match := _DAY_FIRST.match(plain):
        return _with_century(match[3], int(match[2]), int(match[1]), text, nik, today)
    return Reading("", (Flag("birth_date_unreadable", FIELD, text),))


def _from_number(number: float, nik: Nik | None, today: date, text: str = "") -> Reading:
    """Eight digits are a date without its strokes, four may be a year, else they are a spreadsheet's days from 1900."""
    if not math.isfinite(number):
        return Reading("", (Flag("birth_date_unreadable", FIELD, str(number)),))
    whole = int(number)
    text = text or str(whole)
    if whole <= 0:
        return Reading("", (Flag("birth_date_missing", FIELD, text),))
    if _FIRST_YEAR <= whole <= today.year:
        return Reading("", (Flag("birth_date_year_only", FIELD, text),))
    if whole <= (today - _SERIAL_ZERO).days:
        day = _SERIAL_ZERO + timedelta(days=whole)
        return _weighed(day, (Flag("birth_date_serial", FIELD, text, day.isoformat()),), today, text)
    digits = text.zfill(8) if len(text) == 7 else text
    if len(digits) != 8:
        return Reading("", (Flag("birth_date_unreadable", FIELD, text),))
    year_first = digits[:2] in ("19", "20") and int(digits[4:6]) <= 12
    if year_first and not (digits[4:6] in ("19", "20") and int(digits[2:4]) <= 12):
        return _checked(int(digits[:4]), int(digits[4:6]), int(digits[6:]), (), text, today)
    return _checked(int(digits[4:]), int(digits[2:4]), int(digits[:2]), (), text, today)


def _with_century(year: str, month: int, day: int, text: str, nik: Nik | None, today: date) -> Reading:
    if len(year) == 4:
        return _checked(int(year), month, day, (), text, today)
    past = int(year) + (2000 if int(year) <= today.year % 100 else 1900)
    if nik is not None and nik.year == int(year) and (meant := nik.birth_date(today)):
        past = meant.year
    found = _checked(past, month, day, (), text, today)
    return Reading(found.value, (Flag("birth_date_short_year", FIELD, text, found.value), *found.flags))


def _checked(year: int, month: int, day: int, flags: tuple[Flag, ...], text: str, today: date) -> Reading:
    """Day before month as in Indonesia; month before day only where the calendar allows nothing else."""
    try:
        return _weighed(date(year, month, day), flags, today, text)
    except ValueError:
        pass
    try:
        turned = date(year, day, month)
    except ValueError:
        return Reading("", (*flags, Flag("birth_date_impossible", FIELD, text)))
    return _weighed(turned, (*flags, Flag("birth_date_month_first", FIELD, text, turned.isoformat())), today, text)


def _weighed(day: date, flags: tuple[Flag, ...], today: date, text: str) -> Reading:
    if day > today:
        flags = (*flags, Flag("birth_date_future", FIELD, text))
    elif today.year - day.year > OLDEST_YEARS:
        flags = (*flags, Flag("birth_date_too_old", FIELD, text))
    return Reading(day.isoformat(), flags)
