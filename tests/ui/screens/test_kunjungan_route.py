"""The route of the day: who is left, what was begun."""

from __future__ import annotations

from dataclasses import replace

from app.domain.ids import FamilyId
from app.domain.standing import DOUBLE, INCOMPLETE, NOT_VISITED
from app.ui.lanes import run_at_once
from app.ui.screens.kunjungan.opening import next_of
from app.ui.screens.kunjungan.route_presenter import RoutePresenter
from app.ui.screens.kunjungan.state import RouteState, Stage
from app.usecases.reading import FamilyRow
from tests.fakes.families import OPERATOR, FakeReading, eventful
from tests.fakes.visits import FakeLaptop
from tests.ui.screens.visit_form import FAMILY, Form


def test_the_route_shows_who_is_left_and_what_was_begun() -> None:
    laptop = FakeLaptop()
    eventful(laptop.reading.journal)
    Form(laptop, FAMILY).say("2")
    shown: list[RouteState] = []
    route = RoutePresenter(
        laptop.reading, laptop.drafts, laptop.settings, OPERATOR, lambda: "visit", run_at_once, shown.append
    )
    route.open("001", "001")
    assert shown[-1].window.first[0].key == FAMILY
    assert "1 draf belum disimpan" in shown[-1].counts
    route.choose("002/001")
    rows = shown[-1].window.first
    assert rows[-1].key == "fam-1"
    assert "7 dari 8 keluarga" in shown[-1].counts
    assert [cell.text for cell in rows[-1].cells][-1] == "1 kali"
    again: list[RouteState] = []
    RoutePresenter(
        laptop.reading, laptop.drafts, laptop.settings, OPERATOR, lambda: "visit", run_at_once, again.append
    ).open()
    assert again[-1].place == "002/001"


def test_a_village_without_a_list_has_an_empty_route() -> None:
    laptop = FakeLaptop(FakeReading(official=[]))
    shown: list[RouteState] = []
    RoutePresenter(
        laptop.reading, laptop.drafts, laptop.settings, OPERATOR, lambda: "visit", run_at_once, shown.append
    ).open()
    assert shown[-1].stage is Stage.EMPTY
    rows: list[FamilyRow] = list(laptop.reading.route("001", "001"))
    assert rows == []


def test_whoever_was_never_visited_comes_before_a_visit_that_lacks_something() -> None:
    some = FakeLaptop().reading.route("001", "001")[0]
    half, never, done = (
        replace(some, id=FamilyId(status), status=status) for status in (INCOMPLETE, NOT_VISITED, DOUBLE)
    )
    assert next_of([half, done, never], FamilyId("another")) == never
    assert next_of([half, done, never], never.id) == half
    assert next_of([half, done], half.id) is None
