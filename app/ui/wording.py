"""Dates, times, numbers and sizes in the words of the screen's language; standard library only."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from typing import Final, Literal

Language = Literal["id", "en"]

_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_SHORT: Final[dict[Language, tuple[str, ...]]] = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}

NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_TOGETHER: Final = re.compile(r"\bR[TW] \d+(?: / RW \d+)?|\b(?:KK|NIK) (?=\d)|\d [KMG]B\b")

_language: list[Language] = ["id"]


def set_language(language: Language) -> None:
    """Speak this language from now on; translation.use_language calls it."""
    _language[0] = language


def language() -> Language:
    """The language spoken now."""
    return _language[0]


def date_words(day: date) -> str:
    """23 November 2026."""
    return f"{day.day} {_MONTHS[language()][day.month - 1]} {day.year}"


def short_date_words(day: date) -> str:
    """23 Nov 2026."""
    return f"{day.day} {_SHORT[language()][day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    """November 2026."""
    return f"{_MONTHS[language()][day.month - 1]} {day.year}"


def moment_words(at: datetime, zone: tzinfo | None = None) -> str:
    """23 Nov 2026 pukul 14.05, in the laptop's own zone unless another is given; `at` is aware."""
    local = at.astimezone(zone)
    if language() == "en":
        return f"{short_date_words(local)}, {local:%H:%M}"
    return f"{short_date_words(local)} pukul {local:%H.%M}"


def number_words(number: int | float, digits: int = 0) -> str:
    """1.234.567, or 1.234,5 with digits after the comma."""
    english = f"{number:,.{digits}f}"
    return english if language() == "en" else english.translate(str.maketrans(",.", ".,"))


def unbroken(words: str) -> str:
    """Words for the eye alone: what belongs together ("RT 004 / RW 002", "KK 5302…", "2,5 MB") stays on one line.

    What is read aloud, searched, compared or copied has plain spaces.
    """
    return _TOGETHER.sub(lambda found: found.group().replace(" ", NO_BREAK), words)


def rupiah_words(amount: int) -> str:
    """Rp1.500.000."""
    return f"Rp{number_words(amount)}" if amount >= 0 else f"-Rp{number_words(-amount)}"


def share_words(share: float) -> str:
    """50% of a share between 0 and 1; only the whole is 100%."""
    percent = 100 if share >= 1 else min(99, round(share * 100))
    return f"{percent}%"


def size_words(size: int) -> str:
    """Bytes as 0,4 KB, 21 KB or 1,2 MB (1 KB = 1,000 bytes, as data plans count)."""
    if size >= 1_000_000:
        return f"{number_words(size / 1_000_000, 1)} MB"
    if size >= 10_000 or size == 0:
        return f"{number_words(size / 1_000)} KB"
    return f"{number_words(size / 1_000, 1)} KB"
