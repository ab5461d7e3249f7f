"""A vault: one folder that holds everything of one village on one laptop, and opens for its people only.

slots.json, slots.copy.json   who may unlock (app/storage/slots.py)
village.db                    the encrypted store
anchor.bin                    how far the own journal had come when "Tersimpan" was shown
mirror/                       every entry once more, for the day the store or the passwords are lost
files/                        photos and scans, sealed
district.bin                  which district is trusted, once more, for the day the store is lost
words.bin                     the district's words for keys of people whom it gave a password (`Words`)
throttle.json, vault.lock     wrong tries; who has the vault open
dikosongkan.json              that it is being wiped (app/storage/wiping.py)
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Engine

from app.domain.errors import Locked, Refused
from app.domain.ids import PersonId
from app.storage import migrations, people, recovery, slots, wiping
from app.storage.anchor import Anchor
from app.storage.beside import Beside, Words
from app.storage.database import Database
from app.storage.drafts import Drafts
from app.storage.durable import disk_errors, flush_folder
from app.storage.files import SealedFiles
from app.storage.keys import KEY_BYTES, KdfParams, Purpose, check_password, new_key, subkey
from app.storage.lock import FolderLock
from app.storage.mirror import Mirror
from app.storage.people import People
from app.storage.settings import Settings
from app.storage.slots import Kind, Secret, Slots
from app.storage.throttle import Throttle

STORE = "village.db"
ANCHOR = "anchor.bin"
MIRROR = "mirror"
FILES = "files"
DISTRICT = "district.bin"
WORDS = "words.bin"
THROTTLE = "throttle.json"
LOCK = "vault.lock"

ROLLED_BACK = "slots_rolled_back"
TORN_ANCHOR = "anchor_torn"

_GENERATION = "vault.slots_generation"
_HUB_KEY = "vault.hub_key"


@dataclass(frozen=True, slots=True)
class OpenVault:
    """A vault that one person has unlocked."""

    folder: Path
    slot_id: str
    people: People
    database: Database
    settings: Settings
    drafts: Drafts
    files: SealedFiles
    anchor: Anchor
    mirror: Mirror
    vault_id: str
    kind: Kind
    signing_key: Ed25519PrivateKey = field(repr=False)
    _secret: Secret = field(repr=False)
    _lock: FolderLock = field(repr=False)
    findings: tuple[str, ...] = ()
    """Codes of what should be told though it keeps nobody from working: ``slots_rolled_back``, ``anchor_torn``."""

    @property
    def person_id(self) -> PersonId:
        """Who sits at the desk."""
        return self.people.me.person

    @property
    def name(self) -> str:
        """His name as the lock screen shows it."""
        return self.people.me.name

    @property
    def role(self) -> str:
        """His role on this laptop; the district's certificate counts, not this."""
        return self.people.me.role

    @property
    def engine(self) -> Engine:
        """The store's engine, for reading through SQLAlchemy Core."""
        return self.database.engine

    def subkey(self, purpose: Purpose) -> bytes:
        """A 32-byte key for one purpose."""
        return subkey(self._secret.vault_key, purpose)

    @property
    def district_copy(self) -> Beside:
        """The enrolment once more, outside the store."""
        return Beside(self.folder / DISTRICT, self.subkey("backup"))

    @property
    def words(self) -> Words:
        """The district's words for keys that came with passwords that it gave."""
        return Words(Beside(self.folder / WORDS, self.subkey("backup")))

    def set_hub_key(self, public_key: bytes) -> None:
        """Seal the mirror to this hub (X25519 public key) from now on, and what it already holds."""
        self.mirror.set_hub(public_key)
        self.settings.put(_HUB_KEY, public_key.hex())

    def close(self) -> None:
        """Bring the store to rest and let the folder go; best before the process ends, which is what locks."""
        try:
            self.database.close()
        finally:
            self.mirror.close()
            self.anchor.close()
            self._lock.release()


