"""By which clock a district lives: Indonesia has three, and its laptops go by that of their own place.

An objection that is filed late in the evening would otherwise be due another day at the district than in its village.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from app.domain.entry import LATEST_MS
from app.domain.errors import Problem
from app.hub.database import HubDatabase
from app.hub.tables import village


@dataclass(frozen=True, slots=True)
class Zone:
    """One of the three, with its name as everybody knows it."""

    name: str
    clock: timezone

    def at(self, at_ms: int) -> datetime:
        """A moment (milliseconds since 1970 UTC) as clocks show it there; what somebody wrote into the tables that no
        clock shows is the nearest one that it does."""
        return datetime.fromtimestamp(min(max(at_ms, 0), LATEST_MS) / 1000, self.clock)


WIB: Final = Zone("WIB", timezone(timedelta(hours=7)))
WITA: Final = Zone("WITA", timezone(timedelta(hours=8)))
WIT: Final = Zone("WIT", timezone(timedelta(hours=9)))

_WESTERN: Final = frozenset({"61", "62"})
"""Kalimantan Barat and Tengah; with Sumatra (1, 2) and Java (3)."""


def zone_of(code: str) -> Zone:
    """By the province with which a region's code begins (Keputusan Presiden 41/1987)."""
    if code[:1] in ("1", "2", "3") or code[:2] in _WESTERN:
        return WIB
    return WIT if code[:1] in ("8", "9") else WITA


_here: ContextVar[Zone] = ContextVar("zone", default=WITA)


def zone() -> Zone:
    """The zone of the district that answers now; the middle one while it has no village."""
    return _here.get()


@contextmanager
def living_by(one: Zone) -> Iterator[None]:
    """Go by a zone for a while."""
    before = _here.set(one)
    try:
        yield
    finally:
        _here.reset(before)


class DistrictZone:
    """The zone of a district, by the first of its villages; once known it is not asked for again."""

    def __init__(self, database: HubDatabase) -> None:
        self._database = database
        self.known: Zone | None = None

    def find(self) -> Zone:
        """The zone; `WITA` while there is no village, or while nobody can be asked."""
        if self.known is None:
            try:
                with self._database.look() as connection:
                    first = connection.execute(select(village.c.village).order_by(village.c.village).limit(1)).scalar()
            except Problem:
                return WITA
            self.known = zone_of(first) if first else None
        return self.known or WITA


class LocalTime:
    """Lets every answer be made by the clock of its district."""

    def __init__(self, app: ASGIApp, found: DistrictZone) -> None:
        self._app, self._found = app, found

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, by that clock."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        known = self._found.known
        with living_by(known if known is not None else await run_in_threadpool(self._found.find)):
            await self._app(scope, receive, send)
