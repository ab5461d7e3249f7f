"""The district sets the windows of the month, for all its villages at once."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from app.domain.calendar import GENERAL, with_days
from app.domain.entry import VILLAGE
from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.payloads import CalendarSet
from app.hub.calendar import newest
from app.hub.chain import say
from app.hub.database import EVERYWHERE
from app.hub.decide import introduction
from app.hub.district import District
from app.hub.tables import village
from app.shelf.calendars import shipped_calendars


def set_calendar(district: District, days: Mapping[str, int], *, by: PersonId, name: str) -> int:
    """Tell every village these days (see `app.domain.calendar.days_of`); gives how many villages there are.

    Villages that come later are told when they are opened. Refused ``calendar_window_impossible``,
    ``calendar_objection_impossible``, ``calendar_unchanged``, ``hub_no_villages``.
    """
    with_days(shipped_calendars()[GENERAL], days)
    said = CalendarSet(GENERAL, dict(days))
    with district.database.write(EVERYWHERE) as connection:
        if newest(connection) == said:
            raise Refused("calendar_unchanged")
        codes = connection.execute(select(village.c.village).order_by(village.c.village)).scalars().all()
        if not codes:
            raise Refused("hub_no_villages")
        for code in codes:
            say(
                connection,
                district,
                code,
                [*introduction(connection, district, code, by, name), (by, VILLAGE, said)],
            )
    return len(codes)
