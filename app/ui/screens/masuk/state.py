"""Everything that the lock screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message


class Stage(StrEnum):
    """What the person is asked for."""

    LOADING = "loading"
    NO_VILLAGE = "no_village"
    """This laptop holds no village yet."""
    PASSWORD = "password"
    UNLOCKING = "unlocking"
    RECOVERY = "recovery"
    RECOVERING = "recovering"
    RESTORING = "restoring"
    """A broken store is being filled again from the mirror."""
    WIPED = "wiped"
    """A wipe of this village was cut; it can only be finished."""
    FINISHING = "finishing"
    FAILED = "failed"
    """The villages or their people cannot be read."""


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person who may come in."""

    key: str
    name: str
    role: str
    """In words."""


@dataclass(frozen=True, slots=True)
class LockState:
    """The village, its people, and what stands in the way."""

    stage: Stage = Stage.LOADING
    villages: tuple[tuple[str, str], ...] = ()
    """(folder, words) of every village of this laptop."""
    village_key: str = ""
    village: str = ""
    practice: bool = False
    waiting: bool = False
    """Whether the village waits for its district's answer, which is read behind the password."""
    told_password: str = ""
    people: tuple[PersonShown, ...] = ()
    person: str = ""
    """Key of who is chosen."""
    wait_seconds: int = 0
    """How long until another password may be tried."""
    problem: Message | None = None
    restorable: bool = False
    """Whether the store is broken or gone, so that the mirror may fill a new one."""

    @property
    def busy(self) -> bool:
        """Whether keys are being made just now, or a wipe is being finished."""
        return self.stage in (Stage.UNLOCKING, Stage.RECOVERING, Stage.RESTORING, Stage.FINISHING)

    @property
    def chosen(self) -> PersonShown | None:
        """The chosen person."""
        return next((person for person in self.people if person.key == self.person), None)
