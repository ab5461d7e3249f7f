"""What this laptop has to tell of its own list: who of it is who in the district's."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from app.domain.ids import PackId, is_entry, made_by
from app.domain.payloads import FamiliesMatched
from app.domain.payloads.renaming import ids_named
from app.storage.entry_rows import recorded, select_entries

_NAMING: Final = (
    "'visit_recorded', 'change_proposed', 'objection_filed', 'visits_settled', 'proposal_settled', 'proposals_merged',"
    " 'proposals_told_apart'"
)


def untold(connection: Connection) -> FamiliesMatched | None:
    """Ids that entries name, that a list here has given another id, and that no entry tells of yet."""
    district = connection.exec_driver_sql("SELECT id FROM pack WHERE applied = 2 AND local = 0").scalar()
    if district is None:
        return None
    rows = connection.exec_driver_sql("SELECT old, new FROM alias WHERE told <> 1").all()
    # That two proposals are copies of one everybody sees for himself.
    found = {str(old): str(new) for old, new in rows if not is_entry(made_by(str(new)))}
    for record in recorded(select_entries(connection, "WHERE kind = 'families_matched' AND quarantine = ''")):
        if isinstance(record.payload, FamiliesMatched):
            for old in record.payload.ids:
                found.pop(old, None)
    if not found:
        return None
    named = _named(connection)
    ids = {old: new for old, new in sorted(found.items()) if old in named}
    return FamiliesMatched(PackId(str(district)), ids) if ids else None


def _named(connection: Connection) -> set[str]:
    subjects = connection.exec_driver_sql("SELECT DISTINCT subject FROM entry").all()
    entries = select_entries(connection, f"WHERE kind IN ({_NAMING}) AND quarantine = ''")
    named = {name for record in recorded(entries) for name in ids_named(record.payload)}
    return named | {str(row[0]) for row in subjects}
