"""What was seen at a house."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.ids import EntryId, MemberId, PackId

AnswerValue = str | int | float | bool | tuple[str, ...]
"""One answer: a code or words, a whole number, a decimal, yes/no, or several codes."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A photo or scan: the sealed file is elsewhere, the journal keeps what proves it."""

    name: str
    """Made from the plain bytes by `photo_name`."""
    size: int
    """Plain bytes."""
    kind: str
    """Evidence kind of resources/reasons (``house_front``, ``kk``, ``death_letter``, ...)."""
    media: str = "image/webp"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the visit was, in degrees (WGS 84)."""

    latitude: float
    longitude: float
    source: str
    """``photo``, ``typed`` or ``device``."""
    accuracy_m: float | None = None


@dataclass(frozen=True, slots=True)
class MemberSeen:
    """One member at this visit."""

    member: MemberId
    presence: str
    """Code of the member-presence list (Regsosek 404): 1 lives here ... 6 not found."""
    answers: dict[str, AnswerValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VisitRecorded:
    """One attempt to visit one family; several attempts are several entries."""

    form: str
    form_version: str
    attempt: int
    presence: str
    """``found``, ``not_found``, ``double`` or ``new_proposal``, as the ministry's prelist has it."""
    absence_reason: str
    """``moved``, ``dead``, ``unknown`` where presence is ``not_found``, else empty."""
    result: str
    """Code of the visit-result list (Regsosek 205)."""
    respondent: str
    """The respondent's name as told; empty where nobody answered."""
    respondent_member: MemberId | None = None
    guide: str = ""
    """The head of the RT (or whoever led the way)."""
    members: tuple[MemberSeen, ...] = ()
    answers: dict[str, AnswerValue] = field(default_factory=dict)
    """Family variables by DTSEN column name; only questions that were relevant."""
    place: Place | None = None
    note: str = ""
    statement: bool = False
    """The respondent stated that the information is true and may be used by the government."""
    photos: tuple[Evidence, ...] = ()
    started_at_ms: int = 0
    base_pack: PackId | None = None
    base_visit: EntryId | None = None
    """The newest visit (or settling) of this family that the author's laptop knew."""
    known_visits: tuple[EntryId, ...] = ()
    """Others that it knew and that the base does not take the place of: going there again answers all of them."""
