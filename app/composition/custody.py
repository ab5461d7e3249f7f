"""The laptop itself: slots, journal and files say the same when it changes hands or is wiped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from app.composition.cards import read_card
from app.domain.entry import VILLAGE
from app.domain.errors import Problem, Refused
from app.domain.ids import DeviceId, PersonId
from app.domain.laptop_names import number_words
from app.domain.payloads import DeviceHandedOver, DeviceRetired, Payload, PersonAdded, PersonChanged
from app.storage import wiping
from app.storage.custody import gave_away, passings
from app.storage.journal import SqlJournal
from app.storage.officials import official
from app.storage.people import MANAGERS
from app.storage.reading_village import people
from app.storage.slots import PersonSlot
from app.storage.vault import OpenVault
from app.storage.waiting import load
from app.usecases.custody import HolderRow, LaptopState, NewHolder, PassedOn
from app.usecases.ports import Act


class VaultCustody:
    """Implements `Custody` over an open vault."""

    def __init__(
        self,
        vault: OpenVault,
        journal: SqlJournal,
        device: DeviceId,
        enrolled: Callable[[], bool],
        check: Callable[[], None],
    ) -> None:
        """`check` refuses before anything changes where what is recorded here would not count."""
        self._vault, self._journal, self._device = vault, journal, device
        self._enrolled, self._check = enrolled, check

    def look(self) -> LaptopState:
        """How it stands."""
        vault = self._vault
        with vault.database.read() as connection:
            waiting = load(connection)
            passed = passings(connection, self._device)
            names = {row.id: row.name for row in people(connection)}
        drafts = Counter(draft.person for draft in vault.drafts.list(everyone=True))
        slots = vault.people.all()
        manages = vault.role in MANAGERS
        return LaptopState(
            number=number_words(self._device),
            holders=tuple(
                HolderRow(slot.person, slot.name, slot.role, drafts[slot.person], self._may_give(slot))
                for slot in slots
            ),
            passed=tuple(
                PassedOn(names.get(one.giver, ""), names.get(one.taker, ""), one.at_ms) for one in reversed(passed)
            ),
            entries=waiting.entries,
            photos=waiting.photos,
            drafts=drafts.total(),
            enrolled=self._enrolled(),
            may_hand_over=manages,
            may_wipe=self._may_wipe(),
        )

    def hand_over(self, giver: PersonId, taker: PersonId | NewHolder, *, rests: bool) -> None:
        """See `Custody`. A cut between two steps leaves the laptop open to both; the next opening finishes it, or the
        same may be done again."""
        self._check()
        vault = self._vault
        closed = self._slot(giver)
        self._check_taker(closed, taker)
        slot = self._new_slot(taker) if isinstance(taker, NewHolder) else self._slot(taker)
        rts = taker.rts if isinstance(taker, NewHolder) else ()
        acts: list[Payload] = []
        with vault.database.read() as connection:
            known, gone = official(connection, slot.person), official(connection, giver)
        if known is None:
            acts.append(PersonAdded(slot.person, slot.name, slot.role, slot.public_key, rts))
        acts.append(DeviceHandedOver(giver, slot.person))
        if rests and gone is not None:
            acts.append(PersonChanged(giver, gone.name, gone.role, gone.rts, active=False))
        try:
            self._journal.record(*(Act(VILLAGE, act) for act in acts))
        except Problem:
            if isinstance(taker, NewHolder):
                vault.people.close_slots((slot.person,))
            raise
        self._journal.seal()
        vault.people.close_slots((giver,))

    def check_password(self, password: str) -> None:
        """Locked ``password_wrong``."""
        self._vault.people.check_password(password)

    def announce(self) -> None:
        """See `Custody`; a laptop whose words do not count any more may say it all the same."""
        self._check_wipe()
        now = self.look()
        self._journal.record(Act(VILLAGE, DeviceRetired(now.entries, now.photos, now.drafts)))
        self._journal.seal()

    def wipe(self) -> None:
        """See `Custody`."""
        self._check_wipe()
        vault = self._vault
        vault.close()
        wipe_folder(vault.folder)

    def _check_wipe(self) -> None:
        if not self._may_wipe():
            raise Refused("not_allowed", role=self._vault.role)

    def _may_wipe(self) -> bool:
        vault = self._vault
        return vault.role in MANAGERS or len(vault.people.all()) == 1

    def _may_give(self, slot: PersonSlot) -> bool:
        try:
            self._vault.people.check_manages(slot.role)
        except Refused:
            return False
        return True

    def _check_taker(self, closed: PersonSlot, taker: PersonId | NewHolder) -> None:
        """Everything that can be refused is refused before the first word is written."""
        here = self._vault.people
        here.check_manages(closed.role)
        role = taker.role if isinstance(taker, NewHolder) else self._slot(taker).role
        if taker == closed.person:
            raise Refused("handover_to_self")
        if role not in MANAGERS:
            here.check_removal(closed.id)

    def _new_slot(self, taker: NewHolder) -> PersonSlot:
        return self._vault.people.add(taker.name, taker.role, taker.password)

    def _slot(self, person: PersonId) -> PersonSlot:
        found = next((slot for slot in self._vault.people.all() if slot.person == person), None)
        if found is None:
            raise Refused("slot_unknown")
        return found


def close_given_away(vault: OpenVault, device: DeviceId) -> None:
    """At opening: whoever handed this laptop over has no way in, though a cut or an old slots file left him one.

    Refused ``laptop_handed_over`` where it is he who unlocked.
    """
    with vault.database.read() as connection:
        gone = gave_away(connection, device)
    mine = vault.person_id
    if vault.people.close_slots(gone.keys()) and mine in gone:
        raise Refused("laptop_handed_over")


def wipe_folder(folder: Path) -> None:
    """Begin to wipe a folder whose vault is closed, and finish it."""
    wiping.begin(folder, read_card(folder).village)
    wiping.finish(folder)
