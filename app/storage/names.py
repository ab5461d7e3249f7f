"""Distinct normalised names and their trigrams, which the search for misspelt names stands on."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from app.storage.entry_rows import in_list

_AMONG = "IN (SELECT value FROM json_each(?))"


def name_ids(connection: Connection, norms: Iterable[str]) -> dict[str, int]:
    """The row of each name, made where it is new."""
    wanted = set(norms)
    rows = connection.exec_driver_sql(f"SELECT norm, id FROM name WHERE norm {_AMONG}", (in_list(wanted),))
    found = {str(norm): int(one) for norm, one in rows.all()}
    free = int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM name").scalar_one())
    fresh = [(free + place, norm) for place, norm in enumerate(sorted(wanted - found.keys()), start=1)]
    if fresh:
        connection.exec_driver_sql("INSERT INTO name (id, norm) VALUES (?, ?)", fresh)
        connection.exec_driver_sql("INSERT INTO name_fts (rowid, norm) VALUES (?, ?)", fresh)
        found.update((norm, one) for one, norm in fresh)
    return found


def forget_unused(connection: Connection, ids: Iterable[int]) -> None:
    """Remove those of `ids` that nobody bears any more, so that search finds no ghosts."""
    chosen = in_list(ids)
    if chosen == "[]":
        return
    rows = connection.exec_driver_sql(
        f"SELECT id FROM name WHERE id {_AMONG}"
        " AND NOT EXISTS (SELECT 1 FROM person_view WHERE name_id = name.id)"
        " AND NOT EXISTS (SELECT 1 FROM family_view WHERE name_id = name.id)",
        (chosen,),
    )
    unused = in_list(int(row[0]) for row in rows.all())
    if unused != "[]":
        connection.exec_driver_sql(f"DELETE FROM name_fts WHERE rowid {_AMONG}", (unused,))
        connection.exec_driver_sql(f"DELETE FROM name WHERE id {_AMONG}", (unused,))
