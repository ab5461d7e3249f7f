"""The list of proposals and objections, newest first, and one of them in full."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection

from app.domain.calendar import Calendar
from app.domain.ids import ChainId, EntryId, FamilyId, PersonId, entry_id
from app.storage import projection
from app.storage.clock import HeldTimes
from app.storage.reading_scope import Scope
from app.storage.reading_transport import aside_there, decided, transports
from app.storage.search import Found
from app.usecases.reading import ProposalDetail, ProposalFilter, ProposalRow


@dataclass(frozen=True, slots=True)
class Day:
    """Today, and the district's calendar."""

    today: date
    calendar: Calendar

    def due(self, filed_at_ms: int) -> date:
        """The last day on which an objection can be answered before silence makes the person ineligible."""
        return self.calendar.objection_due(_local_day(filed_at_ms))

    def left(self, filed_at_ms: int) -> int:
        """Days until an objection falls due; negative once it is too late."""
        return self.calendar.objection_days_left(_local_day(filed_at_ms), self.today)


def _local_day(at_ms: int) -> date:
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone().date()


Finding = Callable[[str], Found | None]
"""What a typed text finds among the families."""


def count(connection: Connection, which: ProposalFilter, scope: Scope, find: Finding) -> int:
    """How many proposals `which` leaves."""
    where, values = _where(which, scope, find)
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM proposal_view {where}", values).scalar_one())


def window(
    connection: Connection, which: ProposalFilter, scope: Scope, find: Finding, day: Day, offset: int, limit: int
) -> Sequence[ProposalRow]:
    """One window of the list, newest first."""
    where, values = _where(which, scope, find)
    rows = connection.exec_driver_sql(_ROWS.format(where=where), (*values, limit, offset)).all()
    transport = transports(connection, [(row.chain, row.seq) for row in rows])
    times = HeldTimes(connection)
    filed = {row.id: times.happened_at(row.chain, row.seq, row.at_ms, row.floor_ms) for row in rows}
    return [
        ProposalRow(
            id=EntryId(row.id),
            family=FamilyId(row.family),
            head_name=row.head_name,
            member_name=row.member_name,
            kind=row.kind,
            state=row.state,
            rt=row.rt,
            rw=row.rw,
            author_name=row.author_name,
            at_ms=filed[row.id],
            answered_at_ms=row.answered_at_ms,
            comment=row.comment,
            reason=row.reason,
            transport=decided(transport[(row.chain, row.seq)], row.answered_at_ms),
            objection_days_left=day.left(filed[row.id]) if row.kind == "objection" and row.open else None,
        )
        for row in rows
    ]


def detail(connection: Connection, proposal: EntryId, scope: Scope, day: Day) -> ProposalDetail | None:
    """One proposal with its family; None where there is none or where it is not this person's to see."""
    row = connection.exec_driver_sql(
        "SELECT chain, seq, family, answered_at_ms FROM proposal_view WHERE id = ?", (proposal,)
    ).first()
    standing = projection.standing(connection, row.family) if row else None
    if row is None or standing is None or not scope.holds(standing.family.rt, standing.family.rw):
        return None
    body = next((one for one in standing.proposals if one.id == proposal), None)
    if body is None:
        return None
    people = {body.entry.author, *(event.entry.author for event in body.events)}
    names = names_of(connection, people)
    place = (str(row.chain), int(row.seq))
    transport = decided(transports(connection, [place])[place], row.answered_at_ms)
    told = [body.entry, *(event.entry for event in body.events)]
    times = HeldTimes(connection)
    happened = {entry.id: times.happened(entry) for entry in told}
    filed = happened[body.entry.id].at_ms
    left = day.left(filed) if body.kind == "objection" and body.open else None
    there = aside_there(connection, [(entry.chain, entry.seq) for entry in told])
    asides = {entry_id(ChainId(chain), seq): why for (chain, seq), why in there.items()}
    return ProposalDetail(body, standing, names.get(body.entry.author, ""), transport, names, left, asides, happened)


def names_of(connection: Connection, people: set[PersonId]) -> dict[PersonId, str]:
    """The names of these officials, of those that are known."""
    rows = connection.exec_driver_sql(
        "SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(people)),)
    )
    return {PersonId(one): str(name) for one, name in rows}


def _where(which: ProposalFilter, scope: Scope, find: Finding) -> tuple[str, tuple[Any, ...]]:
    tests: list[str] = []
    values: list[Any] = []
    if which.kinds:
        tests.append(f"proposal_view.kind IN ({_marks(which.kinds)})")
        values.extend(which.kinds)
    if which.states or which.objection_states:
        tests.append(
            f"(proposal_view.state IN ({_marks(which.states)}) OR proposal_view.kind = 'objection'"
            f" AND proposal_view.state IN ({_marks(which.objection_states)}))"
        )
        values.extend((*which.states, *which.objection_states))
    if which.open_only:
        tests.append("proposal_view.open = 1")
    for bound in (Scope(which.rts), scope):
        if bound.rts:
            sql, given = bound.families("proposal_view.family_n")
            tests.append(sql)
            values.extend(given)
    found = find(which.text) if which.text.strip() else None
    if found is not None:
        tests.append("proposal_view.family_n IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(found.families)))
    return (f"WHERE {' AND '.join(tests)}" if tests else "", tuple(values))


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


_ROWS = """
    SELECT proposal_view.*, coalesce(family_view.head_name, '') AS head_name, coalesce(family_view.rt, '') AS rt,
        coalesce(family_view.rw, '') AS rw, coalesce(person.name, '') AS author_name,
        (SELECT entry.floor_ms FROM entry
            WHERE entry.chain = proposal_view.chain AND entry.seq = proposal_view.seq) AS floor_ms
    FROM proposal_view
        LEFT JOIN family_view ON family_view.n = proposal_view.family_n
        LEFT JOIN person ON person.id = proposal_view.author
    {where} ORDER BY proposal_view.turn DESC, proposal_view.chain, proposal_view.seq DESC LIMIT ? OFFSET ?
"""
