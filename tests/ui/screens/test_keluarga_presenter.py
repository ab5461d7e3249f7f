"""The list of families: typing, filters, order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.errors import Problem, Unavailable
from app.ui.lanes import Lane, run_at_once
from app.ui.screens.keluarga.filters import NO_DUSUN
from app.ui.screens.keluarga.presenter import FamiliesPresenter
from app.ui.screens.keluarga.state import ListState, Stage
from app.usecases.reading import FamilyFilter, FamilySort
from tests.fakes.families import ENUMERATOR, OPERATOR, VIEWER, FakeReading, eventful, village_of


@dataclass
class FakeLane:
    """Keeps work until it is told to do it, as a busy lane does."""

    waiting: list[Callable[[], None]] = field(default_factory=list)

    def run(
        self,
        lane: Lane,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """Queue."""
        self.waiting.append(lambda: run_at_once(lane, work, done, failed))

    def do_all(self) -> None:
        """Do what waits, and what that asks for."""
        while self.waiting:
            self.waiting.pop(0)()


def opened(reading: FakeReading, actor: Any = OPERATOR) -> tuple[FamiliesPresenter, list[ListState]]:
    shown: list[ListState] = []
    presenter = FamiliesPresenter(reading, actor, run_at_once, shown.append)
    presenter.open({})
    return presenter, shown


def options(state: ListState, key: str) -> dict[str, str]:
    return next({o.value: o.count for o in one.options} for one in state.filters if one.key == key)


def test_the_list_opens_with_everybody_and_says_so_in_words() -> None:
    _, shown = opened(FakeReading())
    assert shown[-1].stage is Stage.READY
    assert shown[-1].found == ""
    assert shown[-1].subtitle == "24 keluarga · Desa Oelbubuk · Kecamatan Mollo Tengah · daftar November 2026"
    assert len(shown[-1].window.first) == 24


def test_chips_by_status_tell_how_many_families_each_would_leave() -> None:
    reading = FakeReading()
    eventful(reading.journal)
    presenter, shown = opened(reading)
    assert options(shown[-1], "status") == {"": "24", "not_visited": "22", "visited": "2"}
    presenter.choose("status", "visited")
    assert shown[-1].found == "2 keluarga ditemukan"
    assert options(shown[-1], "status")["not_visited"] == "22"


def test_each_kind_of_warning_that_the_list_has_is_offered_and_leaves_its_families() -> None:
    reading = FakeReading()
    presenter, shown = opened(reading)
    kinds = [value for value in options(shown[-1], "attention") if value.startswith("flag:")]
    assert kinds == [f"flag:{code}" for code in reading.flag_codes()]
    assert len(kinds) > 1
    for kind in kinds:
        presenter.choose("attention", kind)
        found = reading.families(FamilyFilter(flag_code=kind.removeprefix("flag:")), FamilySort(), 0, 100)
        assert [row.key for row in shown[-1].window.first] == [row.id for row in found] != []


def test_a_found_member_is_named_in_the_row() -> None:
    presenter, shown = opened(FakeReading())
    presenter.search("yuliana")
    row = shown[-1].window.first[0]
    assert row.cells[0].text == "Agustinus Nenabu"
    assert row.cells[0].second == "Anggota: Yuliana Nenabu"
    assert "Yuliana Nenabu" in row.sentence


def test_only_the_newest_of_fast_keys_is_looked_up() -> None:
    reading, lane = FakeReading(), FakeLane()
    shown: list[ListState] = []
    presenter = FamiliesPresenter(reading, OPERATOR, lane.run, shown.append)
    for end in range(1, 6):
        presenter.search("marth"[:end])
    lane.do_all()
    assert [which.text for which in reading.asked if which.text] == ["m", "marth"]
    assert shown[-1].text == "marth"
    assert {row.cells[0].text for row in shown[-1].window.first} == {"Martha Bano"}


def test_a_search_is_sorted_by_likeness_and_gives_the_former_order_back() -> None:
    presenter, shown = opened(FakeReading())
    presenter.sort_by("members", descending=True)
    presenter.search("tefa")
    assert shown[-1].sort_by == "match"
    presenter.search("")
    assert (shown[-1].sort_by, shown[-1].descending) == ("members", True)
    assert [row.cells[2].text for row in shown[-1].window.first][:4] == ["4", "4", "4", "4"]


def test_another_screen_may_ask_for_a_filter_and_the_filter_is_seen() -> None:
    presenter, shown = opened(FakeReading())
    presenter.open({"no_nik": True, "dusun": "Fatukoto"})
    values = {one.key: one.value for one in shown[-1].filters}
    assert values["attention"] == "no_nik"
    assert values["dusun"] == "Fatukoto"
    assert shown[-1].found == "8 keluarga ditemukan"
    presenter.clear()
    assert [shown[-1].filtered, shown[-1].found, shown[-1].window.count] == [False, "", 24]


def test_choosing_a_dusun_offers_only_its_rts() -> None:
    presenter, shown = opened(FakeReading())
    presenter.choose("rt", "001/001")
    presenter.choose("dusun", "Fatukoto")
    rt = next(one for one in shown[-1].filters if one.key == "rt")
    assert rt.value == ""
    assert [option.value for option in rt.options] == ["", "001/001", "002/001", "003/001"]


def test_an_enumerator_sees_his_own_rts_only() -> None:
    reading = FakeReading()
    _, shown = opened(reading, ENUMERATOR)
    assert {which.rts for which in reading.asked} == {("001/001",)}
    assert shown[-1].window.count == 8
    assert shown[-1].subtitle.startswith("8 keluarga")
    assert not shown[-1].filtered


def test_a_viewer_is_not_offered_to_propose_a_family() -> None:
    _, shown = opened(FakeReading(), VIEWER)
    assert not shown[-1].may_propose_new


def test_nothing_found_and_no_list_are_told_apart() -> None:
    presenter, shown = opened(FakeReading())
    presenter.search("zzz")
    assert shown[-1].stage is Stage.NONE_FOUND
    _, empty = opened(FakeReading(official=[]))
    assert empty[-1].stage is Stage.NO_LIST


@dataclass
class BrokenReading(FakeReading):
    broken: bool = True

    def count_families(self, which: FamilyFilter) -> int:
        if self.broken:
            raise Unavailable("store_busy")
        return super().count_families(which)


def test_a_store_that_does_not_answer_is_explained_and_can_be_asked_again() -> None:
    reading = BrokenReading()
    presenter, shown = opened(reading)
    assert shown[-1].stage is Stage.FAILED
    assert shown[-1].problem is not None
    assert shown[-1].problem.title
    reading.broken = False
    presenter.refresh()
    assert shown[-1].window.count == 24


def test_rows_beyond_the_first_window_come_through_the_same_question() -> None:
    reading = FakeReading()
    presenter, shown = opened(reading)
    presenter.choose("programme", "PKH")
    rows = shown[-1].window.fetch(4, 3)
    expected = reading.families(FamilyFilter(programme="PKH"), FamilySort(), 4, 3)
    assert [row.key for row in rows] == [row.id for row in expected]


def test_coming_back_asks_nothing_again_unless_something_was_written() -> None:
    reading = FakeReading()
    presenter, shown = opened(reading)
    presenter.choose("status", "visited")
    asked, states = len(reading.asked), len(shown)
    presenter.refresh()
    assert (len(reading.asked), len(shown)) == (asked, states)
    before = shown[-1].question
    eventful(reading.journal)
    presenter.refresh()
    assert (shown[-1].window.count, shown[-1].question) == (2, before)
    presenter.clear()
    assert shown[-1].question != before


def test_coming_back_while_a_search_is_under_way_does_not_lose_the_search() -> None:
    reading, lane = FakeReading(), FakeLane()
    shown: list[ListState] = []
    presenter = FamiliesPresenter(reading, OPERATOR, lane.run, shown.append)
    presenter.open({})
    lane.do_all()
    presenter.search("martha")
    presenter.refresh()
    lane.do_all()
    assert shown[-1].found == "4 keluarga ditemukan"


def test_a_list_that_leaves_places_open_offers_them_as_filters() -> None:
    nowhere = [replace(one, dusun="", rt="", rw="") for one in village_of(26)[24:]]
    reading = FakeReading([*village_of(24), *nowhere])
    presenter, shown = opened(reading)
    assert NO_DUSUN in options(shown[-1], "dusun")

    presenter.choose("dusun", NO_DUSUN)
    assert list(options(shown[-1], "rt")) == ["", "/"]
    assert shown[-1].found == "2 keluarga ditemukan"
    presenter.choose("rt", "/")
    assert chosen_values(shown[-1]) == {"dusun": NO_DUSUN, "rt": "/"}
    assert shown[-1].found == "2 keluarga ditemukan"

    presenter.choose("dusun", "Fatukoto")
    assert chosen_values(shown[-1]) == {"dusun": "Fatukoto"}
    assert shown[-1].found == "12 keluarga ditemukan"


def chosen_values(state: ListState) -> dict[str, str]:
    return {one.key: one.value for one in state.filters if one.value}


def test_a_list_in_which_every_place_is_known_offers_no_such_filter() -> None:
    _, shown = opened(FakeReading())
    assert NO_DUSUN not in options(shown[-1], "dusun")
    assert "/" not in options(shown[-1], "rt")


def sort_options(state: ListState) -> list[str]:
    return [option.words for one in state.filters if one.key == "sort" for option in one.options]


def test_the_order_is_a_choice_in_words_and_the_head_of_a_column_says_the_same() -> None:
    presenter, shown = opened(FakeReading())
    assert sort_options(shown[-1])[0] == "nama A sampai Z"
    presenter.choose("sort", "members:down")
    assert (shown[-1].sort_by, shown[-1].descending, shown[-1].filtered) == ("members", True, False)
    assert [row.cells[2].text for row in shown[-1].window.first][:4] == ["4", "4", "4", "4"]
    assert chosen_values(shown[-1]) == {"sort": "members:down"}
    presenter.sort_by("decile", descending=False)
    assert chosen_values(shown[-1]) == {"sort": "decile"}
    presenter.choose("sort", "")
    assert (shown[-1].sort_by, shown[-1].descending) == ("name", False)
    assert chosen_values(shown[-1]) == {}


def test_a_search_offers_its_own_order_first_and_goes_back_to_it() -> None:
    presenter, shown = opened(FakeReading())
    presenter.search("tefa")
    assert sort_options(shown[-1])[0] == "paling cocok dulu"
    presenter.choose("sort", "name:down")
    assert (shown[-1].sort_by, shown[-1].descending) == ("name", True)
    presenter.choose("sort", "")
    assert shown[-1].sort_by == "match"
    presenter.search("")
    assert "paling cocok dulu" not in sort_options(shown[-1])
    assert (shown[-1].sort_by, shown[-1].descending) == ("name", True)
