"""The district's calendar as it was told to its villages last."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.domain.calendar import GENERAL, Calendar, calendar_for, with_days
from app.domain.errors import Refused
from app.domain.payloads import CalendarSet
from app.hub.tables import entry, village
from app.shelf.calendars import shipped_calendars
from app.wire.payload import decode_payload


def newest(connection: Connection) -> CalendarSet | None:
    """What was told last, to whichever village; None where nothing ever was."""
    row = connection.execute(
        select(entry.c.kind, entry.c.version, entry.c.payload)
        .where(entry.c.kind == "calendar_set", entry.c.reason == "")
        .order_by(entry.c.at_ms.desc(), entry.c.turn.desc())
        .limit(1)
    ).first()
    try:
        said = decode_payload(row.kind, row.version, row.payload) if row else None
    except Refused:
        return None
    return said if isinstance(said, CalendarSet) else None


def current(connection: Connection) -> Calendar:
    """The calendar that the villages go by: as it was told, else what the shelf has for this district."""
    shelf = shipped_calendars()
    said = newest(connection)
    if said is not None:
        return with_days(shelf[GENERAL], said.values)
    first = connection.execute(select(village.c.village).order_by(village.c.village).limit(1)).scalar()
    return calendar_for(str(first or "")[:4], shelf)
