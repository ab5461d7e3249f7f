"""The first start: one of three ways, who one is, and words that are written down before anything else."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.domain.errors import Problem, Refused
from app.domain.intake import ListDraft
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.masuk.strength import acceptable
from app.ui.screens.mulai.state import Asked, StartState, Step, Way
from app.ui.words import translate
from app.usecases.desk import Desk
from app.usecases.doors import Doors, NewPerson, VaultInfo
from app.usecases.enrolling import WaitingVillage

Opened = Callable[[Desk, tuple[str, ...]], None]
Pick = Callable[[Sequence[Asked]], Sequence[Asked]]
Made = tuple[Desk, tuple[str, ...]]

_BEFORE = {Step.PRACTICE: Step.WAYS, Step.LIST: Step.WAYS, Step.DISTRICT: Step.WAYS, Step.CONFIRM: Step.WORDS}


def pick_two(words: Sequence[Asked]) -> Sequence[Asked]:
    """Two words that the person repeats; nobody gains anything by guessing which."""
    return sorted(random.sample(list(words), min(2, len(words))), key=lambda asked: (asked.line, asked.word))


class StartPresenter:
    """`opened` gets the desk once everything is done."""

    def __init__(
        self,
        doors: Doors,
        run: Run,
        relay: Callable[[Callable[[float], None]], Callable[[float], None]],
        show: Callable[[StartState], None],
        opened: Opened,
        pick: Pick = pick_two,
    ) -> None:
        self._doors, self._run, self._out, self._opened, self._pick = doors, run, show, opened, pick
        self._progress = relay(self._went_on)
        self._stop = threading.Event()
        self._draft: ListDraft | None = None
        self._made: Made | None = None
        self._waiting: WaitingVillage | None = None
        self._practice_village: VaultInfo | None = None
        self._state = StartState()

    @property
    def state(self) -> StartState:
        """What is shown now."""
        return self._state

    def open(self) -> None:
        """Show the ways; with a way back where this laptop holds a village already."""
        self._show(self._state)
        self._run(Lane.DISK, self._doors.vaults, self._know_vaults, self._know_nothing)

    def choose(self, way: Way) -> None:
        """Go one of the three ways."""
        self._stop = threading.Event()
        blank = StartState(way=way, can_leave=self._state.can_leave)
        if way is Way.PRACTICE:
            self._show(replace(blank, step=self._state.step))
            self._run(Lane.DISK, self._doors.vaults, self._practise, self._failed)
        else:
            self._show(replace(blank, step=Step.LIST if way is Way.LIST else Step.DISTRICT))

    def open_practice(self) -> None:
        """Go on in the practice village that is here already."""
        village = self._practice_village
        if village is not None:
            self._show(replace(self._state, step=Step.WORKING))
            self._run(Lane.DISK, partial(_open, self._doors, village), self._finished, self._failed)

    def begin_practice(self) -> None:
        """Make the practice village anew; one that is here already goes."""
        self._show(replace(self._state, step=Step.WORKING))
        work = partial(_practice, self._doors, self._progress, self._stop.is_set)
        self._run(Lane.DISK, work, self._finished, self._failed)

    def accept_list(self, draft: ListDraft) -> None:
        """The list was read and looked at."""
        self._draft = draft
        self._show(replace(self._state, step=Step.PERSON, problem=None))

    def name_district(self, address: str, code: str, by_stick: bool = False) -> None:
        """Where the district is, and the code that it gave; by stick no address is needed."""
        address, code = address.strip(), code.strip()
        asks_address = "" if address or by_stick else translate("Start", "Tulis alamat dari kabupaten.")
        asks_code = self._asks_code(code)
        state = replace(
            self._state,
            address=address,
            code=code,
            by_stick=by_stick,
            address_error=asks_address,
            code_error=asks_code,
            problem=None,
        )
        self._show(state if asks_address or asks_code else replace(state, step=Step.PERSON))

    def _asks_code(self, code: str) -> str:
        """A code that was misspelt is said beside it, before a name and a password are thought of."""
        if not code:
            return translate("Start", "Tulis kode dari kabupaten.")
        try:
            self._doors.check_code(code)
        except Refused as misspelt:
            told = explain(misspelt)
            return f"{told.title} {told.advice}"
        return ""

    def name_person(self, name: str, role: str, password: str, again: str) -> None:
        """Who works here first; then everything is made."""
        name = " ".join(name.split())
        missing = "" if name else translate("Start", "Tulis nama lengkap Anda.")
        weak = acceptable(password, password)
        differs = "" if weak else acceptable(password, again)
        state = replace(self._state, name_error=missing, password_error=weak, again_error=differs, problem=None)
        if missing or weak or differs:
            self._show(state)
            return
        person = NewPerson(name, role, password)
        self._stop = threading.Event()
        self._show(replace(state, step=Step.WORKING, share=0.0, stopping=False))
        if self._state.way is Way.LIST and self._draft is not None:
            work = partial(self._doors.create_from_list, self._draft, person, self._progress, self._stop.is_set)
            self._run(Lane.DISK, work, self._made_store, self._failed)
        elif self._state.by_stick:
            begin = partial(self._doors.begin_enrolment, self._state.code, person)
            self._run(Lane.DISK, begin, self.resume, self._failed)
        else:
            enrol = partial(self._doors.create_enrolled, self._state.address, self._state.code, person)
            self._run(Lane.NETWORK, partial(enrol, self._progress, self._stop.is_set), self._made_store, self._failed)

    def resume(self, waiting: WaitingVillage) -> None:
        """A store waits for its district's answer: one that was just made, or one that somebody has unlocked."""
        self._waiting = waiting
        self._show(replace(self._state, step=Step.WAITING, way=Way.DISTRICT, share=0.0, can_leave=True, problem=None))

    def write_request(self, folder: Path, code: str) -> None:
        """Write the request to a stick, with another code where the district gave one."""
        if self._waiting is not None:
            self._show(replace(self._state, problem=None, written=""))
            self._run(Lane.DISK, partial(self._waiting.write_request, folder, code), self._written, self._failed)

    def read_answer(self, path: Path) -> None:
        """Become the village that the district's answer tells of."""
        if self._waiting is not None:
            self._stop = threading.Event()
            blank = replace(self._state, step=Step.WORKING, share=0.0, stopping=False, problem=None, written="")
            self._show(blank)
            work = partial(self._waiting.finish, path, self._progress, self._stop.is_set)
            self._run(Lane.DISK, work, self._made_store, self._failed)

    def leave(self, left: Callable[[], None]) -> None:
        """Back to the lock screen; a store that waits is let go of before."""
        if self._waiting is None:
            left()
            return
        waiting, self._waiting = self._waiting, None
        self._run(Lane.DISK, waiting.close, lambda _: left(), lambda _: left())

    def cancel(self) -> None:
        """Stop what is under way, as soon as it asks."""
        self._stop.set()
        self._show(replace(self._state, stopping=True))

    def wrote_down(self) -> None:
        """The words are on paper: two of them are asked for."""
        words = [
            Asked(line, word) for line, row in enumerate(self._state.recovery, 1) for word in range(1, len(row) + 1)
        ]
        self._show(replace(self._state, step=Step.CONFIRM, asked=tuple(self._pick(words)), confirm_errors=()))

    def confirm(self, typed: Sequence[str]) -> None:
        """Whether the person really has the words."""
        wrong = tuple(
            "" if self._word(asked) == said.strip().lower() else translate("Start", "Belum sama. Periksa kertas Anda.")
            for asked, said in zip(self._state.asked, typed, strict=True)
        )
        if any(wrong):
            self._show(replace(self._state, confirm_errors=wrong))
        elif self._made is not None:
            self._opened(*self._made)

    def back(self) -> None:
        """One step back; what was typed stays."""
        step = self._state.step
        if step is Step.PERSON:
            before = Step.LIST if self._state.way is Way.LIST else Step.DISTRICT
        else:
            before = _BEFORE.get(step, step)
        self._show(replace(self._state, step=before, problem=None))

    def _word(self, asked: Asked) -> str:
        return self._state.recovery[asked.line - 1][asked.word - 1].lower()

    def _practise(self, vaults: Sequence[VaultInfo]) -> None:
        """What somebody practised is not thrown away unasked."""
        self._practice_village = next((vault for vault in vaults if vault.practice), None)
        if self._practice_village is None:
            self.begin_practice()
        else:
            self._show(replace(self._state, step=Step.PRACTICE))

    def _know_vaults(self, vaults: Sequence[object]) -> None:
        self._show(replace(self._state, can_leave=bool(vaults)))

    def _know_nothing(self, problem: Problem) -> None:
        self._show(replace(self._state, problem=explain(problem)))

    def _went_on(self, share: float) -> None:
        if self._state.step is Step.WORKING:
            self._show(replace(self._state, share=share))

    def _written(self, path: Path) -> None:
        words = translate("Start", "Tertulis: {file}. Stik aman dicabut.", file=path.name)
        self._show(replace(self._state, written=words))

    def _finished(self, made: Made) -> None:
        self._opened(*made)

    def _made_store(self, made: Made) -> None:
        self._made = made
        self._show(replace(self._state, step=Step.WORDS, recovery=lines_of(made[1])))

    def _failed(self, problem: Problem) -> None:
        step = Step.WAYS if self._state.way is Way.PRACTICE else Step.PERSON
        if self._waiting is not None:
            step = Step.WAITING
        elif problem.code.startswith(("enrol_", "line_", "hub_")):
            step = Step.DISTRICT
        shown = None if self._stop.is_set() else explain(problem)
        self._show(replace(self._state, step=step, share=0.0, stopping=False, problem=shown))

    def _show(self, state: StartState) -> None:
        self._state = state
        self._out(state)


def lines_of(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Recovery words as lines: one line a one-time code; bare words are one line."""
    if any(" " in word for word in words):
        return tuple(tuple(word.split()) for word in words)
    return (tuple(words),)


def _open(doors: Doors, village: VaultInfo) -> Made:
    """The practice village as whoever was there last; its password is no secret."""
    slots = [slot.slot for slot in doors.slots(village)]
    slot = village.last_slot if village.last_slot in slots else slots[0]
    return doors.unlock(village, slot, village.told_password), ()


def _practice(doors: Doors, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Made:
    return doors.create_practice(progress, cancelled), ()
