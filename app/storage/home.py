"""The figures of Beranda, in a few walks over the views."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import is_behind
from app.domain.ids import EntryId
from app.domain.proposal_course import ACCEPTED, DETERMINED, FULFILLED, REJECTED, RETURNED
from app.domain.standing import CONFLICTING, INCOMPLETE, NOT_FOUND, NOT_VISITED
from app.storage import waiting
from app.storage.clock import HeldTimes, floor_ms
from app.storage.reading_proposals import Day
from app.storage.reading_scope import Scope, pairs
from app.storage.tables import NOT_GIVEN_UP
from app.usecases.exchange import DISTRICT_HEARD
from app.usecases.home import Home, ListFile, OpenObjections, Progress, ReturnedItem
from app.usecases.reading import Place

DECIDED: Final = (ACCEPTED, REJECTED, DETERMINED, FULFILLED)
"""States of a proposal whose answer is the district's last word; what it sent back waits for the village."""

LEFT: Final = (NOT_VISITED, INCOMPLETE)
"""Visit statuses after which somebody still has to go there."""


def places(connection: Connection, scope: Scope) -> Sequence[Place]:
    """All RTs in the order of dusun, RW, RT; what was proposed without a dusun stands behind them."""
    where, values = _within(scope)
    rows = connection.exec_driver_sql(
        f"SELECT dusun, rt, rw, count(*), {_VISITED} FROM family_view {where} GROUP BY dusun, rw, rt {_IN_ORDER}",
        values,
    )
    return [Place(*row) for row in rows]


def home(connection: Connection, scope: Scope, day: Day, now_ms: int) -> Home:
    """What Beranda shows on a day; `now_ms` is what this laptop's clock says."""
    where, values = _within(scope)
    rows = connection.exec_driver_sql(_PROGRESS.format(where=where), values).all()
    progress = [Progress(*row[:7]) for row in rows]
    people, flagged, no_nik = (sum(row[n] for row in rows) for n in (7, 8, 9))
    by_state = _open_by_state(connection, scope)
    objections = _open_objections(connection, scope, day)
    floor = floor_ms(connection)
    load = waiting.load(connection)
    month, local, *file = connection.exec_driver_sql(_LIST).first() or ("", 0)
    return Home(
        families=sum(one.families for one in progress),
        people=people,
        visited=sum(one.visited for one in progress),
        progress=progress,
        waiting_entries=load.entries,
        waiting_photos=load.photos,
        waiting_bytes=load.entry_bytes + load.photo_bytes,
        smallest_photo=load.smallest_photo,
        open_by_state=by_state,
        flagged=flagged,
        no_nik=no_nik,
        conflicting=sum(one.conflicting for one in progress),
        returned=by_state.get(RETURNED, 0) + sum(one.number for one in objections if one.state == RETURNED),
        list_month=month,
        last_exchange_at_ms=int(connection.exec_driver_sql(_LAST_EXCHANGE).scalar_one()),
        last_receipt=str(connection.exec_driver_sql(_LAST_RECEIPT).scalar() or ""),
        objections=objections,
        list_changed=bool(connection.exec_driver_sql(_LIST_CHANGED).scalar()),
        clock_floor_ms=floor if is_behind(now_ms, floor) else 0,
        list_file=ListFile(*file) if local else None,
        travelling=load.travelling,
        decided=_decided(connection, scope),
    )


def returned_to(connection: Connection, person: str, scope: Scope) -> tuple[ReturnedItem, ...]:
    """What the district sent back of what this person made, the newest first."""
    inside, values = scope.families("family_n")
    rows = connection.exec_driver_sql(
        "SELECT proposal_view.id, kind, coalesce(head_name, '') AS head_name, member_name, reason, reason_list,"
        " comment, answered_at_ms FROM proposal_view LEFT JOIN family_view ON family_view.n = proposal_view.family_n"
        f" WHERE state = '{RETURNED}' AND author = ? AND {inside} ORDER BY answered_at_ms DESC, proposal_view.id",
        (person, *values),
    )
    return tuple(ReturnedItem(EntryId(row[0]), *row[1:]) for row in rows.all())


def _within(scope: Scope) -> tuple[str, tuple[str, ...]]:
    if not scope.rts:
        return f"WHERE {NOT_GIVEN_UP}", ()
    sql, values = pairs("rt", "rw", scope.rts)
    return f"WHERE {sql} AND {NOT_GIVEN_UP}", values


def _open_by_state(connection: Connection, scope: Scope) -> dict[str, int]:
    inside, values = scope.families("family_n")
    rows = connection.exec_driver_sql(
        f"SELECT state, count(*) FROM proposal_view WHERE open = 1 AND kind <> 'objection' AND {inside} GROUP BY state",
        values,
    )
    return {str(state): int(count) for state, count in rows}


def _decided(connection: Connection, scope: Scope) -> int:
    inside, values = scope.families("family_n")
    states = ", ".join(map(repr, DECIDED))
    sql = f"SELECT count(*) FROM proposal_view WHERE answered_at_ms > 0 AND state IN ({states}) AND {inside}"
    return int(connection.exec_driver_sql(sql, values).scalar_one())


def _open_objections(connection: Connection, scope: Scope, day: Day) -> tuple[OpenObjections, ...]:
    """The most pressing first."""
    inside, values = scope.families("family_n")
    rows = connection.exec_driver_sql(
        "SELECT state, chain, seq, proposal_view.at_ms, floor_ms FROM proposal_view JOIN entry USING (chain, seq)"
        f" WHERE open = 1 AND proposal_view.kind = 'objection' AND {inside}",
        values,
    )
    times = HeldTimes(connection)
    filed: dict[str, list[int]] = defaultdict(list)
    for state, *what in rows:
        filed[str(state)].append(times.happened_at(*what))
    oldest = sorted((min(told), state) for state, told in filed.items())
    return tuple(OpenObjections(state, len(filed[state]), day.due(at), day.left(at)) for at, state in oldest)


_VISITED = f"sum(status NOT IN ({', '.join(map(repr, LEFT))}))"
_IN_ORDER: Final = "ORDER BY dusun = '', dusun, rw, rt"
_PROGRESS = f"""
    SELECT dusun, rt, rw, count(*), {_VISITED}, sum(status = '{NOT_FOUND}'), sum(status = '{CONFLICTING}'),
        sum(members), sum(warnings > 0), sum(people_without_nik > 0)
    FROM family_view {{where}} GROUP BY dusun, rw, rt {_IN_ORDER}
"""
_LIST = """
    SELECT month, local, source_name, source_sha256, coalesce(person.name, ''), at_ms
    FROM pack LEFT JOIN person ON person.id = pack.author WHERE applied = 2
"""
_LIST_CHANGED = "SELECT EXISTS (SELECT 1 FROM list_change JOIN pack ON pack.id = list_change.pack AND pack.applied = 2)"
_LAST_EXCHANGE = f"""
    SELECT max(
        coalesce((SELECT value ->> 'at_ms' FROM setting WHERE key = '{DISTRICT_HEARD}' AND json_valid(value)), 0),
        coalesce((SELECT max(at_ms) FROM sent WHERE road = 'line'), 0),
        coalesce((SELECT max(received_at_ms) FROM entry WHERE kind = 'receipt_issued'), 0))
"""
_LAST_RECEIPT = "SELECT number FROM receipt_view ORDER BY turn DESC, receipt_chain, receipt_seq DESC LIMIT 1"
