"""Saving to a stick: what it would hold, for whom and where, making it, and that it was read again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.stik.state import Going, PlaceShown, SaveState, Stage
from app.ui.screens.stik.words import file_words, going, held_words, left_out_words, load_words, photo_words
from app.ui.wording import size_words
from app.usecases.carry import Carrying, Load, Saved, Sticks

PART_SIZES: Final = (5_000_000, 16_000_000, 64_000_000)
"""What messengers take, in bytes: the smallest goes through all of them."""

Places = Callable[[], Sequence[PlaceShown]]


@dataclass(frozen=True, slots=True)
class _Seen:
    district: Load
    laptops: Load
    places: tuple[PlaceShown, ...]


class SavePresenter:
    """`show` gets every new state; `remember` the folder that a bundle went to."""

    def __init__(
        self,
        sticks: Sticks,
        run: Run,
        relay: Callable[[Callable[[Carrying], None]], Callable[[Carrying], None]],
        show: Callable[[SaveState], None],
        places: Places,
        remember: Callable[[str], None],
    ) -> None:
        self._sticks, self._run, self._out = sticks, run, show
        self._places, self._remember = places, remember
        self._told = relay(self._went_on)
        self._stop = threading.Event()
        self._seen: _Seen | None = None
        self._state = SaveState()

    @property
    def state(self) -> SaveState:
        """What is shown now."""
        return self._state

    def start(self) -> None:
        """Look what there is to carry, and where to."""
        self._run(Lane.DISK, partial(_look, self._sticks, self._places), self._saw, self._cannot_look)

    def choose_readers(self, for_laptops: bool) -> None:
        """For the district, or for other laptops too."""
        self._choose(replace(self._state, for_laptops=for_laptops))

    def choose_photos(self, photos: bool) -> None:
        """With photos or words alone."""
        self._choose(replace(self._state, photos=photos))

    def choose_part(self, part_bytes: int) -> None:
        """Parts of so many bytes; 0: one file."""
        self._choose(replace(self._state, part_bytes=part_bytes))

    def choose_folder(self, folder: str) -> None:
        """Where it shall lie; a folder that was not offered yet is from now on."""
        known = self._state.places
        if folder and all(place.folder != folder for place in known):
            known = (PlaceShown(folder, folder), *known)
        self._choose(replace(self._state, places=known, folder=folder))

    def save(self) -> None:
        """Make it."""
        state = self._state
        if state.stage is not Stage.READY or not state.folder:
            return
        self._stop = threading.Event()
        self._show(replace(state, stage=Stage.WORKING, going=Going(), problem=None))
        work = partial(
            self._sticks.save,
            Path(state.folder),
            for_laptops=state.for_laptops,
            photos=state.photos,
            part_bytes=state.part_bytes or None,
            told=self._told,
            cancelled=self._stop.is_set,
        )
        self._run(Lane.DISK, work, self._saved, self._not_saved)

    def stop(self) -> None:
        """Make no bundle after all; what was begun is removed."""
        self._stop.set()
        if self._state.stage is Stage.WORKING:
            self._show(replace(self._state, going=replace(self._state.going, stopping=True)))

    def _saw(self, seen: _Seen) -> None:
        self._seen = seen
        folder = seen.places[0].folder if seen.places else ""
        self._choose(
            replace(
                self._state,
                stage=Stage.READY,
                district_load=load_words(seen.district),
                laptops_load=load_words(seen.laptops),
                places=seen.places,
                folder=folder,
            )
        )

    def _choose(self, state: SaveState) -> None:
        """Show a choice with what follows from it."""
        seen = self._seen
        if seen is None or state.stage is not Stage.READY:
            return
        load = seen.laptops if state.for_laptops else seen.district
        size = load.word_bytes + (load.photo_bytes if state.photos else 0)
        self._show(
            replace(
                state,
                photo_load=photo_words(load) if load.photos else "",
                size=size_words(size),
                nothing_new=not load.entries and not load.photos,
                problem=None,
            )
        )

    def _went_on(self, step: Carrying) -> None:
        if self._state.stage is Stage.WORKING:
            self._show(replace(self._state, going=going(step, self._state.going)))

    def _saved(self, saved: Saved) -> None:
        self._remember(self._state.folder)
        self._show(
            replace(
                self._state,
                stage=Stage.DONE,
                files=file_words(saved),
                held=held_words(saved),
                left_out=left_out_words(saved),
            )
        )

    def _not_saved(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.READY, problem=explain(problem)))

    def _cannot_look(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def _show(self, state: SaveState) -> None:
        self._state = state
        self._out(state)


def _look(sticks: Sticks, places: Places) -> _Seen:
    """In the lane."""
    return _Seen(sticks.load(for_laptops=False), sticks.load(for_laptops=True), tuple(places()))
