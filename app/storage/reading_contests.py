"""What is contested in this village, and what was settled of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row

from app.domain.entry import Recorded
from app.domain.ids import EntryId, FamilyId, PersonId
from app.domain.payloads import SETTLINGS, ProposalSettled, ProposalsMerged, ProposalsToldApart
from app.domain.proposal_course import ProposalStanding
from app.domain.rivals import rivals
from app.domain.same_act import distinct
from app.domain.standing import CONFLICTING, Standing, told_apart_in
from app.domain.twins import Proposed, twins
from app.domain.visit_words import undone_in
from app.storage import projection
from app.storage.clock import HeldTimes
from app.storage.entry_rows import in_list, recorded, select_entries
from app.storage.family_times import last_times
from app.storage.reading_proposals import names_of
from app.storage.reading_scope import Scope
from app.usecases.contests import (
    BASE,
    RIVALS,
    SAME,
    TWINS,
    VISITS,
    ContestDetail,
    ContestKey,
    ContestRow,
    SettlingRow,
)


class Contested:
    """Answers for one scope; keeps the list as long as nothing was written."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._kept: tuple[int, Sequence[ContestRow]] = (-1, ())

    def rows(self, connection: Connection, version: int) -> Sequence[ContestRow]:
        """All that is contested."""
        if self._kept[0] != version:
            pairs = _rivals(connection, self._scope)
            rows = [*_visits(connection, self._scope), *_bases(connection, self._scope)]
            rows += [row for row in pairs if row.key.kind == RIVALS]
            rows += _twins(connection, self._scope)
            self._kept = (version, (*rows, *(row for row in pairs if row.key.kind == SAME)))
        return self._kept[1]

    def detail(self, connection: Connection, key: ContestKey) -> ContestDetail | None:
        """One contest in full."""
        standing = self._standing(connection, key.family)
        if standing is None:
            return None
        proposal, other, other_proposal = None, None, None
        if key.kind != VISITS:
            proposal = _proposal(standing, key.proposal)
            if proposal is None:
                return None
        if key.kind in (RIVALS, SAME):
            other, other_proposal = standing, _proposal(standing, key.other)
            if other_proposal is None:
                return None
        elif key.kind == TWINS:
            named = connection.exec_driver_sql("SELECT family FROM proposal_view WHERE id = ?", (key.other,)).scalar()
            other = self._standing(connection, FamilyId(str(named))) if named else None
            other_proposal = _proposal(other, key.other) if other else None
            if other_proposal is None:
                return None
        people = {one.entry.author for one in standing.words}
        told = (*standing.proposals, *(other.proposals if other else ()))
        people |= {one.entry.author for one in told}
        month = connection.exec_driver_sql("SELECT month FROM pack WHERE applied = 2").scalar() or ""
        names, times = names_of(connection, people), HeldTimes(connection)
        entries = (*(one.entry for one in standing.words), *(one.entry for one in told))
        happened = {entry.id: times.happened(entry) for entry in entries}
        return ContestDetail(key, standing, names, str(month), proposal, other, other_proposal, happened)

    def settlings(self, connection: Connection, limit: int) -> Sequence[SettlingRow]:
        """What was settled and not taken back, newest first."""
        held = _settlings(connection)
        undone = undone_in(held)
        told = [one for one in held if one.entry.kind in SETTLINGS and one.entry.id not in undone]
        acts: dict[object, list[Recorded]] = {}
        for one in sorted(told, key=lambda one: one.entry.order, reverse=True):
            acts.setdefault(_act(one), []).insert(0, one)
        places = _places(connection, {one.entry.subject for one in told})
        names = names_of(connection, {one.entry.author for one in told})
        found, times = [], HeldTimes(connection)
        for act in acts.values():
            first = act[0]
            place = places.get(first.entry.subject)
            if place is not None and self._scope.holds(place.rt, place.rw):
                found.append(_settling(act, place, names, times.happened(first.entry).at_ms))
        return found[:limit]

    def _standing(self, connection: Connection, family: FamilyId) -> Standing | None:
        standing = projection.standing(connection, family)
        seen = standing is not None and self._scope.holds(standing.family.rt, standing.family.rw)
        return standing if seen else None


def _proposal(standing: Standing, proposal: EntryId | None) -> ProposalStanding | None:
    return next((one for one in standing.proposals if one.id == proposal), None)


def _visits(connection: Connection, scope: Scope) -> list[ContestRow]:
    inside, values = scope.families("n")
    rows = connection.exec_driver_sql(
        f"SELECT id, head_name, rt, rw FROM family_view WHERE status = '{CONFLICTING}' AND {inside}"
        " ORDER BY name_key, id",
        values,
    ).all()
    last = last_times(connection, HeldTimes(connection), [row.id for row in rows])
    return [
        ContestRow(ContestKey(VISITS, FamilyId(row.id)), row.head_name, row.rt, row.rw, at_ms=last[row.id].visited_ms)
        for row in rows
    ]


