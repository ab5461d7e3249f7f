"""The queue of proposals: what waits for the district, what is still in its village, and all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, func, not_, or_, select

from app.domain.calendar import Calendar
from app.domain.standing import (
    AGREED,
    ENDORSED,
    KEYED_IN,
    POSTPONED,
    PROPOSED,
    RETURNED,
)
from app.domain.village_word import OBJECTION
from app.hub.calendar import current
from app.hub.language import tr
from app.hub.tables import contested, proposal, village
from app.hub.words import (
    say_due,
    say_kind,
    say_place,
    say_state,
)

PAGE = 50


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One proposal in the queue."""

    village: str
    village_name: str
    proposal: str
    name: str
    place: str
    kind: str
    state: str
    tone: str
    arrived_at_ms: int
    due: str
    """Until when it has to be answered, where it is an objection that waits."""
    contested: bool = False
    """Whether its village has to settle something first: never answered in bulk."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of the queue with its filters."""

    rows: Sequence[QueueRow]
    total: int
    page: int
    pages: int


READY = and_(proposal.c.waits, or_(proposal.c.state.in_([ENDORSED, KEYED_IN]), proposal.c.kind == OBJECTION))
"""What the district can answer: the village has said its word, or somebody objects."""


CONTESTED = (
    select(contested.c.proposal)
    .where(contested.c.village == proposal.c.village, contested.c.proposal == proposal.c.proposal)
    .exists()
)
"""Of a row of `proposal`: something about it has to be settled in its village first (app.hub.contested)."""


_IN_VILLAGE = and_(proposal.c.state.in_([PROPOSED, AGREED, POSTPONED, RETURNED]), not_(READY))


_SHOWN = {"wait": READY, "village": _IN_VILLAGE}


def queue_page(
    connection: Connection, now_ms: int, code: str = "", kind: str = "", shown: str = "wait", page: int = 1
) -> Queue:
    """Proposals: those that wait for an answer (``wait``) or for their village (``village``), the oldest first; or
    all, the newest first."""
    where = [proposal.c.village == code] if code else []
    where += [proposal.c.kind == kind] if kind else []
    where += [_SHOWN[shown]] if shown in _SHOWN else []
    total = connection.execute(select(func.count()).select_from(proposal).where(*where)).scalar_one()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    order = proposal.c.arrived_at_ms if shown in _SHOWN else proposal.c.arrived_at_ms.desc()
    rows = connection.execute(
        select(proposal, village.c.name.label("village_name"), CONTESTED.label("contested"))
        .join(village, village.c.village == proposal.c.village)
        .where(*where)
        .order_by(order, proposal.c.proposal)
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    )
    calendar = current(connection)
    return Queue([_queue_row(row, calendar, now_ms) for row in rows], total, page, pages)


def _queue_row(row: Row[Any], calendar: Calendar, now_ms: int) -> QueueRow:
    state, tone = say_state(row.kind, row.state)
    return QueueRow(
        row.village,
        row.village_name or row.village,
        row.proposal,
        row.name or tr("(keluarga belum ada dalam daftar)"),
        say_place(row.rt, row.rw),
        say_kind(row.kind),
        state,
        tone,
        row.arrived_at_ms,
        say_due(calendar, row.at_ms, now_ms) if row.kind == OBJECTION and row.waits else "",
        bool(row.contested),
    )
