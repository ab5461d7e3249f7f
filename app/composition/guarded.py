"""A journal that refuses what would not count: for people and laptops that the district has stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from app.domain.entry import Recorded
from app.domain.errors import Problem, Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.tenure import NOTICE_DAYS, days_left, is_over
from app.storage.clock import district_ms
from app.storage.journal import SqlJournal
from app.storage.officials import official
from app.storage.stops import Stops
from app.storage.vault import OpenVault
from app.usecases.ports import Act

REVOKED_HERE: Final = "exchange.revoked_here"
"""Setting: ``yes`` once the district has said on the line that it takes nothing more from this laptop."""


class OwnStanding:
    """Whether what is recorded here counts."""

    def __init__(self, vault: OpenVault, device: str, chain: str) -> None:
        self._vault, self._device, self._chain = vault, device, chain

    def problem(self) -> Problem | None:
        """Why nothing new counts: ``own_laptop_revoked``, ``own_key_revoked``, or ``own_certificate_ended`` where the
        district has spoken after its last day; this laptop's clock, which may be wrong, stops nobody."""
        if self._vault.settings.get(REVOKED_HERE) == "yes":
            return Refused("own_laptop_revoked")
        with self._vault.database.read() as connection:
            stops = Stops(connection)
            if stops.laptop(self._device):
                return Refused("own_laptop_revoked")
            if stops.person(self._vault.person_id, self._chain):
                return Refused("own_key_revoked")
            known = official(connection, self._vault.person_id)
            until = known.until if known else ""
            if is_over(until, district_ms(connection)):
                return Refused("own_certificate_ended", until=until)
        return None

    def check(self) -> None:
        """Refused as `problem` says."""
        problem = self.problem()
        if problem is not None:
            raise problem

    def notice(self, today: date) -> Problem | None:
        """`problem`; or, as this laptop's clock has it (`today`), ``own_certificate_ends`` in the last days of the
        certificate and ``own_certificate_over`` behind them."""
        found = self.problem()
        if found is not None:
            return found
        with self._vault.database.read() as connection:
            known = official(connection, self._vault.person_id)
        left = days_left(known.until if known else "", today)
        if known is None or left is None or left > NOTICE_DAYS:
            return None
        if left < 0:
            return Refused("own_certificate_over", until=known.until)
        return Refused("own_certificate_ends", until=known.until, days=left)


class GuardedJournal:
    """Implements `Journal`: refuses an act that would be set aside everywhere, whatever is read goes on."""

    def __init__(self, journal: SqlJournal, standing: OwnStanding) -> None:
        self._journal, self._standing = journal, standing

    def record(self, *acts: Act) -> tuple[EntryId, ...]:
        """As the journal does; Refused ``own_laptop_revoked``, ``own_key_revoked``, ``own_certificate_ended`` too."""
        self._standing.check()
        return self._journal.record(*acts)

    def seal(self) -> EntryId | None:
        """Seal the head."""
        return self._journal.seal()

    def entries(self, subject: FamilyId) -> Sequence[Recorded]:
        """All entries about one family."""
        return self._journal.entries(subject)
