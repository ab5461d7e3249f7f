"""The sections of Pengaturan without Qt: people, own password, district, wholeness."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final, TypeVar

from app.domain.errors import Problem
from app.domain.ids import PersonId
from app.domain.policy import ENUMERATOR, VERIFIER
from app.domain.tenure import NOTICE_DAYS, days_left
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.masuk.strength import acceptable
from app.ui.screens.mulai.presenter import lines_of
from app.ui.screens.pengaturan.people_words import bound_rts, place_choices, roles_to_give
from app.ui.screens.pengaturan.state import (
    ActState,
    DistrictState,
    OfficialShown,
    OwnState,
    PeopleState,
    Tenure,
    WholeState,
)
from app.ui.vocabulary.roles import role_words
from app.ui.vocabulary.times import moment_of
from app.ui.wording import short_date_words
from app.ui.words import translate, translate_counted
from app.usecases.desk import SETTLED_BY_PERSON, Cancelled, Exchange, PeopleAdmin
from app.usecases.ports import Actor, Clock
from app.usecases.reading import PersonRow, Place, Reading

T = TypeVar("T")
BUSY = ActState(busy=True)
Seen = tuple[Sequence[PersonRow], bool, Sequence[Place]]
Verify = Callable[[Callable[[float], None], Cancelled], Sequence[Problem]]


class PeoplePresenter:
    """Officials of this laptop: add, change, let rest, give a new password."""

    def __init__(
        self,
        people: PeopleAdmin,
        reading: Reading,
        actor: Actor,
        run: Run,
        show: Callable[[PeopleState], None],
        today: Callable[[], date],
    ) -> None:
        self._people, self._reading, self._actor, self._run, self._out = people, reading, actor, run, show
        self._today = today
        self._state = PeopleState()

    @property
    def state(self) -> PeopleState:
        """What is shown now."""
        return self._state

    def refresh(self) -> None:
        """Ask who there is."""
        self._run(Lane.DISK, self._look, self._seen, self._failed)

    def add(self, name: str, role: str, rts: tuple[str, ...], password: str) -> None:
        """A new official."""
        said = translate("People", "{name} sudah bisa masuk di laptop ini.", name=name)
        self._do(partial(self._people.add, name, role, bound_rts(role, rts), password), said)

    def change(self, person: str, name: str, role: str, rts: tuple[str, ...], active: bool) -> None:
        """Another name, role, RTs; or rest."""
        said = translate("People", "Data {name} sudah diubah.", name=name)
        self._do(partial(self._people.change, PersonId(person), name, role, bound_rts(role, rts), active), said)

    def reset_password(self, person: str, new: str) -> None:
        """A new password for somebody who forgot his."""
        said = translate("People", "Kata sandi baru berlaku. Sampaikan langsung kepada orangnya.")
        self._do(partial(self._people.reset_password, PersonId(person), new), said)

    def _look(self) -> Seen:
        return self._people.all(), self._people.manages(), self._reading.places()

    def _do(self, work: Callable[[], object], said: str) -> None:
        if not self._state.act.busy:
            self._show(replace(self._state, act=BUSY))
            self._run(Lane.DISK, work, partial(self._done, said), self._failed)

    def _done(self, said: str, _answer: object) -> None:
        self._show(replace(self._state, act=ActState(said=said)))
        self.refresh()

    def _seen(self, seen: Seen) -> None:
        rows, manages, places = seen
        self._show(
            replace(
                self._state,
                loading=False,
                manages=manages,
                people=tuple(_official(row, self._actor, self._today()) for row in rows if row.role != VERIFIER),
                roles=roles_to_give(self._actor),
                places=place_choices(places, rows),
            )
        )

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, loading=False, act=ActState(problem=explain(problem))))

    def _show(self, state: PeopleState) -> None:
        self._state = state
        self._out(state)


FEW_LINES: Final = 1
"""With no more lines of recovery words than this, new ones should be made."""


class OwnPresenter:
    """The own password, and new words for the paper."""

    def __init__(self, people: PeopleAdmin, run: Run, show: Callable[[OwnState], None]) -> None:
        self._people, self._run, self._out = people, run, show
        self._state = OwnState()

    def refresh(self) -> None:
        """Look how many words on paper still open."""
        self._run(Lane.DISK, self._people.recovery_left, self._counted, self._failed)

    def change_password(self, old: str, new: str, again: str) -> None:
        """From the old password to a new one."""
        old_error = "" if old else translate("Own", "Tulis kata sandi Anda yang sekarang.")
        new_error = acceptable(new, again)
        act = ActState() if old_error or new_error else BUSY
        self._show(replace(self._state, act=act, old_error=old_error, new_error=new_error, recovery=()))
        if act.busy:
            self._run(Lane.DISK, partial(self._people.change_password, old, new), self._changed, self._failed)

    def make_words(self) -> None:
        """New recovery words; those on the old paper are void."""
        self._show(replace(self._state, act=BUSY, recovery=()))
        self._run(Lane.DISK, self._people.recovery_words, self._made, self._failed)

    def hide_words(self) -> None:
        """They are on paper."""
        self._show(replace(self._state, act=ActState(), recovery=()))

    def _changed(self, _nothing: None) -> None:
        said = translate("Own", "Kata sandi baru berlaku mulai sekarang.")
        self._show(replace(self._state, act=ActState(said=said), done=self._state.done + 1))

    def _made(self, words: Sequence[str]) -> None:
        self._show(replace(self._state, act=ActState(), recovery=lines_of(words)))
        self.refresh()

    def _counted(self, left: int) -> None:
        none = translate("Own", "Anda belum punya kata pemulihan, atau semuanya sudah dipakai. Buatlah sekarang.")
        words = translate_counted("Own", "{n} rangkaian di kertas Anda belum dipakai.", left) if left else none
        self._show(replace(self._state, left=words, left_few=left <= FEW_LINES))

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, act=ActState(problem=explain(problem))))

    def _show(self, state: OwnState) -> None:
        self._state = state
        self._out(state)


class DistrictPresenter:
    """Where the district is."""

    def __init__(self, exchange: Exchange, run: Run, show: Callable[[DistrictState], None]) -> None:
        self._exchange, self._run, self._out = exchange, run, show
        self._state = DistrictState()

    def refresh(self) -> None:
        """Ask which district it is."""
        self._run(Lane.DISK, self._look, self._seen, self._failed)

    def set_address(self, address: str) -> None:
        """The same district at another address."""
        self._show(replace(self._state, act=BUSY))
        self._run(Lane.DISK, partial(self._exchange.set_address, address.strip()), self._set, self._failed)

    def _look(self) -> tuple[bool, str]:
        return self._exchange.enrolled(), self._exchange.hub_address()

    def _seen(self, seen: tuple[bool, str]) -> None:
        self._show(replace(self._state, loading=False, enrolled=seen[0], address=seen[1]))

    def _set(self, _nothing: None) -> None:
        said = translate("District", "Alamat baru disimpan. Kiriman berikutnya memakai alamat ini.")
        self._show(replace(self._state, act=ActState(said=said)))
        self.refresh()

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, loading=False, act=ActState(problem=explain(problem))))

    def _show(self, state: DistrictState) -> None:
        self._state = state
        self._out(state)


class WholePresenter:
    """Checks everything that this laptop holds, with progress and a way to stop."""

    def __init__(
        self,
        verify: Verify,
        clock: Clock,
        run: Run,
        relay: Callable[[Callable[[float], None]], Callable[[float], None]],
        show: Callable[[WholeState], None],
        settle: Callable[[], None],
        may_settle: bool = False,
    ) -> None:
        self._verify, self._clock, self._run, self._out, self._settle = verify, clock, run, show, settle
        self._found: tuple[Problem, ...] = ()
        self._may_settle = may_settle
        self._progress = relay(self._went_on)
        self._stop = threading.Event()
        self._state = WholeState()

    def open(self, findings: Sequence[Problem]) -> None:
        """What the opening found."""
        self._found = tuple(findings)
        self._show(WholeState(found=tuple(map(explain, self._found)), may_settle=self._can_settle()))

    def settle(self) -> None:
        """The person has looked: what is there now counts."""
        if self._state.may_settle and not self._state.running:
            self._run(Lane.DISK, self._settle, self._settled, self._failed)

    def start(self) -> None:
        """Check now."""
        if not self._state.running:
            self._stop = threading.Event()
            self._show(WholeState(running=True))
            work = partial(self._verify, self._progress, self._stop.is_set)
            self._run(Lane.DISK, work, self._checked, self._failed)

    def cancel(self) -> None:
        """Stop as soon as it asks."""
        self._stop.set()
        self._show(replace(self._state, stopping=True))

    def _went_on(self, share: float) -> None:
        if self._state.running:
            self._show(replace(self._state, share=share))

    def _checked(self, found: Sequence[Problem]) -> None:
        messages = tuple(map(explain, found))
        checked = "" if self._stop.is_set() else moment_of(self._clock.now_ms())
        still = tuple(problem for problem in self._found if problem.code in SETTLED_BY_PERSON)
        messages = (*map(explain, still), *messages)
        self._show(WholeState(checked=checked, found=messages, may_settle=self._can_settle()))

    def _settled(self, _nothing: None) -> None:
        self._found = tuple(problem for problem in self._found if problem.code not in SETTLED_BY_PERSON)
        self._show(WholeState(found=tuple(map(explain, self._found)), settled=True))

    def _can_settle(self) -> bool:
        return self._may_settle and any(problem.code in SETTLED_BY_PERSON for problem in self._found)

    def _failed(self, problem: Problem) -> None:
        self._show(WholeState(problem=explain(problem)))

    def _show(self, state: WholeState) -> None:
        self._state = state
        self._out(state)


def _official(row: PersonRow, actor: Actor, today: date) -> OfficialShown:
    return OfficialShown(
        row.id,
        row.name,
        row.role,
        role_words(row.role),
        row.rts,
        _rt_words(row),
        row.active,
        row.certified,
        row.id == actor.person,
        short_date_words(date.fromisoformat(row.until)) if row.until else "",
        _tenure(row, today),
    )


def _tenure(row: PersonRow, today: date) -> Tenure:
    if row.revoked:
        return Tenure.REVOKED
    left = days_left(row.until, today)
    if left is None or left > NOTICE_DAYS:
        return Tenure.OPEN
    return Tenure.ENDS_SOON if left >= 0 else Tenure.ENDED


def _rt_words(row: PersonRow) -> str:
    if row.role != ENUMERATOR or not row.rts:
        return translate("People", "Seluruh desa")
    if len(row.rts) > 3:
        return translate_counted("People", "{n} RT", len(row.rts))
    return ", ".join(place_words(*place.split("/", 1)) for place in row.rts if "/" in place)
