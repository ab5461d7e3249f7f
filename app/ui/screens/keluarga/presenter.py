"""The list of families: what was typed and chosen becomes one question, the newest answer is what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.domain.codelist import CodeList
from app.domain.errors import Problem
from app.domain.policy import ENUMERATOR
from app.ui.lanes import Run
from app.ui.messages import explain
from app.ui.screens.keluarga.elsewhere import MOST, elsewhere_words
from app.ui.screens.keluarga.filters import (
    BY_MATCH,
    Known,
    chosen,
    filter_from,
    filters_of,
    is_filtering,
    natural_sort,
    sort_of,
)
from app.ui.screens.keluarga.rights import may_import, may_propose_new
from app.ui.screens.keluarga.rows import row_of
from app.ui.screens.keluarga.state import ListState, Stage
from app.ui.screens.latest import Latest
from app.ui.shown import PAGE, TableRow, Window
from app.ui.vocabulary.times import list_month_words
from app.ui.vocabulary.villages import subdistrict_words, village_words
from app.ui.wording import number_words
from app.ui.words import translate
from app.usecases.ports import Actor
from app.usecases.reading import FamilyCounts, FamilyFilter, FamilySort, Place, Reading, VillageInfo


@dataclass(frozen=True, slots=True)
class _Question:
    which: FamilyFilter
    sort: FamilySort
    number: int
    """Which question it is; the same number means that it is asked again."""
    unless: int | None = None
    """The store's version at the last answer: nothing is looked up while it is the same."""


@dataclass(frozen=True, slots=True)
class _Answer:
    version: int
    window: Window
    elsewhere: str = ""
    """Whom the search would have found outside the RTs of whoever searches."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds the rows and changes more seldom than they do."""

    village: VillageInfo
    places: Sequence[Place]
    everybody: int
    counts: FamilyCounts
    flags: Sequence[str]


class FamiliesPresenter:
    """`show` gets every new state; `rows` and counts come from `reading` in the DISK lane."""

    def __init__(
        self,
        reading: Reading,
        actor: Actor,
        run: Run,
        show: Callable[[ListState], None],
        programmes: Callable[[], CodeList | None] = lambda: None,
    ) -> None:
        self._reading, self._out = reading, show
        self._programmes = programmes
        rts = actor.rts if actor.role == ENUMERATOR else ()
        self._which = FamilyFilter(rts=rts)
        self._sort = FamilySort()
        self._sort_before = FamilySort()
        self._known = Known()
        self._surroundings: _Around | None = None
        self._number, self._answered = 0, 0
        self._version: int | None = None
        self._rows = Latest[_Question, _Answer | None](run, self._look, self._found, self._failed)
        self._around = Latest(run, self._look_around, self._surrounded, self._failed)
        self._state = ListState(may_propose_new=may_propose_new(actor), may_import=may_import(actor))

    def open(self, facts: Mapping[str, object]) -> None:
        """Show the list that another screen asks for; without facts about the list it stays as it was left."""
        which = filter_from(facts, self._which.rts)
        if is_filtering(which) or "all" in facts:
            self._ask_for(which)
        else:
            self.refresh()

    def search(self, text: str) -> None:
        """Look for what was typed."""
        self._ask_for(replace(self._which, text=text.strip()))

    def choose(self, key: str, value: str) -> None:
        """Another value of one filter, or another order."""
        if key == "sort":
            sort = sort_of(value) if value else natural_sort(self._which)
            self.sort_by(sort.by, sort.descending)
            return
        self._ask_for(chosen(self._which, key, value))

    def clear(self) -> None:
        """Everybody again."""
        self._ask_for(FamilyFilter(rts=self._which.rts))

    def sort_by(self, key: str, descending: bool) -> None:
        """Another order."""
        self._sort = FamilySort(key, descending)
        if key != BY_MATCH:
            self._sort_before = self._sort
        self._show(replace(self._state, filters=filters_of(self._which, self._known, self._sort)))
        self._ask()

    def refresh(self) -> None:
        """The same question again, if anything was written or came in since it was answered."""
        self._put(self._version if self._answered == self._number else None)

    def _ask(self) -> None:
        self._number += 1
        self._put(None)

    def _put(self, unless: int | None) -> None:
        question = _Question(self._which, self._sort, self._number, unless)
        self._rows.ask(question)
        if unless is None:
            self._around.ask(question)

    def _ask_for(self, which: FamilyFilter) -> None:
        if which.text and not self._which.text:
            self._sort_before, self._sort = self._sort, FamilySort(BY_MATCH)
        elif not which.text and self._sort.by == BY_MATCH:
            self._sort = self._sort_before
        self._which = which
        self._show(
            replace(
                self._state,
                text=which.text,
                filters=filters_of(which, self._known, self._sort),
                filtered=is_filtering(which),
            )
        )
        self._ask()

    def _look(self, question: _Question) -> _Answer | None:
        """In the lane: how many, and the first window, in one go."""
        version = self._reading.version()
        if version == question.unless:
            return None
        count = self._reading.count_families(question.which)
        fetch = partial(_fetch, self._reading, question.which, question.sort)
        text = question.which.text
        elsewhere = elsewhere_words(self._reading.elsewhere(text, MOST)) if text and not count else ""
        return _Answer(version, Window(count, fetch, fetch(0, PAGE) if count else ()), elsewhere)

    def _look_around(self, question: _Question) -> _Around:
        counts = self._reading.counts(question.which)
        if self._surroundings is not None:
            return replace(self._surroundings, counts=counts)
        everybody = self._reading.count_families(FamilyFilter(rts=self._which.rts))
        return _Around(self._reading.village(), self._reading.places(), everybody, counts, self._reading.flag_codes())

    def _found(self, question: _Question, answer: _Answer | None) -> None:
        if answer is None:
            return
        if question.unless is not None:
            self._surroundings = None
            self._around.ask(question)
        self._version, self._answered, window = answer.version, question.number, answer.window
        filtering = is_filtering(question.which)
        stage = Stage.READY if window.count else Stage.NONE_FOUND if filtering else Stage.NO_LIST
        self._show(
            replace(
                self._state,
                window=window,
                question=question.number,
                stage=stage,
                found=_found_words(window.count) if filtering else "",
                sort_by=question.sort.by,
                descending=question.sort.descending,
                problem=None,
                elsewhere=answer.elsewhere,
            )
        )

    def _surrounded(self, question: _Question, around: _Around) -> None:
        self._surroundings = around
        self._known = Known(around.places, around.counts, self._programmes(), around.flags)
        filters = filters_of(question.which, self._known, question.sort)
        self._show(replace(self._state, filters=filters, subtitle=_subtitle(around)))

    def _failed(self, problem: Problem) -> None:
        self._version = None
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def _show(self, state: ListState) -> None:
        self._state = state
        self._out(state)


def _fetch(reading: Reading, which: FamilyFilter, sort: FamilySort, offset: int, limit: int) -> tuple[TableRow, ...]:
    return tuple(row_of(family) for family in reading.families(which, sort, offset, limit))


def _found_words(count: int) -> str:
    return translate("Families", "{n} keluarga ditemukan", n=number_words(count))


def _subtitle(around: _Around) -> str:
    village = around.village
    parts = [
        translate("Families", "{n} keluarga", n=number_words(around.everybody)),
        village_words(village),
        subdistrict_words(village),
        translate("Families", "daftar {month}", month=list_month_words(village.pack_month))
        if village.pack_month
        else "",
    ]
    return " · ".join(part for part in parts if part)
