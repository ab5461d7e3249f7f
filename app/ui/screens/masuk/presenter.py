"""The lock screen: which village, who, with which password, and how long to wait after wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.masuk.state import LockState, PersonShown, Stage
from app.ui.vocabulary.roles import role_words
from app.ui.words import translate
from app.usecases.desk import Desk
from app.usecases.doors import Doors, SlotInfo, VaultInfo
from app.usecases.enrolling import WaitingVillage

_WAITS = ("wait_seconds", "wait", "seconds")
"""Facts in which a problem says how long to wait."""


_BROKEN = ("store_missing", "store_empty", "store_damaged", "store_key_wrong")
"""What the mirror helps against; a store that is only newer or busy is whole."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is known before anybody unlocks."""

    vaults: Sequence[VaultInfo]
    vault: VaultInfo | None = None
    slots: Sequence[SlotInfo] = ()


class LockPresenter:
    """`unlocked` gets the desk, or `waiting` a store that waits for its district; `show` every new state."""

    def __init__(
        self,
        doors: Doors,
        run: Run,
        show: Callable[[LockState], None],
        unlocked: Callable[[Desk], None],
        waiting: Callable[[WaitingVillage], None],
    ) -> None:
        self._doors, self._run, self._out = doors, run, show
        self._unlocked, self._waiting = unlocked, waiting
        self._vaults: dict[str, VaultInfo] = {}
        self._slots: dict[str, SlotInfo] = {}
        self._state = LockState()

    def open(self) -> None:
        """Look which villages there are and who may come in; the one opened last first."""
        self._show(replace(self._state, stage=Stage.LOADING, problem=None))
        self._run(Lane.DISK, partial(_look, self._doors, self._state.village_key), self._looked, self._cannot_look)

    def choose_village(self, key: str) -> None:
        """Another village."""
        if key in self._vaults and key != self._state.village_key and not self._state.busy:
            self._state = replace(self._state, village_key=key, person="")
            self.open()

    def choose_person(self, key: str) -> None:
        """Somebody else wants to come in."""
        slot = self._slots.get(key)
        if slot is not None and key != self._state.person and not self._state.busy:
            self._show(replace(self._state, person=key, wait_seconds=slot.wait_seconds, problem=None))

    def unlock(self, password: str) -> None:
        """Try a password; an empty one is no try."""
        vault = self._vaults.get(self._state.village_key)
        state = self._state
        if vault is None or not state.person or not password or state.busy or state.wait_seconds:
            return
        self._show(replace(state, stage=Stage.UNLOCKING, problem=None))
        if vault.waiting:
            work = partial(self._doors.unlock_waiting, vault, state.person, password)
            self._run(Lane.DISK, work, self._waiting, self._not_unlocked)
        else:
            open_it = partial(self._doors.unlock, vault, state.person, password)
            self._run(Lane.DISK, open_it, self._unlocked, self._not_unlocked)

    def restore(self, password: str) -> None:
        """Put the broken store aside and bring back from the mirror what was recorded."""
        vault = self._vaults.get(self._state.village_key)
        state = self._state
        if vault is None or not state.restorable or not state.person or not password or state.busy:
            return
        self._show(replace(state, stage=Stage.RESTORING, problem=None))
        work = partial(self._doors.restore, vault, state.person, password)
        self._run(Lane.DISK, work, self._unlocked, self._not_restored)

    def finish_wipe(self) -> None:
        """Do what is left of a wipe that was cut; then look what else there is."""
        vault = self._vaults.get(self._state.village_key)
        if vault is not None and vault.wiped and not self._state.busy:
            self._show(replace(self._state, stage=Stage.FINISHING, problem=None))
            self._run(Lane.DISK, partial(self._doors.finish_wipe, vault), self._wiped, self._not_wiped)

    def ask_recovery(self) -> None:
        """The password is forgotten."""
        if not self._state.busy:
            self._show(replace(self._state, stage=Stage.RECOVERY, problem=None))

    def leave_recovery(self) -> None:
        """Back to the password."""
        if not self._state.busy:
            self._show(replace(self._state, stage=Stage.PASSWORD, problem=None))

    def recover(self, words: str, password: str) -> None:
        """Open with one-time words and set a new password."""
        vault = self._vaults.get(self._state.village_key)
        if vault is None or not self._state.person or self._state.busy:
            return
        self._show(replace(self._state, stage=Stage.RECOVERING, problem=None))
        work = partial(self._doors.unlock_with_recovery, vault, words, self._state.person, password)
        self._run(Lane.DISK, work, self._unlocked, self._not_recovered)

    def tick(self) -> None:
        """A second has passed."""
        for key, slot in self._slots.items():
            if slot.wait_seconds:
                self._slots[key] = replace(slot, wait_seconds=slot.wait_seconds - 1)
        left = self._wait_of(self._state.person)
        if left != self._state.wait_seconds:
            self._show(replace(self._state, wait_seconds=left))

    def show_again(self) -> None:
        """The view was built anew: say the same in the words of today's language."""
        people = tuple(map(_shown, self._slots.values()))
        self._show(replace(self._state, people=people, villages=_villages(self._vaults.values()), problem=None))

    def _looked(self, opened: _Opened) -> None:
        self._vaults = {str(vault.folder): vault for vault in opened.vaults}
        self._slots = {slot.slot: slot for slot in opened.slots}
        vault = opened.vault
        if vault is None:
            self._show(LockState(stage=Stage.NO_VILLAGE))
            return
        wanted = (self._state.person, vault.last_slot, *self._slots)
        person = next((one for one in wanted if one in self._slots), "")
        self._show(
            LockState(
                stage=Stage.WIPED if vault.wiped else Stage.PASSWORD,
                villages=_villages(opened.vaults),
                village_key=str(vault.folder),
                village=_village_words(replace(vault, practice=False)),
                practice=vault.practice,
                waiting=vault.waiting,
                told_password=vault.told_password if vault.practice else "",
                people=tuple(map(_shown, opened.slots)),
                person=person,
                wait_seconds=self._wait_of(person),
            )
        )

    def _wiped(self, _nothing: None) -> None:
        self._state = replace(self._state, village_key="", person="")
        self.open()

    def _not_wiped(self, problem: Problem) -> None:
        self._refused(problem, Stage.WIPED)

    def _cannot_look(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def _not_unlocked(self, problem: Problem) -> None:
        self._state = replace(self._state, restorable=problem.code in _BROKEN and not self._state.waiting)
        self._refused(problem, Stage.PASSWORD)

    def _not_restored(self, problem: Problem) -> None:
        self._refused(problem, Stage.PASSWORD)

    def _not_recovered(self, problem: Problem) -> None:
        self._refused(problem, Stage.RECOVERY)

    def _refused(self, problem: Problem, stage: Stage) -> None:
        wait = max((int(problem.facts.get(fact, 0)) for fact in _WAITS), default=0)
        person = self._state.person
        if wait and person in self._slots:
            self._slots[person] = replace(self._slots[person], wait_seconds=wait)
        self._show(replace(self._state, stage=stage, wait_seconds=wait, problem=explain(problem)))

    def _wait_of(self, person: str) -> int:
        slot = self._slots.get(person)
        return slot.wait_seconds if slot else 0

    def _show(self, state: LockState) -> None:
        self._state = state
        self._out(state)


def _look(doors: Doors, wanted: str) -> _Opened:
    """In the lane: the villages, and the people of the wanted one or of the one opened last."""
    vaults = doors.vaults()
    vault = next((vault for vault in vaults if str(vault.folder) == wanted), None) or next(iter(vaults), None)
    return _Opened(vaults, vault, doors.slots(vault) if vault is not None else ())


def _shown(slot: SlotInfo) -> PersonShown:
    return PersonShown(slot.slot, slot.name, role_words(slot.role))


def _villages(vaults: Iterable[VaultInfo]) -> tuple[tuple[str, str], ...]:
    return tuple((str(vault.folder), _village_words(vault)) for vault in vaults)


def _village_words(vault: VaultInfo) -> str:
    if vault.wiped:
        return vault.village or translate("Lock", "Desa yang dikosongkan")
    if vault.waiting:
        return translate("Lock", "Menunggu jawaban kabupaten")
    return translate("Lock", "{name} (latihan)", name=vault.village) if vault.practice else vault.village
