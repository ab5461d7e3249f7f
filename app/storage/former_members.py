"""Names of those whom lists once held in a family, kept beside the register as the lists are laid over each other."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from app.domain.former import Former
from app.domain.ids import MemberId
from app.storage.entry_rows import in_list


def of_families(connection: Connection, ids: Sequence[str]) -> dict[str, dict[MemberId, str]]:
    """Of each of these families that has any: member -> name."""
    found: dict[str, dict[MemberId, str]] = {}
    for family, member, name in connection.exec_driver_sql(
        "SELECT family, member, name FROM former_member WHERE family IN (SELECT value FROM json_each(?))",
        (in_list(ids),),
    ).all():
        found.setdefault(str(family), {})[MemberId(member)] = str(name)
    return found


def held(connection: Connection) -> dict[tuple[str, str], str]:
    """All of them."""
    rows = connection.exec_driver_sql("SELECT family, member, name FROM former_member").all()
    return {(str(family), str(member)): str(name) for family, member, name in rows}


def write(connection: Connection, now: Former) -> set[str]:
    """Write them; gives the families that have others than before."""
    before = held(connection)
    moved = {pair for pair in before.keys() | now.keys() if before.get(pair) != now.get(pair)}
    if moved:
        connection.exec_driver_sql("DELETE FROM former_member")
    if moved and now:
        connection.exec_driver_sql(
            "INSERT INTO former_member (family, member, name) VALUES (?, ?, ?)",
            sorted((*pair, name) for pair, name in now.items()),
        )
    return {family for family, _ in moved}
