"""Who saw whole numbers and who took files with names out of Balai, as the journals of this village tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import VILLAGE, Recorded
from app.domain.payloads import ListExported, RevealLogged
from app.domain.same_act import distinct
from app.storage.clock import HeldTimes
from app.storage.entry_rows import in_list, recorded, select_entries
from app.storage.reading_proposals import names_of
from app.storage.reading_scope import Scope
from app.usecases.export_list import TrailRow

_KINDS: Final = ("list_exported", "reveal_logged")
_WHERE: Final = """WHERE kind IN (SELECT value FROM json_each(?)) AND quarantine = ''
    ORDER BY turn DESC, chain DESC, seq DESC LIMIT ?"""
_HEADS: Final = """
    SELECT told.value AS subject, head_name, rt, rw FROM json_each(?) AS told
    JOIN family_view ON family_view.id = coalesce((SELECT new FROM alias WHERE old = told.value), told.value)
"""


def trail(connection: Connection, scope: Scope, limit: int) -> Sequence[TrailRow]:
    """The newest first."""
    held = recorded(select_entries(connection, _WHERE, (in_list(_KINDS), limit)))
    told = distinct(sorted(held, key=lambda one: one.entry.order))
    families = connection.exec_driver_sql(_HEADS, (in_list({one.entry.subject for one in told}),)).all()
    heads = {str(row.subject): str(row.head_name) for row in families if scope.holds(row.rt, row.rw)}
    names = names_of(connection, {one.entry.author for one in told})
    rows, times = [], HeldTimes(connection)
    for one in reversed(told):
        if one.entry.subject != VILLAGE and one.entry.subject not in heads:
            continue
        row = _row(
            one, times.happened(one.entry).at_ms, names.get(one.entry.author, ""), heads.get(one.entry.subject, "")
        )
        if row is not None:
            rows.append(row)
    return rows


def _row(one: Recorded, at_ms: int, author: str, head: str) -> TrailRow | None:
    body, kind = one.payload, one.entry.kind
    if isinstance(body, RevealLogged):
        return TrailRow(kind, body.field, author, at_ms, body.reason, head)
    if isinstance(body, ListExported):
        return TrailRow(kind, body.what, author, at_ms, body.purpose, families=body.families, whole=body.whole)
    return None
