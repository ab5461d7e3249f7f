"""This laptop receives from others in the room: opens the door, tells what happens at it, closes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.domain.errors import Problem, Refused
from app.ui.lanes import Lane, Relay, Run
from app.ui.messages import explain
from app.ui.screens.kirim.carried_words import carrying_share, carrying_words, laptop_words
from app.ui.screens.kirim.nearby_state import DoorState
from app.ui.screens.kirim.nearby_words import end_lines, explain_talk, scan_words, spoken_code
from app.ui.words import translate
from app.usecases.carry import Carrying, Door, DoorNews, Nearby, Told


class DoorPresenter:
    """Nothing listens before `open` and after `close`, whatever became of the screen in between."""

    def __init__(self, nearby: Nearby, run: Run, relay: Relay, show: Callable[[DoorState], None]) -> None:
        self._run, self._out = run, show
        self._way = _Way(nearby)
        self._news: Callable[[DoorNews], None] = relay(self._heard)
        self._told: Told = relay(self._went_on)
        self._state = DoorState()
        self._closed = False

    @property
    def state(self) -> DoorState:
        """What is shown now."""
        return self._state

    def open(self) -> None:
        """Listen, with a new code."""
        self._show(DoorState(step=translate("Nearby", "Menyiapkan")))
        self._run(Lane.DISK, partial(self._way.open, self._news, self._told), self._opened, self._not_opened)

    def close(self) -> None:
        """Listen no more; the lane keeps its order, so the door is closed before the store is."""
        if not self._closed:
            self._closed = True
            self._run(Lane.DISK, self._way.close, _nothing)

    def _opened(self, opened: tuple[str, tuple[str, ...]]) -> None:
        code, addresses = opened
        self._show(
            DoorState(
                open=True,
                code=code,
                spoken=spoken_code(code),
                scanned=scan_words(code, addresses),
                addresses=addresses,
                step=_waits(),
            )
        )

    def _not_opened(self, problem: Problem) -> None:
        self._show(DoorState(problem=explain(problem)))

    def _heard(self, news: DoorNews) -> None:
        if self._closed:
            return
        if news.problem is not None:
            unknown = news.problem.code == "nearby_cut" and not self._state.talking
            if not unknown:  # who hung up before he was greeted has cut nothing: he grew tired of waiting
                self._refused(news.problem, news.closed)
        elif news.taken is not None:
            lines = end_lines(news.taken, news.gave, news.laptop)
            good = not (news.taken.set_aside or news.taken.missing or news.taken.notices)
            self._show(replace(self._quiet(), lines=lines, good=good))
        else:
            step = translate("Nearby", "Tersambung dengan {laptop}", laptop=laptop_words(news.laptop))
            self._show(replace(self._quiet(), talking=True, step=step))

    def _refused(self, problem: Problem, closed: bool) -> None:
        message = explain(Refused("nearby_code_tried")) if problem.code == "nearby_code_wrong" else None
        if closed:
            self.close()
            broke = problem if problem.code == "nearby_door_broke" else Refused("nearby_door_closed")
            self._show(DoorState(problem=explain(broke)))
        else:
            self._show(replace(self._quiet(), problem=message or explain_talk(problem)))

    def _went_on(self, step: Carrying) -> None:
        if self._state.talking:
            self._show(replace(self._state, step=carrying_words(step), share=carrying_share(step)))

    def _quiet(self) -> DoorState:
        """The open door with nobody at it."""
        return replace(self._state, talking=False, step=_waits(), share=None, lines=(), good=True, problem=None)

    def _show(self, state: DoorState) -> None:
        self._state = state
        self._out(state)


class _Way:
    """The door as the lane has it: opened and closed there, in this order, though nobody sees the answer."""

    def __init__(self, nearby: Nearby) -> None:
        self._nearby = nearby
        self._door: Door | None = None

    def open(self, news: Callable[[DoorNews], None], told: Told) -> tuple[str, tuple[str, ...]]:
        """Its code and its addresses, which the system may take a while to tell."""
        self._door = self._nearby.open(news, told)
        return self._door.code, tuple(self._door.addresses)

    def close(self) -> None:
        if self._door is not None:
            self._door.close()
            self._door = None


def _waits() -> str:
    return translate("Nearby", "Menunggu laptop lain")


def _nothing(_: None) -> None:
    """Nobody waits for it."""
