"""Everything that Kirim & terima shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message
from app.ui.shown import Chip


class Stage(StrEnum):
    """What goes on."""

    LOADING = "loading"
    READY = "ready"
    SENDING = "sending"
    ENROLLING = "enrolling"
    FAILED = "failed"
    """What waits cannot be read."""


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One act on its way."""

    id: str
    family: str
    head: str
    act: str
    when: str
    size: str
    chip: Chip
    numbered: bool = False
    """Whether `act` names its receipt: the words are there, and only photos wait."""


@dataclass(frozen=True, slots=True)
class ReceiptShown:
    """One receipt of the district."""

    number: str
    when: str
    how_many: str


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """The way to the district and what is on it."""

    stage: Stage = Stage.LOADING
    enrolled: bool = False
    practice: bool = False
    address: str = ""
    asked: str = ""
    """That a request is being carried to the district, and since when; empty where none is."""
    words: str = "0"
    word_size: str = ""
    photos: str = "0"
    photo_size: str = ""
    last: str = ""
    """When the last exchange was, as a sentence."""
    items: tuple[ItemShown, ...] = ()
    results: tuple[ItemShown, ...] = ()
    """What became of each act that the last sending took along; empty before the first."""
    receipts: tuple[ReceiptShown, ...] = ()
    automatic: bool = True
    step: str = ""
    """What is being sent or fetched, in words."""
    share: float | None = None
    stopping: bool = False
    outcome: tuple[str, ...] = ()
    """What the last exchange brought, line by line."""
    outcome_good: bool = True
    gaps: tuple[str, ...] = ()
    """Which entries of others were told of and are not here, line by line."""
    word_bytes: int = 0
    photo_bytes: int = 0
    """What waits; words before they are packed."""
    page_address: str = ""
    """Practice only: where the pretended district's page is."""
    verifier: tuple[str, str] = ("", "")
    """Practice only: name and password with which the district's page is opened."""
    problem: Message | None = None
