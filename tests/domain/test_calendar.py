from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import Calendar, Window, calendar_for, days_of, with_days
from app.domain.errors import Refused
from app.domain.questionnaire import Words


def window(code: str, first: int, last: int, counts: bool = True) -> Window:
    return Window(code, Words(code, code), first, last, counts=counts)


DISTRICT = Calendar(
    "5207", "1", "source", (window("input", 1, 11), window("meeting", 1, 14), window("pull", 18, 18, counts=False))
)


@pytest.mark.parametrize(
    ("today", "code", "days"),
    [
        (date(2026, 11, 1), "input", 10),
        (date(2026, 11, 11), "input", 0),
        (date(2026, 11, 12), "meeting", 2),
        (date(2026, 11, 15), "input", 26),
        (date(2026, 12, 20), "input", 22),
    ],
)
def test_the_next_deadline_is_the_one_that_closes_first(today: date, code: str, days: int) -> None:
    deadline = next(one for one in DISTRICT.deadlines(today) if one.window.counts)
    assert (deadline.window.code, deadline.days_left) == (code, days)


def test_the_days_of_a_calendar_make_it_again() -> None:
    other = with_days(replace(DISTRICT, objection_days=3), days_of(DISTRICT))
    assert other == replace(DISTRICT, told=True)


def test_a_window_of_no_days_is_one_that_the_district_does_not_have() -> None:
    fewer = with_days(DISTRICT, {"pull.first": 0, "pull.last": 0, "input.last": 9})
    assert [(one.code, one.last) for one in fewer.windows] == [("input", 9), ("meeting", 14)]


@pytest.mark.parametrize("days", [{"input.first": 12}, {"meeting.last": 32}, {"pull.first": 0}, {"objection_days": 0}])
def test_days_that_make_no_sense_are_refused(days: dict[str, int]) -> None:
    with pytest.raises(Refused):
        with_days(DISTRICT, days)


def test_the_ministrys_pull_is_told_but_is_no_deadline() -> None:
    coming = DISTRICT.deadlines(date(2026, 11, 15))
    assert [deadline.window.code for deadline in coming] == ["pull", "input", "meeting"]
    assert not coming[0].window.counts


def test_a_meeting_may_still_be_held_when_input_has_closed() -> None:
    assert [one.window.code for one in DISTRICT.deadlines(date(2026, 11, 13)) if one.is_open] == ["meeting"]


def test_the_31st_means_the_last_day_of_a_short_month() -> None:
    (deadline,) = Calendar("x", "1", "", (window("w", 25, 31),)).deadlines(date(2026, 2, 26))
    assert (deadline.closes_on, deadline.days_left) == (date(2026, 2, 28), 2)


def test_an_objection_falls_due_after_fourteen_days() -> None:
    assert DISTRICT.objection_due(date(2026, 11, 20)) == date(2026, 12, 4)
    assert DISTRICT.objection_days_left(date(2026, 11, 20), date(2026, 12, 5)) == -1


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 31), st.integers(0, 30))
def test_a_deadline_never_lies_in_the_past_and_no_earlier_round_is_skipped(
    today: date, first: int, length: int
) -> None:
    one = window("w", first, min(31, first + length))
    (deadline,) = Calendar("x", "1", "", (one,)).deadlines(today)
    assert deadline.closes_on == today + timedelta(days=deadline.days_left)
    assert 0 <= deadline.days_left <= 61
    assert deadline.opens_on <= deadline.closes_on
    assert deadline.is_open == (deadline.opens_on <= today)


@pytest.mark.parametrize(("first", "last"), [(0, 3), (5, 4), (1, 32)])
def test_a_window_that_no_month_has_is_refused(first: int, last: int) -> None:
    with pytest.raises(Refused) as caught:
        Calendar("x", "1", "", (window("w", first, last),))
    assert caught.value.code == "calendar_window_impossible"


def test_a_district_without_its_own_calendar_gets_the_general_one() -> None:
    general = Calendar("default", "1", "", ())
    assert calendar_for("5301", {"default": general, "5207": DISTRICT}) is general
    assert calendar_for("5207", {"default": general, "5207": DISTRICT}) is DISTRICT
    assert general.deadlines(date(2026, 1, 1)) == ()
    with pytest.raises(Refused):
        calendar_for("5301", {})
