"""Which proposals are contested: their village has to settle something first, and none is answered in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.domain.entry import Recorded
from app.domain.ids import EntryId
from app.domain.proposal_course import CLOSED
from app.domain.rivals import rivals
from app.domain.same_act import distinct
from app.domain.standing import CONFLICTING, Standing, told_apart_in
from app.domain.twins import Proposed, twins
from app.hub.database import chunks
from app.hub.ready import Ready, ReadyRows, among, tell
from app.hub.tables import contested, proposal

LISTED: Final = "listed"
"""A new list says another thing than the author saw."""
VISITS: Final = "visits"
"""Visits of the family disagree."""
RIVALS: Final = "rivals"
"""Another open proposal about the family contradicts it."""
TWINS: Final = "twins"
"""Another open proposal looks like the same family."""


_SETTLED = Ready(
    delete(contested).where(
        contested.c.village == bindparam("at_village"),
        among(contested.c.family, "families"),
        contested.c.why != TWINS,
    )
)
_CONTESTED = ReadyRows(contested)


def note_contested(connection: Connection, code: str, families: Iterable[str], standings: Iterable[Standing]) -> None:
    """Keep what is contested about each of `families`, which stand as `standings` say (twins apart)."""
    for some in chunks(set(families)):
        tell(connection, _SETTLED, {"at_village": code, "families": some})
    rows = [
        {"village": code, "proposal": one, "family": standing.id, "why": why}
        for standing in standings
        for one, why in _whys(standing)
    ]
    if rows:
        tell(connection, _CONTESTED, rows)


def _whys(standing: Standing) -> Iterator[tuple[EntryId, str]]:
    """Open proposals of one family that are contested, each with why (twins apart)."""
    quarrels = {side.id for pair in rivals(standing) if not pair.same for side in pair.sides}
    for one in standing.open_proposals:
        if one.stale:
            yield one.id, LISTED
        if standing.visit_status == CONFLICTING:
            yield one.id, VISITS
        if one.id in quarrels:
            yield one.id, RIVALS


def asked_anew(connection: Connection, code: str) -> dict[str, list[EntryId]]:
    """Families that the village's open proposals ask to be listed, with these proposals."""
    where = [proposal.c.village == code, proposal.c.kind == "new_family", proposal.c.state.not_in(sorted(CLOSED))]
    rows = connection.execute(select(proposal.c.family, proposal.c.proposal).where(*where).order_by(proposal.c.at_ms))
    found: dict[str, list[EntryId]] = {}
    for row in rows:
        found.setdefault(row.family, []).append(EntryId(row.proposal))
    return found


def note_twins(
    connection: Connection,
    code: str,
    asked: Mapping[str, Sequence[EntryId]],
    standings: Mapping[str, Standing],
    records: Mapping[str, Sequence[Recorded]],
) -> None:
    """Keep which of the families `asked` for look alike; `standings` and `records` are theirs."""
    connection.execute(delete(contested).where(contested.c.village == code, contested.c.why == TWINS))
    proposed = [
        Proposed(one, standings[family].family)
        for family, proposals in asked.items()
        for one in proposals
        if family in standings
    ]
    apart = {pair for told in records.values() for pair in _told_apart(told)}
    whose = {one: family for family, proposals in asked.items() for one in proposals}
    alike = {one for pair in twins(proposed, apart) if whose[pair[0]] != whose[pair[1]] for one in pair}
    if alike:
        rows = [{"village": code, "proposal": one, "family": whose[one], "why": TWINS} for one in sorted(alike)]
        connection.execute(insert(contested), rows)


def _told_apart(records: Sequence[Recorded]) -> frozenset[frozenset[EntryId]]:
    return told_apart_in(distinct(sorted(records, key=lambda one: one.entry.order)))
