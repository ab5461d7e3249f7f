"""What a visit form needs of a laptop, in memory: drafts, sealed photos, settings, a clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import Unavailable
from app.domain.payloads import Evidence
from app.domain.photo_name import photo_name
from app.shelf.codes import code_book
from app.shelf.forms import visit_form
from app.ui.screens.kunjungan.opening import Tools
from app.usecases.desk import Draft
from app.usecases.ports import Actor
from app.usecases.record_visit import RecordVisit
from tests.fakes.families import NOW_MS, OPERATOR, TODAY, FakeReading


@dataclass
class FakeDraft:
    """One draft."""

    form: str
    subject: str
    position: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    started_at: datetime = datetime(2026, 11, 23, tzinfo=UTC)
    saved_at: datetime = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass
class FakeDrafts:
    """Drafts in a dict; `full` makes every write fail as a full disk does."""

    kept: dict[tuple[str, str], FakeDraft] = field(default_factory=dict)
    full: bool = False

    def _of(self, form: str, subject: str) -> FakeDraft:
        if self.full:
            raise Unavailable("disk_full")
        return self.kept.setdefault((form, subject), FakeDraft(form, subject))

    def save(self, form: str, subject: str, field: str, value: str) -> None:
        """As the port has it."""
        self._of(form, subject).fields[field] = value

    def clear(self, form: str, subject: str, field: str) -> None:
        """As the port has it."""
        self._of(form, subject).fields.pop(field, None)

    def move_to(self, form: str, subject: str, position: str) -> None:
        """As the port has it."""
        self._of(form, subject).position = position

    def load(self, form: str, subject: str) -> Draft | None:
        """As the port has it."""
        return self.kept.get((form, subject))

    def list(self, *, everyone: bool = False) -> Sequence[Draft]:
        """As the port has it."""
        del everyone
        return list(self.kept.values())

    def discard(self, form: str, subject: str) -> None:
        """As the port has it."""
        self.kept.pop((form, subject), None)


@dataclass
class FakeEvidence:
    """Sealed photos in a dict."""

    files: dict[str, bytes] = field(default_factory=dict)

    def keep(self, content: bytes, kind: str, media: str) -> Evidence:
        """As the port has it."""
        name = photo_name(content)
        self.files[name] = content
        return Evidence(name, len(content), kind, media)

    def read(self, name: str) -> bytes | None:
        """As the port has it."""
        return self.files.get(name)

    def held(self) -> Mapping[str, int]:
        """As the port has it."""
        return {name: len(content) for name, content in self.files.items()}


@dataclass(frozen=True)
class FixedPhoto:
    """A photo that the camera marked with a place."""

    content: bytes
    latitude: float | None = -9.8632
    longitude: float | None = 124.2841
    width: int = 960
    height: int = 1280
    taken_at: datetime | None = None


class FakePhotos:
    """Photos are as small as they were."""

    def shrink(self, source: Path | bytes) -> FixedPhoto:
        """As the port has it."""
        return FixedPhoto(source if isinstance(source, bytes) else str(source).encode())


@dataclass
class FakeSettings:
    """Settings in a dict."""

    values: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        """As the port has it."""
        return self.values.get(key)

    def put(self, key: str, value: str) -> None:
        """As the port has it."""
        self.values[key] = value


class FixedClock:
    """Always the same moment."""

    def now_ms(self) -> int:
        """As the port has it."""
        return NOW_MS


@dataclass
class FakeLaptop:
    """Everything together; `tools()` is what the form takes."""

    reading: FakeReading = field(default_factory=FakeReading)
    drafts: FakeDrafts = field(default_factory=FakeDrafts)
    evidence: FakeEvidence = field(default_factory=FakeEvidence)
    settings: FakeSettings = field(default_factory=FakeSettings)
    actor: Actor = OPERATOR

    def tools(self) -> Tools:
        """The form's tools over this laptop."""
        return Tools(
            self.reading,
            self.drafts,
            self.evidence,
            FakePhotos(),
            self.settings,
            RecordVisit(self.reading.journal),
            self.actor,
            FixedClock(),
            lambda: TODAY,
            lambda: (visit_form(), code_book()),
        )
