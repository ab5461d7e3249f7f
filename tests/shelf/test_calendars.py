from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.calendar import calendar_for
from app.domain.errors import Refused
from app.shelf.calendars import read_calendars, shipped_calendars


def test_the_general_calendar_has_the_windows_and_the_fourteen_days() -> None:
    general = calendar_for("5301", shipped_calendars())
    assert {window.code: (window.first, window.last) for window in general.windows} == {
        "input": (1, 11),
        "meeting": (1, 14),
        "cut_off": (1, 17),
        "pull": (18, 18),
    }
    assert general.objection_days == 14
    assert all(window.words.en for one in shipped_calendars().values() for window in one.windows)


def test_a_districts_own_days_come_from_its_file(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text(
        '{"id": "5301", "version": "1", "source": "Surat 12", "objection_days": 10,'
        ' "windows": [{"code": "input", "label": {"id": "Input"}, "first": 3, "last": 9}]}'
    )
    calendars = {**shipped_calendars(), **read_calendars([own])}
    (deadline,) = calendar_for("5301", calendars).deadlines(date(2026, 11, 4))
    assert deadline.closes_on == date(2026, 11, 9)
    assert calendars["5301"].objection_days == 10


def test_a_calendar_with_a_mistyped_day_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text('{"id": "5301", "version": "1", "source": "", "windows": [{"code": "input"}]}')
    with pytest.raises(Refused) as caught:
        read_calendars([own])
    assert caught.value.code == "shelf_file_damaged"
