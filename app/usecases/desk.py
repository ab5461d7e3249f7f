"""What an unlocked laptop offers its screens, and the doors that lead to it: roles that composition fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from app.domain.errors import Problem
from app.domain.ids import EntryId, PackId, PersonId
from app.domain.intake import Column, ColumnMapping, ListDraft, SheetOffer
from app.usecases.carry import Missing, Nearby, Sticks
from app.usecases.contests import Contests
from app.usecases.custody import Custody
from app.usecases.enrolling import CarriedEnrolment
from app.usecases.export_list import Trail
from app.usecases.list_comparison import Lists, SaveChanges
from app.usecases.ports import Actor, Clock, EvidenceStore, Journal
from app.usecases.practice_key import PlantedError
from app.usecases.reading import PersonRow, Reading

Cancelled = Callable[[], bool]
"""Asked now and then by long work: should it stop?"""


AUTOMATIC_SENDING = "exchange.automatic"
"""Setting: ``no`` where the person switched automatic sending off; anything else means yes."""


SETTLED_BY_PERSON = ("journal_behind_anchor", "journal_differs_from_anchor", "anchor_missing", "anchor_damaged")
"""Findings of the opening that come back until somebody has looked and says so."""


OWN_STANDING = (
    "own_laptop_revoked", "own_key_revoked", "own_certificate_ended", "own_certificate_over", "own_certificate_ends",
)  # fmt: skip
"""Findings of the opening that tell whoever unlocked that what he records does not count, or soon will not."""


class Draft(Protocol):
    """A form being filled in: local, encrypted, never sent."""

    @property
    def form(self) -> str:
        """Which form."""

    @property
    def subject(self) -> str:
        """About whom."""

    @property
    def position(self) -> str:
        """The question at which the person was; empty at the beginning."""

    @property
    def fields(self) -> Mapping[str, str]:
        """Field -> text as the form writes it (JSON where it is not plain text)."""

    @property
    def started_at(self) -> datetime:
        """When the form was begun (aware, UTC)."""

    @property
    def saved_at(self) -> datetime:
        """When a field was last left (aware, UTC)."""


class Drafts(Protocol):
    """The forms that the person at the desk is filling in; each field is on the disk when `save` returns."""

    def save(self, form: str, subject: str, field: str, value: str) -> None:
        """Keep one field as it is left. Unavailable ``disk_full``."""

    def clear(self, form: str, subject: str, field: str) -> None:
        """Forget one field."""

    def move_to(self, form: str, subject: str, position: str) -> None:
        """Remember the question at which the person is."""

    def load(self, form: str, subject: str) -> Draft | None:
        """The draft as it was left, None where there is none."""

    def list(self, *, everyone: bool = False) -> Sequence[Draft]:
        """All drafts of this person (or of everyone at this laptop), newest first."""

    def discard(self, form: str, subject: str) -> None:
        """Forget one draft (its form was saved, or the person said so)."""


class Photo(Protocol):
    """A photo made small: what is kept, and what was read from it before it was stripped."""

    @property
    def content(self) -> bytes:
        """WebP without any metadata."""

    @property
    def width(self) -> int:
        """Pixels."""

    @property
    def height(self) -> int:
        """Pixels."""

    @property
    def taken_at(self) -> datetime | None:
        """When the camera says it was taken (aware, UTC)."""

    @property
    def latitude(self) -> float | None:
        """Degrees, where the camera told."""

    @property
    def longitude(self) -> float | None:
        """Degrees, where the camera told."""


class Photos(Protocol):
    """Makes photos small and plain."""

    def shrink(self, source: Path | bytes) -> Photo:
        """At most 960x1280 and 80 KB, turned upright, EXIF gone. Refused ``photo_*`` where it is none or a bomb."""


@dataclass(frozen=True, slots=True)
class ExchangeProgress:
    """How far an exchange is, in bytes."""

    step: str
    """``connecting``, ``words``, ``pack``, ``photos`` or ``done``."""
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class ExchangeOutcome:
    """What one exchange brought, for the person who asked for it."""

    sent_entries: int
    received_entries: int
    sent_photos: int
    photos_left: int
    bytes_sent: int
    bytes_received: int
    receipt: str
    decisions: int
    list_month: str
    """Month of the list that arrived with this exchange; empty where none did."""
    quarantined: tuple[tuple[EntryId, str], ...] = ()
    """Entries that the district set aside, with the code of the reason."""
    notices: tuple[str, ...] = ()
    """Codes of what was noticed and healed (``clone_noticed``, ``hub_restored``, ``clock_wrong``)."""
    limit_reached: bool = False
    """Whether photos wait because this day's limit is reached."""


