"""Photos and scans: sealed files of the vault, and the table that says which is which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from app.domain.payloads import Evidence
from app.domain.photo_name import name_by, photo_name
from app.storage.database import Database
from app.storage.entry_rows import in_list
from app.storage.evidence_told import UNACKNOWLEDGED, WANTED
from app.storage.files import SealedFiles
from app.usecases.ports import Clock


class SqlEvidence:
    """Implements `EvidenceStore`."""

    def __init__(self, database: Database, files: SealedFiles, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._clock = clock

    def keep(self, content: bytes, kind: str, media: str) -> Evidence:
        """Write, flush and name the file; the returned evidence may then be told in the journal.

        The same bytes are kept once. Refused ``file_too_big``; Unavailable ``disk_*``.
        """
        sha256 = photo_name(content)
        held = self._file_of(sha256)
        if held is None or not self._files.holds(held):
            sealed = self._files.put(content, kind)
            with self._database.write() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO evidence (sha256, size, kind, media, file, kept_at_ms) VALUES (?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (sha256) DO UPDATE SET file = excluded.file",
                    (sha256, len(content), kind, media, sealed.name, self._clock.now_ms()),
                )
        return Evidence(sha256, len(content), kind, media)

    def read(self, sha256: str) -> bytes | None:
        """Plain bytes, None where this laptop does not hold the file. Refused ``file_missing``, ``file_damaged``."""
        name = self._file_of(sha256)
        return None if name is None else self._files.open(name)

    def rows(self, sha256s: Iterable[str]) -> Sequence[Evidence]:
        """What is known of these files, of those that are held."""
        with self._database.read() as connection:
            found = connection.exec_driver_sql(
                "SELECT sha256, size, kind, media FROM evidence WHERE sha256 IN (SELECT value FROM json_each(?))"
                " ORDER BY size, sha256",
                (in_list(sha256s),),
            ).all()
        return [Evidence(str(sha256), int(size), str(kind), str(media)) for sha256, size, kind, media in found]

    def held(self) -> Mapping[str, int]:
        """SHA-256 -> plain size of every file held that the journal tells of."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT sha256, size FROM evidence WHERE sha256 IN (SELECT sha256 FROM evidence_told)"
            ).all()
        return {str(sha256): int(size) for sha256, size in rows}

    def wanted(self) -> Mapping[str, int]:
        """As `held`, but for those of which only entries tell that the district has set aside."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(f"SELECT sha256, size FROM evidence WHERE {WANTED}").all()
        return {str(sha256): int(size) for sha256, size in rows}

    def waiting(self) -> Mapping[str, int]:
        """As `wanted`, but for those that the district acknowledged."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT sha256, size FROM evidence WHERE {WANTED} AND {UNACKNOWLEDGED}"
            ).all()
        return {str(sha256): int(size) for sha256, size in rows}

    def forget_untold(self, keep: Collection[str]) -> int:
        """Remove files that neither the journal nor `keep` (SHA-256 of what drafts hold) tells of; how many.

        At opening only: a photo that is just being kept is not told of yet.
        """
        with self._database.write() as connection:
            rows = connection.exec_driver_sql(
                "SELECT sha256 FROM evidence WHERE sha256 NOT IN (SELECT sha256 FROM evidence_told)"
            ).all()
            gone = [(str(sha256),) for (sha256,) in rows if sha256 not in keep]
            if gone:
                connection.exec_driver_sql("DELETE FROM evidence WHERE sha256 = ?", gone)
            named = {str(row[0]) for row in connection.exec_driver_sql("SELECT file FROM evidence").all()}
        unused = self._files.unreferenced(named)
        for name in unused:
            self._files.delete(name)
        return len(unused)

    def adopt(self) -> int:
        """After the store began anew: name again every sealed file that the journal tells of; how many.

        Files that nothing tells of (photos of lost drafts) or that cannot be read are put aside, never away.
        """
        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT sha256, size, kind, media FROM evidence_told").all()
            named = {str(row[0]) for row in connection.exec_driver_sql("SELECT file FROM evidence").all()}
        told = {str(row[0]): row for row in rows}
        found = []
        for name in self._files.unreferenced(named):
            row = told.pop(name_by(self._files.sha256(name)), None)
            if row is None:
                self._files.put_aside(name)
            else:
                found.append((*row, name, self._clock.now_ms()))
        if found:
            with self._database.write() as connection:
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO evidence (sha256, size, kind, media, file, kept_at_ms)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    found,
                )
        return len(found)

    def _file_of(self, sha256: str) -> str | None:
        with self._database.read() as connection:
            found = connection.exec_driver_sql("SELECT file FROM evidence WHERE sha256 = ?", (sha256,)).scalar()
        return str(found) if found else None
