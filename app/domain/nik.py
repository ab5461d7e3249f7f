"""The NIK, a person's number: what it tells, and how it is shown.

Sixteen digits: six of the region that first issued it, six of the birth date (day + 40 for women), four of a serial.
It never changes, neither with a move nor with a corrected birth date (Dukcapil), so a difference is a warning and never
an error. It is no key: many people have none, and two people may claim one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

LENGTH = 16
WOMEN_ADD = 40
MALE, FEMALE = "1", "2"

_LONG_NUMBER = re.compile(r"\d{11,}")
_NOT_SHOWN = "••••••"


@dataclass(frozen=True, slots=True)
class Nik:
    """The parts of sixteen digits, whether or not they make sense together."""

    text: str

    @property
    def region(self) -> str:
        """The six digits of the sub-district that issued it; may be a region that no longer exists."""
        return self.text[:6]

    @property
    def serial(self) -> str:
        """The last four digits; ``0000`` is given to nobody."""
        return self.text[12:]

    @property
    def sex(self) -> str:
        """``2`` for a woman (day above 40), ``1`` for a man."""
        return FEMALE if int(self.text[6:8]) > WOMEN_ADD else MALE

    @property
    def day(self) -> int:
        """The day of birth without the 40 that marks women."""
        day = int(self.text[6:8])
        return day - WOMEN_ADD if day > WOMEN_ADD else day

    @property
    def month(self) -> int:
        """The month of birth."""
        return int(self.text[8:10])

    @property
    def year(self) -> int:
        """The last two digits of the year of birth."""
        return int(self.text[10:12])

    def birth_date(self, today: date, near: date | None = None) -> date | None:
        """The birth date in the century closest to `near`, else the youngest that is not in the future.

        None where the digits are no day of the calendar in either century.
        """
        found = [day for year in (1900 + self.year, 2000 + self.year) if (day := _day(year, self.month, self.day))]
        if near is not None and found:
            return min(found, key=lambda day: abs((day - near).days))
        past = [day for day in found if day <= today]
        return max(past, default=None)

    @property
    def has_real_date(self) -> bool:
        """Whether day and month can be a birthday at all (29 February included)."""
        return _day(2000, self.month, self.day) is not None


def parse_nik(text: str) -> Nik | None:
    """The parts of a NIK of exactly sixteen ASCII digits; None for anything else."""
    return Nik(text) if len(text) == LENGTH and text.isascii() and text.isdigit() else None


def nik_warnings(nik: str, birth_date: str = "", sex: str = "", region_known: bool = True) -> tuple[str, ...]:
    """Codes of what is odd about a NIK, against the birth date (ISO) and sex beside it; an empty NIK is not odd."""
    if not nik:
        return ()
    parts = parse_nik(nik)
    if parts is None:
        return ("nik_length" if nik.isascii() and nik.isdigit() else "nik_not_digits",)
    codes: list[str] = []
    if parts.serial == "0000":
        codes.append("nik_serial_zero")
    if not parts.has_real_date:
        codes.append("nik_date_impossible")
    elif birth_date and (parts.day, parts.month, parts.year) != _parts_of(birth_date):
        codes.append("nik_birth_date_differs")
    if sex in (MALE, FEMALE) and parts.has_real_date and sex != parts.sex:
        codes.append("nik_sex_differs")
    if not region_known:
        codes.append("nik_region_unknown")
    return tuple(codes)


def mask_nik(nik: str) -> str:
    """A NIK as it is shown: first six and last four digits (the ministry's audit pattern); damaged ones show less."""
    if not nik:
        return ""
    if len(nik) < LENGTH:
        return nik[: min(6, len(nik) // 2)] + _NOT_SHOWN
    return nik[:6] + _NOT_SHOWN + nik[-4:]


def _parts_of(iso: str) -> tuple[int, int, int]:
    day = date.fromisoformat(iso)
    return day.day, day.month, day.year % 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def mask_long_numbers(text: str) -> str:
    """A text as it stands, but for the middle of numbers as long as a NIK: nobody knows what a foreign column holds."""
    return _LONG_NUMBER.sub(_hidden_middle, text)


def _hidden_middle(match: re.Match[str]) -> str:
    number = match[0]
    return number[:6] + "•" * (len(number) - 10) + number[-4:]
