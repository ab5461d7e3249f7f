"""Officials: a slot in the vault and an entry in the journal are two halves of one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.entry import VILLAGE
from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.payloads import PersonAdded, PersonChanged
from app.storage.journal import SqlJournal
from app.storage.people import MANAGERS, clean_name
from app.storage.slots import PersonSlot
from app.storage.vault import OpenVault
from app.usecases.ports import Act
from app.usecases.reading import PersonRow, Reading


class VaultPeople:
    """Gives people a place, changes it, takes it; keeps vault and journal saying the same."""

    def __init__(
        self, vault: OpenVault, journal: SqlJournal, reading: Reading, check: Callable[[], None] = lambda: None
    ) -> None:
        """`check` refuses before anything changes where what is recorded here would not count."""
        self._vault = vault
        self._check = check
        self._journal = journal
        self._reading = reading

    def add(self, name: str, role: str, rts: tuple[str, ...], password: str) -> PersonId:
        """A new person. The slot comes first: an entry without a slot would name somebody who can not come in."""
        self._check()
        slot = self._vault.people.add(name, role, password)
        added = PersonAdded(slot.person, slot.name, role, slot.public_key, rts)
        self._journal.record(Act(VILLAGE, added))
        return slot.person

    def change(self, person: PersonId, name: str, role: str, rts: tuple[str, ...], active: bool) -> None:
        """Name, role, RTs, activity; somebody who is not active loses his way in and stays in the journal.

        The slot comes first, because it is the slot that may refuse (``last_manager``): an entry that says otherwise
        could not be taken back. Where the entry then fails, the same change can be made once more.
        """
        self._check()
        slot = self._slot(person)
        if active and slot is None:
            raise Refused("person_without_slot")
        people, name = self._vault.people, clean_name(name)
        before = next((row.role for row in self._reading.people() if row.id == person), role)
        people.check_manages(before, role)
        if slot is not None and not active:
            people.remove(slot.id)
        elif slot is not None:
            if slot.role != role:
                people.change_role(slot.id, role)
            if slot.name != name:
                people.rename(slot.id, name)
        self._journal.record(Act(VILLAGE, PersonChanged(person, name, role, rts, active)))

    def change_password(self, old: str, new: str) -> None:
        """The own password. Locked ``password_wrong``; Refused ``password_short``."""
        self._vault.people.change_password(old, new)

    def reset_password(self, person: PersonId, new: str) -> None:
        """Another person's password; he gets a new signing key, which the journal introduces."""
        self._check()
        slot = self._slot(person)
        if slot is None:
            raise Refused("person_without_slot")
        changed = self._vault.people.reset_password(slot.id, new)
        row = next(row for row in self._reading.people() if row.id == person)
        self._journal.record(Act(VILLAGE, PersonAdded(person, row.name, row.role, changed.public_key, row.rts)))

    def all(self) -> Sequence[PersonRow]:
        """All officials, active first."""
        return self._reading.people()

    def manages(self) -> bool:
        """Whether the person at the desk may change people at all."""
        return self._vault.role in MANAGERS

    def recovery_words(self) -> tuple[str, ...]:
        """New one-time words for the person at the desk; older ones are void."""
        return self._vault.people.issue_codes()

    def recovery_left(self) -> int:
        """How many lines of words are not used yet."""
        return self._vault.people.codes_left()

    def _slot(self, person: PersonId) -> PersonSlot | None:
        return next((slot for slot in self._vault.people.all() if slot.person == person), None)
