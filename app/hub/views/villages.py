"""How far each village is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from app.hub.tables import entry, family, pack, proposal, village
from app.hub.views.queue import READY


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
        return round(100 * self.visited / self.families) if self.families else 0


def villages(connection: Connection) -> list[VillageRow]:
    """All villages with their progress, in a handful of queries whatever their number."""

    def counted(table: object, *where: object) -> dict[str, int]:
        rows = connection.execute(
            select(table.c.village, func.count()).where(*where).group_by(table.c.village)  # type: ignore[attr-defined, arg-type]  # any table
        )
        return {row[0]: row[1] for row in rows}

    families = counted(family)
    waiting = counted(proposal, READY)
    decided = counted(proposal, proposal.c.state.in_(["accepted", "rejected", "determined", "returned"]))
    aside = counted(entry, entry.c.reason != "")
    visits = connection.execute(
        select(entry.c.village, func.count(func.distinct(entry.c.subject)))
        .where(entry.c.kind == "visit_recorded", entry.c.reason == "")
        .group_by(entry.c.village)
    )
    visited = {row[0]: row[1] for row in visits}
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
