"""Everything about one family: its standing, and every entry that ever named it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from app.domain.entry import Entry, Recorded
from app.domain.ids import FamilyId, PackId
from app.domain.roster import Flag
from app.domain.standing import Standing
from app.storage import list_changes, projection, trust
from app.storage.clock import HeldTimes
from app.storage.entry_rows import COLUMNS, payload_or_reason
from app.storage.reading_proposals import names_of
from app.storage.reading_scope import Scope
from app.storage.reading_transport import aside_there, decided, transports
from app.usecases.reading import FamilyDetail, HistoryItem, UnreadItem


def detail(connection: Connection, family: FamilyId, scope: Scope) -> FamilyDetail | None:
    """One family under today's id or an older one; None where nothing knows it or this person may not see it."""
    standing = projection.standing(connection, family)
    if standing is None or not scope.holds(standing.family.rt, standing.family.rw):
        return None
    subjects = projection.subjects_of(connection, standing.id)
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS}, quarantine FROM entry WHERE subject IN (SELECT value FROM json_each(?))",
        (json.dumps(subjects),),
    ).all()
    told = sorted(((Entry(*row[:11]), str(row[11])) for row in rows), key=lambda one: one[0].order)
    history, unread = _history(connection, told)
    pack = connection.exec_driver_sql("SELECT id, month FROM pack WHERE applied = 2").first()
    return FamilyDetail(
        standing=standing,
        history=history,
        flags=_flags(standing),
        pack=PackId(pack.id) if pack else None,
        pack_month=pack.month if pack else "",
        photos_held=_photos_held(connection, told),
        unread=unread,
        lists=list_changes.steps(connection, subjects),
    )


def _history(
    connection: Connection, told: Sequence[tuple[Entry, str]]
) -> tuple[list[HistoryItem], tuple[UnreadItem, ...]]:
    names = names_of(connection, {entry.author for entry, _ in told})
    sealed = {chain: trust.sealed_through(connection, chain) for chain in {entry.chain for entry, _ in told}}
    transport = transports(connection, [(entry.chain, entry.seq) for entry, _ in told])
    answered = _answered(connection, told)
    there = aside_there(connection, [(entry.chain, entry.seq) for entry, _ in told])
    times = HeldTimes(connection)
    history: list[HistoryItem] = []
    unread: list[UnreadItem] = []
    for entry, quarantine in told:
        author = names.get(entry.author, "")
        payload = payload_or_reason(entry)
        if isinstance(payload, str):
            unread.append(UnreadItem(entry, author, quarantine or payload, times.happened(entry)))
            continue
        is_sealed = trust.is_sealed(entry, sealed[entry.chain])
        on_its_way = decided(transport[(entry.chain, entry.seq)], answered.get(entry.id, 0))
        not_there = "" if quarantine else there.get((entry.chain, entry.seq), "")
        record, when = Recorded(entry, payload), times.happened(entry)
        history.append(HistoryItem(record, author, is_sealed, quarantine, on_its_way, not_there, when))
    return history, tuple(unread)


def _answered(connection: Connection, told: Sequence[tuple[Entry, str]]) -> dict[str, int]:
    """Proposal -> when the district decided it."""
    rows = connection.exec_driver_sql(
        "SELECT id, answered_at_ms FROM proposal_view WHERE answered_at_ms > 0"
        " AND id IN (SELECT value FROM json_each(?))",
        (json.dumps([entry.id for entry, _ in told]),),
    )
    return {str(one): int(at_ms) for one, at_ms in rows}


def _flags(standing: Standing) -> tuple[Flag, ...]:
    members = (flag for member in standing.family.members for flag in member.flags)
    return (*standing.family.flags, *members)


def _photos_held(connection: Connection, told: Sequence[tuple[Entry, str]]) -> frozenset[str]:
    rows = connection.exec_driver_sql(
        "SELECT evidence.name FROM json_each(?) AS told CROSS JOIN evidence_told CROSS JOIN evidence"
        " WHERE evidence_told.chain = told.value ->> 0 AND evidence_told.seq = told.value ->> 1"
        " AND evidence.name = evidence_told.name",
        (json.dumps([(entry.chain, entry.seq) for entry, _ in told]),),
    )
    return frozenset(str(name) for (name,) in rows)
