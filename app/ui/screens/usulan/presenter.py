"""The list of proposals: what was typed and chosen becomes one question, the newest answer is what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from app.domain.errors import Problem
from app.domain.policy import ACTS, ENUMERATOR
from app.ui.lanes import Run
from app.ui.messages import explain
from app.ui.screens.latest import Latest
from app.ui.screens.usulan.filters import WAITING, Wanted, filters_of, wanted_from
from app.ui.screens.usulan.rows import row_of
from app.ui.screens.usulan.state import ListState, Stage
from app.ui.shown import PAGE, TableRow, Window
from app.ui.wording import number_words
from app.ui.words import translate
from app.usecases.ports import Actor
from app.usecases.reading import ProposalFilter, Reading


class ProposalsPresenter:
    """`show` gets every new state; rows and counts come from `reading` in the DISK lane."""

    def __init__(self, reading: Reading, actor: Actor, run: Run, show: Callable[[ListState], None]) -> None:
        self._reading, self._out = reading, show
        self._rts = actor.rts if actor.role == ENUMERATOR else ()
        self._wanted = Wanted()
        self._counts: Mapping[str, int] = {}
        self._rows = Latest(run, self._look, self._found, self._failed)
        self._around = Latest(run, self._count, self._counted, self._failed)
        self._state = ListState(may_propose=actor.role in ACTS["change_proposed"])

    def open(self, facts: Mapping[str, object]) -> None:
        """Show the list that another screen asks for; without facts about the list it stays as it was left."""
        wanted = wanted_from(facts)
        if wanted.filtering or "all" in facts:
            self._ask_for(wanted)
        else:
            self.refresh()

    def search(self, text: str) -> None:
        """Look for what was typed."""
        self._ask_for(replace(self._wanted, text=text.strip()))

    def choose(self, key: str, value: str) -> None:
        """Another value of one filter."""
        self._ask_for(self._wanted.chosen(key, value))

    def clear(self) -> None:
        """All proposals again."""
        self._ask_for(Wanted())

    def grow(self) -> None:
        """A proposal was just written: the list is shown at once, also where nobody had proposed anything before."""
        if self._state.stage is Stage.NOTHING:
            self._show(replace(self._state, stage=Stage.LOADING))
        self.refresh()

    def refresh(self) -> None:
        """The same question again, because something was written or came in meanwhile."""
        self._ask_for(self._wanted)

    def _ask_for(self, wanted: Wanted) -> None:
        self._wanted = wanted
        filters = filters_of(wanted, self._counts)
        self._show(replace(self._state, text=wanted.text, filters=filters, filtered=wanted.filtering))
        self._rows.ask(wanted)
        self._around.ask(wanted)

    def _look(self, wanted: Wanted) -> Window:
        """In the lane: how many, and the first window, in one go."""
        which = wanted.question(self._rts)
        count = self._reading.count_proposals(which)
        fetch = partial(_fetch, self._reading, which)
        return Window(count, fetch, fetch(0, PAGE) if count else ())

    def _count(self, wanted: Wanted) -> Mapping[str, int]:
        """In the lane: how many wait for whom, whatever state is chosen just now."""
        base = replace(wanted, state="", waiting="", open_only=False)
        count = self._reading.count_proposals
        return {key: count(replace(base, waiting=key).question(self._rts)) for key in ("", *WAITING)}

    def _found(self, wanted: Wanted, window: Window) -> None:
        stage = Stage.READY if window.count else Stage.NONE_FOUND if wanted.filtering else Stage.NOTHING
        found = translate("Proposals", "{n} usulan ditemukan", n=number_words(window.count)) if wanted.filtering else ""
        self._show(replace(self._state, window=window, stage=stage, found=found, problem=None))

    def _counted(self, wanted: Wanted, counts: Mapping[str, int]) -> None:
        self._counts = counts
        waiting = sum(counts[key] for key in WAITING)
        subtitle = (
            translate("Proposals", "{n} usulan belum selesai", n=number_words(waiting))
            if waiting
            else translate("Proposals", "Di antara yang dicari tidak ada yang menunggu")
            if wanted.text or wanted.kind
            else translate("Proposals", "Tidak ada yang menunggu")
        )
        self._show(replace(self._state, filters=filters_of(wanted, counts), subtitle=subtitle))

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def _show(self, state: ListState) -> None:
        self._state = state
        self._out(state)


def _fetch(reading: Reading, which: ProposalFilter, offset: int, limit: int) -> tuple[TableRow, ...]:
    return tuple(row_of(row) for row in reading.proposals(which, offset, limit))
