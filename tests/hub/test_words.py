"""How the district's pages say things."""

from __future__ import annotations

from datetime import datetime

from app.domain.proposal_course import PROPOSAL_STATES
from app.hub.words import STATES, say_date, say_due, say_month, say_time
from app.hub.zones import WITA
from app.shelf.calendars import shipped_calendars
from app.ui.vocabulary.proposals import state_chip


def at(day: str) -> int:
    """A moment at the district, in milliseconds."""
    return int(datetime.fromisoformat(day).replace(tzinfo=WITA.clock).timestamp() * 1000)


def test_dates_are_written_in_words() -> None:
    assert say_date("2026-12-08") == "8 Desember 2026"
    assert say_date("1953") == "1953"
    assert say_date("2026-02-31") == "2026-02-31"
    assert say_month("2026-11") == "November 2026"
    assert say_month("baru") == "baru"


def test_a_moment_names_day_hour_and_zone() -> None:
    assert say_time(at("2026-11-23T21:05")) == "23 November 2026 pukul 21.05 WITA"
    assert say_time(0) == ""


def test_an_objection_is_due_by_the_calendar_of_its_district() -> None:
    calendar = shipped_calendars()["default"]
    filed = at("2026-11-24T23:30")
    assert say_due(calendar, filed, at("2026-12-05T00:10")) == "paling lambat 8 Desember 2026, sisa 3 hari"
    assert say_due(calendar, filed, at("2026-12-08T20:00")) == "paling lambat 8 Desember 2026, hari ini"
    assert say_due(calendar, filed, at("2026-12-10T08:00")) == "paling lambat 8 Desember 2026, lewat 2 hari"


def test_the_district_s_word_reads_the_same_on_both_sides(dressed: object) -> None:
    assert set(STATES) == set(PROPOSAL_STATES)
    for state in ("accepted", "rejected", "determined"):
        assert state_chip(state).words == STATES[state][0]