class Vault:
    """The ways to get an open vault."""

    @staticmethod
    def slots(folder: Path) -> Slots:
        """Who may unlock; needs no password. A lock screen calls `slots.read` itself, which loads no database."""
        return slots.read(folder)

    @staticmethod
    def create(
        folder: Path,
        *,
        kind: Kind,
        name: str,
        role: str,
        password: str,
        person: PersonId | None = None,
        kdf: KdfParams | None = None,
    ) -> OpenVault:
        """Lay down a new vault with its first person, and open it; `folder` appears whole or not at all.

        Refused ``vault_exists``, ``password_short``, ``role_unknown``, ``name_missing``, ``not_allowed`` (the first
        person must be one who manages people), ``kdf_weak``, ``kdf_excessive``; Unavailable ``disk_*``.
        """
        check_password(password)
        slots.check_role(role)
        if role not in people.MANAGERS:
            raise Refused("not_allowed")
        if folder.exists() and any(folder.iterdir()):
            raise Refused("vault_exists")
        secret = Secret(new_key(), os.urandom(KEY_BYTES))
        state = slots.empty(slots.new_id(), kind)
        first = slots.seal_person(
            state,
            secret,
            password,
            kdf or KdfParams(),
            slot_id=slots.new_id(),
            person=person or PersonId(slots.new_id()),
            name=people.clean_name(name),
            role=role,
        )
        state = _build(folder, slots.with_people(state, (first,)), secret)
        with _locked(folder) as lock:
            return _opened(folder, state, secret, first.id, lock)

    @staticmethod
    def open(folder: Path, slot_id: str, password: str, throttle: Throttle | None = None) -> OpenVault:
        """Unlock with a person's password.

        Locked ``password_wrong`` (facts: wait, in seconds), ``wait`` (facts: seconds). Refused ``vault_in_use``,
        ``vault_missing``, ``vault_wiped``, ``slots_*``, ``slot_unknown``, ``kdf_*``, ``store_*``. Unavailable
        ``disk_*``.
        """
        with _locked(folder) as lock:
            state, secret = _unlocked(folder, slot_id, password, throttle)
            vault = _opened(folder, state, secret, slot_id, lock)
            vault.people.settle_role(password)
            return vault

    @staticmethod
    def open_with_new_store(folder: Path, slot_id: str, password: str, throttle: Throttle | None = None) -> OpenVault:
        """Unlock where the store is missing or broken: put its files aside (never away) and begin an empty one.

        The anchor then says what is missing, and the mirror gives it back. Raises as `open`.
        """
        with _locked(folder) as lock:
            state, secret = _unlocked(folder, slot_id, password, throttle)
            _put_store_aside(folder)
            Database(folder / STORE, subkey(secret.vault_key, "database"), create=True).close()
            return _opened(folder, state, secret, slot_id, lock)

    @staticmethod
    def open_with_code(folder: Path, slot_id: str, code: str, new: str, throttle: Throttle | None = None) -> OpenVault:
        """Unlock with a one-time code of words, which is spent by this, and set a new password.

        As `open`; also Refused ``code_length``, ``code_word``, ``password_short``, ``slots_rolled_back`` (an old slots
        file would make spent codes good again); Locked ``code_wrong`` (facts: wait).
        """
        check_password(new)
        spelled = recovery.read_code(code)
        with _locked(folder) as lock:
            state = slots.read(folder)
            slot = state.slot(slot_id)
            with _counted(throttle or Throttle(folder / THROTTLE), slot_id):
                used, secret = recovery.unseal_code(state, slot.person, spelled)
            vault = _opened(folder, state, secret, slot_id, lock)
            if ROLLED_BACK in vault.findings:
                vault.close()
                raise Refused(ROLLED_BACK)
            vault.people.spend_code(used.id, new)
            return vault

    @staticmethod
    def reset_by_district(folder: Path, private_key: X25519PrivateKey, slot_id: str, new: str) -> None:
        """Give a person a new password and a new signing key with the district's private key, where nobody can unlock.

        Refused ``vault_in_use``, ``district_slot_missing``, ``seal_broken``, ``slots_altered``, ``slot_unknown``,
        ``password_short``.
        """
        with _locked(folder) as lock:
            people.reset_by_district(folder, private_key, slot_id, new)
            lock.release()

    @staticmethod
    def keep_word(folder: Path, private_key: X25519PrivateKey, who: str, word: bytes) -> None:
        """Keep the district's word for the key that somebody got with his new password, by the district's private key.

        Refused as `reset_by_district`; Unavailable ``disk_*``.
        """
        with _locked(folder) as lock:
            vault_key = recovery.unseal_district(slots.read(folder), private_key)
            Words(Beside(folder / WORDS, subkey(vault_key, "backup"))).keep(who, word)
            lock.release()


