"""Which village this is, who works here, and what the district acknowledged."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import Connection

from app.domain.calendar import Calendar, calendar_for, with_days
from app.domain.entry import Recorded
from app.domain.errors import Refused
from app.domain.ids import PackId, PersonId
from app.domain.payloads import CalendarSet
from app.shelf.calendars import shipped_calendars
from app.storage.entry_rows import recorded, select_entries
from app.storage.stops import Stops
from app.usecases.reading import PersonRow, VillageInfo


def village(connection: Connection, practice: bool) -> VillageInfo:
    """The village of today's list; before there is one, the village for which the laptop was set up."""
    row = connection.exec_driver_sql(_VILLAGE).first()
    if row is None:
        started = recorded(select_entries(connection, "WHERE kind = 'device_started' ORDER BY turn, chain LIMIT 1"))
        code = next((str(getattr(one.payload, "village", "")) for one in started), "")
        return VillageInfo(code, "", "", "", practice)
    return VillageInfo(
        code=row.village_code,
        # a village younger than today's list of regions, in a list that does not write its name
        name=row.village_name or row.village_code,
        subdistrict=row.subdistrict,
        district=row.district,
        practice=practice,
        pack=PackId(row.id),
        pack_month=row.month,
        extra={
            "province": row.province,
            "code_list_version": row.code_list_version,
            "source_name": row.source_name,
            "local": "1" if row.local else "",
        },
    )


def people(connection: Connection) -> Sequence[PersonRow]:
    """All officials, active first, then by name."""
    rows = connection.exec_driver_sql(
        "SELECT id, name, role, rts, active, certified, until FROM person ORDER BY active DESC, lower(name), id"
    ).all()
    stops = Stops(connection)
    return [
        PersonRow(
            PersonId(row.id),
            row.name,
            row.role,
            tuple(row.rts.split()),
            bool(row.active),
            bool(row.certified),
            str(row.until),
            stops.everywhere(row.id),
        )
        for row in rows
    ]


def calendar(connection: Connection, district: str) -> Calendar:
    """The month's windows of a district (four digits): as it set them itself, else those of the shelf.

    Days that make no sense, or about a calendar that this program does not know, leave the shelf's as they are.
    """
    shelf = shipped_calendars()
    held = calendar_for(district, shelf)
    for one in recorded(select_entries(connection, _CALENDAR)):
        if isinstance(one.payload, CalendarSet):
            with suppress(Refused):
                return with_days(shelf.get(one.payload.calendar, held), one.payload.values)
    return held


def receipts(connection: Connection, limit: int) -> Sequence[Recorded]:
    """The newest receipts that count first."""
    rest = "WHERE kind = 'receipt_issued' AND quarantine = '' ORDER BY turn DESC, chain, seq DESC LIMIT ?"
    return recorded(select_entries(connection, rest, (limit,)))


_CALENDAR = "WHERE kind = 'calendar_set' AND quarantine = '' ORDER BY turn DESC, chain, seq DESC"
_VILLAGE = """
    SELECT pack.id, pack.month, pack.source_name, pack.local, register_place.*
    FROM pack JOIN register_place ON register_place.pack = pack.id
    WHERE pack.applied = 2
"""
