"""The queue of proposals: what waits for the district, what is still in its village, and all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import ColumnElement, Connection, Row, and_, case, desc, func, not_, or_, select

from app.domain.calendar import Calendar
from app.domain.happened import Happened, happened
from app.domain.proposal_course import (
    ACCEPTED,
    AGREED,
    DETERMINED,
    ENDORSED,
    KEYED_IN,
    POSTPONED,
    PROPOSED,
    REJECTED,
    REPLACED,
    RETURNED,
    WITHDRAWN,
)
from app.domain.village_word import OBJECTION
from app.hub.across import Key, rows_with
from app.hub.bulk import ANSWERED, UNKNOWN, hindrances
from app.hub.calendar import current
from app.hub.language import tr
from app.hub.tables import contested, entry, proposal, village
from app.hub.views.leaf import Leaf, Place
from app.hub.views.village_choice import called, is_code
from app.hub.words import day_of, say_clock, say_due, say_hindrance, say_kind, say_place, say_state
from app.hub.zones import zone

PAGE = 50
MOST_WAITING = 50
"""Villages that are named above the queue; whose are more is looked for by name."""
_MOST_IN_TURN = 5_000
_DAY_MS = 86_400_000

STATES: Final = (PROPOSED, AGREED, ENDORSED, KEYED_IN, RETURNED, ACCEPTED, REJECTED, DETERMINED)
"""States that can be asked for one by one."""

REACHED: Final = {
    "agreed": frozenset({AGREED, ENDORSED, KEYED_IN, ACCEPTED, DETERMINED}),
    "endorsed": frozenset({ENDORSED, KEYED_IN, ACCEPTED, DETERMINED}),
    "accepted": frozenset({ACCEPTED, DETERMINED}),
    "determined": frozenset({DETERMINED}),
}
"""Step of a proposal's way -> the states of those that have come so far; returned and rejected ones stand aside."""
SO_FAR: Final = "-so-far"

ARRIVAL, VILLAGE, DUE = "tiba", "desa", "tenggat"
ORDERS: Final = (ARRIVAL, VILLAGE, DUE)
LATE, SOON = "lewat", "dekat"
SOON_DAYS: Final = 3
AGES: Final = (7, 14, 30)
"""Days that a proposal may be asked to have waited at least."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the queue somebody wants to see, and in which order."""

    code: str = ""
    """A village's code, or part of the names or codes of some."""
    kind: str = ""
    shown: str = "wait"
    """``wait``, ``village``, ``all``, one of `STATES`, or a step of `REACHED` (or ``proposed``) with `SO_FAR`."""
    age: int = 0
    """At least so many days since it arrived."""
    clock: str = ""
    """Objections alone: `LATE`, or `SOON` to be."""
    order: str = ARRIVAL
    page: int = 1

    @property
    def query(self) -> str:
        """The same queue as an address names it, empty where it is the usual one."""
        return "" if self == Wish() else self.link()[2:]

    def link(self, **other: Any) -> str:
        """The address of the same queue with something else in it."""
        wish = replace(self, **other)
        named = {
            "desa": wish.code,
            "jenis": wish.kind,
            "tampil": wish.shown,
            "umur": wish.age or "",
            "sanggah": wish.clock,
            "urut": wish.order if wish.order != ARRIVAL else "",
            "hal": wish.page if wish.page != 1 else "",
        }
        return "/?" + urlencode({name: value for name, value in named.items() if value != ""})

    @property
    def before(self) -> str:
        """The same address without its page, to be gone on with."""
        link = self.link(page=1)
        return link if link.endswith("?") else f"{link}&"


