"""A line to a district that answers as it is told, and settings in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import Problem
from app.usecases.desk import Cancelled, ExchangeOutcome, ExchangeProgress

OUTCOME = ExchangeOutcome(
    sent_entries=3,
    received_entries=1,
    sent_photos=1,
    photos_left=0,
    bytes_sent=2_400,
    bytes_received=600,
    receipt="261123-0007",
    decisions=1,
    list_month="",
)


@dataclass
class FakeExchange:
    """Goes through its steps and gives `outcome`, or raises `problem`."""

    outcome: ExchangeOutcome = OUTCOME
    problem: Problem | None = None
    known: bool = True
    address: str = "https://kab.example"
    during: Callable[[], None] = field(default=lambda: None)
    """Called in the middle of an exchange."""
    codes: list[tuple[str, str]] = field(default_factory=list)
    stopped: bool = False
    everything: bool = False
    """Whether the last exchange was to send beyond the day's limit."""
    asked_ms: int = 0
    wanted: int = 0
    photos: list[str] = field(default_factory=list)
    """Names of what was fetched."""

    def enrolled(self) -> bool:
        """Whether a district is known."""
        return self.known

    def hub_address(self) -> str:
        """Its address."""
        return self.address if self.known else ""

    def reachable(self) -> bool:
        """Unless a problem is set."""
        return self.problem is None

    @property
    def underway(self) -> bool:
        """Never seen from outside: it runs at once."""
        return False

    def run(
        self, progress: Callable[[ExchangeProgress], None], cancelled: Cancelled, *, everything: bool = False
    ) -> ExchangeOutcome:
        """Words first, photos after."""
        self.everything = everything
        progress(ExchangeProgress("words", 1_000, 2_000))
        self.during()
        self.stopped = cancelled()
        if self.problem is not None:
            raise self.problem
        progress(ExchangeProgress("photos", 40_000, 80_000))
        return self.outcome

    def photo_wanted(self) -> None:
        """Nobody has to make way."""
        self.wanted += 1

    @property
    def photo_waits(self) -> bool:
        """Whether somebody said so."""
        return self.wanted > 0

    def photo(
        self, name: str, progress: Callable[[int, int], None], cancelled: Cancelled, *, everything: bool = False
    ) -> bool:
        """Halfway, what `during` does, and the end."""
        self.everything = everything
        progress(500, 1_000)
        self.during()
        if self.problem is not None:
            raise self.problem
        self.photos.append(name)
        return not cancelled()

    def enrol(self, address: str, code: str) -> None:
        """Trust by a code."""
        if self.problem is not None:
            raise self.problem
        self.codes.append((address, code))
        self.known = True

    def asked_at_ms(self) -> int:
        """When a request was written last."""
        return self.asked_ms

    def write_request(self, folder: Path, code: str = "") -> Path:
        """Where it would lie."""
        if self.problem is not None:
            raise self.problem
        self.codes.append((str(folder), code))
        self.asked_ms = 1_764_000_000_000
        return folder / "permintaan"

    def read_answer(self, path: Path) -> None:
        """Trust whoever answered."""
        if self.problem is not None:
            raise self.problem
        self.codes.append((str(path), ""))
        self.known, self.asked_ms = True, 0

    def set_address(self, address: str) -> None:
        """Another address."""
        if self.problem is not None:
            raise self.problem
        self.address = address


@dataclass
class FakeSettings:
    """Key and value in memory."""

    kept: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        """The value kept under `key`."""
        return self.kept.get(key)

    def put(self, key: str, value: str) -> None:
        """Keep a value."""
        self.kept[key] = value
