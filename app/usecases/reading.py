"""What screens ask of the store and get back: frozen rows, in windows, never SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.calendar import Calendar
from app.domain.entry import Entry, Recorded
from app.domain.happened import Happened
from app.domain.ids import EntryId, FamilyId, PackId, PersonId
from app.domain.list_change import ListChange
from app.domain.proposal_course import ProposalStanding
from app.domain.roster import Flag
from app.domain.standing import Standing
from app.usecases.home import Home


@dataclass(frozen=True, slots=True)
class FamilyFilter:
    """Which families; empty fields do not filter, all that are set must hold."""

    text: str = ""
    """Name (also misspelt), NIK, KK or address, as it is typed."""
    dusun: str = ""
    rt: str = ""
    rw: str = ""
    statuses: tuple[str, ...] = ()
    """Visit statuses of app.domain.standing."""
    programme: str = ""
    decile: str = ""
    flagged: bool | None = None
    """True: only families with warnings."""
    flag_code: str = ""
    with_open_proposals: bool | None = None
    rts: tuple[str, ...] = ()
    """``RT/RW`` pairs to which an enumerator is bound; empty means the whole village."""
    no_nik: bool | None = None
    """True: only families with a member without a NIK."""
    without: frozenset[str] = frozenset()
    """Parts of the place that must be unknown: ``dusun``, ``rt``, ``rw``."""
    given_up: bool = False
    """True: also proposed families that nobody asks for any more. A text finds them always."""


@dataclass(frozen=True, slots=True)
class FamilyElsewhere:
    """All that somebody bound to some RTs is told of a family that lives outside them: whom to send to whom."""

    head_name: str
    rt: str
    rw: str


@dataclass(frozen=True, slots=True)
class FamilySort:
    """Order of the list: ``name``, ``address``, ``members``, ``status``, ``changed``, ``decile`` or ``match``."""

    by: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One line of the list of families; ids are masked already."""

    id: FamilyId
    head_name: str
    kk_masked: str
    address: str
    dusun: str
    rt: str
    rw: str
    members: int
    decile: str
    programmes: tuple[str, ...]
    status: str
    open_proposals: int
    warnings: int
    changed_at_ms: int
    visited_at_ms: int
    """Times as far as they are known (`app.domain.happened`), whatever the clocks of laptops said; 0 where none is."""
    listed: bool
    matched_name: str = ""
    """The member whose name was found, where it is not the head's."""
    attempts: int = 0
    """Visits so far, whatever came of them; counted for a route only."""


@dataclass(frozen=True, slots=True)
class FamilyCounts:
    """How many families each filter would leave, for the chips above the list."""

    total: int
    by_status: Mapping[str, int]
    flagged: int
    with_open_proposals: int


@dataclass(frozen=True, slots=True)
class Place:
    """One RT of a dusun, as filters and routes name it."""

    dusun: str
    rt: str
    rw: str
    families: int
    visited: int
    """Families whose newest attempt says how they stand; not visited yet or incomplete means left."""


@dataclass(frozen=True, slots=True)
class Transport:
    """Where an entry is on its way: the four states, never one green tick."""

    state: str
    """``saved`` (Tersimpan di laptop), ``sent`` (Dalam perjalanan), ``received`` (Diterima kabupaten), ``decided``."""
    receipt: str = ""
    at_ms: int = 0
    road: str = ""
    """How it was handed over while it is ``sent``: ``line`` or ``stick``."""
    received_at_ms: int = 0
    """When the district received it, also once it has decided."""


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One entry of a family's history with who and where it is."""

    record: Recorded
    author_name: str
    sealed: bool
    quarantined: str
    """Code of why it does not count here; empty where it does."""
    transport: Transport
    aside_there: str = ""
    """Code of why the district, as it last told, does not count it though it counts here."""
    happened: Happened | None = None
    """When it was written as far as it is known; None for what its clock said."""


@dataclass(frozen=True, slots=True)
class UnreadItem:
    """An entry of a family's history that this program can not read: it is kept and said, never dropped."""

    entry: Entry
    author_name: str
    reason: str
    """Code of why: a newer program's kind, a damaged payload, a key that was revoked, ..."""
    happened: Happened | None = None
    """As in `HistoryItem`."""


@dataclass(frozen=True, slots=True)
class ListStep:
    """What one list changed for the family, and where it stands among the entries."""

    change: ListChange
    month: str
    local: bool
    """Whether it was opened from a file on a laptop and not handed out by the district."""
    at_ms: int
    order: tuple[int, str, int]
    """As `Entry.order`."""


