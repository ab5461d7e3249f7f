"""Indexes by which search and lists find their rows without walking a hundred thousand others."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    "CREATE VIRTUAL TABLE name_trigram USING fts5vocab (name_fts, 'row')",
    # A NIK and a KK are region (6), date (6) and serial (4): people read aloud any of the three.
    "CREATE INDEX person_view_nik_date ON person_view (substr(nik, 7), family_n)",
    "CREATE INDEX person_view_nik_serial ON person_view (substr(nik, 13), family_n)",
    "CREATE INDEX family_view_kk_date ON family_view (substr(kk, 7))",
    "CREATE INDEX family_view_kk_serial ON family_view (substr(kk, 13))",
    "CREATE INDEX family_view_street ON family_view (street)",
    "CREATE INDEX family_view_address ON family_view (address_key)",
    "CREATE INDEX family_view_rw ON family_view (rw, rt, address_key)",
)


def up(connection: Connection) -> None:
    """Make the indexes."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
