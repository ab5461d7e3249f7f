"""How often one may try: after a few failures each further try has to wait longer, up to a quarter of an hour."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, func, insert, select, update

from app.domain.errors import Refused
from app.hub.database import OFFICE, HubDatabase
from app.hub.tables import attempt

FREE_TRIES = 5
MOST_NAMES = 10_000
FORGOTTEN_MS = 86_400_000
"""After a day without a failure nobody remembers those before."""
_LONGEST_MS = 900_000


class Limits:
    """Failures by name (an address, a login, a code), in the district's database: all processes that serve it count
    together, and a restart forgives nothing."""

    def __init__(self, database: HubDatabase, now_ms: Callable[[], int]) -> None:
        self._database = database
        self._now_ms = now_ms
        self.proxies: frozenset[str] = frozenset()
        """Addresses of the district's own that everybody comes through: one guesser there must not stop all others."""

    def of_address(self, act: str, address: str) -> tuple[str, ...]:
        """The name under which failures of `act` from an address are counted, none for a proxy of our own."""
        return () if address in self.proxies else (f"{act} {address}",)

    def check(self, *names: str) -> None:
        """Refused ``too_many_tries`` with `wait_seconds` where one of the names has to wait."""
        with self._database.read() as connection:
            self._check(connection, _keys(names))

    def begin(self, *names: str) -> None:
        """Check, and count a failure at once, until `succeeded` takes it back: guesses side by side, in whatever
        process, do not pass the limit together. Refused as `check`."""
        keys = _keys(names)
        with self._database.write(OFFICE) as connection:
            self._check(connection, keys)
            self._count(connection, keys)

    def failed(self, *names: str) -> None:
        """Count one failure against each name."""
        with self._database.write(OFFICE) as connection:
            self._count(connection, _keys(names))

    def succeeded(self, *names: str) -> None:
        """Forget the failures of these names."""
        here = attempt.c.name.in_(_keys(names))
        with self._database.read() as connection:
            if connection.execute(select(attempt.c.name).where(here)).first() is None:
                return  # as nearly always: nothing is written
        with self._database.write(OFFICE) as connection:
            connection.execute(delete(attempt).where(here))

    def _check(self, connection: Connection, keys: Sequence[str]) -> None:
        now = self._now_ms()
        rows = connection.execute(select(attempt).where(attempt.c.name.in_(keys)))
        wait = max((_wait_ms(row.failures, row.last_ms, now) for row in rows), default=0)
        if wait > 0:
            raise Refused("too_many_tries", wait_seconds=wait // 1000 + 1)

    def _count(self, connection: Connection, keys: Sequence[str]) -> None:
        now = self._now_ms()
        connection.execute(delete(attempt).where(attempt.c.last_ms < now - FORGOTTEN_MS))
        for key in keys:
            again = update(attempt).where(attempt.c.name == key)
            if connection.execute(again.values(failures=attempt.c.failures + 1, last_ms=now)).rowcount == 0:
                connection.execute(insert(attempt).values(name=key, failures=1, last_ms=now))
        over = connection.execute(select(func.count()).select_from(attempt)).scalar_one() - MOST_NAMES
        if over > 0:
            oldest = select(attempt.c.name).order_by(attempt.c.last_ms, attempt.c.name).limit(over)
            connection.execute(delete(attempt).where(attempt.c.name.in_(oldest)))


def _keys(names: Sequence[str]) -> list[str]:
    """As they are kept: a wrong login may be a password that was typed into the wrong field."""
    return [hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest() for name in names]


def _wait_ms(failures: int, last_ms: int, now: int) -> int:
    if failures < FREE_TRIES:
        return 0
    whole = _LONGEST_MS if failures > FREE_TRIES + 9 else min(_LONGEST_MS, 1000 * 2 ** (failures - FREE_TRIES + 1))
    return min(whole, last_ms + whole - now)  # a clock that was set back makes nobody wait longer than that
