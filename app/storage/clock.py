"""What this laptop knows of the time, whatever its clock says."""

from __future__ import annotations

from sqlalchemy import Connection


def floor_ms(connection: Connection) -> int:
    """The newest time that stands in this laptop's chains or in a receipt of the district; it is over already."""
    found = connection.exec_driver_sql(
        "SELECT max(coalesce((SELECT max(max(e.at_ms, e.floor_ms)) FROM head AS h JOIN entry AS e USING (chain, seq)"
        " WHERE h.own > 0), 0), coalesce((SELECT max(at_ms) FROM receipt_view), 0))"
    )
    return int(found.scalar_one())
