"""The stores of this laptop: found, made, opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.composition.cards import CARD, read_card, write_card
from app.composition.places import PRACTICE_PASSWORD, Places
from app.domain.errors import Problem, Refused
from app.domain.intake import ListDraft
from app.storage.wiping import MARK
from app.usecases.desk import Cancelled, Desk
from app.usecases.doors import NewPerson, SlotInfo, VaultInfo

if TYPE_CHECKING:
    from app.composition.desk import Parts
    from app.composition.practice import PracticeDistrict
    from app.composition.waiting import WaitingStore
    from app.domain.payloads import ListExported
    from app.storage.vault import OpenVault


@dataclass
class FileDoors:
    """Implements `Doors` over the folders of this user; loads the store's machinery only when a door is opened."""

    places: Places
    kdf: Any = None
    """Argon2id parameters for new stores; None measures this laptop."""
    quarrelling: bool = True
    """Whether a practice village begins with what two laptops recorded otherwise."""
    clock: Any = None
    """A `WallClock` that desks go by; None is the laptop's own."""
    _district: PracticeDistrict | None = None
    _waiting: WaitingStore | None = None
    _exported: list[ListExported] = field(default_factory=list)
    """Sheets that were saved before there was a journal to tell it."""

    def vaults(self) -> Sequence[VaultInfo]:
        """All stores: what is to be finished, then the one opened last, and so on."""
        inside = self.places.villages
        folders = {path.parent for name in (CARD, MARK) for path in inside.glob(f"*/{name}")}
        return sorted(map(read_card, sorted(folders)), key=lambda info: (not info.wiped, -info.opened_at_ms))

    def slots(self, vault: VaultInfo) -> Sequence[SlotInfo]:
        """Who may unlock it, and how long each has to wait; nobody where it is being wiped."""
        if vault.wiped:
            return ()
        from app.storage import slots
        from app.storage.throttle import Throttle

        tries = Throttle(vault.folder / "throttle.json")
        people = slots.read(vault.folder).people
        return [SlotInfo(one.id, one.name, one.role, tries.wait_seconds(one.id)) for one in people]

    def prepare(self) -> None:
        """Load the store's machinery while somebody still types a password: half a second less behind Enter."""
        import app.composition.practice
        import app.storage.vault  # noqa: F401 - loading is all that is wanted

    def unlock(self, vault: VaultInfo, slot: str, password: str) -> Desk:
        """The desk of the person whose password it is. Refused ``enrol_not_answered`` where there is none yet."""
        from app.storage.vault import Vault

        if vault.waiting:
            raise Refused("enrol_not_answered")
        return self._opened(vault, Vault.open(vault.folder, slot, password))

    def finish_wipe(self, vault: VaultInfo) -> None:
        """Do what is left of a wipe that was cut."""
        from app.storage.wiping import finish

        finish(vault.folder)

    def restore(self, vault: VaultInfo, slot: str, password: str) -> Desk:
        """Put a store that is broken or gone aside, begin a new one, and bring back what the mirror holds."""
        from app.composition.restoring import bring_back
        from app.storage.vault import Vault

        opened = Vault.open_with_new_store(vault.folder, slot, password)
        with _closed_on_failure(opened):
            found = bring_back(opened)
        desk = self._opened(vault, opened)
        return replace(desk, findings=(*found, *desk.findings))

    def unlock_with_recovery(self, vault: VaultInfo, words: str, slot: str, new_password: str) -> Desk:
        """Open with one-time words, which are spent by it, and set a new password."""
        from app.storage.vault import Vault

        return self._opened(vault, Vault.open_with_code(vault.folder, slot, words, new_password))

    def create_practice(self, progress: Callable[[float], None], cancelled: Cancelled) -> Desk:
        """Make the practice village, or begin it anew, and open it as its operator."""
        from app.composition.practice import create_practice
        from app.practice.village import practice_village

        self._forget_practice()
        with self._new_folder() as folder:
            slot = create_practice(folder, self.district(), progress, cancelled, self.quarrelling)
            write_card(folder, practice_village().profile.name, slot, practice=True)
        return self.unlock(read_card(folder), slot, PRACTICE_PASSWORD)

    def note_export(self, said: ListExported) -> None:
        """A sheet of a list that has no store yet is saved; the store that is made of it will tell."""
        from app.usecases.export_list import check_purpose

        check_purpose(said)
        self._exported.append(said)

    def create_from_list(
        self,
        draft: ListDraft,
        person: NewPerson,
        progress: Callable[[float], None],
        cancelled: Cancelled,
    ) -> tuple[Desk, tuple[str, ...]]:
        """Make a store that holds this list as a pack of its own."""
        from app.composition.desk import make_desk, open_parts, start_journal, take_list
        from app.composition.exchange import VaultExchange
        from app.composition.intake import remember_mapping

        with self._new_folder() as folder:
            vault = self._new_vault(folder, person)
            with _closed_on_failure(vault):
                parts = open_parts(vault, self.clock)
                start_journal(parts, draft.roster.village_code, "")
                _go_on(progress, cancelled, 0.4)
                take_list(parts, draft)
                self._tell_exports(parts)
                remember_mapping(vault.settings, draft.mapping, draft.columns)
                _go_on(progress, cancelled, 0.9)
                words = vault.people.issue_codes()
                write_card(folder, _name_of(draft), vault.slot_id, practice=False)
                desk = make_desk(parts, VaultExchange(parts))
        progress(1.0)
        return desk, words

    def _tell_exports(self, parts: Parts) -> None:
        from app.usecases.export_list import RecordExport

        told, self._exported = self._exported, []
        for said in told:
            RecordExport(parts.journal)(said)

    def create_enrolled(
        self,
        address: str,
        code: str,
        person: NewPerson,
        progress: Callable[[float], None],
        cancelled: Cancelled,
    ) -> tuple[Desk, tuple[str, ...]]:
        """Make a store that trusts a district by its code, and fetch the list from there."""
        from app.composition.desk import open_parts
        from app.composition.exchange import VaultExchange
        from app.composition.waiting import settle_in

        with self._new_folder() as folder:
            # A vault's first person manages it; who this one really is, the code tells a moment later.
            vault = self._new_vault(folder, replace(person, role="operator"))
            with _closed_on_failure(vault):
                exchange = VaultExchange(open_parts(vault, self.clock))
                _go_on(progress, cancelled, 0.2)
                enrolment = exchange.ask(address, code)
                desk, words, exchange = settle_in(vault, enrolment, person.password)
                progress(0.5)
                write_card(folder, enrolment.village_name, vault.slot_id, practice=False)
        # Trust stands from here on; a line that breaks now only leaves the list for the next exchange.
        try:
            exchange.run(lambda _: progress(0.8), cancelled)
        except Problem:
            progress(0.9)
        progress(1.0)
        return desk, words

    def check_code(self, code: str) -> None:
        """The code tells itself whether it was misspelt."""
        from app.wire.enrol import read_code

        read_code(code)

    def begin_enrolment(self, code: str, person: NewPerson) -> WaitingStore:
        """Make a store that asks a district without a line."""
        from app.composition.waiting import WaitingStore

        self.check_code(code)
        with self._new_folder() as folder:
            vault = self._new_vault(folder, replace(person, role="operator"))
            with _closed_on_failure(vault):
                made = WaitingStore(vault, person.password)
                made.ask(code)
                write_card(folder, "", vault.slot_id, practice=False, waiting=True)
        return self._hold(made)

    def unlock_waiting(self, vault: VaultInfo, slot: str, password: str) -> WaitingStore:
        """A store that waits for the district's answer."""
        from app.composition.waiting import WaitingStore
        from app.storage.vault import Vault

        return self._hold(WaitingStore(Vault.open(vault.folder, slot, password), password))

    def _hold(self, waiting: WaitingStore) -> WaitingStore:
        """It has no desk that would close it when the program ends."""
        self._waiting = waiting
        return waiting

    def district(self) -> PracticeDistrict:
        """The pretended district of the practice village."""
        if self._district is None:
            from app.composition.practice import PracticeDistrict

            self._district = PracticeDistrict(self.places.practice_hub)
        return self._district

    def close(self) -> None:
        """Stop what was started beside the stores, and let go of one that waits."""
        if self._waiting is not None:
            self._waiting.close()
        if self._district is not None:
            self._district.close()

    def _opened(self, info: VaultInfo, vault: OpenVault) -> Desk:
        from app.composition.custody import close_given_away
        from app.composition.desk import device_keys, make_desk, open_parts
        from app.composition.exchange import VaultExchange
        from app.composition.practice import practice_desk

        with _closed_on_failure(vault):
            close_given_away(vault, device_keys(vault).device)
            write_card(info.folder, info.village, vault.slot_id, practice=info.practice)
            parts = open_parts(vault, self.clock)
            if vault.kind == "practice":
                return practice_desk(parts, self.district())
            return make_desk(parts, VaultExchange(parts))

    def _new_vault(self, folder: Path, person: NewPerson) -> OpenVault:
        from app.storage.keys import calibrate
        from app.storage.vault import Vault

        kdf = self.kdf or calibrate()
        return Vault.create(folder, kind="real", name=person.name, role=person.role, password=person.password, kdf=kdf)

    @contextmanager
    def _new_folder(self) -> Iterator[Path]:
        """A folder for a new store; gone again where making it fails."""
        from app.storage.slots import new_id

        folder = self.places.villages / new_id()
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield folder
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _forget_practice(self) -> None:
        """Practice begins anew: nothing in it is anybody's work."""
        if self._district is not None:
            self._district.close()
        for info in self.vaults():
            if info.practice:
                shutil.rmtree(info.folder)
        shutil.rmtree(self.places.practice_hub, ignore_errors=True)


@contextmanager
def _closed_on_failure(vault: OpenVault) -> Iterator[None]:
    try:
        yield
    except BaseException:
        vault.close()
        raise


def _name_of(draft: ListDraft) -> str:
    """How the lock screen names the village of a list; some lists write only its code, some not even that."""
    return draft.roster.village_name or draft.roster.village_code or draft.file_name


def _go_on(progress: Callable[[float], None], cancelled: Cancelled, done: float) -> None:
    if cancelled():
        raise Refused("create_cancelled")
    progress(done)