def wish_of(query: str) -> Wish:
    """The wish whose `Wish.query` this is; what is no such thing is left out."""
    named = dict(parse_qsl(query))
    age, page = (
        int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
        for text in (named.get("umur", ""), named.get("hal", ""))
    )
    order = named.get("urut", "")
    return Wish(
        named.get("desa", ""),
        named.get("jenis", ""),
        named.get("tampil", "wait"),
        age,
        named.get("sanggah", ""),
        order if order in ORDERS else ARRIVAL,
        page or 1,
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a proposal stands among those of a wish that wait for an answer."""

    place: int
    """From 1; 0 where it is none of them."""
    total: int
    following: Key | None
    """Which comes behind it, else the first of all; None where there is no other."""


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
    clock: str
    """What is to be said of the clock of the laptop that wrote it; empty where nothing speaks against it."""
    contested: bool
    """Whether its village has to settle something first: never answered in bulk."""
    late: bool
    hindrance: str
    """Why it cannot be answered together with others; empty where it can."""
    closed: bool
    """Whether there is nothing to answer."""


@dataclass(frozen=True, slots=True)
class VillageQueue:
    """What waits of one village."""

    village: str
    name: str
    waiting: int
    oldest_ms: int
    """When the one that waits longest arrived."""
    objections: int
    late: int
    """Objections that should have been answered."""


READY = and_(proposal.c.waits, or_(proposal.c.state.in_([ENDORSED, KEYED_IN]), proposal.c.kind == OBJECTION))
"""What the district can answer: the village has said its word, or somebody objects."""


CONTESTED = (
    select(contested.c.proposal)
    .where(contested.c.village == proposal.c.village, contested.c.proposal == proposal.c.proposal)
    .exists()
)
"""Of a row of `proposal`: something about it has to be settled in its village first (app.hub.contested)."""


_ROWS = select(proposal, village.c.name.label("village_name"), CONTESTED.label("contested")).join(
    village, village.c.village == proposal.c.village
)
_IN_VILLAGE = and_(proposal.c.state.in_([PROPOSED, AGREED, POSTPONED, RETURNED]), not_(READY))


_SHOWN = (
    {"wait": READY, "village": _IN_VILLAGE}
    | {state: proposal.c.state == state for state in STATES}
    | {step + SO_FAR: proposal.c.state.in_(sorted(states)) for step, states in REACHED.items()}
    | {PROPOSED + SO_FAR: proposal.c.state.not_in([REPLACED, WITHDRAWN])}
)


def queue_page(connection: Connection, now_ms: int, wish: Wish) -> Leaf[QueueRow]:
    """Proposals as they were asked for; the oldest first where somebody has to act, else the newest."""
    calendar = current(connection)
    where = list(_where(wish, calendar, now_ms))
    total = connection.execute(select(func.count()).select_from(proposal).where(*where)).scalar_one()
    at = Place.of(total, wish.page, PAGE)
    rows = connection.execute(
        _ROWS.where(*where)
        .order_by(*_order(wish, calendar), proposal.c.village, proposal.c.proposal)
        .limit(PAGE)
        .offset(at.first)
    ).all()
    return Leaf(rows_of(connection, rows, calendar, now_ms), at)


def chosen_rows(connection: Connection, now_ms: int, keys: Iterable[tuple[str, str]]) -> list[QueueRow]:
    """These proposals (village and number), in their order; what the district does not hold is left out."""
    wanted = list(dict.fromkeys(keys))
    rows = rows_with(connection, _ROWS, proposal.c.village, proposal.c.proposal, wanted)
    found = {(row.village, row.proposal): row for row in rows}
    held = [found[key] for key in wanted if key in found]
    return rows_of(connection, held, current(connection), now_ms)


def turn_of(connection: Connection, now_ms: int, wish: Wish, key: Key) -> Turn:
    """Where a proposal stands among those that wait, as somebody goes through them one after the other."""
    calendar = current(connection)
    waiting = replace(wish, shown="wait")
    rows = connection.execute(
        select(proposal.c.village, proposal.c.proposal)
        .join(village, village.c.village == proposal.c.village)
        .where(*_where(waiting, calendar, now_ms))
        .order_by(*_order(waiting, calendar), proposal.c.village, proposal.c.proposal)
        .limit(_MOST_IN_TURN)
    )
    keys = [(row.village, row.proposal) for row in rows]
    at = keys.index(key) if key in keys else -1
    others = [one for one in (*keys[at + 1 :], *keys[: at + 1]) if one != key]
    return Turn(at + 1, len(keys), others[0] if others else None)


def by_village(connection: Connection, now_ms: int) -> Leaf[VillageQueue]:
    """Villages of which something waits: who has late objections first, then who waits longest; the first
    `MOST_WAITING` of them."""
    late = and_(proposal.c.kind == OBJECTION, proposal.c.at_ms < _filed_before(current(connection), now_ms, 0))
    rows = connection.execute(
        select(
            proposal.c.village,
            village.c.name,
            func.count().label("waiting"),
            func.min(proposal.c.arrived_at_ms).label("oldest"),
            func.sum(case((proposal.c.kind == OBJECTION, 1), else_=0)).label("objections"),
            func.sum(case((late, 1), else_=0)).label("late"),
        )
        .join(village, village.c.village == proposal.c.village)
        .where(READY)
        .group_by(proposal.c.village, village.c.name)
        .order_by(desc("late"), "oldest", proposal.c.village)
        .limit(MOST_WAITING)
    )
    total = connection.execute(select(func.count(proposal.c.village.distinct())).where(READY)).scalar_one()
    found = [
        VillageQueue(row.village, row.name or row.village, row.waiting, row.oldest, int(row.objections), int(row.late))
        for row in rows
    ]
    return Leaf(found, Place.of(total, 1, MOST_WAITING))


def _where(wish: Wish, calendar: Calendar, now_ms: int) -> Iterable[ColumnElement[bool]]:
    if wish.code:
        among = select(village.c.village).where(*called(wish.code))
        yield proposal.c.village == wish.code if is_code(wish.code) else proposal.c.village.in_(among)
    if wish.kind:
        yield proposal.c.kind == wish.kind
    if wish.shown in _SHOWN:
        yield _SHOWN[wish.shown]
    if wish.age > 0:
        yield proposal.c.arrived_at_ms <= now_ms - wish.age * _DAY_MS
    if wish.clock in (LATE, SOON):
        yield and_(proposal.c.kind == OBJECTION, proposal.c.waits)
        yield proposal.c.at_ms < _filed_before(calendar, now_ms, 0 if wish.clock == LATE else SOON_DAYS + 1)
    if wish.clock == SOON:
        yield proposal.c.at_ms >= _filed_before(calendar, now_ms, 0)


def _filed_before(calendar: Calendar, now_ms: int, days: int) -> int:
    """Objections filed before this moment fall due earlier than `days` days from today."""
    first = day_of(now_ms) - timedelta(days=calendar.objection_days - days)
    return _midnight_ms(first)


def _midnight_ms(day: date) -> int:
    return int(datetime.combine(day, time(), zone().clock).timestamp() * 1000)


def _order(wish: Wish, calendar: Calendar) -> Sequence[ColumnElement[Any]]:
    waits = wish.shown in ("wait", "village")
    arrived = proposal.c.arrived_at_ms.asc() if waits else proposal.c.arrived_at_ms.desc()
    if wish.order == VILLAGE:
        return village.c.name.asc(), arrived
    if wish.order == DUE:
        clock = and_(proposal.c.kind == OBJECTION, proposal.c.waits)
        return case((clock, 0), else_=1).asc(), case((clock, proposal.c.at_ms), else_=0).asc(), arrived
    return (arrived,)


def rows_of(connection: Connection, rows: Sequence[Row[Any]], calendar: Calendar, now_ms: int) -> list[QueueRow]:
    """Rows of `proposal` (with `village_name` and `contested`) as people read them."""
    against = hindrances(connection, [(row.village, row.proposal) for row in rows])
    filed = _filed(connection, [(row.village, row.proposal) for row in rows])
    return [
        _queue_row(row, calendar, now_ms, against[row.village, row.proposal], filed.get((row.village, row.proposal)))
        for row in rows
    ]


def _filed(connection: Connection, proposals: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Happened]:
    """(village, proposal) -> when it was written, as far as it is known."""
    places = [(code, *one.rpartition("/")[::2]) for code, one in proposals]
    wanted = [(code, chain, int(seq)) for code, chain, seq in places if seq.isdigit()]
    if not wanted:
        return {}
    # One by one in the key: for a list of triples SQLite would read the whole table.
    these = [and_(entry.c.village == code, entry.c.chain == chain, entry.c.seq == seq) for code, chain, seq in wanted]
    rows = connection.execute(
        select(
            entry.c.village, entry.c.chain, entry.c.seq, entry.c.at_ms, entry.c.floor_ms, entry.c.arrived_at_ms
        ).where(or_(*these))
    )
    return {
        (row.village, f"{row.chain}/{row.seq}"): happened(row.at_ms, row.floor_ms, row.arrived_at_ms) for row in rows
    }


def _queue_row(row: Row[Any], calendar: Calendar, now_ms: int, hindrance: str, filed: Happened | None) -> QueueRow:
    state, tone = say_state(row.kind, row.state)
    clock = row.kind == OBJECTION and row.waits
    return QueueRow(
        row.village,
        row.village_name or row.village,
        row.proposal,
        row.name or tr("(keluarga belum ada dalam daftar)"),
        say_place(row.rt, row.rw),
        f"{say_kind(row.kind)}: {row.member}" if row.member else say_kind(row.kind),
        state,
        tone,
        row.arrived_at_ms,
        say_due(calendar, row.at_ms, now_ms) if clock else "",
        say_clock(filed) if filed is not None else "",
        bool(row.contested),
        clock and calendar.objection_days_left(day_of(row.at_ms), day_of(now_ms)) < 0,
        say_hindrance(hindrance),
        hindrance in (ANSWERED, UNKNOWN),
    )