def _build(folder: Path, state: Slots, secret: Secret) -> Slots:
    """Make everything beside `folder` and rename it there, so that a cut leaves no half vault."""
    building = folder.with_name(f".{folder.name}.{slots.new_id()}")
    with disk_errors():
        building.mkdir(parents=True)
        try:
            database = Database(building / STORE, subkey(secret.vault_key, "database"), create=True)
            migrations.migrate(database)
            database.close()
            Anchor.create(building / ANCHOR, subkey(secret.vault_key, "anchor"))
            (building / FILES).mkdir()
            (building / MIRROR).mkdir()
            state = slots.write(building, state, secret.vault_key)
            if folder.exists():
                folder.rmdir()
            os.replace(building, folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        flush_folder(folder.parent)
    return state


@contextmanager
def _locked(folder: Path) -> Iterator[FolderLock]:
    """The lock of the folder, let go again only where the block fails: an open vault keeps it."""
    lock = FolderLock(folder / LOCK)
    try:
        wiping.check_not_begun(folder)
        yield lock
    except BaseException:
        lock.release()
        raise


def _unlocked(folder: Path, slot_id: str, password: str, throttle: Throttle | None) -> tuple[Slots, Secret]:
    state = slots.read(folder)
    slot = state.slot(slot_id)
    with _counted(throttle or Throttle(folder / THROTTLE), slot_id):
        secret = slots.unseal_person(state, slot, password)
    slots.heal(folder, state)
    return state, secret


def _put_store_aside(folder: Path) -> None:
    """Rename the store and its log; `STORE` goes last, so that a cut in between can be done again."""
    mark = slots.new_id()
    with disk_errors():
        for name in (f"{STORE}-wal", f"{STORE}-shm", STORE):
            path = folder / name
            if path.exists():
                os.replace(path, folder / name.replace(STORE, f"aside-{mark}.db"))
        flush_folder(folder)


@contextmanager
def _counted(tries: Throttle, slot_id: str) -> Iterator[None]:
    """One try at a password: refused while a wait runs, counted as wrong until it proves right."""
    wait = tries.wait_seconds(slot_id)
    if wait:
        raise Locked("wait", seconds=wait)
    tries.begin(slot_id)
    try:
        yield
    except Locked as problem:
        raise Locked(problem.code, wait=tries.wait_seconds(slot_id)) from problem
    tries.succeeded(slot_id)


def _opened(folder: Path, state: Slots, secret: Secret, slot_id: str, lock: FolderLock) -> OpenVault:
    database = Database(folder / STORE, subkey(secret.vault_key, "database"))
    try:
        migrations.migrate(database)
        settings = Settings(database)
        anchor = Anchor(folder / ANCHOR, subkey(secret.vault_key, "anchor"))
        hub_key = settings.get(_HUB_KEY)
        mirror = Mirror(
            folder / MIRROR,
            subkey(secret.vault_key, "mirror"),
            state.vault,
            bytes.fromhex(hub_key) if hub_key else None,
        )
        findings = (ROLLED_BACK,) if _rolled_back(settings, state) else ()
        if anchor.torn:
            findings = (*findings, TORN_ANCHOR)
    except BaseException:
        database.engine.dispose()
        raise
    return OpenVault(
        folder=folder,
        slot_id=slot_id,
        people=People(folder, state, secret, slot_id, lambda generation: settings.put(_GENERATION, str(generation))),
        database=database,
        settings=settings,
        drafts=Drafts(database, state.slot(slot_id).person),
        files=SealedFiles(folder / FILES, subkey(secret.vault_key, "files")),
        anchor=anchor,
        mirror=mirror,
        vault_id=state.vault,
        kind=state.kind,
        signing_key=Ed25519PrivateKey.from_private_bytes(secret.seed),
        _secret=secret,
        _lock=lock,
        findings=findings,
    )


def _rolled_back(settings: Settings, state: Slots) -> bool:
    """Whether the slots file is older than one that this store has already seen; notes the newest."""
    seen = int(settings.get(_GENERATION) or 0)
    if state.generation > seen:
        settings.put(_GENERATION, str(state.generation))
    return state.generation < seen
