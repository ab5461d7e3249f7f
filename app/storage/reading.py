"""`SqlReading`: everything that screens ask of the store, each answer from one unchanging state of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Protocol

from sqlalchemy import Connection

from app.domain.calendar import Calendar
from app.domain.entry import Recorded
from app.domain.ids import EntryId, FamilyId
from app.storage import home, reading_family, reading_lists, reading_proposals, reading_trail, reading_village, waiting
from app.storage.reading_contests import Contested
from app.storage.reading_families import FamilyWindows
from app.storage.reading_proposals import Day
from app.storage.reading_scope import Scope
from app.storage.search import Found
from app.usecases.contests import SAME, ContestDetail, ContestKey, ContestRow, SettlingRow
from app.usecases.export_list import TrailRow
from app.usecases.home import Home
from app.usecases.list_comparison import Comparison
from app.usecases.ports import Clock
from app.usecases.reading import (
    FamilyCounts,
    FamilyDetail,
    FamilyElsewhere,
    FamilyFilter,
    FamilyRow,
    FamilySort,
    PersonRow,
    Place,
    ProposalDetail,
    ProposalFilter,
    ProposalRow,
    VillageInfo,
    Waiting,
)

CACHE_KB: Final = 64 * 1024
"""Pages that one connection may keep decrypted: a page read again costs ten times a page kept. SQLite's own 8 MB hold
a village of 5,000; memory is taken only as pages are read, so a usual village stays far below."""

_ROOMY = "balai_reading_cache"


class Readable(Protocol):
    """A store that hands out connections for reading (app.storage.database.Database)."""

    def read(self) -> AbstractContextManager[Connection]:
        """One unchanging state of the store."""


class SqlReading:
    """The read side for the person at the desk; all screens share one, so that what one asked another need not."""

    def __init__(
        self,
        database: Readable,
        clock: Clock,
        *,
        person: str = "",
        rts: Sequence[str] = (),
        practice: bool = False,
    ) -> None:
        """`person` sits at the desk; `rts` are the ``RT/RW`` pairs to which he is bound, empty means the village."""
        self._person = person
        self._database = database
        self._clock = clock
        self._scope = Scope(tuple(rts))
        self._practice = practice
        self._families = FamilyWindows(self._scope)
        self._contested = Contested(self._scope)

    def version(self) -> int:
        """Grows with every write that a screen could show."""
        with self._read() as connection:
            return _version(connection)

    def village(self) -> VillageInfo:
        """The village of this store."""
        with self._read() as connection:
            return reading_village.village(connection, self._practice)

    def count_families(self, which: FamilyFilter) -> int:
        """How many families `which` leaves."""
        with self._read() as connection:
            return self._families.count(connection, _version(connection), which)

    def families(self, which: FamilyFilter, sort: FamilySort, offset: int, limit: int) -> Sequence[FamilyRow]:
        """One window of the list."""
        with self._read() as connection:
            return self._families.window(connection, _version(connection), which, sort, offset, limit)

    def elsewhere(self, text: str, limit: int) -> Sequence[FamilyElsewhere]:
        """Whom a search leaves out because they live outside the RTs of whoever asks."""
        with self._read() as connection:
            return self._families.elsewhere(connection, _version(connection), text, limit)

    def counts(self, which: FamilyFilter) -> FamilyCounts:
        """Counts for the chips."""
        with self._read() as connection:
            return self._families.counts(connection, _version(connection), which)

    def places(self) -> Sequence[Place]:
        """All RTs, ordered by dusun, RW, RT."""
        with self._read() as connection:
            return home.places(connection, self._scope)

    def flag_codes(self) -> Sequence[str]:
        """The kinds of warnings that families of the list carry, the most frequent first."""
        with self._read() as connection:
            return self._families.flag_codes(connection)

    def family(self, family: FamilyId) -> FamilyDetail | None:
        """Everything about one family."""
        with self._read() as connection:
            return reading_family.detail(connection, family, self._scope)

    def route(self, rt: str, rw: str) -> Sequence[FamilyRow]:
        """The families of one RT, those left first, by address."""
        with self._read() as connection:
            return self._families.route(connection, _version(connection), rt, rw)

    def count_proposals(self, which: ProposalFilter) -> int:
        """How many proposals `which` leaves."""
        with self._read() as connection:
            return reading_proposals.count(connection, which, self._scope, self._finding(connection))

    def proposals(self, which: ProposalFilter, offset: int, limit: int) -> Sequence[ProposalRow]:
        """One window of the list of proposals, newest first."""
        with self._read() as connection:
            find = self._finding(connection)
            return reading_proposals.window(connection, which, self._scope, find, self._day(connection), offset, limit)

    def proposal(self, proposal: EntryId) -> ProposalDetail | None:
        """One proposal."""
        with self._read() as connection:
            return reading_proposals.detail(connection, proposal, self._scope, self._day(connection))

    def calendar(self) -> Calendar:
        """The month's windows of this village's district."""
        with self._read() as connection:
            return self._calendar(connection)

    def home(self) -> Home:
        """The figures of Beranda."""
        with self._read() as connection:
            figures = home.home(connection, self._scope, self._day(connection), self._clock.now_ms())
            contested = self._contested.rows(connection, _version(connection))
            own = home.returned_to(connection, self._person, self._scope)
            twice = sum(row.key.kind == SAME for row in contested)
            return replace(figures, contested=len(contested) - twice, said_twice=twice, returned_own=own)

    def contests(self) -> Sequence[ContestRow]:
        """All that is contested."""
        with self._read() as connection:
            return self._contested.rows(connection, _version(connection))

    def trail(self, limit: int) -> Sequence[TrailRow]:
        """Who saw whole numbers and took files with names out, the newest first."""
        with self._read() as connection:
            return reading_trail.trail(connection, self._scope, limit)

    def contest(self, key: ContestKey) -> ContestDetail | None:
        """One contest in full."""
        with self._read() as connection:
            return self._contested.detail(connection, key)

    def comparison(self) -> Comparison | None:
        """Today's list beside that of the month before."""
        with self._read() as connection:
            return reading_lists.comparison(connection, self._scope)

    def settlings(self, limit: int) -> Sequence[SettlingRow]:
        """What was settled and not taken back, newest first."""
        with self._read() as connection:
            return self._contested.settlings(connection, limit)

    def waiting(self) -> Waiting:
        """What the district does not hold yet."""
        with self._read() as connection:
            return waiting.waiting(connection, self._scope)

    def receipts(self, limit: int) -> Sequence[Recorded]:
        """The newest receipts first."""
        with self._read() as connection:
            return reading_village.receipts(connection, limit)

    def people(self) -> Sequence[PersonRow]:
        """All officials of this village, active first."""
        with self._read() as connection:
            return reading_village.people(connection)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._database.read() as connection:
            if _ROOMY not in connection.info:
                connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KB}")
                connection.info[_ROOMY] = True
            yield connection

    def _finding(self, connection: Connection) -> Callable[[str], Found | None]:
        version = _version(connection)
        return lambda text: self._families.find(connection, version, text)

    def _day(self, connection: Connection) -> Day:
        now = datetime.fromtimestamp(self._clock.now_ms() / 1000, UTC)
        return Day(now.astimezone().date(), self._calendar(connection))

    def _calendar(self, connection: Connection) -> Calendar:
        return reading_village.calendar(connection, reading_village.village(connection, self._practice).code[:4])


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT value FROM counter WHERE name = 'version'").scalar() or 0)
