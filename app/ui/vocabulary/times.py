"""Moments of the journal and dates of the register as words, in the laptop's own time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.ui.wording import date_words, moment_words, month_words, short_date_words


def moment_of(at_ms: int) -> str:
    """23 Nov 2026 pukul 14.05; empty for 0."""
    return moment_words(datetime.fromtimestamp(at_ms / 1000, UTC)) if at_ms else ""


def local_day(at_ms: int) -> date:
    """The day of a moment where the laptop is."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone().date()


def day_of(at_ms: int) -> str:
    """23 Nov 2026; empty for 0."""
    return short_date_words(datetime.fromtimestamp(at_ms / 1000, UTC).astimezone()) if at_ms else ""


def iso_day_words(iso: str) -> str:
    """An ISO date as 23 November 2026; what is no date is given back as it stands."""
    try:
        return date_words(date.fromisoformat(iso))
    except ValueError:
        return iso


def list_month_words(month: str) -> str:
    """The month of a list, ``2026-11`` as November 2026; what is no month is given back as it stands."""
    try:
        return month_words(date.fromisoformat(f"{month[:7]}-01"))
    except ValueError:
        return month