@dataclass(frozen=True, slots=True)
class FamilyDetail:
    """Everything about one family; ids unmasked: whoever shows them masks them."""

    standing: Standing
    history: Sequence[HistoryItem]
    flags: tuple[Flag, ...]
    pack: PackId | None
    pack_month: str
    photos_held: frozenset[str]
    unread: tuple[UnreadItem, ...] = ()
    lists: tuple[ListStep, ...] = ()
    """What lists changed, the oldest first."""


@dataclass(frozen=True, slots=True)
class ProposalFilter:
    """Which proposals; empty fields do not filter."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    objection_states: tuple[str, ...] = ()
    """States in which objections are wanted beside what is in one of `states`."""
    open_only: bool = False
    rts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One line of the list of proposals."""

    id: EntryId
    family: FamilyId
    head_name: str
    member_name: str
    kind: str
    state: str
    rt: str
    rw: str
    author_name: str
    at_ms: int
    answered_at_ms: int
    comment: str
    reason: str
    transport: Transport
    objection_days_left: int | None
    """Days in which the district still has to answer (its calendar says how many in all); open objections only."""


@dataclass(frozen=True, slots=True)
class ProposalDetail:
    """One proposal with its family."""

    proposal: ProposalStanding
    standing: Standing
    author_name: str
    transport: Transport
    names: Mapping[PersonId, str]
    objection_days_left: int | None = None
    """As in `ProposalRow`."""
    aside_there: Mapping[EntryId, str] = field(default_factory=dict)
    """Which of the proposal and what was said of it the district does not count, with the code of why."""
    happened: Mapping[EntryId, Happened] = field(default_factory=dict)
    """When the proposal and what was said of it were written, as far as it is known; else as their clocks said."""


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """One act that the district does not hold yet, or whose photos it does not hold yet (`transport` tells which)."""

    entry: Entry
    head_name: str
    size: int
    photos: int
    photo_bytes: int
    transport: Transport


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is on its way, words and photos apart (bytes)."""

    items: Sequence[WaitingItem]
    """In the order in which they travel."""
    words: int
    """Acts that wait; seals and the like travel too and are in the bytes only."""
    word_bytes: int
    """Before compression."""
    photos: int
    photo_bytes: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One official."""

    id: PersonId
    name: str
    role: str
    rts: tuple[str, ...]
    active: bool
    certified: bool
    until: str = ""
    """ISO date of the last day on which this person's acts count; empty where it is open."""
    revoked: bool = False
    """Whether the district has said that nothing more of this person counts."""


@dataclass(frozen=True, slots=True)
class VillageInfo:
    """Which village this laptop holds."""

    code: str
    name: str
    subdistrict: str
    district: str
    practice: bool
    pack: PackId | None = None
    pack_month: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


class Reading(Protocol):
    """The read side of the store; every call is one or a few SQL statements, made on the DISK lane.

    A person bound to some RTs is shown nothing of other families, whatever is asked, but for what `elsewhere` tells.
    """

    def version(self) -> int:
        """Grows with every write that a screen could show: the same number means that nothing has to be asked again."""

    def village(self) -> VillageInfo:
        """The village of this store."""

    def count_families(self, which: FamilyFilter) -> int:
        """How many families `which` leaves."""

    def families(self, which: FamilyFilter, sort: FamilySort, offset: int, limit: int) -> Sequence[FamilyRow]:
        """One window of the list."""

    def elsewhere(self, text: str, limit: int) -> Sequence[FamilyElsewhere]:
        """Whom a search leaves out because they live outside the RTs of whoever asks, those that fit best first.

        None where he is bound to no RTs.
        """

    def counts(self, which: FamilyFilter) -> FamilyCounts:
        """Counts for the chips; the filter's own statuses and flags are ignored."""

    def places(self) -> Sequence[Place]:
        """All RTs, ordered by dusun, RW, RT."""

    def flag_codes(self) -> Sequence[str]:
        """The kinds of warnings that families of the list carry, the most frequent first."""

    def family(self, family: FamilyId) -> FamilyDetail | None:
        """Everything about one family."""

    def route(self, rt: str, rw: str) -> Sequence[FamilyRow]:
        """The families of one RT, those left first, by address."""

    def count_proposals(self, which: ProposalFilter) -> int:
        """How many proposals `which` leaves."""

    def proposals(self, which: ProposalFilter, offset: int, limit: int) -> Sequence[ProposalRow]:
        """One window of the list of proposals, newest first."""

    def proposal(self, proposal: EntryId) -> ProposalDetail | None:
        """One proposal."""

    def calendar(self) -> Calendar:
        """The month's windows of this village's district: as it set them itself, else those of the shelf."""

    def home(self) -> Home:
        """The figures of Beranda."""

    def waiting(self) -> Waiting:
        """What the district does not hold yet."""

    def receipts(self, limit: int) -> Sequence[Recorded]:
        """The newest receipts first."""

    def people(self) -> Sequence[PersonRow]:
        """All officials of this village, active first."""