class Exchange(CarriedEnrolment, Protocol):
    """The line to the district, and getting to know it with a line or without."""

    def enrolled(self) -> bool:
        """Whether this laptop and a district trust each other."""

    def hub_address(self) -> str:
        """The district's address, empty before enrolment."""

    def reachable(self) -> bool:
        """A cheap look whether the district answers just now (a network call: NETWORK lane). Never while its address is
        not known."""

    @property
    def underway(self) -> bool:
        """Whether an exchange runs just now, whoever asked for it."""

    def run(
        self, progress: Callable[[ExchangeProgress], None], cancelled: Cancelled, *, everything: bool = False
    ) -> ExchangeOutcome:
        """One exchange; `everything`: photos too, whatever the day's limit says.

        Unavailable ``line_*`` or Refused ``exchange_*`` (``exchange_no_address`` where the district
        was met by stick and nobody knows its address); what came through until then stays."""

    def photo_wanted(self) -> None:
        """Somebody is about to ask for `photo`: an exchange in the background makes way."""

    @property
    def photo_waits(self) -> bool:
        """Whether somebody waits for a photo."""

    def photo(
        self, name: str, progress: Callable[[int, int], None], cancelled: Cancelled, *, everything: bool = False
    ) -> bool:
        """Have the file of a photo that the journal tells of and another laptop made, from the district (NETWORK lane);
        False where the person stopped it. `progress`: bytes here, bytes in all. It goes also while sending by itself
        is paused or rests on the battery, because somebody asks; `everything`: whatever the day's limit says.

        Refused ``photo_beyond_limit`` (nothing went over the line), ``photo_not_at_district``, ``photo_at_laptop``,
        ``photo_spoilt_*``, ``exchange_*``; Unavailable ``line_*``, ``disk_*``: what came until then goes on next time.
        """

    def enrol(self, address: str, code: str) -> None:
        """Trust each other by the code that the district gave. Refused ``enrol_*``, Unavailable ``line_*``."""

    def set_address(self, address: str) -> None:
        """The same district at another address. Refused ``hub_address_wrong``."""


class PeopleAdmin(Protocol):
    """Officials of this laptop; every act is an entry and, where it concerns a key, a slot."""

    def add(self, name: str, role: str, rts: tuple[str, ...], password: str) -> PersonId:
        """Give a person a place. Refused ``not_allowed``, ``person_name_missing``, ``password_short``."""

    def change(self, person: PersonId, name: str, role: str, rts: tuple[str, ...], active: bool) -> None:
        """Change name, role, RTs or activity."""

    def change_password(self, old: str, new: str) -> None:
        """The own password. Locked ``password_wrong``."""

    def reset_password(self, person: PersonId, new: str) -> None:
        """Another person's, by an operator or head."""

    def all(self) -> Sequence[PersonRow]:
        """All officials, active first."""

    def manages(self) -> bool:
        """Whether the person at the desk may change people at all."""

    def recovery_words(self) -> tuple[str, ...]:
        """New one-time words for the person at the desk (shown once); older ones are void."""

    def recovery_left(self) -> int:
        """How many lines of such words the person at the desk has not used yet; 0 where he never had any."""


class Settings(Protocol):
    """Key and value inside the vault (hub address, daily limits, remembered mappings)."""

    def get(self, key: str) -> str | None:
        """The value kept under `key`, None where it was never set."""

    def put(self, key: str, value: str) -> None:
        """Keep a value."""


