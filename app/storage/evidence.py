"""Photos and scans: sealed files of the vault, and the table that says which is which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress

from app.domain.errors import Problem, Unavailable
from app.domain.ids import ChainId
from app.domain.payloads import Evidence
from app.domain.photo_name import name_from_hash, photo_name
from app.storage.database import Database
from app.storage.entry_rows import in_list
from app.storage.evidence_told import UNACKNOWLEDGED, WANTED
from app.storage.files import SealedFiles
from app.usecases.exchange import ToldPhoto
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
        name = photo_name(content)
        held = self._file_of(name)
        if held is None or not self._files.holds(held):
            sealed = self._files.put(content, kind)
            try:
                with self._database.write() as connection:
                    connection.exec_driver_sql(
                        "INSERT INTO evidence (name, size, kind, media, file, kept_at_ms) VALUES (?, ?, ?, ?, ?, ?)"
                        " ON CONFLICT (name) DO UPDATE SET file = excluded.file",
                        (name, len(content), kind, media, sealed.name, self._clock.now_ms()),
                    )
            except Unavailable:  # nobody knows its name; on a full disk each try would leave one more
                with suppress(Problem):
                    self._files.delete(sealed.name)
                raise
        return Evidence(name, len(content), kind, media)

    def read(self, name: str) -> bytes | None:
        """Plain bytes, None where this laptop does not hold the file. Refused ``file_missing``, ``file_damaged``."""
        file = self._file_of(name)
        return None if file is None else self._files.open(file)

    def told(self, name: str) -> ToldPhoto | None:
        """What the journal tells of a photo, whether or not its file is here; the first word of it holds."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT told.size, told.kind, told.media, told.chain FROM evidence_told AS told"
                " JOIN entry ON entry.chain = told.chain AND entry.seq = told.seq"
                " WHERE told.name = ? ORDER BY entry.turn, told.chain, told.seq",
                (name,),
            ).all()
        if not rows:
            return None
        size, kind, media, _ = rows[0]
        chains = tuple(dict.fromkeys(ChainId(str(row[3])) for row in rows))
        return ToldPhoto(Evidence(name, int(size), str(kind), str(media)), chains)

    def put_aside(self, name: str) -> None:
        """Move the file of a photo that cannot be read any more out of the way, so that `keep` writes it anew."""
        file = self._file_of(name)
        if file is not None and self._files.holds(file):
            self._files.put_aside(file)

    def rows(self, names: Iterable[str]) -> Sequence[Evidence]:
        """What is known of these files, of those that are held."""
        with self._database.read() as connection:
            found = connection.exec_driver_sql(
                "SELECT name, size, kind, media FROM evidence WHERE name IN (SELECT value FROM json_each(?))"
                " ORDER BY size, name",
                (in_list(names),),
            ).all()
        return [Evidence(str(name), int(size), str(kind), str(media)) for name, size, kind, media in found]

    def held(self) -> Mapping[str, int]:
        """Name -> plain size of every file held that the journal tells of."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT name, size FROM evidence WHERE name IN (SELECT name FROM evidence_told)"
            ).all()
        return {str(name): int(size) for name, size in rows}

    def wanted(self) -> Mapping[str, int]:
        """As `held`, but for those of which only entries tell that the district has set aside."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(f"SELECT name, size FROM evidence WHERE {WANTED}").all()
        return {str(name): int(size) for name, size in rows}

    def waiting(self) -> Mapping[str, int]:
        """As `wanted`, but for those that the district acknowledged."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT name, size FROM evidence WHERE {WANTED} AND {UNACKNOWLEDGED}"
            ).all()
        return {str(name): int(size) for name, size in rows}

    def forget_untold(self, keep: Collection[str]) -> int:
        """Remove files that neither the journal nor `keep` (names of what drafts hold) tells of; how many.

        At opening only: a photo that is just being kept is not told of yet.
        """
        with self._database.write() as connection:
            rows = connection.exec_driver_sql(
                "SELECT name FROM evidence WHERE name NOT IN (SELECT name FROM evidence_told)"
            ).all()
            gone = [(str(name),) for (name,) in rows if name not in keep]
            if gone:
                connection.exec_driver_sql("DELETE FROM evidence WHERE name = ?", gone)
            named = {str(row[0]) for row in connection.exec_driver_sql("SELECT file FROM evidence").all()}
        unused = self._files.unreferenced(named)
        for file in unused:
            self._files.delete(file)
        return len(unused)

    def adopt(self) -> int:
        """After the store began anew: name again every sealed file that the journal tells of; how many.

        Files that nothing tells of (photos of lost drafts) or that cannot be read are put aside, never away.
        """
        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT name, size, kind, media FROM evidence_told").all()
            named = {str(row[0]) for row in connection.exec_driver_sql("SELECT file FROM evidence").all()}
        told = {str(row[0]): row for row in rows}
        found = []
        for file in self._files.unreferenced(named):
            row = told.pop(name_from_hash(self._files.sha256(file)), None)
            if row is None:
                self._files.put_aside(file)
            else:
                found.append((*row, file, self._clock.now_ms()))
        if found:
            with self._database.write() as connection:
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO evidence (name, size, kind, media, file, kept_at_ms)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    found,
                )
        return len(found)

    def _file_of(self, name: str) -> str | None:
        with self._database.read() as connection:
            found = connection.exec_driver_sql("SELECT file FROM evidence WHERE name = ?", (name,)).scalar()
        return str(found) if found else None