def _bases(connection: Connection, scope: Scope) -> list[ContestRow]:
    inside, values = scope.families("family_n")
    rows = connection.exec_driver_sql(
        "SELECT proposal_view.id, family, proposal_view.kind, entry.chain, entry.seq, entry.at_ms, floor_ms, head_name,"
        " rt, rw FROM proposal_view JOIN family_view ON family_view.n = proposal_view.family_n"
        " JOIN entry ON entry.chain = proposal_view.chain AND entry.seq = proposal_view.seq"
        f" WHERE stale > 0 AND open = 1 AND {inside} ORDER BY name_key, proposal_view.turn",
        values,
    )
    times = HeldTimes(connection)
    return [
        ContestRow(
            ContestKey(BASE, FamilyId(row.family), EntryId(row.id)),
            row.head_name,
            row.rt,
            row.rw,
            row.kind,
            at_ms=times.happened_at(row.chain, row.seq, row.at_ms, row.floor_ms),
        )
        for row in rows.all()
    ]


def _rivals(connection: Connection, scope: Scope) -> list[ContestRow]:
    inside, values = scope.families("proposal_view.family_n")
    families = connection.exec_driver_sql(
        "SELECT family FROM proposal_view JOIN family_view ON family_view.n = proposal_view.family_n"
        f" WHERE open = 1 AND kind NOT IN ('new_family', 'objection') AND {inside}"
        " GROUP BY family HAVING count(*) > 1 ORDER BY name_key, family",
        values,
    ).scalars()
    wanted = [str(one) for one in families]
    standings = projection.standings(connection, wanted) if wanted else {}
    authors = {one.entry.author for standing in standings.values() for one in standing.open_proposals}
    names = names_of(connection, authors)
    found, times = [], HeldTimes(connection)
    for family in wanted:
        for pair in rivals(standings[family]) if family in standings else ():
            one, listed = standings[family].id, standings[family].family
            key = ContestKey(SAME if pair.same else RIVALS, one, pair.first.id, pair.second.id)
            at_ms = max(times.happened(side.entry).at_ms for side in pair.sides)
            found.append(
                ContestRow(
                    key,
                    listed.head_name,
                    listed.rt,
                    listed.rw,
                    pair.first.kind,
                    other_asked=pair.second.kind,
                    authors=tuple(names.get(side.entry.author, "") for side in pair.sides),
                    at_ms=at_ms,
                )
            )
    return found


def _twins(connection: Connection, scope: Scope) -> list[ContestRow]:
    rows = connection.exec_driver_sql(
        "SELECT id, family FROM proposal_view WHERE kind = 'new_family' AND open = 1 ORDER BY turn, chain, seq"
    ).all()
    if len(rows) < 2:
        return []
    standings = projection.standings(connection, [str(row.family) for row in rows])
    whose = {EntryId(row.id): FamilyId(row.family) for row in rows}
    proposed = [Proposed(one, standings[family].family) for one, family in whose.items() if family in standings]
    last = last_times(connection, HeldTimes(connection), standings)
    found = []
    for one, other in twins(proposed, _apart(connection)):
        here, there = standings[whose[one]], standings[whose[other]]
        if whose[one] != whose[other] and scope.holds(here.family.rt, here.family.rw):
            key = ContestKey(TWINS, whose[one], one, other)
            names = here.family.head_name, there.family.head_name
            newest = max(last[here.id].changed_ms, last[there.id].changed_ms)
            found.append(
                ContestRow(key, names[0], here.family.rt, here.family.rw, "new_family", names[1], at_ms=newest)
            )
    return found


def _apart(connection: Connection) -> frozenset[frozenset[EntryId]]:
    return told_apart_in(_settlings(connection))


def _settlings(connection: Connection) -> list[Recorded]:
    held = recorded(select_entries(connection, _SETTLINGS, (in_list([*SETTLINGS, "settling_undone"]),)))
    return distinct(sorted(held, key=lambda one: one.entry.order))


def _act(one: Recorded) -> object:
    """What names the act of which an entry is a part: two families, or two rivals, make two entries of one act."""
    body = one.payload
    if isinstance(body, ProposalsMerged):
        return one.entry.chain, body.kept, body.merged
    if isinstance(body, ProposalsToldApart):
        return one.entry.chain, frozenset({body.proposal, body.other})
    if isinstance(body, ProposalSettled) and body.against is not None:
        return one.entry.chain, frozenset({body.proposal, body.against})
    return one.entry.id


def _places(connection: Connection, subjects: set[str]) -> dict[str, Row[Any]]:
    """Family as an entry names it -> its row of today."""
    rows = connection.exec_driver_sql(_PLACES, (in_list(subjects),)).all()
    return {str(row.subject): row for row in rows}


def _settling(act: Sequence[Recorded], place: Row[Any], names: dict[PersonId, str], at_ms: int) -> SettlingRow:
    first = act[0].entry
    return SettlingRow(
        kind=first.kind,
        entries=tuple((FamilyId(one.entry.subject), one.entry.id) for one in act),
        head_name=place.head_name,
        rt=place.rt,
        rw=place.rw,
        author_name=names.get(first.author, ""),
        at_ms=at_ms,
        note=str(getattr(act[0].payload, "note", "")),
        of_two=_of_two(act[0]),
    )


def _of_two(one: Recorded) -> bool:
    body = one.payload
    if isinstance(body, ProposalSettled):
        return body.against is not None
    told = isinstance(body, ProposalsMerged | ProposalsToldApart)
    return told and getattr(body, "other_family", None) == one.entry.subject


_SETTLINGS: Final = "WHERE kind IN (SELECT value FROM json_each(?)) AND quarantine = ''"
_PLACES: Final = """
    SELECT told.value AS subject, head_name, rt, rw FROM json_each(?) AS told
    JOIN family_view ON family_view.id = coalesce((SELECT new FROM alias WHERE old = told.value), told.value)
"""
