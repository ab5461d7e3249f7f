"""Reading from a stick: what lies there, taking it in, and what it brought."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from app.domain.errors import Problem, Unavailable
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.stik.save_presenter import Places
from app.ui.screens.stik.state import Going, PlaceShown, ReadState, ReportShown, Stage
from app.ui.screens.stik.words import bundle_shown, failed_report, going, sender_words, taken_report
from app.usecases.carry import Cancelled, Carrying, Found, Sticks, Taken

_STOPPED: Final = "bundle_stopped"


@dataclass(frozen=True, slots=True)
class _Seen:
    """What lies in a folder."""

    place: str
    found: tuple[Found, ...]
    strange: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """How far one of several bundles is."""

    bundle: Found
    carrying: Carrying


Result = tuple[Found, Taken | Problem]


class ReadPresenter:
    """`show` gets every new state; `remember` the folder in which bundles lay."""

    def __init__(
        self,
        sticks: Sticks,
        run: Run,
        relay: Callable[[Callable[[_Step], None]], Callable[[_Step], None]],
        show: Callable[[ReadState], None],
        places: Places,
        remember: Callable[[str], None],
    ) -> None:
        self._sticks, self._run, self._out = sticks, run, show
        self._places, self._remember = places, remember
        self._told = relay(self._went_on)
        self._stop = threading.Event()
        self._found: dict[str, Found] = {}
        self._chosen_count = 0
        self._state = ReadState()

    @property
    def state(self) -> ReadState:
        """What is shown now."""
        return self._state

    def start(self) -> None:
        """Look which sticks there are, and into the first of them."""
        self._run(Lane.DISK, self._places, self._saw_places, self._cannot_look)

    def choose_place(self, place: str) -> None:
        """Look into a folder, or at a file."""
        if self._state.stage is Stage.WORKING:
            return
        known = self._state.places
        if all(one.folder != place for one in known):
            known = (PlaceShown(place, place), *known)
        self._show(
            replace(
                self._state,
                stage=Stage.LOOKING,
                places=known,
                place=place,
                bundles=(),
                others=(),
                chosen=(),
                strange=False,
                reports=(),
                problem=None,
            )
        )
        self._run(Lane.DISK, partial(_look, self._sticks, place), self._saw, self._cannot_look)

    def look_again(self) -> None:
        """The same place once more: a stick was plugged in, a part came."""
        if self._state.place:
            self.choose_place(self._state.place)
        else:
            self.start()

    def choose(self, paths: Sequence[str]) -> None:
        """These shall be taken."""
        self._show(replace(self._state, chosen=tuple(paths)))

    def take(self) -> None:
        """Take in what was chosen, the oldest first, so that nothing comes before what it follows."""
        if self._state.stage is not Stage.READY or not self._state.chosen:
            return
        chosen = sorted((self._found[path] for path in self._state.chosen), key=lambda found: found.at_ms)
        self._chosen_count = len(chosen)
        self._stop = threading.Event()
        self._show(replace(self._state, stage=Stage.WORKING, going=Going(), problem=None))
        work = partial(_take, self._sticks, chosen, self._told, self._stop.is_set)
        self._run(Lane.DISK, work, self._took, self._cannot_look)

    def stop(self) -> None:
        """Take no more; what came in until then stays."""
        self._stop.set()
        if self._state.stage is Stage.WORKING:
            self._show(replace(self._state, going=replace(self._state.going, stopping=True)))

    def _saw_places(self, places: Sequence[PlaceShown]) -> None:
        self._show(replace(self._state, stage=Stage.READY, places=tuple(places)))
        if places:
            self.choose_place(places[0].folder)

    def _saw(self, seen: _Seen) -> None:
        if seen.place != self._state.place:
            return
        self._found = {str(found.path): found for found in seen.found}
        shown = [bundle_shown(found) for found in seen.found]
        good = tuple(one for one in shown if one.status is None)
        self._show(
            replace(
                self._state,
                stage=Stage.READY,
                bundles=good,
                others=tuple(one for one in shown if one.status is not None),
                chosen=tuple(one.path for one in good),
                strange=seen.strange,
            )
        )

    def _went_on(self, step: _Step) -> None:
        if self._state.stage is Stage.WORKING:
            title = sender_words(step.bundle) if self._chosen_count > 1 else ""
            self._show(replace(self._state, going=going(step.carrying, self._state.going, title=title)))

    def _took(self, results: Sequence[Result]) -> None:
        self._remember(str(Path(results[0][0].path).parent))
        reports = tuple(_report(found, came) for found, came in results)
        self._show(replace(self._state, stage=Stage.DONE, reports=reports))

    def _cannot_look(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.READY, problem=explain(problem)))

    def _show(self, state: ReadState) -> None:
        self._state = state
        self._out(state)


def _look(sticks: Sticks, place: str) -> _Seen:
    """In the lane."""
    path = Path(place)
    return _Seen(place, tuple(sticks.find(path)), sticks.strange_files(path))


def _take(
    sticks: Sticks, chosen: Sequence[Found], told: Callable[[_Step], None], cancelled: Cancelled
) -> Sequence[Result]:
    """In the lane: each by itself, so that a bad one keeps no good one away; a stick that is gone ends it."""
    results: list[Result] = []
    for found in chosen:

        def tell(step: Carrying, found: Found = found) -> None:
            told(_Step(found, step))

        try:
            results.append((found, sticks.take(found.path, tell, cancelled)))
        except Problem as problem:
            results.append((found, problem))
            if problem.code == _STOPPED or isinstance(problem, Unavailable):
                break
    return results


def _report(found: Found, came: Taken | Problem) -> ReportShown:
    return failed_report(found, came) if isinstance(came, Problem) else taken_report(found, came)
