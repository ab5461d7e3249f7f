"""In whose hands a laptop is: passing it on to the next person, and wiping it before it leaves the village."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.domain.ids import PersonId


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Somebody who may unlock this laptop."""

    person: PersonId
    name: str
    role: str
    drafts: int
    """Forms that he began here and did not finish; nobody else sees them."""
    may_give: bool
    """Whether the person at the desk may close his place."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """One handing over of this laptop."""

    giver: str
    """Name."""
    taker: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class LaptopState:
    """Everything that has to be known before a laptop changes hands or is wiped."""

    number: str
    """The laptop's own, by which the district tells it from others of one name; see `number_words`."""
    holders: tuple[HolderRow, ...]
    passed: tuple[PassedOn, ...]
    """The newest first."""
    entries: int
    """Entries on this laptop that no receipt of the district names."""
    photos: int
    drafts: int
    enrolled: bool
    may_hand_over: bool
    may_wipe: bool
    """Heads and operators; and whoever is the only one here."""


@dataclass(frozen=True, slots=True)
class NewHolder:
    """Somebody who gets a place on this laptop by being handed it."""

    name: str
    role: str
    rts: tuple[str, ...]
    password: str


class Custody(Protocol):
    """What may be done with the laptop itself."""

    def look(self) -> LaptopState:
        """How it stands."""

    def hand_over(self, giver: PersonId, taker: PersonId | NewHolder, *, rests: bool) -> None:
        """Give the laptop to somebody, who is here already or gets a place, and close the giver's way in; `rests`: he
        does not work for the village any more. Where the giver sits at the desk, it has to be locked after this.

        Refused ``not_allowed``, ``last_manager``, ``slot_unknown``, ``handover_to_self``, and as `PeopleAdmin.add`.
        """

    def check_password(self, password: str) -> None:
        """Locked ``password_wrong`` where it is not that of the person at the desk."""

    def announce(self) -> None:
        """Write down that this laptop is about to be wiped, so that the district hears of it. Refused ``not_allowed``;
        Unavailable ``disk_*``."""

    def wipe(self) -> None:
        """Let go of the store and wipe it; nothing of this desk works after this. Refused ``not_allowed``; Unavailable
        ``disk_*`` where the disk refused in the midst of it: the lock screen offers to finish."""
