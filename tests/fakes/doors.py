"""A laptop without disk or keys: villages, people and preferences in memory, for the screens before the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.domain.errors import Locked, Problem, Refused
from app.domain.intake import ListDraft
from app.usecases.desk import Cancelled, Desk, Preferences
from app.usecases.doors import NewPerson, SlotInfo, VaultInfo

REAL = VaultInfo(Path("villages/fatukoa"), "Desa Fatukoa", practice=False)
PRACTICE = VaultInfo(Path("villages/latihan"), "Desa Oelbubuk", practice=True, told_password="belajar bersama")
PEOPLE = (
    SlotInfo("s1", "Maria Bano", "operator"),
    SlotInfo("s2", "Yohanes Taek", "head"),
    SlotInfo("s3", "Yosef Tefa", "enumerator"),
)
PASSWORD = "jagung padi ubi"
WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan")


@dataclass
class FakeDoors:
    """Opens with `PASSWORD`; gives `desk`, whatever it is."""

    desk: Desk
    stores: tuple[VaultInfo, ...] = (REAL,)
    people: tuple[SlotInfo, ...] = PEOPLE
    wait_seconds: int = 0
    problem: Problem | None = None
    """Raised by whatever makes a store."""
    broken: Problem | None = None
    """Raised by `unlock` where the password is right."""
    made: list[tuple[str, object]] = field(default_factory=list)

    def vaults(self) -> Sequence[VaultInfo]:
        """All stores."""
        return self.stores

    def slots(self, vault: VaultInfo) -> Sequence[SlotInfo]:
        """The same people everywhere, but in what is being wiped."""
        if vault.wiped:
            return ()
        return tuple(replace(slot, wait_seconds=self.wait_seconds) for slot in self.people)

    def unlock(self, vault: VaultInfo, slot: str, password: str) -> Desk:
        """Locked unless the password is right."""
        self.made.append(("unlock", (vault, slot)))
        if self.wait_seconds:
            raise Locked("wait", seconds=self.wait_seconds)
        if password != PASSWORD:
            raise Locked("password_wrong", wait=5)
        if self.broken is not None:
            raise self.broken
        return self.desk

    def finish_wipe(self, vault: VaultInfo) -> None:
        """Nothing of it is left."""
        self.made.append(("finish_wipe", vault))
        if self.problem is not None:
            raise self.problem
        self.stores = tuple(one for one in self.stores if one != vault)

    def restore(self, vault: VaultInfo, slot: str, password: str) -> Desk:
        """Locked unless the password is right."""
        self.made.append(("restore", (vault, slot)))
        if password != PASSWORD:
            raise Locked("password_wrong", wait=5)
        return self.desk

    def unlock_with_recovery(self, vault: VaultInfo, words: str, slot: str, new_password: str) -> Desk:
        """Locked unless the words are right."""
        self.made.append(("recover", (vault, slot, new_password)))
        if words.split() != list(WORDS):
            raise Locked("code_wrong")
        return self.desk

    def create_practice(self, progress: Callable[[float], None], cancelled: Cancelled) -> Desk:
        """A practice desk."""
        del cancelled
        progress(0.5)
        return self._make("practice", None)[0]

    def create_from_list(
        self, draft: ListDraft, person: NewPerson, progress: Callable[[float], None], cancelled: Cancelled
    ) -> tuple[Desk, tuple[str, ...]]:
        """A desk with the list."""
        del cancelled
        progress(0.5)
        return self._make("list", (draft, person))

    def create_enrolled(
        self,
        address: str,
        code: str,
        person: NewPerson,
        progress: Callable[[float], None],
        cancelled: Cancelled,
    ) -> tuple[Desk, tuple[str, ...]]:
        """A desk that trusts a district."""
        del cancelled
        progress(0.5)
        return self._make("enrolled", (address, code, person))

    def check_code(self, code: str) -> None:
        """One that ends with a question mark is misspelt."""
        if code.endswith("?"):
            raise Refused("enrol_code_misspelt", letters=len(code), expected=24)

    def begin_enrolment(self, code: str, person: NewPerson) -> FakeWaiting:
        """A store that waits."""
        self._make("asked", (code, person))
        return FakeWaiting(self)

    def unlock_waiting(self, vault: VaultInfo, slot: str, password: str) -> FakeWaiting:
        """Locked unless the password is right."""
        self.unlock(vault, slot, password)
        return FakeWaiting(self)

    def _make(self, how: str, facts: object) -> tuple[Desk, tuple[str, ...]]:
        if self.problem is not None:
            raise self.problem
        self.made.append((how, facts))
        return self.desk, WORDS


@dataclass
class FakeWaiting:
    """A store that waits for an answer; whatever makes one of `doors` fail makes it fail too."""

    doors: FakeDoors
    closed: bool = False

    def asked_at_ms(self) -> int:
        """Some day."""
        return 1_764_000_000_000

    def write_request(self, folder: Path, code: str = "") -> Path:
        """Where it would lie."""
        self.doors._make("request", (folder, code))
        return folder / "permintaan"

    def finish(
        self, path: Path, progress: Callable[[float], None], cancelled: Cancelled
    ) -> tuple[Desk, tuple[str, ...]]:
        """The desk of the doors."""
        del cancelled
        progress(0.5)
        return self.doors._make("answer", path)

    def close(self) -> None:
        """Nothing to let go of."""
        self.closed = True


@dataclass
class FakePreferences:
    """Preferences in memory."""

    kept: Preferences = field(default_factory=lambda: Preferences(theme="light"))

    def load(self) -> Preferences:
        """What is worn."""
        return self.kept

    def wear(self, preferences: Preferences) -> None:
        """These hold from now on."""
        self.kept = preferences

    def save(self, preferences: Preferences) -> None:
        """Keep them."""
        self.kept = preferences
