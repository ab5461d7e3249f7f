"""How somebody finds one village among all of a district: all their names where they are few, else a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app.domain.errors import Refused
from app.domain.region import DISTRICT, SUBDISTRICT, VILLAGE
from app.hub.tables import village
from app.hub.views.leaf import Leaf, Place
from app.shelf.regions import load_regions

MOST_NAMES: Final = 100
"""Villages that a form still offers by name; a page with the names of 84,000 is 16 MB."""
FOUND: Final = 20
"""Villages on a page of those that were looked for."""


@dataclass(frozen=True, slots=True)
class VillageName:
    """What a village is called, and when it was heard of last."""

    village: str
    name: str
    heard_at_ms: int

    @property
    def around(self) -> str:
        """Its sub-district and district, by which two of one name are told apart; empty where no list has them."""
        regions = load_regions()
        names = [regions.name(self.village[:level]) for level in (SUBDISTRICT, DISTRICT)]
        return ", ".join(filter(None, names))


@dataclass(frozen=True, slots=True)
class Choice:
    """What a form offers to whoever has to name a village."""

    names: Sequence[VillageName]
    """All villages where they are few; none where they are many."""
    many: bool
    wanted: str = ""
    """What was looked for."""
    found: Leaf[VillageName] | None = None
    chosen: VillageName | None = None
    """The village that is asked for already."""


_NAMES = select(village.c.village, village.c.name, village.c.heard_at_ms).order_by(village.c.name, village.c.village)


def choice(connection: Connection, wanted: str = "", page: int = 1, chosen: str = "") -> Choice:
    """The villages to choose from; `wanted` is looked for where they are many, `chosen` is a code."""
    rows = connection.execute(_NAMES.limit(MOST_NAMES + 1)).all()
    many = len(rows) > MOST_NAMES
    names = [] if many else [_name(*row) for row in rows]
    found = names_page(connection, wanted, page, FOUND) if many and wanted.strip() else None
    one = connection.execute(_NAMES.where(village.c.village == chosen)).one_or_none() if is_code(chosen) else None
    return Choice(names, many, wanted, found, _name(*one) if one is not None else None)


def names_page(connection: Connection, wanted: str, page: int, size: int) -> Leaf[VillageName]:
    """Some of the villages whose name or code holds `wanted`."""
    where = called(wanted)
    total = connection.execute(select(func.count()).select_from(village).where(*where)).scalar_one()
    at = Place.of(total, page, size)
    rows = connection.execute(_NAMES.where(*where).limit(size).offset(at.first))
    return Leaf([_name(*row) for row in rows], at)


def name_of(connection: Connection, code: str) -> VillageName:
    """What a village is called. Refused ``village_unknown``."""
    row = connection.execute(_NAMES.where(village.c.village == code)).one_or_none()
    if row is None:
        raise Refused("village_unknown")
    return _name(*row)


def called(wanted: str) -> list[ColumnElement[bool]]:
    """Of a row of `village`: its name holds these words, or its code begins with them; nothing where they are empty."""
    text = wanted.replace("\0", "").strip()  # which PostgreSQL takes in no search
    if not text:
        return []
    return [
        or_(
            func.lower(village.c.name).contains(text.lower(), autoescape=True),
            village.c.village.startswith(text.replace(".", ""), autoescape=True),
        )
    ]


def is_code(text: str) -> bool:
    """Whether this is the whole code of a village, and no part of a name."""
    return len(text) == VILLAGE and text.isascii() and text.isdigit()


def _name(code: str, name: str, heard_at_ms: int) -> VillageName:
    return VillageName(code, name or code, heard_at_ms)
