"""Forms that are being filled in: each field is on the disk as soon as it is left, and none is ever sent anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection

from app.domain.ids import PersonId
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Draft:
    """One unfinished form about one subject, by one person."""

    person: PersonId
    form: str
    subject: str
    position: str
    """The question that the person was at, as the form names it; empty at the beginning."""
    started_at: datetime
    saved_at: datetime
    fields: dict[str, str] = field(default_factory=dict)


class Drafts:
    """The drafts of the person who is at the desk."""

    def __init__(self, database: Database, person: PersonId) -> None:
        self._database = database
        self._person = person

    def save(self, form: str, subject: str, field: str, value: str) -> None:
        """Keep one field as it is left; Unavailable ``disk_full`` where it could not be kept."""
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO draft_field (draft, field, value) VALUES (?, ?, ?)"
                " ON CONFLICT (draft, field) DO UPDATE SET value = excluded.value",
                (self._touch(connection, form, subject), field, value),
            )

    def clear(self, form: str, subject: str, field: str) -> None:
        """Forget one field (a question that a skip made void)."""
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "DELETE FROM draft_field WHERE draft = ? AND field = ?",
                (self._touch(connection, form, subject), field),
            )

    def move_to(self, form: str, subject: str, position: str) -> None:
        """Keep which question the person is at."""
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "UPDATE draft SET position = ? WHERE id = ?", (position, self._touch(connection, form, subject))
            )

    def position(self, form: str, subject: str) -> str:
        """Which question the person was at; empty where there is no draft."""
        draft = self.load(form, subject)
        return draft.position if draft else ""

    def load(self, form: str, subject: str) -> Draft | None:
        """The draft with all its fields, or None."""
        found = self._select("person = ? AND form = ? AND subject = ?", (self._person, form, subject))
        return found[0] if found else None

    def list(self, *, everyone: bool = False) -> tuple[Draft, ...]:
        """All drafts of this person (or of everyone at this desk), the one saved last first."""
        if everyone:
            return self._select("TRUE", ())
        return self._select("person = ?", (self._person,))

    def discard(self, form: str, subject: str) -> None:
        """Forget the draft, because it was recorded or the person says so."""
        with self._database.write() as connection:
            self.discard_in(connection, form, subject)

    def discard_in(self, connection: Connection, form: str, subject: str) -> None:
        """Forget the draft inside the transaction that records its content."""
        connection.exec_driver_sql(
            "DELETE FROM draft WHERE person = ? AND form = ? AND subject = ?", (self._person, form, subject)
        )

    def _touch(self, connection: Connection, form: str, subject: str) -> int:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        return int(
            connection.exec_driver_sql(
                "INSERT INTO draft (person, form, subject, started_at, saved_at) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (person, form, subject) DO UPDATE SET saved_at = excluded.saved_at RETURNING id",
                (self._person, form, subject, now, now),
            ).scalar_one()
        )

    def _select(self, where: str, values: tuple[str, ...]) -> tuple[Draft, ...]:
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT id, person, form, subject, position, started_at, saved_at"
                f" FROM draft WHERE {where} ORDER BY saved_at DESC, id DESC",
                values,
            ).all()
            fields = connection.exec_driver_sql(
                f"SELECT draft, field, value FROM draft_field WHERE draft IN (SELECT id FROM draft WHERE {where})",
                values,
            ).all()
        by_draft: dict[int, dict[str, str]] = {row.id: {} for row in rows}
        for draft, name, value in fields:
            by_draft[draft][name] = value
        return tuple(
            Draft(
                PersonId(row.person),
                row.form,
                row.subject,
                row.position,
                datetime.fromisoformat(row.started_at),
                datetime.fromisoformat(row.saved_at),
                by_draft[row.id],
            )
            for row in rows
        )