@dataclass(frozen=True, slots=True)
class DistrictPage:
    """Where the pretended district of a practice village decides on proposals."""

    address: str
    user: str
    password: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One unlocked laptop with the person who sits at it."""

    actor: Actor
    clock: Clock
    journal: Journal
    reading: Reading
    contests: Contests
    lists: Lists
    trail: Trail
    save_changes: SaveChanges
    drafts: Drafts
    evidence: EvidenceStore
    photos: Photos
    exchange: Exchange
    sticks: Sticks
    nearby: Nearby
    people: PeopleAdmin
    custody: Custody
    settings: Settings
    gaps: Callable[[], Sequence[Missing]]
    """Entries that the district or another laptop told of and that are not here yet."""
    resting: Callable[[], str]
    """Why nothing is sent by itself just now (`app.usecases.rest`); asks the machine, so not on the UI thread."""
    verify: Callable[[Callable[[float], None], Cancelled], Sequence[Problem]]
    """Checks every chain, seal and file; what it found, empty where all is whole."""
    intake: Intake
    take_list: Callable[[ListDraft], PackId]
    """Make a list that was read the newest pack of this village; visits stay with their families."""
    today: Callable[[], date]
    district_page: Callable[[], DistrictPage | None]
    """The pretended district's page, None outside practice (starts it: NETWORK lane)."""
    practice_key: Callable[[], Sequence[PlantedError]]
    """What was planted in the practice village; empty outside practice (made the first time it is asked: DISK lane)."""
    findings: Sequence[Problem]
    """What the opening found and healed or could not heal; to be told, nobody is kept from working."""
    unguarded: Callable[[], Problem | None]
    """``saved_unguarded`` while what was recorded lacks its second copy (a full disk); no act fails for it."""
    settle: Callable[[], None]
    """Take what the journal holds now for whole, where the opening found one of `SETTLED_BY_PERSON`. Where entries are
    gone the laptop goes on with a new chain, so that the next exchange brings back what the district holds of them.

    Refused ``not_allowed`` where the person at the desk is neither head nor operator.
    """
    close: Callable[[], None]
    """Seal, checkpoint and let go of the keys; the process should end after it."""


@dataclass(frozen=True, slots=True)
class IntakeView:
    """A list that was opened, before anything is taken in: what the mapping screen shows."""

    path: Path
    sheet: str
    rows: int
    columns: tuple[Column, ...]
    mapping: ColumnMapping
    """What each column is taken for, proposed or remembered."""
    sample: tuple[tuple[str, ...], ...]
    """Ten rows as they stand in the sheet."""
    remembered: bool
    """Whether a person confirmed this mapping before for the same headings."""
    as_before: frozenset[int] = frozenset()
    """Columns that are taken for what a person took their heading for in a list before."""
    sheets: tuple[SheetOffer, ...] = ()
    """All sheets that are lists of people, where there is more than one; those to be read are chosen here."""


class Intake(Protocol):
    """Reads lists as districts send them; nothing is changed until a draft is handed to a store."""

    def open(self, path: Path, progress: Callable[[float], None], cancelled: Cancelled) -> IntakeView:
        """Refused ``list_*`` where the file is no list, half a file, too large, encrypted or a bomb;
        ``import_cancelled``."""

    def fields(self) -> Sequence[tuple[str, str]]:
        """All fields that a column may be mapped to: (field, label)."""

    def read(
        self, view: IntakeView, mapping: ColumnMapping, progress: Callable[[float], None], cancelled: Cancelled
    ) -> ListDraft:
        """Read all rows of the view's sheets with this mapping; the mapping is remembered for these headings."""

    def villages(self, draft: ListDraft) -> Sequence[ListDraft]:
        """One draft for each village of the list, the largest first; the draft itself where it is one village's."""

    def save_warnings(self, draft: ListDraft, target: Path, *, masked: bool, purpose: str = "") -> None:
        """Write the sheet of warnings to send back, once it is on record. Refused as `LogExport`."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How this laptop's program looks and speaks; kept outside the vault because the lock screen needs it."""

    language: str = "id"
    theme: str = "system"
    """``light``, ``dark``, ``contrast`` or ``system``."""
    scale: float = 1.0
    """Text size, 1.0 to 2.0."""
    idle_minutes: int = 10


class PreferenceStore(Protocol):
    """Keeps the preferences. What is worn is known without a disk: it was read before the first window."""

    def load(self) -> Preferences:
        """What is worn."""

    def wear(self, preferences: Preferences) -> None:
        """These hold from now on, whether or not the disk takes them."""

    def save(self, preferences: Preferences) -> None:
        """Keep them for the next start."""
