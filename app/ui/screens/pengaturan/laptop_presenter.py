"""The laptop itself without Qt: who holds it, passing it on, and wiping it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from app.domain.errors import Problem
from app.domain.ids import PersonId
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.pengaturan.people_words import bound_rts, place_choices, roles_to_give
from app.ui.screens.pengaturan.state import ActState, HolderShown, LaptopShown, Told, WipeStage, WipeState
from app.ui.vocabulary.roles import role_words
from app.ui.vocabulary.times import moment_of
from app.ui.words import translate, translate_counted
from app.usecases.custody import Custody, LaptopState, NewHolder
from app.usecases.desk import Exchange
from app.usecases.ports import Actor
from app.usecases.reading import PersonRow, Place, Reading

Seen = tuple[LaptopState, Sequence[Place], Sequence[PersonRow]]


class LaptopPresenter:
    """`given_away` is called once the person at the desk has no place here any more."""

    def __init__(
        self,
        custody: Custody,
        reading: Reading,
        actor: Actor,
        run: Run,
        show: Callable[[LaptopShown], None],
        given_away: Callable[[], None],
    ) -> None:
        self._custody, self._reading, self._actor = custody, reading, actor
        self._run, self._out, self._given_away = run, show, given_away
        self._state = LaptopShown()

    @property
    def state(self) -> LaptopShown:
        """What is shown now."""
        return self._state

    def refresh(self) -> None:
        """Ask how it stands."""
        self._run(Lane.DISK, self._look, self._seen, self._failed)

    def hand_over(self, giver: str, taker: str | NewHolder, rests: bool) -> None:
        """Give the laptop to somebody who is here already (his id), or who gets a place now."""
        if self._state.act.busy:
            return
        self._show(replace(self._state, act=ActState(busy=True)))
        whom = PersonId(taker) if isinstance(taker, str) else replace(taker, rts=bound_rts(taker.role, taker.rts))
        work = partial(self._custody.hand_over, PersonId(giver), whom, rests=rests)
        self._run(Lane.DISK, work, partial(self._passed, giver), self._failed)

    def _look(self) -> Seen:
        return self._custody.look(), self._reading.places(), self._reading.people()

    def _seen(self, seen: Seen) -> None:
        found, places, rows = seen
        self._show(
            LaptopShown(
                loading=False,
                enrolled=found.enrolled,
                number=found.number,
                holders=tuple(
                    HolderShown(
                        one.person,
                        one.name,
                        role_words(one.role),
                        one.drafts,
                        one.person == self._actor.person,
                        one.may_give,
                    )
                    for one in found.holders
                ),
                passed=tuple(
                    translate(
                        "Laptop",
                        "{giver} kepada {taker}, {when}",
                        giver=one.giver,
                        taker=one.taker,
                        when=moment_of(one.at_ms),
                    )
                    for one in found.passed
                ),
                entries=found.entries,
                photos=found.photos,
                drafts=found.drafts,
                may_hand_over=found.may_hand_over,
                may_wipe=found.may_wipe,
                roles=roles_to_give(self._actor),
                places=place_choices(places, rows),
                act=self._state.act,
            )
        )

    def _passed(self, giver: str, _nothing: None) -> None:
        said = translate("Laptop", "Laptop sudah diserahkan. Kabupaten mengetahuinya dengan kiriman berikutnya.")
        self._show(replace(self._state, act=ActState(said=said)))
        if giver == self._actor.person:
            self._given_away()
        else:
            self.refresh()

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, loading=False, act=ActState(problem=explain(problem))))

    def _show(self, state: LaptopShown) -> None:
        self._state = state
        self._out(state)


class WipePresenter:
    """From the question to the moment when the window takes over: `wipe(told)` lets go of everything, and remembers
    only whether the district was told."""

    def __init__(
        self,
        custody: Custody,
        exchange: Exchange,
        laptop: LaptopShown,
        run: Run,
        show: Callable[[WipeState], None],
        wipe: Callable[[Told], None],
    ) -> None:
        self._custody, self._exchange, self._run, self._out, self._wipe = custody, exchange, run, show, wipe
        self._enrolled = laptop.enrolled
        self._stop = threading.Event()
        self._announced = False
        self._state = WipeState(sentence=lost_sentence(laptop))

    @property
    def state(self) -> WipeState:
        """What is shown now."""
        return self._state

    def ask(self, password: str, typed: str) -> None:
        """Wanted: only with the password, and with the sentence where something is lost."""
        if self._state.stage is not WipeStage.ASKED:
            return
        wrong = "" if password else translate("Wipe", "Tulis kata sandi Anda.")
        amiss = (
            ""
            if _same(typed, self._state.sentence)
            else translate("Wipe", "Ketik kalimat itu persis seperti tertulis.")
        )
        state = replace(self._state, password_error=wrong, sentence_error=amiss, problem=None)
        if wrong or amiss:
            self._show(state)
            return
        self._show(replace(state, stage=WipeStage.CHECKING))
        self._run(Lane.DISK, partial(self._custody.check_password, password), self._known, self._unknown)

    def retry(self) -> None:
        """Try to tell the district once more."""
        if self._state.stage is WipeStage.UNTOLD:
            self._tell()

    def skip(self) -> None:
        """Wait for the line no longer; what is decided then is the person's affair."""
        self._stop.set()

    def go_on(self) -> None:
        """Wipe though the district does not know."""
        if self._state.stage is WipeStage.UNTOLD:
            self._end(Told.NO)

    def leave(self) -> None:
        """The dialog was closed: nothing goes on by itself."""
        self._stop.set()

    def _known(self, _nothing: None) -> None:
        if self._enrolled:
            self._tell()
        else:
            self._end(Told.NOBODY)

    def _unknown(self, problem: Problem) -> None:
        told = explain(problem)
        if problem.code == "password_wrong":
            self._show(replace(self._state, stage=WipeStage.ASKED, password_error=f"{told.title} {told.advice}"))
        else:
            self._show(replace(self._state, stage=WipeStage.ASKED, problem=told))

    def _tell(self) -> None:
        self._stop = threading.Event()
        self._show(replace(self._state, stage=WipeStage.TELLING, problem=None))
        if self._announced:
            self._send()
        else:
            self._run(Lane.DISK, self._custody.announce, self._written, self._untold)

    def _written(self, _nothing: None) -> None:
        self._announced = True
        self._send()

    def _send(self) -> None:
        if self._stop.is_set():
            self._untold(None)
            return
        self._run(Lane.NETWORK, partial(_exchange, self._exchange, self._stop.is_set), self._told, self._untold)

    def _told(self, through: bool) -> None:
        if through:
            self._end(Told.YES)
        else:
            self._untold(None)

    def _untold(self, problem: Problem | None) -> None:
        self._show(
            replace(self._state, stage=WipeStage.UNTOLD, problem=explain(problem) if problem is not None else None)
        )

    def _end(self, told: Told) -> None:
        self._show(replace(self._state, stage=WipeStage.WIPING, problem=None))
        self._wipe(told)

    def _show(self, state: WipeState) -> None:
        self._state = state
        self._out(state)


def _exchange(exchange: Exchange, stopped: Callable[[], bool]) -> bool:
    """In the NETWORK lane: whether the last word went through."""
    outcome = exchange.run(lambda step: None, stopped)
    return bool(outcome.receipt) or not stopped()


def lost_words(laptop: LaptopShown) -> str:
    """What a wipe would lose, in words; empty where it loses nothing."""
    found = []
    if laptop.entries:
        found.append(translate_counted("Wipe", "{n} catatan", laptop.entries))
    if laptop.photos:
        found.append(translate_counted("Wipe", "{n} foto", laptop.photos))
    if laptop.drafts:
        found.append(translate_counted("Wipe", "{n} isian", laptop.drafts))
    return ", ".join(found)


def lost_sentence(laptop: LaptopShown) -> str:
    """What has to be typed before that much is lost."""
    lost = lost_words(laptop)
    return translate("Wipe", "Saya rela kehilangan {lost}", lost=lost) if lost else ""


def _same(typed: str, wanted: str) -> bool:
    """Letter by letter but for capitals, spaces and a full stop at the end."""
    return " ".join(typed.split()).rstrip(".").casefold() == wanted.casefold() if wanted else True
