"""This laptop calls the one that receives, with the code on its screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from app.domain.errors import Problem
from app.ui.lanes import Lane, Relay, Run
from app.ui.messages import explain
from app.ui.screens.kirim.carried_words import carrying_share, carrying_words
from app.ui.screens.kirim.nearby_state import MeetState
from app.ui.screens.kirim.nearby_words import end_lines, explain_talk, read_scan
from app.ui.words import translate
from app.usecases.carry import Carrying, Given, Nearby, Taken, Told

_OF_CODE: Final = frozenset({"nearby_code_wrong", "nearby_code_misspelt"})


class MeetPresenter:
    """`start` calls, `cancel` stops; what came whole stays."""

    def __init__(self, nearby: Nearby, run: Run, relay: Relay, show: Callable[[MeetState], None]) -> None:
        self._nearby, self._run, self._out = nearby, run, show
        self._told: Told = relay(self._went_on)
        self._stop = threading.Event()
        self._state = MeetState()

    @property
    def state(self) -> MeetState:
        """What is shown now."""
        return self._state

    def start(self, typed: str, address: str) -> None:
        """Look for the laptop that shows this code, or call it at its address; a scanned code brings both."""
        if self._state.busy:
            return
        code, at = read_scan(typed, address)
        if not code:
            self._show(MeetState(code_error=translate("Nearby", "Tulis kode di layar laptop yang menerima.")))
            return
        self._stop = threading.Event()
        self._show(MeetState(busy=True, step=translate("Nearby", "Mencari laptop yang menerima")))
        work = partial(self._nearby.meet, code, at, self._told, self._stop.is_set)
        self._run(Lane.NEARBY, work, self._met, self._not_met)

    def cancel(self) -> None:
        """Stop as soon as it asks."""
        self._stop.set()
        if self._state.busy:
            self._show(replace(self._state, stopping=True))

    def _went_on(self, step: Carrying) -> None:
        if self._state.busy:
            self._show(replace(self._state, step=carrying_words(step), share=carrying_share(step)))

    def _met(self, came: tuple[Taken, Given]) -> None:
        taken, gave = came
        good = not (taken.set_aside or taken.missing or taken.notices)
        self._show(MeetState(lines=end_lines(taken, gave, taken.sender), good=good, done=True))

    def _not_met(self, problem: Problem) -> None:
        if self._stop.is_set():
            words = translate("Nearby", "Dihentikan. Yang sudah sampai utuh tetap tersimpan di kedua laptop.")
            self._show(MeetState(lines=(words,), good=False))
        elif problem.code in _OF_CODE:
            message = explain(problem)
            self._show(MeetState(code_error=f"{message.title} {message.advice}"))
        elif problem.code == "nearby_address_wrong":
            message = explain(problem)
            self._show(MeetState(address_error=f"{message.title} {message.advice}"))
        else:
            self._show(MeetState(problem=explain_talk(problem)))

    def _show(self, state: MeetState) -> None:
        self._state = state
        self._out(state)
