"""How far each village is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select

from app.domain.errors import Refused
from app.domain.kk import mask_kk
from app.domain.proposal_course import PROPOSED, REJECTED, REPLACED, RETURNED, WITHDRAWN
from app.hub.listed import family_of
from app.hub.tables import alias, entry, family, pack, proposal, village
from app.hub.views.queue import REACHED, READY, SO_FAR
from app.hub.words import say_place

PAGE: Final = 100
VISITED, UNVISITED = "dikunjungi", "belum"
LISTS: Final = ("semua", VISITED, UNVISITED)


@dataclass(frozen=True, slots=True)
class VillageRow:
    """Progress of one village."""

    village: str
    name: str
    families: int
    visited: int
    waiting: int
    decided: int
    set_aside: int
    heard_at_ms: int
    month: str

    @property
    def share(self) -> int:
        """Visited families in percent."""
        return share_of(self.visited, self.families)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way from the list to a determination: how many have come so far."""

    name: str
    """``families``, ``visited``, ``proposed``, ``agreed``, ``endorsed``, ``accepted``, ``determined``; aside of the
    way ``returned`` and ``rejected``."""
    number: int
    share: int
    """In percent: of families for families, of proposals for proposals."""
    link: str
    """The list behind the number."""


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family of the list; its card number in part."""

    family: str
    head_name: str
    kk: str
    place: str
    visited: bool


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """Some of a village's families."""

    rows: Sequence[FamilyRow]
    total: int
    page: int
    pages: int


def share_of(part: int, whole: int) -> int:
    """In percent, 0 of nothing."""
    return round(100 * part / whole) if whole else 0


_VISITS = (
    select(entry.c.village, func.coalesce(alias.c.new, entry.c.subject).label("family"))
    .outerjoin(alias, and_(alias.c.village == entry.c.village, alias.c.old == entry.c.subject))
    .where(entry.c.kind == "visit_recorded", entry.c.reason == "")
    .distinct()
    .subquery()
)
"""Families that were visited, under their ids of today."""


def villages(connection: Connection) -> list[VillageRow]:
    """All villages with their progress, in a handful of queries whatever their number."""

    def counted(table: Any, *where: ColumnElement[bool]) -> dict[str, int]:
        return _numbers(connection, select(table.c.village, func.count()).where(*where).group_by(table.c.village))

    families = counted(family)
    waiting = counted(proposal, READY)
    decided = counted(proposal, proposal.c.state.in_(["accepted", "rejected", "determined", "returned"]))
    aside = counted(entry, entry.c.reason != "")
    visited = _numbers(connection, _visited().group_by(family.c.village))
    newest = select(pack.c.village, func.max(pack.c.number).label("number")).group_by(pack.c.village).subquery()
    months = {
        row.village: row.month
        for row in connection.execute(
            select(pack.c.village, pack.c.month).join(
                newest, and_(pack.c.village == newest.c.village, pack.c.number == newest.c.number)
            )
        )
    }
    return [
        VillageRow(
            row.village,
            row.name or row.village,
            families.get(row.village, 0),
            visited.get(row.village, 0),
            waiting.get(row.village, 0),
            decided.get(row.village, 0),
            aside.get(row.village, 0),
            row.heard_at_ms,
            months.get(row.village, ""),
        )
        for row in connection.execute(select(village).order_by(village.c.name, village.c.village))
    ]


def one_village(connection: Connection, code: str) -> VillageRow:
    """One village. Refused ``village_unknown``."""
    found = next((one for one in villages(connection) if one.village == code), None)
    if found is None:
        raise Refused("village_unknown")
    return found


def funnel(connection: Connection, code: str) -> list[Step]:
    """The way of a village's families and proposals, each step with how many came so far.

    What was replaced by another proposal or withdrawn is no step: it went on as something else, or nowhere.
    """
    families = connection.execute(select(func.count()).select_from(family).where(family.c.village == code)).scalar_one()
    visited = _numbers(connection, _visited().where(family.c.village == code).group_by(family.c.village)).get(code, 0)
    ours = [proposal.c.village == code, proposal.c.state.not_in([REPLACED, WITHDRAWN])]
    counts = [func.sum(case((proposal.c.state.in_(sorted(states)), 1), else_=0)) for states in REACHED.values()]
    row = connection.execute(select(func.count(), *counts).where(*ours)).one()
    proposed, reached = row[0], dict(zip(REACHED, (int(number or 0) for number in row[1:]), strict=True))
    queue = f"/?desa={code}&tampil="
    return [
        Step("families", families, 100 if families else 0, f"/desa/{code}/keluarga"),
        Step("visited", visited, share_of(visited, families), f"/desa/{code}/keluarga?tampil={VISITED}"),
        Step("proposed", proposed, 100 if proposed else 0, f"{queue}{PROPOSED}{SO_FAR}"),
        *(Step(name, n, share_of(n, proposed), f"{queue}{name}{SO_FAR}") for name, n in reached.items()),
        *(
            Step(state, n, share_of(n, proposed), f"{queue}{state}")
            for state in (RETURNED, REJECTED)
            for n in [_in_state(connection, code, state)]
        ),
    ]


def family_page(connection: Connection, code: str, shown: str, page: int) -> FamilyPage:
    """Families of a village's list: all, those that were visited, or those that were not yet."""
    seen = select(_VISITS.c.family).where(_VISITS.c.village == code)
    where = [family.c.village == code]
    if shown == VISITED:
        where.append(family.c.family.in_(seen))
    elif shown == UNVISITED:
        where.append(family.c.family.not_in(seen))
    total = connection.execute(select(func.count()).select_from(family).where(*where)).scalar_one()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    rows = connection.execute(
        select(family.c.body, family.c.family.in_(seen).label("visited"))
        .where(*where)
        .order_by(family.c.rw, family.c.rt, family.c.family)
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    )
    return FamilyPage([_family_row(bytes(row.body), bool(row.visited)) for row in rows], total, page, pages)


def _family_row(body: bytes, visited: bool) -> FamilyRow:
    one = family_of(body)
    return FamilyRow(one.id, one.head_name, mask_kk(one.kk) if one.kk else "", say_place(one.rt, one.rw), visited)


def _visited() -> Select[Any]:
    """Village -> listed families that were visited."""
    same = and_(_VISITS.c.village == family.c.village, _VISITS.c.family == family.c.family)
    return select(family.c.village, func.count()).select_from(family).join(_VISITS, same)


def _in_state(connection: Connection, code: str, state: str) -> int:
    where = [proposal.c.village == code, proposal.c.state == state]
    return connection.execute(select(func.count()).select_from(proposal).where(*where)).scalar_one()


def _numbers(connection: Connection, counted: Select[Any]) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in connection.execute(counted)}
