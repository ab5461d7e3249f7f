"""How far each village is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, literal, or_, select

from app.domain.kk import mask_kk
from app.domain.proposal_course import PROPOSED, REJECTED, REPLACED, RETURNED, WITHDRAWN
from app.hub.listed import family_of
from app.hub.tables import alias, entry, family, pack, proposal
from app.hub.views.leaf import Leaf, Place
from app.hub.views.queue import REACHED, READY, SO_FAR
from app.hub.views.village_choice import VillageName, name_of, names_page
from app.hub.words import say_place

PAGE: Final = 50
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


def share_of(part: int, whole: int) -> int:
    """In percent, 0 of nothing."""
    return round(100 * part / whole) if whole else 0


_VISIT = (entry.c.village == family.c.village, entry.c.kind == "visit_recorded", entry.c.reason == "")
_OTHERWISE = alias.alias()
_VISITED = or_(
    and_(
        exists().where(*_VISIT, entry.c.subject == family.c.family),
        ~exists().where(_OTHERWISE.c.village == family.c.village, _OTHERWISE.c.old == family.c.family),
    ),
    exists().where(
        alias.c.village == family.c.village,
        alias.c.new == family.c.family,
        exists().where(*_VISIT, entry.c.subject == alias.c.old).correlate(family, alias),
    ),
)
"""Of a listed family: whether somebody visited it, under its own id or one by which a laptop knew it. Asked family by
family in an index, so that nobody reads through the visits."""


def villages_page(connection: Connection, wanted: str, page: int) -> Leaf[VillageRow]:
    """The same villages with their progress, which is counted for those alone."""
    names = names_page(connection, wanted, page, PAGE)
    return Leaf(_progress(connection, names.rows), names.at)


def one_village(connection: Connection, code: str) -> VillageRow:
    """One village. Refused ``village_unknown``."""
    return _progress(connection, [name_of(connection, code)])[0]


def _progress(connection: Connection, names: Sequence[VillageName]) -> list[VillageRow]:
    """How far these villages are, in a handful of queries whatever their number; each looks at their rows alone, most
    of them at an index alone."""
    codes = [one.village for one in names]

    def counted(table: Any, *where: ColumnElement[bool]) -> dict[str, int]:
        ours = select(table.c.village, func.count()).where(table.c.village.in_(codes), *where)
        return _numbers(connection, ours.group_by(table.c.village))

    families = counted(family)
    waiting = counted(proposal, READY)
    decided = counted(proposal, proposal.c.state.in_(["accepted", "rejected", "determined", "returned"]))
    aside = counted(entry, entry.c.reason != literal("", literal_execute=True))
    visited = counted(family, _VISITED)
    newest = select(pack.c.village, func.max(pack.c.number).label("number")).where(pack.c.village.in_(codes))
    last = newest.group_by(pack.c.village).subquery()
    told = select(pack.c.village, pack.c.month).join(
        last, and_(pack.c.village == last.c.village, pack.c.number == last.c.number)
    )
    months = {row.village: row.month for row in connection.execute(told)}
    return [
        VillageRow(
            one.village,
            one.name,
            families.get(one.village, 0),
            visited.get(one.village, 0),
            waiting.get(one.village, 0),
            decided.get(one.village, 0),
            aside.get(one.village, 0),
            one.heard_at_ms,
            months.get(one.village, ""),
        )
        for one in names
    ]


def funnel(connection: Connection, code: str) -> list[Step]:
    """The way of a village's families and proposals, each step with how many came so far.

    What was replaced by another proposal or withdrawn is no step: it went on as something else, or nowhere.
    """
    families = connection.execute(select(func.count()).select_from(family).where(family.c.village == code)).scalar_one()
    seen = select(func.count()).select_from(family).where(family.c.village == code, _VISITED)
    visited = connection.execute(seen).scalar_one()
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


def family_page(connection: Connection, code: str, shown: str, page: int) -> Leaf[FamilyRow]:
    """Families of a village's list: all, those that were visited, or those that were not yet."""
    where = [family.c.village == code]
    if shown == VISITED:
        where.append(_VISITED)
    elif shown == UNVISITED:
        where.append(~_VISITED)
    total = connection.execute(select(func.count()).select_from(family).where(*where)).scalar_one()
    at = Place.of(total, page, PAGE)
    rows = connection.execute(
        select(family.c.body, _VISITED.label("visited"))
        .where(*where)
        .order_by(family.c.rw, family.c.rt, family.c.family)
        .limit(PAGE)
        .offset(at.first)
    )
    return Leaf([_family_row(bytes(row.body), bool(row.visited)) for row in rows], at)


def _family_row(body: bytes, visited: bool) -> FamilyRow:
    one = family_of(body)
    return FamilyRow(one.id, one.head_name, mask_kk(one.kk) if one.kk else "", say_place(one.rt, one.rw), visited)


def _in_state(connection: Connection, code: str, state: str) -> int:
    where = [proposal.c.village == code, proposal.c.state == state]
    return connection.execute(select(func.count()).select_from(proposal).where(*where)).scalar_one()


def _numbers(connection: Connection, counted: Select[Any]) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in connection.execute(counted)}
