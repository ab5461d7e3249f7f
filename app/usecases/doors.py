"""What stands before a desk: the villages on this laptop, who may unlock which, and the ways to a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.domain.intake import ListDraft
from app.usecases.desk import Cancelled, Desk
from app.usecases.enrolling import WaitingVillage


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """One village's store on this laptop, as it is known before anybody unlocks it."""

    folder: Path
    village: str
    practice: bool
    opened_at_ms: int = 0
    told_password: str = ""
    """The practice village's password, which its lock screen tells; empty for every real village."""
    last_slot: str = ""
    """Who opened it last, so that the lock screen offers this person first; empty where that is not known."""
    waiting: bool = False
    """Whether it was begun without a line and waits for the district's answer; its village is not known yet."""
    wiped: bool = False
    """Whether a wipe of it was begun and not finished: it opens for nobody any more."""


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """A person who may unlock a store."""

    slot: str
    name: str
    role: str
    wait_seconds: int = 0
    """How long until another password may be tried."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """The first person of a new store."""

    name: str
    role: str
    password: str


class Doors(Protocol):
    """Stores on this laptop: find, make, open."""

    def vaults(self) -> Sequence[VaultInfo]:
        """All stores, the one opened last first."""

    def slots(self, vault: VaultInfo) -> Sequence[SlotInfo]:
        """Who may unlock it."""

    def unlock(self, vault: VaultInfo, slot: str, password: str) -> Desk:
        """Locked ``password_wrong`` (with ``wait_seconds``), Refused ``store_*``, ``vault_*``."""

    def unlock_waiting(self, vault: VaultInfo, slot: str, password: str) -> WaitingVillage:
        """A store that waits for the district's answer. Raises as `unlock`."""

    def finish_wipe(self, vault: VaultInfo) -> None:
        """Do what is left of a wipe that was cut. Refused ``wipe_not_begun``, ``vault_in_use``; Unavailable
        ``disk_*``."""

    def restore(self, vault: VaultInfo, slot: str, password: str) -> Desk:
        """Open where the store is broken or gone: it is put aside, and the mirror gives back what was recorded.

        What came back is told in `Desk.findings`. Raises as `unlock`.
        """

    def unlock_with_recovery(self, vault: VaultInfo, words: str, slot: str, new_password: str) -> Desk:
        """Open with one-time recovery words and set a new password. Locked ``recovery_wrong``."""

    def create_practice(self, progress: Callable[[float], None], cancelled: Cancelled) -> Desk:
        """Make the practice village with its own key, its people, and a district beside it that it trusts."""

    def create_from_list(
        self,
        draft: ListDraft,
        person: NewPerson,
        progress: Callable[[float], None],
        cancelled: Cancelled,
    ) -> tuple[Desk, tuple[str, ...]]:
        """Make a store from a list; also gives the recovery words, to be shown once."""

    def check_code(self, code: str) -> None:
        """Refused ``enrol_code_misspelt`` where a letter of a district's code is wrong or missing; asks nobody."""

    def create_enrolled(
        self,
        address: str,
        code: str,
        person: NewPerson,
        progress: Callable[[float], None],
        cancelled: Cancelled,
    ) -> tuple[Desk, tuple[str, ...]]:
        """Make a store that trusts a district by its code, and fetch the list from there."""

    def begin_enrolment(self, code: str, person: NewPerson) -> WaitingVillage:
        """Make a store that asks a district by its code without a line; it waits for the answer. Refused
        ``enrol_code_misspelt``."""
