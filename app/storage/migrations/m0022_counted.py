"""What is counted over all families after each save is read from indexes alone."""

from __future__ import annotations

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Beranda's progress, and the chips above the list."""
    connection.exec_driver_sql("DROP INDEX family_view_place")
    connection.exec_driver_sql(
        "CREATE INDEX family_view_place ON family_view (dusun, rw, rt, status, members, warnings, people_without_nik)"
    )
    connection.exec_driver_sql(
        "CREATE INDEX family_view_chips ON family_view (status, warnings > 0, open_proposals > 0)"
    )
