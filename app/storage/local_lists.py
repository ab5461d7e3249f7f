"""A list that a laptop without a district read from a file becomes a pack of its own, marked so."""

from __future__ import annotations

from sqlalchemy import Connection

from app.domain.entry import VILLAGE
from app.domain.ids import PackId
from app.domain.payloads import PackPublished
from app.domain.roster import Roster
from app.storage.journal import SqlJournal
from app.usecases.ports import Act
from app.wire.pack import FULL, Pack, encode_pack, pack_sha256


class SqlRegister:
    """The register of a laptop without a district, on its own journal."""

    def __init__(self, journal: SqlJournal) -> None:
        self._journal = journal

    def publish_local(self, roster: Roster, *, source_name: str, source_sha256: str, month: str) -> PackId:
        """Make `roster` a full pack authored by this laptop and marked local, in one transaction.

        Refused ``not_allowed``; Unavailable ``disk_*``.
        """
        body = encode_pack(Pack(roster, FULL, month))
        told = PackPublished(
            village=roster.village_code,
            form=FULL,
            month=month,
            sha256=pack_sha256(body),
            size=len(body),
            families=len(roster.families),
            members=roster.people,
            source_name=source_name,
            source_sha256=source_sha256,
            local=True,
            code_list=roster.code_list_version,
        )

        def keep(connection: Connection) -> None:
            keep_body(connection, told.sha256, body)

        (entry,) = self._journal.record_with(keep, Act(VILLAGE, told))
        return PackId(entry)


def keep_body(connection: Connection, sha256: str, body: bytes) -> None:
    """Keep the body of a pack as it travels."""
    connection.exec_driver_sql("INSERT OR IGNORE INTO pack_body (sha256, body) VALUES (?, ?)", (sha256, body))
