"""The district's monthly calendar: which window is open, what closes next, and the clock of an objection.

Days differ between districts and shift, so they are data. Input may close before the meetings do (the 11th and the 14th
in one district): drafts are typed first and certified later.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from app.domain.errors import Refused
from app.domain.questionnaire import Words


@dataclass(frozen=True, slots=True)
class Window:
    """Days of every month in which something can be done; a day that a month lacks means its last day."""

    code: str
    """``input``, ``meeting``, ``cut_off``, ``pull``, ... as the district names them."""
    words: Words
    first: int
    last: int
    source: str = ""
    counts: bool = True
    """Whether its end is a deadline for the village (the ministry's pull is only told)."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a window as seen from a day."""

    window: Window
    opens_on: date
    closes_on: date
    is_open: bool
    days_left: int
    """Whole days until it closes; 0 is today."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The windows of one district and the days that an objection may wait."""

    id: str
    version: str
    source: str
    windows: tuple[Window, ...]
    objection_days: int = 14
    told: bool = False
    """Whether the district itself set these days (``calendar_set``); else they are the shelf's."""

    def __post_init__(self) -> None:
        for window in self.windows:
            if not 1 <= window.first <= window.last <= 31:
                raise Refused("calendar_window_impossible", calendar=self.id, window=window.code)
        if len({window.code for window in self.windows}) != len(self.windows):
            raise Refused("calendar_window_twice", calendar=self.id)
        if self.objection_days < 1:
            raise Refused("calendar_objection_impossible", calendar=self.id)

    def deadlines(self, today: date) -> tuple[Deadline, ...]:
        """Every window's current or coming round, the one that closes first in front."""
        coming = [_coming(window, today) for window in self.windows]
        return tuple(sorted(coming, key=lambda deadline: (deadline.closes_on, deadline.window.code)))

    def objection_due(self, filed: date) -> date:
        """The last day on which local government can act before the person becomes ineligible by silence."""
        return filed + timedelta(days=self.objection_days)

    def objection_days_left(self, filed: date, today: date) -> int:
        """Days until an objection falls due; negative once it is too late."""
        return (self.objection_due(filed) - today).days


OBJECTION: Final = "objection_days"


def days_of(calendar: Calendar) -> dict[str, int]:
    """Every day of a calendar by name, as ``calendar_set`` tells them: ``<window>.first``, ``<window>.last`` and
    ``objection_days``."""
    days = {OBJECTION: calendar.objection_days}
    for window in calendar.windows:
        days |= {f"{window.code}.first": window.first, f"{window.code}.last": window.last}
    return days


def with_days(calendar: Calendar, days: Mapping[str, int]) -> Calendar:
    """The calendar with the days that a district set; a window of 0 to 0 is one that this district does not have.

    Refused ``calendar_window_impossible``, ``calendar_objection_impossible``.
    """
    windows = []
    for window in calendar.windows:
        first, last = days.get(f"{window.code}.first", window.first), days.get(f"{window.code}.last", window.last)
        if (first, last) != (0, 0):
            windows.append(replace(window, first=first, last=last))
    return replace(
        calendar,
        windows=tuple(windows),
        objection_days=days.get(OBJECTION, calendar.objection_days),
        told=True,
    )


GENERAL: Final = "default"


def calendar_for(district: str, calendars: Mapping[str, Calendar]) -> Calendar:
    """The calendar of a district (four digits), or the general one."""
    try:
        return calendars.get(district) or calendars[GENERAL]
    except KeyError:
        raise Refused("calendar_unknown", calendar=GENERAL) from None


def _coming(window: Window, today: date) -> Deadline:
    opens, closes = _round(window, today.year, today.month)
    if closes < today:
        year, month = (today.year + 1, 1) if today.month == 12 else (today.year, today.month + 1)
        opens, closes = _round(window, year, month)
    return Deadline(window, opens, closes, opens <= today <= closes, (closes - today).days)


def _round(window: Window, year: int, month: int) -> tuple[date, date]:
    longest = monthrange(year, month)[1]
    return date(year, month, min(window.first, longest)), date(year, month, min(window.last, longest))
